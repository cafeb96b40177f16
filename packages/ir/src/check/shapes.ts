// The shapes of a policy and what reps hold → fields that make no sense, values that are not of their field's type.

import { assertNever } from '../assert-never.ts';
import type { Policy, Rep } from '../policy.ts';
import type { Field, RepValue, Type } from '../shapes.ts';
import { isDay, isInstant } from './constants.ts';
import type { Names } from './names.ts';
import { type At, quote, type Report, under } from './report.ts';
import { checkDecimal, checkName } from './values.ts';

/** Checks the fields of leads, records and reps. */
export function checkShapes(policy: Policy, names: Names, report: Report): void {
  checkFields(policy.lead.fields, under(undefined, 'lead', 'fields'), false, names, report);
  policy.records.forEach((record, i) => {
    checkFields(record.fields, under(undefined, 'records', i, 'fields'), false, names, report);
  });
  checkFields(policy.repFields, under(undefined, 'repFields'), true, names, report);
  const id = names.lead.get('id');
  const at = under(undefined, 'lead', 'fields');
  if (id === undefined) report.add(at, 'invariant', 'A lead has the field "id"');
  else if (id.optional || id.private) report.add(at, 'invariant', 'The field "id" is neither optional nor private');
}

/** Checks what a rep holds: known fields, values of their types, and a value for each that is not optional. */
export function checkRepValues(rep: Rep, at: At, names: Names, report: Report): void {
  checkValues(rep.values, names.repFields, 'Reps have no field', at, names, report);
}

/** Checks values by field. `unknown` is what is said of a field that is not declared. */
export function checkValues(
  values: Readonly<Record<string, RepValue>>,
  fields: ReadonlyMap<string, Field>,
  unknown: string,
  at: At,
  names: Names,
  report: Report,
): void {
  for (const [name, value] of Object.entries(values)) {
    const field = fields.get(name);
    const place = under(at, name);
    if (field === undefined) report.add(place, 'unknown-name', `${unknown} ${quote(name)}`);
    else if (!isOf(field.type, value, names)) {
      report.add(place, 'invariant', `It is not a value of the type ${field.type.kind}`);
    } else checkDigits(value, place, report);
  }
  for (const [name, { optional, type }] of fields) {
    // Lists, signals and ratings are empty, never missing.
    if (optional || type.kind === 'list' || type.kind === 'signals' || type.kind === 'ratings') continue;
    if (!Object.hasOwn(values, name)) report.add(at, 'invariant', `The field ${quote(name)} needs a value`);
  }
}

/** Checks that the types of these fields are declared and written in a way that fits them, and that none is unique. */
export function checkFieldTypes(fields: readonly Field[], at: At, names: Names, report: Report): void {
  checkFields(fields, at, false, names, report);
}

function checkFields(fields: readonly Field[], at: At, ofReps: boolean, names: Names, report: Report): void {
  fields.forEach((field, i) => {
    const place = under(at, i);
    checkType(field.type, under(place, 'type'), names, report);
    if (!ofReps && field.unique) report.add(under(place, 'unique'), 'invariant', 'Only fields of reps are unique');
    if (ofReps && field.private) report.add(under(place, 'private'), 'invariant', 'Fields of reps are not private');
    const { written, type } = field;
    if (written === undefined) return;
    const fitting = WRITTEN_TYPES[written.kind].includes(type.kind === 'list' ? type.of.kind : type.kind);
    if (!fitting) report.add(under(place, 'written'), 'invariant', `A ${type.kind} is not written like that`);
  });
}

/** The types that each way of writing is for. */
const WRITTEN_TYPES: { readonly [K in NonNullable<Field['written']>['kind']]: readonly Type['kind'][] } = {
  time: ['date', 'time'],
  number: ['number', 'count', 'money'],
  flag: ['flag'],
};

function checkType(type: Type, at: At, names: Names, report: Report): void {
  if (type.kind === 'record') checkName('record', type.record, names.records, under(at, 'record'), report);
  if (type.kind === 'list') checkType(type.of, under(at, 'of'), names, report);
}

/** Whether a value may stand in a field of this type. */
function isOf(type: Type, value: RepValue, names: Names): boolean {
  switch (type.kind) {
    case 'text':
    case 'code':
    case 'email':
      return typeof value === 'string';
    case 'choice':
      return typeof value === 'string' && (type.open || type.choices.includes(value));
    case 'number':
    case 'money':
      return typeof value === 'number';
    case 'count':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0;
    case 'flag':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value);
    case 'time':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T.*Z$/.test(value) && isInstant(value);
    case 'rep':
      return typeof value === 'string' && names.reps.has(value);
    case 'team':
      return typeof value === 'string' && names.teams.has(value);
    case 'list':
      return isList(value) && value.every((item) => isOf(type.of, item, names));
    case 'ratings':
      return typeof value === 'object' && !isList(value);
    case 'signals':
    case 'record':
      return false;
    default:
      return assertNever(type);
  }
}

function isList(value: RepValue): value is readonly (string | number | boolean)[] {
  return Array.isArray(value);
}

function checkDigits(value: RepValue, at: At, report: Report): void {
  if (typeof value === 'number') checkDecimal(value, at, report);
  if (typeof value !== 'object') return;
  for (const [key, inside] of Object.entries(value))
    if (typeof inside === 'number') checkDecimal(inside, under(at, key), report);
}
