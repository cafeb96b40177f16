// A compiled policy → leads as they arrive from outside: fine ones, ones at the edge of a condition, and broken ones.

import type { Constant, Duration, Field, Policy, RecordShape, Type } from '@fairlead/ir';
import fc from 'fast-check';
import { asWritten } from './as-written.ts';
import { type SeenConstants, type SeenOf, seenConstants } from './seen-constants.ts';
import { emails, signalKinds, skillNames, texts } from './vocabulary.ts';

export interface LeadOptions {
  /** The instant of the decision, epoch milliseconds: ages are tried at their edges. */
  readonly atMs?: number;
  /** Only leads that are valid: nothing wrongly typed, nothing missing that is required. */
  readonly onlyValid?: boolean;
  /** Values are always in the language's own writing, whatever `written` says. */
  readonly ownWriting?: boolean;
}

/** A lead as JSON.parse gives it, by the names that the outside uses. */
export type OutsideLead = Readonly<Record<string, unknown>>;

export function leadFor(
  policy: Policy,
  { atMs = Date.parse('2026-11-24T10:00:00Z'), onlyValid = false, ownWriting = false }: LeadOptions = {},
): fc.Arbitrary<OutsideLead> {
  const context: Context = { policy, atMs, onlyValid, ownWriting, seen: seenConstants(policy) };
  return shapeOf(context, policy.lead.fields, policy.lead.blank, '', 0);
}

/** A record as its source has it; `before`: how the policy's conditions call it, with a point. */
export function recordFor(
  policy: Policy,
  record: RecordShape,
  before: string,
  atMs: number,
): fc.Arbitrary<OutsideLead> {
  const context: Context = { policy, atMs, onlyValid: false, ownWriting: true, seen: seenConstants(policy) };
  return shapeOf(context, record.fields, record.blank, before, 1);
}

/** A value that a provider says a field has: mostly one that fits. */
export function answeredValue(policy: Policy, field: Field, atMs: number): fc.Arbitrary<unknown> {
  const context: Context = { policy, atMs, onlyValid: false, ownWriting: true, seen: seenConstants(policy) };
  return fieldValue(context, field, policy.lead.blank, '', 0);
}

interface Context {
  readonly policy: Policy;
  readonly atMs: number;
  readonly onlyValid: boolean;
  readonly ownWriting: boolean;
  readonly seen: SeenConstants;
}

function shapeOf(
  context: Context,
  fields: readonly Field[],
  blank: readonly string[],
  before: string,
  depth: number,
): fc.Arbitrary<OutsideLead> {
  const entries = fields.map(
    (field) => [field.column ?? field.name, fieldValue(context, field, blank, before, depth)] as const,
  );
  const required = fields
    .filter(({ optional }) => !optional && context.onlyValid)
    .map((field) => field.column ?? field.name)
    .concat(context.onlyValid ? [] : ['id']);
  const model = Object.fromEntries(entries);
  return fc.record(model, { requiredKeys: required.filter((key) => key in model), noNullPrototype: true });
}

function fieldValue(
  context: Context,
  field: Field,
  blank: readonly string[],
  before: string,
  depth: number,
): fc.Arbitrary<unknown> {
  const path = before + field.name;
  if (path === 'id') return fc.nat({ max: 10_000 }).map((number) => `L${number}`);
  const good = goodValue({ context, blank, depth }, field, path);
  const missing = fc.constantFrom<unknown>(null, '', ' \t', ...blank);
  const wrong = fc.constantFrom<unknown>(
    17,
    'not this',
    true,
    {},
    [],
    [null],
    [{ kind: 'demo' }],
    -0.5,
    'NaN',
    '2026-02-30',
    { kind: 1 },
    1e21,
    1234567890.1234567,
  );
  return fc.oneof(
    { arbitrary: good, weight: 12 },
    ...(field.optional || !context.onlyValid ? [{ arbitrary: missing, weight: 2 }] : []),
    ...(context.onlyValid ? [] : [{ arbitrary: wrong, weight: 1 }]),
  );
}

