// The bytes of a table in CSV → its header and its leads. csv-parse reads; here a broken row is kept from taking others with it.
import { isUtf8 } from 'node:buffer';
import { CsvError, Parser } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { NOT_UTF8, TOO_LONG } from './parse-lead.ts';
import { type Batches, type BrokenRow, MAX_ROW_BYTES, type Row } from './row.ts';

/** Reads a table. The first row that is not blank names the columns. */
export async function* csvRows(chunks: AsyncIterable<Buffer>, delimiter: string): Batches {
  const reading = startReading(delimiter);
  for await (const chunk of chunks) {
    await feed(reading, chunk);
    if (reading.rows.length > 0) yield take(reading);
  }
  await finish(reading);
  if (reading.rows.length > 0) yield take(reading);
}

interface Reading {
  readonly delimiter: string;
  parser: Parser;
  /** The bytes behind the last row that was read: more than one row's only while a quote is open. */
  held: Buffer;
  /** How many bytes of `held` belong to rows that were read since. */
  done: number;
  /** Where the parser's own counting began, against `held`. */
  parserBase: number;
  row: number;
  line: number;
  header: Header | undefined;
  /** Whether bytes came that are no UTF-8: then rows are looked at one by one. */
  suspect: boolean;
  /** The row at the beginning of `held` cannot be read; it is stepped over as soon as the end of its first line is there. */
  fault: CsvError | undefined;
  /** The rest of a line that is too long is thrown away. */
  skipping: boolean;
  rows: Row[];
}

interface Header {
  readonly width: number;
  /** By column; undefined where the name is blank or stood there before. */
  readonly keys: readonly (string | undefined)[];
}

function startReading(delimiter: string): Reading {
  const reading: Reading = {
    delimiter,
    // Set at once below: the parser needs the reading that it fills.
    parser: undefined as unknown as Parser,
    held: Buffer.alloc(0),
    done: 0,
    parserBase: 0,
    row: 0,
    line: 1,
    header: undefined,
    suspect: false,
    fault: undefined,
    skipping: false,
    rows: [],
  };
  startParser(reading, true);
  return reading;
}

const ENDS = ['\r\n', '\n', '\r'];

/** A parser that hands each row over by itself and keeps none. */
function startParser(reading: Reading, bom: boolean): void {
  const parser = new Parser({
    bom,
    delimiter: reading.delimiter,
    record_delimiter: ENDS,
    relax_column_count: true,
    max_record_size: MAX_ROW_BYTES,
    on_record: (cells: readonly string[], { bytes }: { readonly bytes: number }) => {
      addRow(reading, cells, bytes + reading.parserBase);
      return null;
    },
  });
  // The error also comes to the callback of `write`, where it is dealt with.
  parser.on('error', () => {});
  parser.resume();
  reading.parser = parser;
}

function take(reading: Reading): readonly Row[] {
  const { rows } = reading;
  reading.rows = [];
  return rows;
}

/** Parses bytes that follow on `held`, over every broken row. */
async function feed(reading: Reading, bytes: Buffer): Promise<void> {
  let left = bytes;
  let step = bytes.length;
  while (left.length > 0) {
    if (reading.skipping) {
      left = afterLineBreak(reading, left);
    } else if (reading.fault !== undefined) {
      reading.held = Buffer.concat([reading.held, left]);
      left = stepOver(reading, reading.fault, false);
    } else {
      const piece = left.subarray(0, step);
      reading.held = reading.held.length === 0 ? piece : Buffer.concat([reading.held, piece]);
      if (!reading.suspect) reading.suspect = !isUtf8(wholeCharacters(reading.held));
      reading.fault = await written(reading.parser, piece);
      drop(reading);
      left = left.subarray(step);
      if (reading.fault === undefined) continue;
      // In small pieces: if the next row is broken too, little has to be read again.
      step = STEP;
      left = Buffer.concat([stepOver(reading, reading.fault, false), left]);
    }
  }
}

const STEP = 8192;

async function finish(reading: Reading): Promise<void> {
  while (!reading.skipping) {
    reading.fault ??= await ended(reading.parser);
    drop(reading);
    if (reading.fault === undefined) return;
    await feed(reading, stepOver(reading, reading.fault, true));
  }
}

function written(parser: Parser, bytes: Buffer): Promise<CsvError | undefined> {
  return new Promise((resolve, reject) => {
    parser.write(bytes, (error) => settle(error, resolve, reject));
  });
}

function ended(parser: Parser): Promise<CsvError | undefined> {
  return new Promise((resolve, reject) => {
    parser.once('error', (error) => settle(error, resolve, reject));
    parser.once('end', () => resolve(undefined));
    parser.end();
  });
}

function settle(
  error: Error | null | undefined,
  resolve: (problem: CsvError | undefined) => void,
  reject: (error: Error) => void,
): void {
  if (error === null || error === undefined) resolve(undefined);
  else if (error instanceof CsvError) resolve(error);
  else reject(error);
}

/** Forgets the bytes of rows that were read. */
function drop(reading: Reading): void {
  if (reading.done === 0) return;
  reading.held = reading.held.subarray(reading.done);
  reading.parserBase -= reading.done;
  reading.done = 0;
}

/**
 * Reports the row that could not be read, and starts anew at the line behind its first one: gives the bytes that are to be read again. None if the
 * end of that line has not come yet.
 */
