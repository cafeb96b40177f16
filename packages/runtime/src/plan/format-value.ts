// Turns runtime values, whose type the policy knows, into JSON in the language's own writing and into text for people.

import { assertNever, formatDate, formatInstant, type Type } from '@fairlead/ir';
import type { JsonValue } from '../decision.ts';
import { asAmount, formatAmount } from '../values/amount.ts';
import type { RuntimeValue } from '../values/runtime-value.ts';
import type { PlanShape } from './evaluation.ts';
import type { Plan } from './plan.ts';

type Records = Pick<Plan, 'records'>;

/**
 * A value as a lead's JSON holds it: texts, ids, dates and instants (UTC) as text, numbers and money as numbers, flags, lists of these, signals
 * as `{kind, at}`, ratings by name, records by field. Amounts that no JSON number holds exactly are text. Private fields of records are masked.
 */
function jsonOfValue(records: Records, type: Type, value: RuntimeValue): JsonValue {
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return jsonOfNumber(type, value);
  switch (value.kind) {
    case 'text':
      return value.raw;
    case 'exact':
    case 'ratio':
      return formatAmount(value);
    case 'list':
      return value.items.map((item) => jsonOfValue(records, type.kind === 'list' ? type.of : type, item));
    case 'signals':
      return value.items.map(({ raw, atMs }) => ({ kind: raw, at: formatInstant(atMs) }));
    case 'ratings':
      return Object.fromEntries([...value.byName.values()].map(({ raw, rating }) => [raw, rating]));
    case 'record': {
      const shape = type.kind === 'record' ? records.records.get(type.record) : undefined;
      return shape === undefined ? {} : jsonOfFields(records, shape, value.fields);
    }
    case 'sealed':
      return maskOf(value.domain);
    default:
      return assertNever(value);
  }
}

/** The known fields of a lead or record by name. Private ones are masked; empty lists, signals and ratings are left out, as missing values are. */
export function jsonOfFields(
  records: Records,
  shape: PlanShape,
  values: readonly (RuntimeValue | undefined)[],
): { readonly [field: string]: JsonValue } {
  const entries: [string, JsonValue][] = [];
  shape.fields.forEach((field, slot) => {
    const value = values[slot];
    if (value === undefined || isEmpty(value)) return;
    entries.push([field.name, field.private ? maskOfValue(value) : jsonOfValue(records, field.type, value)]);
  });
  return Object.fromEntries(entries);
}

/** A value in the words of the language: `Healthcare`, `1200.5`, `2026-11-24`, `yes`, `en, de`, `2 signals`. */
export function formatValue(type: Type, value: RuntimeValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || value.kind === 'exact' || value.kind === 'ratio') return formatNumber(type, value);
  switch (value.kind) {
    case 'text':
      return value.raw;
    case 'list':
      return value.items.map((item) => formatValue(type.kind === 'list' ? type.of : type, item)).join(', ');
    case 'signals':
      return value.items.length === 1 ? '1 signal' : `${value.items.length} signals`;
    case 'ratings':
      return [...value.byName.values()].map(({ raw, rating }) => `${raw} ${formatAmount(rating)}`).join(', ');
    case 'record':
      return 'a record';
    case 'sealed':
      return 'private';
    default:
      return assertNever(value);
  }
}

function formatNumber(type: Type, value: RuntimeValue): string {
  const amount = asAmount(value) ?? 0;
  if (typeof amount === 'number') {
    if (type.kind === 'date') return formatDate(amount);
    if (type.kind === 'time') return formatInstant(amount);
  }
  return type.kind === 'money' ? `${formatAmount(amount)} ${type.currency}` : formatAmount(amount);
}

function jsonOfNumber(type: Type, value: number): JsonValue {
  if (type.kind === 'date') return formatDate(value);
  return type.kind === 'time' ? formatInstant(value) : value;
}

/** What stands for a private value in everything that is kept. */
function maskOfValue(value: RuntimeValue): JsonValue {
  if (typeof value !== 'object') return maskOf(undefined);
  if (value.kind === 'sealed') return maskOf(value.domain);
  return maskOf(value.kind === 'text' ? value.mail?.domain : undefined);
}

function maskOf(domain: string | undefined): JsonValue {
  return domain === undefined ? { private: true } : { private: true, domain };
}

function isEmpty(value: RuntimeValue): boolean {
  if (typeof value !== 'object') return false;
  if (value.kind === 'ratings') return value.byName.size === 0;
  return (value.kind === 'list' || value.kind === 'signals') && value.items.length === 0;
}