/** Where a value stands. */
interface Spot {
  readonly context: Context;
  readonly blank: readonly string[];
  readonly depth: number;
}

/** A value of the field's type, written as the field says or in the language's own way. */
function goodValue(spot: Spot, field: Field, path: string): fc.Arbitrary<unknown> {
  const { written, type } = field;
  const plain = typedValue(spot, type, spot.context.seen.get(path) ?? nothingSeen);
  if (written === undefined || spot.context.ownWriting) return plain;
  return fc.tuple(plain, fc.boolean()).map(([value, outside]) => (outside ? asWritten(written, value) : value));
}

const nothingSeen: SeenOf = { constants: [], durations: [] };

function typedValue(spot: Spot, type: Type, seen: SeenOf): fc.Arbitrary<unknown> {
  const { context, blank } = spot;
  switch (type.kind) {
    case 'text':
      return textNear(seen.constants, blank);
    case 'code':
      return fc.oneof(
        textNear(seen.constants, blank),
        fc.nat({ max: 60 }).map((number) => `C-${number}`),
      );
    case 'email':
      return fc.constantFrom(...emails, ...seen.constants.flatMap(mailOf));
    case 'number':
    case 'money':
      return numberNear(seen.constants);
    case 'count':
      return numberNear(seen.constants).map((number) => Math.abs(Math.trunc(number)));
    case 'flag':
      return fc.boolean();
    case 'date':
      return instantNear(context.atMs, seen).map((ms) => new Date(ms).toISOString().slice(0, 10));
    case 'time':
      return instantNear(context.atMs, seen).map((ms) => new Date(ms).toISOString());
    case 'choice': {
      const usable = type.choices.filter((choice) => !isBlank(choice, blank));
      const chosen = fc.constantFrom(...(usable.length > 0 ? usable : type.choices)).chain(alike);
      return type.open ? fc.oneof(chosen, textNear([], blank)) : chosen;
    }
    case 'list':
      return fc.array(typedValue(spot, type.of, seen), { maxLength: 4 });
    case 'signals':
      return fc.array(signal(context.atMs, seen), { maxLength: 5 });
    case 'ratings':
      return fc.dictionary(fc.constantFrom(...skillNames), fc.integer({ min: 0, max: 5 }), {
        maxKeys: 3,
        noNullPrototype: true,
      });
    case 'rep':
      return fc.constantFrom(...context.policy.reps.map(({ id }) => id), ...repNames(context, blank));
    case 'team':
      return fc.constantFrom(...context.policy.teams.map(({ id }) => id));
    case 'record': {
      const record = context.policy.records.find(({ name }) => name === type.record);
      return shapeOf(context, record?.fields ?? [], record?.blank ?? [], '', spot.depth + 1);
    }
  }
}

/** Labels and values of unique fields. Where leads are to be valid, only those that are somebody's alone. */
function repNames({ policy, onlyValid }: Context, blank: readonly string[]): readonly string[] {
  const unique = policy.repFields.filter((field) => field.unique).map(({ name }) => name);
  const names = policy.reps.flatMap(({ label, values }) => [
    label,
    ...unique.map((name) => values[name]).filter((value) => typeof value === 'string'),
  ]);
  const bare = (each: string): string => each.trim().toLowerCase();
  const others = new Set(policy.reps.map(({ id }) => id));
  return names.filter((name) => {
    const count = names.filter((other) => bare(other) === bare(name)).length;
    return !isBlank(name, blank) && (!onlyValid || (count === 1 && !others.has(bare(name)) && /^[ -~]*$/.test(name)));
  });
}

