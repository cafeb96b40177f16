// Tables → how their keys are compared, their rows from the file, and every place at which a declaration or a cell does not fit.

import {
  type Field,
  foldText,
  type KeyColumn,
  type People,
  readTable,
  repDirectory,
  type SheetProblem,
  sheetWords,
  teamDirectory,
} from '@fairlead/ir';
import type { TableBlock, TableKey } from '../ast/nodes.ts';
import type { Code } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Related } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { Source, Span } from '../source/source.ts';
import { readSheet, type SheetReading } from '../tables/read-sheet.ts';
import { type Checking, isAbsent, problem } from './checking.ts';
import { comparedAs } from './operand.ts';
import { checkNearChoices } from './table-choices.ts';
import type { ValueType } from './types.ts';
import { typeWords } from './words.ts';

/** Checks every table and reads its rows. Comes behind the checks of fields, values and people: their facts are needed. */
export function checkTables(checking: Checking): void {
  const tables = checking.bindings.files.flatMap((file) =>
    file.declarations.flatMap((declaration) => (declaration.kind === 'table' ? [declaration] : [])),
  );
  if (tables.length === 0) return;
  const people = peopleOf(checking);
  for (const table of tables) checkTable(table, people, checking);
}

/** Everybody whom a cell may mean, as far as they are declared without a problem. */
function peopleOf({ bindings, repValues, fields }: Checking): People {
  const reps = [...bindings.reps].map(([id, { member }]) => ({
    id,
    label: member.label?.value ?? id,
    values: Object.fromEntries(
      member.entries.flatMap((entry) => {
        const value = entry.kind === 'rep-value' ? repValues.get(entry.id) : undefined;
        return entry.kind === 'rep-value' && value !== undefined ? [[entry.field.text, value]] : [];
      }),
    ),
  }));
  const repFields = (bindings.repFields?.fields ?? []).flatMap(
    (field): Field | readonly Field[] => fields.get(field.id) ?? [],
  );
  const teams = [...bindings.teams].map(([id, { label }]) => ({ id, label: label.value }));
  return { reps: repDirectory(reps, repFields), teams: teamDirectory(teams) };
}

function checkTable(table: TableBlock, people: People, checking: Checking): void {
  const before = checking.problems.length;
  const columns = new Map<string, string>();
  const keys = table.keys.flatMap((key) => checkKey(key, columns, checking));
  const gives = table.gives.flatMap((node) => {
    const field = checking.fields.get(node.id);
    if (field !== undefined) checkColumn(field.column ?? field.name, field.name, node.span, columns, checking);
    return field ?? [];
  });
  const source = checking.tableTexts.get(table.id);
  const isWhole = keys.length === table.keys.length && gives.length === table.gives.length;
  // Of a part of a policy not everybody is known whom a cell may name.
  if (checking.part) return;
  // Whether cells fit can only be said where the whole declaration makes sense.
  if (source === undefined || !isWhole || checking.problems.length > before) return;
  readRows(table, { keys, gives }, source, people, checking);
}

function checkKey(key: TableKey, columns: Map<string, string>, checking: Checking): readonly KeyColumn[] {
  const { name } = key;
  const type = typeOfKey(key, checking);
  if (isAbsent(name) || type === undefined || type.kind === 'unknown') return [];
  const column = key.column !== undefined && !isAbsent(key.column) ? key.column.value : undefined;
  if (column?.trim() === '') problem('FL365', (key.column ?? name).span, { what: 'The name of a column' }, checking);
  checkColumn(column ?? name.text, name.text, key.span, columns, checking);
  if (comparedAs(type) !== undefined) return [{ name: name.text, type, ...(column === undefined ? {} : { column }) }];
  problem('FL704', (key.value ?? name).span, { key: name.text, type: typeWords(type) }, checking);
  return [];
}

/** The type of what a key is compared with; undefined or unknown where that was reported. */
function typeOfKey({ name, value }: TableKey, checking: Checking): ValueType | undefined {
  if (value !== undefined) return checking.values.get(value.id);
  const referent = checking.bindings.references.get(name.id);
  const field = referent?.kind === 'lead-field' ? referent.path[0] : undefined;
  return field && checking.fieldTypes.get(field.id);
}

function checkColumn(column: string, of: string, span: Span, columns: Map<string, string>, checking: Checking): void {
  const folded = foldText(column);
  const one = columns.get(folded);
  // The same key twice has been reported by its name.
  if (one !== undefined && one !== of) problem('FL703', span, { column, one, other: of }, checking);
  columns.set(folded, of);
}

