// JSON in the language's own writing → values by field, and an issue for each that is not as declared. docs/reference/input.md.

import { type Field, foldText, type Policy, type Shape, type Type, trimText } from '@fairlead/ir';
import { dayOfDate, isDate } from './days.ts';
import { type Fraction, fromNumber } from './fraction.ts';
import type { Fields, Known } from './values.ts';

/** A value that is not as declared. */
export interface FoundIssue {
  readonly field: string;
  readonly kind: string;
  readonly fatal: boolean;
}

/** The fields that are known, and what was wrong with others, in the order of the fields. */
export interface ReadShape {
  readonly fields: Fields;
  readonly issues: readonly FoundIssue[];
}

/** What is wrong with a value, in one word. */
interface Wrong {
  readonly wrong: string;
}

type Outcome = { readonly value?: Known; readonly issues: readonly FoundIssue[] } | { readonly value: Known } | Wrong;

/** `by`: whether fields are called as the outside calls them, or by their own names. */
export function readShape(policy: Policy, shape: Shape, raw: unknown, by: 'column' | 'name', before = ''): ReadShape {
  if (!isObject(raw) && before === '')
    return { fields: new Map(), issues: [{ field: 'lead', kind: 'wrong-type', fatal: true }] };
  const values = isObject(raw) ? raw : {};
  const fields = new Map<string, Known>();
  const issues: FoundIssue[] = [];
  for (const field of shape.fields) {
    const given = values[by === 'column' ? (field.column ?? field.name) : field.name];
    const name = before + field.name;
    if (isNothing(given, shape.blank)) {
      const empty = emptyOf(field.type);
      if (empty !== undefined) fields.set(field.name, empty);
      else if (!field.optional) issues.push({ field: name, kind: 'missing', fatal: true });
      continue;
    }
    const read = readField({ policy, blank: shape.blank, by }, field, given, name);
    const value = 'value' in read ? read.value : undefined;
    if (value !== undefined) fields.set(field.name, value);
    if ('wrong' in read) issues.push({ field: name, kind: read.wrong, fatal: !field.optional });
    if ('issues' in read)
      issues.push(...read.issues.map((issue) => ({ ...issue, fatal: issue.fatal && !field.optional })));
    if (value === undefined) {
      const empty = emptyOf(field.type);
      if (empty !== undefined) fields.set(field.name, empty);
    }
  }
  return { fields, issues };
}

interface Spot {
  readonly policy: Policy;
  readonly blank: readonly string[];
  readonly by: 'column' | 'name';
}

/** A value of a field, records included. */
export function readField(spot: Spot, field: Field, given: unknown, name: string): Outcome {
  const { policy, by } = spot;
  if (field.type.kind !== 'record') return readValue(spot, field, field.type, given);
  if (!isObject(given)) return { wrong: 'wrong-type' };
  const { record } = field.type;
  const shape = policy.records.find((each) => each.name === record) ?? { blank: [], fields: [] };
  const read = readShape(policy, shape, given, by, `${name}.`);
  // A record that lacks what it needs is no record.
  const incomplete = read.issues.some(({ fatal }) => fatal);
  return incomplete ? { issues: read.issues } : { value: { kind: 'record', fields: read.fields }, issues: read.issues };
}

/** A value of a type. What is written otherwise is not read here: cases give the language's own writing. */
export function readValue(spot: Spot, field: Field, type: Type, given: unknown): { readonly value: Known } | Wrong {
  switch (type.kind) {
    case 'text':
      return typeof given === 'string' ? text(trimText(given).normalize('NFC')) : { wrong: 'wrong-type' };
    case 'code':
      if (typeof given !== 'string') return { wrong: 'wrong-type' };
      return { value: { kind: 'text', text: trimText(given), asWritten: true } };
    case 'email':
      if (typeof given !== 'string') return { wrong: 'wrong-type' };
      return /^[^@]+@[^@]+$/.test(trimText(given)) ? text(trimText(given).normalize('NFC')) : { wrong: 'malformed' };
    case 'number':
      return numberOf(field, given);
    case 'money': {
      const read = numberOf(field, given);
      if (!('value' in read) || read.value.kind !== 'number') return read;
      return { value: { ...read.value, currency: type.currency } };
    }
    case 'count': {
      const read = numberOf(field, given);
      if ('wrong' in read) return read;
      const whole = typeof given === 'number' && Number.isInteger(given) && given >= 0;
      return whole ? read : { wrong: 'malformed' };
    }
    case 'flag':
      if (typeof given === 'boolean') return { value: { kind: 'flag', flag: given } };
      return { wrong: typeof given === 'string' && field.written !== undefined ? 'malformed' : 'wrong-type' };
    case 'date':
      if (typeof given !== 'string') return { wrong: 'wrong-type' };
      return isDate(trimText(given))
        ? { value: { kind: 'date', day: dayOfDate(trimText(given)) } }
        : { wrong: 'malformed' };
    case 'time': {
      if (typeof given !== 'string') return { wrong: 'wrong-type' };
      const ms = instantOf(trimText(given));
      return ms === undefined ? { wrong: 'malformed' } : { value: { kind: 'time', ms } };
    }
    case 'choice': {
      if (typeof given !== 'string') return { wrong: 'wrong-type' };
      const choice = type.choices.find((each) => foldText(each) === foldText(given));
      if (choice !== undefined) return text(choice);
      return type.open ? text(trimText(given).normalize('NFC')) : { wrong: 'not-a-choice' };
    }
    case 'list':
      return listOf(spot, field, type.of, given);
    case 'signals':
      return signalsOf(given);
    case 'ratings':
      return ratingsOf(given);
    case 'rep':
      return repOf(spot.policy, given);
    case 'team':
      return teamOf(spot.policy, given);
    case 'record':
      return { wrong: 'wrong-type' };
  }
}