/** The texts that are looked for, in other spellings, inside other texts and almost; and others. Never blank. */
function textNear(constants: readonly Constant[], blank: readonly string[]): fc.Arbitrary<string> {
  const sought = constants.flatMap((constant) => (constant.kind === 'text' ? [constant.text] : []));
  const some = fc.constantFrom(...texts, ...sought, ...sought).chain(respelled);
  return fc
    .oneof({ arbitrary: some, weight: 9 }, { arbitrary: fc.string({ unit: 'grapheme', minLength: 1 }), weight: 1 })
    .map((text) => (isBlank(text, blank) ? `x${text}` : text));
}

function respelled(text: string): fc.Arbitrary<string> {
  return fc.constantFrom(text, text.toUpperCase(), text.toLowerCase(), ` ${text}\u00a0`, text.normalize('NFD'));
}

/** Spellings that are the same text for the language. Outside ASCII upper case is not always the same: `ı` becomes `I`. */
function alike(text: string): fc.Arbitrary<string> {
  const cases = /^[ -~]*$/.test(text) ? [text.toUpperCase(), text.toLowerCase()] : [];
  return fc.constantFrom(text, ...cases, ` ${text}\u00a0`, text.normalize('NFD'));
}

function mailOf(constant: Constant): readonly string[] {
  return constant.kind === 'text'
    ? [constant.text.includes('@') ? constant.text : `info@${constant.text}`].filter((text) =>
        /^[^\s@]+@[^\s@]+$/.test(text),
      )
    : [];
}

/** The constants that it is compared with, what is right beside them, and others. */
function numberNear(constants: readonly Constant[]): fc.Arbitrary<number> {
  const sought = constants.flatMap((constant) =>
    constant.kind === 'number' ? [constant.number] : constant.kind === 'money' ? [constant.amount] : [],
  );
  const edge = fc
    .tuple(fc.constantFrom(0, 1, ...sought), fc.constantFrom(0, 0, 1, -1, 0.01, -0.01))
    .map(([number, by]) => Number((number + by).toPrecision(15)));
  return fc.oneof(
    edge,
    fc.integer({ min: -1_000, max: 5_000_000 }),
    fc.constantFrom(0.1, 123_456_789_012_345, -0.000001),
  );
}

/** Epoch milliseconds at the edges of the ages and dates that are asked for. */
function instantNear(atMs: number, { constants, durations }: SeenOf): fc.Arbitrary<number> {
  const sought = constants.flatMap((constant) =>
    constant.kind === 'date'
      ? [Date.parse(constant.date)]
      : constant.kind === 'time'
        ? [Date.parse(constant.time)]
        : [],
  );
  const ages = durations.flatMap((duration) => [atMs - milliseconds(duration), atMs + milliseconds(duration)]);
  const edge = fc
    .tuple(fc.constantFrom(atMs, ...sought, ...ages), fc.constantFrom(0, 0, 1, -1, 1000, -86_400_000, 86_400_000))
    .map(([ms, by]) => ms + by);
  return fc.oneof(edge, fc.integer({ min: atMs - 90 * 86_400_000, max: atMs + 30 * 86_400_000 }));
}

function signal(atMs: number, seen: SeenOf): fc.Arbitrary<unknown> {
  const sought = seen.constants.flatMap((constant) => (constant.kind === 'text' ? [constant.text] : []));
  return fc.record({
    kind: fc.constantFrom(...signalKinds, ...sought).chain(respelled),
    at: instantNear(atMs, { constants: [], durations: seen.durations }).map((ms) => new Date(ms).toISOString()),
  });
}

const unitMs: Readonly<Record<Duration['unit'], number>> = {
  ms: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  month: 30 * 86_400_000,
};

/** A month is taken for 30 days: near enough to the edge for some leads. */
function milliseconds({ amount, unit }: Duration): number {
  return amount * unitMs[unit];
}

function isBlank(text: string, blank: readonly string[]): boolean {
  const bare = (each: string): string => each.trim().toLowerCase();
  return bare(text) === '' || blank.some((each) => bare(each) === bare(text));
}