function readRows(
  table: TableBlock,
  columns: Parameters<typeof readTable>[0],
  source: Source,
  people: People,
  checking: Checking,
): void {
  const reading = readSheet(source);
  if (reading.kind === 'broken') {
    problem('FL705', reading.span, { why: reading.why }, checking, { related: [declared(table)] });
    return;
  }
  const { rows, problems } = readTable(columns, reading.sheet, people);
  checking.tableRows.set(table.id, rows);
  if (problems.length === 0) checkNearChoices(columns.keys, rows, reading, people, checking);
  const found = problems.map((one) => ({ problem: one, span: placeOf(one, table, reading) }));
  // Those of lost zeros come behind all others.
  if (problems.length > MOST_TOLD) found.sort((a, b) => a.span.start - b.span.start);
  for (const one of found.slice(0, MOST_TOLD)) checking.problems.push(toldAs(one.problem, one.span, table));
  const rest = found[MOST_TOLD];
  if (rest !== undefined) problem('FL720', rest.span, { more: found.length - MOST_TOLD }, checking);
}

/** So many problems of one file are told: who has more has one mistake in many rows. */
const MOST_TOLD = 20;

type Reading = Extract<SheetReading, { readonly kind: 'sheet' }>;

function placeOf(one: SheetProblem, { path }: TableBlock, { spanOf }: Reading): Span {
  switch (one.kind) {
    case 'no-columns':
    case 'no-rows':
      return path.span;
    case 'no-column':
      return spanOf('header', 0);
    case 'column-twice':
      return spanOf('header', one.column);
    default:
      return spanOf(one.row, one.column);
  }
}

function toldAs(one: SheetProblem, span: Span, table: TableBlock): Diagnostic {
  if (one.kind === 'no-columns') return report('FL705', span, { why: 'empty' });
  const words = { words: sheetWords(one) };
  const related = relatedTo(one, table);
  return report(codeOf(one), span, words, { related });
}

type InFileCode = Exclude<Extract<Code, `FL7${string}`>, 'FL701' | 'FL703' | 'FL704' | 'FL705' | 'FL720'>;

function codeOf(one: Exclude<SheetProblem, { readonly kind: 'no-columns' }>): InFileCode {
  return one.kind === 'cell' ? CELL_CODES[one.problem.kind] : SHEET_CODES[one.kind];
}

const SHEET_CODES: { readonly [K in Exclude<SheetProblem['kind'], 'no-columns' | 'cell'>]: InFileCode } = {
  'no-column': 'FL706',
  'column-twice': 'FL707',
  'no-rows': 'FL708',
  'short-row': 'FL710',
  'long-row': 'FL710',
  'not-utf8': 'FL711',
  'lost-zero': 'FL713',
  needed: 'FL719',
};

type CellProblemKind = Extract<SheetProblem, { readonly kind: 'cell' }>['problem']['kind'];

const CELL_CODES: { readonly [K in CellProblemKind]: InFileCode } = {
  blank: 'FL712',
  damage: 'FL713',
  'blank-part': 'FL714',
  'open-quote': 'FL714',
  'behind-quote': 'FL714',
  star: 'FL714',
  'prefix-type': 'FL714',
  'range-type': 'FL715',
  'range-open': 'FL715',
  'range-reversed': 'FL715',
  type: 'FL716',
  digits: 'FL716',
  currency: 'FL716',
  choice: 'FL717',
  nobody: 'FL718',
  several: 'FL718',
};

/** Where the key or field is declared that is read there. */
function relatedTo(one: SheetProblem, table: TableBlock): readonly Related[] {
  if (!('of' in one) || one.of === '') return one.kind === 'no-rows' ? [] : [declared(table)];
  const key = table.keys.find(({ name }) => name.text === one.of);
  const field = table.gives.find(({ name }) => name.text === one.of);
  if (key !== undefined)
    return [{ span: key.span, message: `it is read for \`key ${one.of}\` of the table \`${table.name.text}\`` }];
  if (field === undefined) return [declared(table)];
  return [{ span: field.span, message: `it is read for \`gives ${one.of}\` of the table \`${table.name.text}\`` }];
}

function declared({ name, path }: TableBlock): Related {
  return { span: path.span, message: `it is read for the table \`${name.text}\`` };
}
