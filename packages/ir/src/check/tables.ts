// Tables of a policy → keys that read what is not there yet, rows that are too short, cells that say nothing and values of other types.

import type { Table, TableKey, TableRow } from '../before-routing.ts';
import type { Policy } from '../policy.ts';
import type { Field, Type } from '../shapes.ts';
import { type Cell, type CellProblem, isCellProblem, readCell } from '../tables/cell.ts';
import { type People, peopleOf } from '../tables/people.ts';
import type { Names } from './names.ts';
import { type At, quote, type Report, under } from './report.ts';
import { checkFieldTypes, checkValues } from './shapes.ts';
import { checkValue, fits, type Scope, typeWords } from './values.ts';

/** Checks tables in the order in which they are looked up. `scope` has all matches and no tables. */
export function checkTables(policy: Policy, scope: Scope, report: Report): void {
  const lookedUp = new Set<string>();
  const people = peopleOf(policy);
  policy.tables.forEach((table, i) => {
    checkTable(table, people, under(undefined, 'tables', i), { ...scope, tables: lookedUp }, report);
    lookedUp.add(table.name);
  });
}

function checkTable({ keys, gives, rows }: Table, people: People, at: At, scope: Scope, report: Report): void {
  const seen = new Set<string>();
  const readers = keys.map((key, i) => {
    const place = under(at, 'keys', i);
    if (seen.has(key.name)) report.add(under(place, 'name'), 'duplicate', `${quote(key.name)} is there twice`);
    seen.add(key.name);
    return cellReader(checkKey(key, place, scope, report), people);
  });
  checkGives(gives, under(at, 'gives'), scope.names, report);
  const fields = new Map(gives.map((field) => [field.name, field]));
  let before = 0;
  rows.forEach((row, i) => {
    const place = under(at, 'rows', i);
    if (row.line <= before) report.add(under(place, 'line'), 'order', 'Rows are in the order of the file');
    before = row.line;
    checkRow(row, readers, fields, place, scope.names, report);
  });
}

/** The type of the key; undefined where it was reported. */
function checkKey({ value, as, currency }: TableKey, at: At, scope: Scope, report: Report): Type | undefined {
  const type = checkValue(value, under(at, 'value'), scope, report);
  if (type === undefined) return undefined;
  if (!fits(type, as)) report.add(under(at, 'value'), 'invariant', `A ${typeWords(type)} is not compared as ${as}`);
  const own = type.kind === 'money' ? type.currency : undefined;
  if (own !== currency) {
    const words = own === undefined ? 'Only a key of money has a currency' : `Its cells are in ${own}`;
    report.add(under(at, 'currency'), 'invariant', words);
  }
  return fits(type, as) ? type : undefined;
}

/** Reads cells of a key; each text once, since a column says the same over and over. */
type ReadKeyCell = (text: string) => Cell | CellProblem;

function cellReader(type: Type | undefined, people: People): ReadKeyCell | undefined {
  if (type === undefined) return undefined;
  const known = new Map<string, Cell | CellProblem>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const cell = readCell(text, { type, people });
    if (known.size < MOST_KNOWN) known.set(text, cell);
    return cell;
  };
}

const MOST_KNOWN = 10_000;

function checkGives(gives: readonly Field[], at: At, names: Names, report: Report): void {
  const seen = new Set<string>();
  gives.forEach((field, i) => {
    const place = under(at, i);
    if (seen.has(field.name)) report.add(under(place, 'name'), 'duplicate', `${quote(field.name)} is there twice`);
    seen.add(field.name);
    if (field.private) report.add(under(place, 'private'), 'invariant', 'What a table gives is not private');
    if (field.type.kind === 'record' || field.type.kind === 'signals') {
      report.add(under(place, 'type'), 'invariant', `A table gives no ${field.type.kind}`);
    }
  });
  checkFieldTypes(gives, at, names, report);
}

function checkRow(
  row: TableRow,
  readers: readonly (ReadKeyCell | undefined)[],
  fields: ReadonlyMap<string, Field>,
  at: At,
  names: Names,
  report: Report,
): void {
  if (row.keys.length !== readers.length) {
    report.add(under(at, 'keys'), 'invariant', `A row has ${readers.length} cells for keys, one each`);
  }
  row.keys.forEach((text, i) => {
    const cell = readers[i]?.(text);
    if (cell !== undefined && isCellProblem(cell)) {
      report.add(under(at, 'keys', i), 'invariant', `The cell cannot be read (${cell.kind})`);
    }
  });
  checkValues(row.gives, fields, 'The table gives no', under(at, 'gives'), names, report);
}
