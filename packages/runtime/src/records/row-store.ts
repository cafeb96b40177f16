// Rows of a source → the declared columns of each as one short text, read again when somebody asks: a million records stay small.

import type { How } from '../input/expected.ts';
import type { PlanShape } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import type { RecordValue } from '../values/runtime-value.ts';
import { type RecordsContext, readRow } from './read-record.ts';

/** The rows that were kept, by number from 0, in the order in which they came. */
export interface RowStore {
  readonly add: (raw: object, how: How, position: number) => void;
  readonly size: () => number;
  /** Where it stood in the source, from 1. */
  readonly position: (record: number) => number;
  readonly read: (record: number) => { readonly value: RecordValue; readonly id: string };
}

/** An empty store for records of this shape. */
export function rowStore(plan: Plan, shape: PlanShape, context: RecordsContext): RowStore {
  const columns = { own: shape.fields.map(({ name }) => name), outside: shape.fields.map(({ column }) => column) };
  const rows: string[] = [];
  const positions: number[] = [];
  const hows: How[] = [];
  const namesFor = (how: How): readonly string[] => (how === 'own' ? columns.own : columns.outside);
  return {
    add: (raw, how, position) => {
      // Only what the row itself has, as in `readFields`.
      const pieces = namesFor(how).map((key) => (Object.hasOwn(raw, key) ? raw[key as keyof typeof raw] : null));
      rows.push(JSON.stringify(pieces));
      positions.push(position);
      hows.push(how);
    },
    size: () => rows.length,
    position: (record) => positions[record] ?? 0,
    read: (record) => {
      const how = hows[record] ?? 'json';
      // What was written above.
      const pieces = JSON.parse(rows[record] ?? '[]') as readonly unknown[];
      const row = Object.fromEntries(namesFor(how).map((key, index) => [key, pieces[index]]));
      const { value, id } = readRow(plan, shape, row, how, context);
      return { value, id: id ?? `row ${positions[record] ?? 0}` };
    },
  };
}
