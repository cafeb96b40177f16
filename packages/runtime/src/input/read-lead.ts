// Turns a lead as it arrives, JSON or a row of a table, into typed values, issues and the masked form that is recorded.

import type { WrittenTimes } from '../calendar/written-times.ts';
import { formatValue, jsonOfFields } from '../plan/format-value.ts';
import type { Plan } from '../plan/plan.ts';
import type { RuntimeValue } from '../values/runtime-value.ts';
import type { Domains } from '../world.ts';
import type { How } from './expected.ts';
import { describeHeld } from './held.ts';
import type { LeadReading } from './lead-reading.ts';
import { isObject } from './read-collection.ts';
import { type FieldsReading, readFields } from './read-fields.ts';
import type { Reader } from './read-scalar.ts';

/** What reading a lead needs beside the lead. */
export interface ReadingContext {
  /** What the host calls the lead where it has no readable id: "row 17". */
  readonly row: string;
  /** The lists themselves, not those of a world that records what it is asked: private texts are looked up in them. */
  readonly domains: Domains;
  readonly writtenTimes: WrittenTimes;
}

/**
 * Reads a lead by the declared types. `json`: what JSON.parse gave, by outside names; `csv`: each cell a text, by outside names; `own`: by field
 * names in the language's own writing. Never throws: what is wrong with a lead is said in its issues.
 */
export function readLead(plan: Plan, raw: unknown, how: How, context: ReadingContext): LeadReading {
  const { domains, writtenTimes, row } = context;
  const reader: Reader = { plan, how, domains, writtenTimes, restoring: false };
  return leadOf(plan, readRow(reader, raw), row);
}

/** A lead from what its fields were read as. */
function leadOf(plan: Plan, { values, issues }: FieldsReading, row: string): LeadReading {
  return {
    id: idOf(plan, values) ?? row,
    values,
    issues,
    invalid: issues.some(({ fatal }) => fatal),
    recorded: jsonOfFields(plan, plan.lead, values),
  };
}

/** Reads the fields of what should be an object. */
export function readRow(reader: Reader, raw: unknown): FieldsReading {
  const place = { prefix: '', isPrivate: false, depth: 0 };
  if (isObject(raw)) return readFields(reader, reader.plan.lead, raw, place);
  const { values } = readFields(reader, reader.plan.lead, {}, place);
  const issue = {
    field: 'lead',
    kind: 'wrong-type',
    held: describeHeld(raw),
    expected: 'an object with the fields of a lead, such as {"id": "L1"}',
    fatal: true,
  } as const;
  return { values, issues: [issue] };
}

function idOf(plan: Plan, values: readonly (RuntimeValue | undefined)[]): string | undefined {
  const slot = plan.lead.slots.get('id');
  const field = slot === undefined ? undefined : plan.lead.fields[slot];
  const value = slot === undefined ? undefined : values[slot];
  return field === undefined || value === undefined ? undefined : formatValue(field.type, value);
}