function text(given: string): { readonly value: Known } {
  return { value: { kind: 'text', text: given } };
}

function numberOf(field: Field, given: unknown): { readonly value: Known } | Wrong {
  if (typeof given === 'string' && field.written !== undefined) return { wrong: 'malformed' };
  if (typeof given !== 'number') return { wrong: 'wrong-type' };
  const digits = String(given).split('e')[0]?.replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '') ?? '';
  if (digits.length > 15) return { wrong: 'too-many-digits' };
  return { value: { kind: 'number', number: fromNumber(given) } };
}

function listOf(spot: Spot, field: Field, of: Type, given: unknown): { readonly value: Known } | Wrong {
  if (!Array.isArray(given)) return { wrong: 'wrong-type' };
  const items: Known[] = [];
  for (const item of given) {
    if (isNothing(item, spot.blank)) continue;
    const read = readValue(spot, field, of, item);
    if ('wrong' in read) return read;
    items.push(read.value);
  }
  return { value: { kind: 'list', items } };
}

function signalsOf(given: unknown): { readonly value: Known } | Wrong {
  if (!Array.isArray(given)) return { wrong: 'wrong-type' };
  const items: { kind: string; ms: number }[] = [];
  for (const item of given) {
    // Signals are no list of values: nothing in them is left out.
    if (!isObject(item)) return { wrong: 'malformed' };
    const { kind, at } = item;
    if (typeof kind !== 'string' || typeof at !== 'string') return { wrong: 'malformed' };
    const ms = instantOf(trimText(at));
    if (ms === undefined) return { wrong: 'malformed' };
    items.push({ kind: trimText(kind).normalize('NFC'), ms });
  }
  return { value: { kind: 'signals', items } };
}

function ratingsOf(given: unknown): { readonly value: Known } | Wrong {
  if (!isObject(given)) return { wrong: 'wrong-type' };
  const of = new Map<string, Fraction>();
  for (const [name, number] of Object.entries(given)) {
    if (isNothing(number, [])) continue;
    if (typeof number !== 'number') return { wrong: 'wrong-type' };
    of.set(foldText(name), fromNumber(number));
  }
  return { value: { kind: 'ratings', of } };
}

function repOf(policy: Policy, given: unknown): { readonly value: Known } | Wrong {
  if (typeof given !== 'string' && typeof given !== 'number') return { wrong: 'wrong-type' };
  const name = trimText(String(given));
  const found = (id: string): { readonly value: Known } => ({ value: { kind: 'rep', id } });
  const byId = policy.reps.find(({ id }) => id === foldText(name));
  if (byId !== undefined) return found(byId.id);
  const unique = policy.repFields.filter((field) => field.unique);
  const byField = policy.reps.find(({ values }) =>
    unique.some((field) => {
      const own = values[field.name];
      if (own === undefined) return false;
      return field.type.kind === 'code' ? String(own) === name : foldText(String(own)) === foldText(name);
    }),
  );
  if (byField !== undefined) return found(byField.id);
  const labelled = policy.reps.filter(({ label }) => foldText(label) === foldText(name));
  const [only] = labelled;
  if (only === undefined) return { wrong: 'unknown-rep' };
  return labelled.length > 1 ? { wrong: 'ambiguous-rep' } : found(only.id);
}

function teamOf(policy: Policy, given: unknown): { readonly value: Known } | Wrong {
  if (typeof given !== 'string' && typeof given !== 'number') return { wrong: 'wrong-type' };
  const name = trimText(String(given));
  const team =
    policy.teams.find(({ id }) => id === foldText(name)) ??
    policy.teams.find(({ label }) => foldText(label) === foldText(name));
  return team === undefined ? { wrong: 'unknown-team' } : { value: { kind: 'team', id: team.id } };
}

const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

/** Epoch milliseconds of a date and time with its distance from UTC. */
function instantOf(given: string): number | undefined {
  const [, date = '', minutes = '', rest = ':00', offset = ''] = INSTANT.exec(given) ?? [];
  if (!isDate(date) || Number(minutes.slice(0, 2)) > 23) return undefined;
  const distance = offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
  const [seconds = ':00', fraction = ''] = rest.split('.');
  const ms = Date.parse(`${date}T${minutes}${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}${distance}`);
  return Number.isNaN(ms) ? undefined : ms;
}

/** Absent, null, and text that is blank or says so. */
export function isNothing(given: unknown, blank: readonly string[]): boolean {
  if (given === undefined || given === null) return true;
  if (typeof given !== 'string') return false;
  const folded = foldText(given);
  return folded === '' || blank.some((each) => foldText(each) === folded);
}

/** Lists, signals and ratings are empty, never missing. */
export function emptyOf(type: Type): Known | undefined {
  if (type.kind === 'list') return { kind: 'list', items: [] };
  if (type.kind === 'signals') return { kind: 'signals', items: [] };
  return type.kind === 'ratings' ? { kind: 'ratings', of: new Map() } : undefined;
}

/** Whether it is a JSON object. */
export function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}
