// The text of a CSV file → its columns and rows, and where each cell stands.

import type { Sheet, SheetRow } from '@fairlead/ir';
import { parse } from 'csv-parse/browser/esm/sync';
import { lineStarts, type Span } from '../source/source.ts';

/** A file as it was read. */
export interface SheetFile {
  readonly name: string;
  readonly text: string;
}

/** The sheet, or where its text cannot be read and why. */
export type SheetReading =
  | {
      readonly kind: 'sheet';
      readonly sheet: Sheet;
      /** The place of a cell, by its row in `sheet.rows` and its column; `header`: of a column's name. */
      readonly spanOf: (row: number | 'header', column: number) => Span;
    }
  /** `open-quote`: one that is never closed; `quote`: one in the middle of a cell, or something behind one that closes. */
  | { readonly kind: 'broken'; readonly why: 'open-quote' | 'quote' | 'unreadable'; readonly span: Span };

/**
 * Reads a table as spreadsheets save it: with a comma, semicolon or tab between cells, as its header shows; cells in double quotes may hold separators,
 * doubled quotes and line ends; any kind of line end; a byte order mark is skipped. The first row that is not blank names the columns.
 */
export function readSheet({ name, text }: SheetFile): SheetReading {
  const delimiter = delimiterOf(text);
  const records: (readonly string[])[] = [];
  const ends: number[] = [];
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      bom: true,
      on_record: (cells: readonly string[], { bytes }: { readonly bytes: number }) => {
        records.push(cells);
        ends.push(bytes);
        return null;
      },
    });
  } catch (error) {
    return { kind: 'broken', ...faultOf(error), span: lineAt(name, text, offsetOf(text, ends.at(-1) ?? 0)) };
  }
  const starts = recordStarts(text, ends);
  const header = records.findIndex((cells) => cells.some((cell) => cell.trim() !== ''));
  const first = header === -1 ? records.length : header;
  return {
    kind: 'sheet',
    sheet: { columns: records[first] ?? [], rows: rowsOf(text, records, starts, first + 1) },
    spanOf: (row, column) => {
      const at = starts[row === 'header' ? first : first + 1 + row] ?? 0;
      return { file: name, ...cellAt(text, at, delimiter, column) };
    },
  };
}

const DELIMITERS: readonly string[] = [',', ';', '\t'];

/** The sign that divides the header into most columns; the comma where none does. */
function delimiterOf(text: string): string {
  const [header = ''] = /^.*\S.*$/m.exec(text.slice(0, LONGEST_HEADER)) ?? [];
  const bare = header.replace(/"(?:[^"]|"")*"/g, '');
  const counts = DELIMITERS.map((sign) => bare.split(sign).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

const LONGEST_HEADER = 100_000;

function faultOf(error: unknown): { readonly why: 'open-quote' | 'quote' | 'unreadable' } {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'CSV_QUOTE_NOT_CLOSED') return { why: 'open-quote' };
  return { why: code === 'CSV_INVALID_CLOSING_QUOTE' || code === 'INVALID_OPENING_QUOTE' ? 'quote' : 'unreadable' };
}

/** Where each record begins, in UTF-16 units, from where each ends in bytes of UTF-8. */
function recordStarts(text: string, ends: readonly number[]): readonly number[] {
  const starts: number[] = [text.startsWith('\ufeff') ? 1 : 0];
  let bytes = 0;
  let at = 0;
  for (const end of ends) {
    for (; bytes < end && at < text.length; at += 1) bytes += bytesOf(text.charCodeAt(at));
    starts.push(at);
  }
  return starts;
}

function offsetOf(text: string, end: number): number {
  return recordStarts(text, [end]).at(-1) ?? 0;
}

/** How many bytes of UTF-8 a UTF-16 unit adds; both halves of a pair together four. */
function bytesOf(unit: number): number {
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  return unit >= 0xd800 && unit < 0xe000 ? 2 : 3;
}

function rowsOf(
  text: string,
  records: readonly (readonly string[])[],
  starts: readonly number[],
  from: number,
): readonly SheetRow[] {
  const lines = lineStarts(text);
  let line = 0;
  const rows: SheetRow[] = [];
  for (let index = from; index < records.length; index += 1) {
    const start = starts[index] ?? 0;
    while (line + 1 < lines.length && (lines[line + 1] ?? 0) <= start) line += 1;
    rows.push({ line: line + 1, cells: records[index] ?? [] });
  }
  return rows;
}

/** The cell of a column in the record that begins at an offset: without what separates it, with its quotes. */
function cellAt(text: string, start: number, delimiter: string, column: number): { start: number; end: number } {
  let at = start;
  let end = cellEnd(text, at, delimiter);
  for (let index = 0; index < column && text[end] === delimiter; index += 1) {
    at = end + 1;
    end = cellEnd(text, at, delimiter);
  }
  return { start: at, end };
}

function cellEnd(text: string, start: number, delimiter: string): number {
  let at = start;
  if (text[at] === '"') {
    for (at += 1; at < text.length; at += 1) {
      if (text[at] !== '"') continue;
      if (text[at + 1] !== '"') break;
      at += 1;
    }
  }
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** The line on which an offset stands. */
function lineAt(file: string, text: string, offset: number): Span {
  const rest = /^[^\n\r]*/.exec(text.slice(offset, offset + LONGEST_HEADER))?.[0].length ?? 0;
  return { file, start: offset, end: offset + Math.max(rest, 1) };
}
