// Turns the tables of a policy into what finds the row that fits a lead.

import { type Cell, cellType, isCellProblem, type People, peopleOf, readCell, type Table } from '@fairlead/ir';
import { repValue } from '../plan/constant-value.ts';
import { givenFor } from '../plan/eval.ts';
import type { Eval, PlanTableRow } from '../plan/evaluation.ts';
import { isPrivate, slotsOfValues, typeOf } from '../plan/facts.ts';
import { KEYS } from '../plan/keys.ts';
import type { PlanTable, PlanTableKey } from '../plan/plan-stages.ts';
import { shapeOfGives } from '../plan/read-shapes.ts';
import { compileRead } from '../plan/read-value.ts';
import type { Scope } from '../plan/scope.ts';
import type { Sought } from './key-ids.ts';
import { indexRows } from './row-index.ts';

/** Builds the tables, in text order. */
export function buildTables(scope: Scope): readonly PlanTable[] {
  const { tables } = scope.policy;
  if (tables.length === 0) return [];
  const people = peopleOf(scope.policy);
  return tables.map((table, index) => buildTable(scope, table, index, people));
}

function buildTable(scope: Scope, table: Table, index: number, people: People): PlanTable {
  const keys = table.keys.map(
    (key): PlanTableKey => ({
      key,
      type: typeOf(scope, key.value),
      isPrivate: isPrivate(scope, key.value),
      read: compileRead(scope, key.value),
    }),
  );
  const findRow = indexRows(readCells(table, keys, people), keys.length);
  const soughtOf = keys.map(({ key, read }) => {
    const keyOf = KEYS[key.as];
    return (e: Eval): Sought => {
      const value = read(e);
      return { key: value === undefined ? undefined : keyOf(value), value };
    };
  });
  const look = (e: Eval): number => findRow(soughtOf.map((sought) => sought(e)));
  const rowAt = rowReader(table);
  const position: (e: Eval) => number = keys.some((key) => key.isPrivate) ? sealed(scope, table, look) : look;
  return { table, index, gives: shapeOfGives(table.gives), keys, find: (e) => rowAt(position(e)) };
}

/** The cells of every row; each text of a column is read once, since columns say the same over and over. A cell that cannot be read fits nothing. */
function readCells(
  { rows, keys }: Table,
  read: readonly PlanTableKey[],
  people: People,
): readonly (readonly (Cell | undefined)[])[] {
  const readers = keys.map(({ as, currency }, column) => {
    const type = read[column]?.type ?? cellType(as, currency);
    const known = new Map<string, Cell | undefined>();
    return (text: string): Cell | undefined => {
      if (known.has(text)) return known.get(text);
      const cell = readCell(text, { type, people });
      const found = isCellProblem(cell) ? undefined : cell;
      known.set(text, found);
      return found;
    };
  });
  return rows.map((row) => readers.map((reader, column) => reader(row.keys[column] ?? '')));
}

/** The rows as they are read; each is turned into values when a lead first meets it. */
function rowReader({ rows, gives }: Table): (position: number) => PlanTableRow | undefined {
  const known: (PlanTableRow | undefined)[] = [];
  return (position) => {
    const row = rows[position];
    if (row === undefined) return undefined;
    known[position] ??= {
      row,
      values: gives.map(({ name, type }) =>
        repValue(type, Object.hasOwn(row.gives, name) ? row.gives[name] : undefined),
      ),
    };
    return known[position];
  };
}

/** Notes the row by its place, so that the decision can be made again without the private values; then it is taken from there. */
function sealed(scope: Scope, { name, keys }: Table, look: (e: Eval) => number): (e: Eval) => number {
  const slots = slotsOfValues(
    scope,
    keys.map(({ value }) => value),
  );
  const note = `table ${name}`;
  return (e) => {
    const known = e.sealed.noted.get(note);
    if (typeof known === 'number') return known - 1;
    const given = givenFor(e, slots);
    const place = given === undefined ? look(e) + 1 : Number(Object.hasOwn(given, note) ? given[note] : 0);
    e.sealed.noted.set(note, place);
    return place - 1;
  };
}
