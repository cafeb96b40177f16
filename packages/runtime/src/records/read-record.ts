// Turns a row of a source, JSON or a row of a table, into a record of the declared types, or into why it is left out.

import type { WrittenTimes } from '../calendar/written-times.ts';
import type { Issue } from '../decision.ts';
import type { How } from '../input/expected.ts';
import { describeHeld } from '../input/held.ts';
import { isObject } from '../input/read-collection.ts';
import { readFields } from '../input/read-fields.ts';
import type { PlanShape } from '../plan/evaluation.ts';
import { formatValue } from '../plan/format-value.ts';
import type { Plan } from '../plan/plan.ts';
import type { RecordValue } from '../values/runtime-value.ts';
import type { Domains } from '../world.ts';

/** What reading records needs beside the rows. */
export interface RecordsContext {
  /** The lists themselves, not those of a world that notes what it is asked. */
  readonly domains: Domains;
  readonly writtenTimes: WrittenTimes;
}

/** A record that was read. */
export interface RecordReading {
  readonly value: RecordValue;
  /** The field `id`, if the record has one that is known. */
  readonly id?: string;
  /** In the order of the fields. */
  readonly issues: readonly Issue[];
  /** A field that is needed is missing or not as declared: no match can use the record. */
  readonly unusable: boolean;
}

/**
 * Reads one row as a record of this name, by the same rules as leads: `from`, `written` and `blank` of the declaration; a value that is not as
 * declared is missing, with an issue. Undefined if the policy has no record of this name.
 */
export function readRecord(
  plan: Plan,
  record: string,
  raw: unknown,
  how: How,
  context: RecordsContext,
): RecordReading | undefined {
  const shape = plan.records.get(record);
  return shape && readRow(plan, shape, raw, how, context);
}

/** As `readRecord`, of a shape. */
export function readRow(
  plan: Plan,
  shape: PlanShape,
  raw: unknown,
  how: How,
  { domains, writtenTimes }: RecordsContext,
): RecordReading {
  const row = isObject(raw) ? raw : {};
  const reader = { plan, how, domains, writtenTimes, restoring: false };
  const { values, issues } = readFields(reader, shape, row, { prefix: '', isPrivate: false, depth: 0 });
  const id = idOf(shape, values);
  return {
    value: { kind: 'record', fields: values },
    ...(id === undefined ? {} : { id }),
    issues: isObject(raw) ? issues : [noObject(raw), ...issues],
    unusable: !isObject(raw) || issues.some(({ fatal }) => fatal),
  };
}

function idOf(shape: PlanShape, values: RecordValue['fields']): string | undefined {
  const slot = shape.slots.get('id') ?? -1;
  const field = shape.fields[slot];
  const value = values[slot];
  return field === undefined || field.private || value === undefined ? undefined : formatValue(field.type, value);
}

function noObject(raw: unknown): Issue {
  const expected = 'an object with the fields of a record, such as {"name": "Acme"}';
  return { field: 'record', kind: 'wrong-type', held: describeHeld(raw), expected, fatal: true };
}