function stepOver(reading: Reading, fault: CsvError, atEnd: boolean): Buffer {
  const { held } = reading;
  const end = lineEnd(held, atEnd);
  if (end === undefined && held.length <= MAX_ROW_BYTES) return Buffer.alloc(0);
  reading.row += 1;
  const saved = end === undefined ? undefined : readLeniently(reading, held.subarray(0, end), fault);
  if (saved === undefined) reading.rows.push(brokenRow(reading, fault));
  else addCells(reading, saved);
  reading.line += 1;
  reading.skipping = end === undefined;
  reading.fault = undefined;
  reading.held = Buffer.alloc(0);
  reading.parserBase = 0;
  startParser(reading, false);
  return end === undefined ? Buffer.alloc(0) : held.subarray(end);
}

/** A quote inside a cell that does not begin with one (`5" screen`) is a sign like any other, if the row then has the right columns. */
function readLeniently(reading: Reading, line: Buffer, fault: CsvError): readonly string[] | undefined {
  if (codeOf(fault) !== 'INVALID_OPENING_QUOTE' || reading.header === undefined || !isUtf8(line)) return undefined;
  try {
    const options = {
      delimiter: reading.delimiter,
      record_delimiter: ENDS,
      relax_quotes: true,
      relax_column_count: true,
    };
    const [cells, ...more] = parseAtOnce(line, options);
    return more.length === 0 && cells?.length === reading.header.width ? cells : undefined;
  } catch {
    return undefined;
  }
}

/** csv-parse names this one without the `CSV_` that its types promise. */
function codeOf(fault: CsvError): string {
  return fault.code;
}

function brokenRow(reading: Reading, fault: CsvError): BrokenRow {
  const column = typeof fault['column'] === 'number' ? fault['column'] + 1 : undefined;
  return broken(reading, QUOTE_PROBLEMS[codeOf(fault)] ?? TOO_LONG, column);
}

const QUOTE_PROBLEMS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quote (") is opened in this row and never closed.',
  CSV_MAX_RECORD_SIZE: TOO_LONG,
  CSV_INVALID_CLOSING_QUOTE:
    'A quote (") is opened in this row, and something stands behind the quote that closes it. Double the quotes inside a text: "".',
  INVALID_OPENING_QUOTE:
    'A quote (") stands inside a text that does not begin with one. Put the whole text in quotes and double those inside: "".',
};

function broken(reading: Reading, what: string, column?: number): BrokenRow {
  const { row, line } = reading;
  return { kind: 'broken', row, ...(line === row ? {} : { line }), ...(column === undefined ? {} : { column }), what };
}

/** A row that ends at this byte of `held`. */
function addRow(reading: Reading, cells: readonly string[], end: number): void {
  const bytes = reading.held.subarray(reading.done, end);
  reading.row += 1;
  if (reading.suspect && !isUtf8(bytes)) reading.rows.push(broken(reading, NOT_UTF8));
  else addCells(reading, cells);
  reading.line += lineBreaks(cells, bytes);
  reading.done = end;
}

/** How many lines the row takes: one, and one for each line break in its cells. */
function lineBreaks(cells: readonly string[], bytes: Buffer): number {
  if (!cells.some((cell) => cell.includes('\n') || cell.includes('\r'))) return 1;
  const breaks = bytes.toString('latin1').match(/\r\n|\n|\r/g)?.length ?? 0;
  return Math.max(1, breaks);
}

function addCells(reading: Reading, cells: readonly string[]): void {
  // Blank lines, and the rows of empty cells that spreadsheets leave at the end.
  if (cells.every((cell) => cell.trim() === '')) return;
  if (reading.header === undefined) {
    const columns = cells.map((cell) => cell.trim());
    const keys = columns.map((name, index) => (name === '' || columns.indexOf(name) < index ? undefined : name));
    reading.header = { width: cells.length, keys };
    reading.rows.push({ kind: 'header', columns });
    return;
  }
  const { width, keys } = reading.header;
  const tooMany = cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '');
  if (cells.length < width || tooMany) {
    const what = `This row has ${cells.length} ${cells.length === 1 ? 'column' : 'columns'}, and the header has ${width}.`;
    reading.rows.push(broken(reading, what, tooMany ? width + 1 : cells.length));
    return;
  }
  reading.rows.push({ kind: 'lead', row: reading.row, how: 'csv', raw: leadOf(keys, cells) });
}

function leadOf(keys: Header['keys'], cells: readonly string[]): Readonly<Record<string, string>> {
  // Without a prototype: a column may be called `__proto__`.
  const lead: Record<string, string> = Object.create(null);
  for (const [index, key] of keys.entries()) if (key !== undefined) lead[key] = cells[index] ?? '';
  return lead;
}

/** Behind the first line break; undefined if there is none, or if what follows may still belong to it. */
function lineEnd(bytes: Buffer, atEnd: boolean): number | undefined {
  const feed = bytes.indexOf(10);
  const back = bytes.indexOf(13);
  const isReturn = back !== -1 && (feed === -1 || back < feed - 1);
  if (isReturn && (atEnd || back < bytes.length - 1)) return back + 1;
  if (!isReturn && feed !== -1) return feed + 1;
  return atEnd ? bytes.length : undefined;
}

function afterLineBreak(reading: Reading, chunk: Buffer): Buffer {
  const end = lineEnd(chunk, false);
  if (end === undefined) return Buffer.alloc(0);
  reading.skipping = false;
  return chunk.subarray(end);
}

/** The bytes without a character at their end that goes on in the next piece. */
function wholeCharacters(bytes: Buffer): Buffer {
  for (let back = 1; back <= 4 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
  }
  return bytes;
}
