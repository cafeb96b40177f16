// A declared table and a sheet → its rows with every cell checked, or each place at which something is wrong.

import type { TableRow } from '../before-routing.ts';
import type { Field, RepValue, Type } from '../shapes.ts';
import { suggest } from '../values/suggest.ts';
import { trimText } from '../values/white-space.ts';
import { type Cell, type CellProblem, isCellProblem, readCell } from './cell.ts';
import { type Digits, lostZeros } from './leading-zeros.ts';
import type { People } from './people.ts';
import { isFieldProblem, readField } from './read-field.ts';
import { cellText, findColumn, type Sheet, type SheetRow } from './sheet.ts';

/** A table as it is declared. */
export interface TableColumns {
  readonly keys: readonly KeyColumn[];
  readonly gives: readonly Field[];
}

/** A key of a declared table. */
export interface KeyColumn {
  readonly name: string;
  /** The column's name, if it is another. */
  readonly column?: string;
  readonly type: Type;
}

/** Where something is wrong: the row's place in `Sheet.rows` and the column's, both from 0; `of`: the key or field that is read there. */
export interface SheetPlace {
  readonly row: number;
  readonly line: number;
  readonly column: number;
  readonly of: string;
}

/** What is wrong with a sheet. */
export type SheetProblem =
  /** It is empty, or its first row is. */
  | { readonly kind: 'no-columns' }
  /** The column `name`, from which `of` is read, is not there. */
  | { readonly kind: 'no-column'; readonly of: string; readonly name: string; readonly instead?: string }
  /** The column of this name stands there twice; `column` is the second. */
  | { readonly kind: 'column-twice'; readonly name: string; readonly column: number }
  /** There is a header and nothing else. */
  | { readonly kind: 'no-rows' }
  | ({ readonly kind: 'short-row' | 'long-row'; readonly cells: number; readonly columns: number } & SheetPlace)
  /** The file is not UTF-8: a character of this cell was lost. */
  | ({ readonly kind: 'not-utf8' } & SheetPlace)
  | ({ readonly kind: 'cell'; readonly part: 'key' | 'gives'; readonly problem: CellProblem } & SheetPlace)
  /** A field that is not optional has no value. */
  | ({ readonly kind: 'needed' } & SheetPlace)
  | ({ readonly kind: 'lost-zero'; readonly held: string; readonly instead: string } & SheetPlace);

/** The rows, and what is wrong with the sheet; `rows` counts only where there are no problems but `no-rows`. */
export interface TableReading {
  readonly rows: readonly TableRow[];
  /** What concerns the whole sheet, then by row and column, then lost zeros by column and row. */
  readonly problems: readonly SheetProblem[];
}

/** Reads a sheet as a table. Rows of which every cell is blank are left out; so are columns that the table does not name. */
export function readTable(columns: TableColumns, sheet: Sheet, people: People): TableReading {
  const problems: SheetProblem[] = [];
  const found = findColumns([...columns.keys, ...columns.gives], sheet, problems);
  if (problems.length > 0) return { rows: [], problems };
  const keys = columns.keys.map((key, at): KeyReader => ({ ...key, index: found[at] ?? 0, people, digits: [] }));
  const gives = columns.gives.map((field, at) => ({ field, index: found[keys.length + at] ?? 0, people }));
  const rows: TableRow[] = [];
  sheet.rows.forEach((sheetRow, row) => {
    if (isBlankRow(sheetRow) || !hasAllCells(sheetRow, row, sheet, problems)) return;
    rows.push({
      line: sheetRow.line,
      keys: keys.map((key) => readKey(key, sheetRow, row, problems)),
      gives: readGives(gives, sheetRow, row, problems),
    });
  });
  if (rows.length === 0 && problems.length === 0) problems.push({ kind: 'no-rows' });
  for (const { name, index, digits } of keys) {
    for (const { text, row, instead } of lostZeros(digits)) {
      const line = sheet.rows[row]?.line ?? 0;
      problems.push({ kind: 'lost-zero', row, line, column: index, of: name, held: text, instead });
    }
  }
  return { rows, problems };
}

/** Where each of these columns stands; reports those that are not there, or twice. */
export function findColumns(
  wanted: readonly { readonly name: string; readonly column?: string }[],
  sheet: Sheet,
  problems: SheetProblem[],
): readonly number[] {
  if (sheet.columns.every((column) => trimText(column) === '')) {
    problems.push({ kind: 'no-columns' });
    return [];
  }
  return wanted.map(({ name: of, column }) => {
    const name = column ?? of;
    const found = findColumn(sheet, name);
    if (found === undefined) {
      const instead = suggest(name, sheet.columns);
      problems.push({ kind: 'no-column', of, name, ...(instead === undefined ? {} : { instead }) });
    } else if (found.twice !== undefined) {
      problems.push({ kind: 'column-twice', name, column: found.twice });
    }
    return found?.index ?? 0;
  });
}

/** Whether nothing stands in a row. */
export function isBlankRow({ cells }: SheetRow): boolean {
  return cells.every((cell) => cell === '' || trimText(cellText(cell)) === '');
}

/** Whether a row has as many cells as there are columns; blank ones behind the last column do not count. Reports it if not. */
export function hasAllCells({ cells, line }: SheetRow, row: number, sheet: Sheet, problems: SheetProblem[]): boolean {
  const columns = sheet.columns.length;
  if (cells.length === columns) return true;
  const facts = { row, line, of: '', cells: cells.length, columns };
  if (cells.length < columns) {
    problems.push({ kind: 'short-row', column: Math.max(0, cells.length - 1), ...facts });
    return false;
  }
  const extra = cells.findIndex((cell, index) => index >= columns && trimText(cellText(cell)) !== '');
  if (extra === -1) return true;
  problems.push({ kind: 'long-row', column: extra, ...facts });
  return false;
}

/** Whether a text shows that its file was not UTF-8. */
function hasLostCharacters(text: string): boolean {
  return text.includes('\ufffd');
}

interface KeyReader extends KeyColumn {
  readonly index: number;
  readonly people: People;
  /** The cells of digits only, of texts and codes. */
  readonly digits: Digits[];
}

/** The cell as the IR has it; reports what is wrong with it. */
function readKey(key: KeyReader, { cells, line }: SheetRow, row: number, problems: SheetProblem[]): string {
  const text = trimText(cellText(cells[key.index]));
  const cell = readCell(text, key);
  if (hasLostCharacters(text)) {
    problems.push({ kind: 'not-utf8', row, line, column: key.index, of: key.name });
  } else if (isCellProblem(cell)) {
    problems.push({ kind: 'cell', part: 'key', row, line, column: key.index, of: key.name, problem: cell });
  } else {
    if ((key.type.kind === 'code' || key.type.kind === 'text') && DIGITS.test(text)) key.digits.push({ text, row });
    return key.type.kind === 'rep' || key.type.kind === 'team' ? writtenByIds(cell) : text;
  }
  return text;
}

const DIGITS = /^\d+$/;

/** The alternatives of reps and teams by their ids, so that the compiled table stands for itself. */
function writtenByIds(cell: Cell): string {
  if (cell.kind === 'anything') return '*';
  return cell.parts.map((part) => (part.kind === 'is' ? String(part.key) : 'missing')).join('|');
}

interface GiveReader {
  readonly field: Field;
  readonly index: number;
  readonly people: People;
}

function readGives(
  readers: readonly GiveReader[],
  { cells, line }: SheetRow,
  row: number,
  problems: SheetProblem[],
): Readonly<Record<string, RepValue>> {
  const given: Record<string, RepValue> = {};
  for (const { field, index, people } of readers) {
    const place = { row, line, column: index, of: field.name };
    const cell = cells[index];
    const value = readField(field, cell, people);
    if (typeof cell === 'string' && hasLostCharacters(cell)) problems.push({ kind: 'not-utf8', ...place });
    else if (isFieldProblem(value)) problems.push({ kind: 'cell', part: 'gives', ...place, problem: value.problem });
    else if (value !== undefined) given[field.name] = value;
    else if (!field.optional) problems.push({ kind: 'needed', ...place });
  }
  return given;
}
