// The bytes of a JSON file → its leads, or whatever its rows are: the items of a list, or objects one after the other. Item by item, so that the file may be of any size.
import { isUtf8 } from 'node:buffer';
import { NOT_UTF8, parseLead, TOO_LONG } from './parse-lead.ts';
import { type Batches, type BrokenRow, type Item as Kind, MAX_ROW_BYTES, type Row } from './row.ts';

/** Finds where each item ends by its brackets and quotes, and reads it alone. A broken item loses no other as long as its brackets fit. */
export async function* jsonRows(chunks: AsyncIterable<Buffer>, of: Kind): Batches {
  const state: State = {
    of,
    inList: false,
    listClosed: true,
    row: 0,
    line: 1,
    lineStart: 0,
    offset: 0,
    item: undefined,
  };
  let first = true;
  for await (const chunk of chunks) {
    const rows: Row[] = [];
    scan(state, first ? withoutMark(chunk) : chunk, rows);
    first = false;
    if (rows.length > 0) yield rows;
  }
  const rows: Row[] = [];
  finish(state, rows);
  if (rows.length > 0) yield rows;
}

interface State {
  readonly of: Kind;
  /** Between the brackets of the outer list. */
  inList: boolean;
  listClosed: boolean;
  /** How many items have begun. */
  row: number;
  /** The line being read, from 1, and the offset of its first byte. */
  line: number;
  lineStart: number;
  /** Bytes before the chunk being read. */
  offset: number;
  item: Item | undefined;
}

/** The item being read. */
interface Item {
  readonly line: number;
  /** Bytes before it in its line. */
  readonly column: number;
  depth: number;
  inText: boolean;
  escaped: boolean;
  /** A number or word: ends at the first byte that cannot be in one. */
  readonly bare: boolean;
  pieces: Buffer[];
  bytes: number;
}

function withoutMark(chunk: Buffer): Buffer {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
}

function scan(state: State, chunk: Buffer, rows: Row[]): void {
  let from = 0;
  for (let i = 0; i < chunk.length; i += 1) {
    const byte = chunk[i] ?? 0;
    const { item } = state;
    if (item === undefined) {
      if (beginsItem(state, byte, i, rows)) from = i;
    } else if (item.bare && ENDS_BARE.has(byte)) {
      keep(item, chunk.subarray(from, i));
      end(state, item, rows);
      if (beginsItem(state, byte, i, rows)) from = i;
    } else if (moveOn(item, byte)) {
      keep(item, chunk.subarray(from, i + 1));
      end(state, item, rows);
    }
    if (byte === NEW_LINE) {
      state.line += 1;
      state.lineStart = state.offset + i + 1;
    }
  }
  if (state.item !== undefined) keep(state.item, chunk.subarray(from));
  state.offset += chunk.length;
}

/** Between items: true if one begins with this byte. */
function beginsItem(state: State, byte: number, index: number, rows: Row[]): boolean {
  if (SPACE.has(byte) || byte === COMMA) return false;
  const column = state.offset + index - state.lineStart;
  if (byte === OPEN_LIST && !state.inList && state.listClosed) {
    state.inList = true;
    state.listClosed = false;
    return false;
  }
  if (byte === CLOSE_LIST && state.inList) {
    state.inList = false;
    state.listClosed = true;
    return false;
  }
  state.row += 1;
  if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
    const sign = String.fromCharCode(byte);
    rows.push(broken(state.row, state.line, column, `A ${sign} stands here that closes nothing.`));
    return false;
  }
  const isOpening = byte === OPEN_LIST || byte === OPEN_OBJECT;
  const inText = byte === QUOTE;
  state.item = {
    line: state.line,
    column,
    depth: isOpening ? 1 : 0,
    inText,
    escaped: false,
    bare: !isOpening && !inText,
    pieces: [],
    bytes: 0,
  };
  return true;
}

/** One byte further; true if the item ends with it. The byte with which it began is not given here. */
function moveOn(item: Item, byte: number): boolean {
  if (item.inText) {
    if (item.escaped) item.escaped = false;
    else if (byte === BACKSLASH) item.escaped = true;
    else if (byte === QUOTE) {
      item.inText = false;
      return item.depth === 0;
    }
    return false;
  }
  if (byte === QUOTE) item.inText = true;
  else if (byte === OPEN_LIST || byte === OPEN_OBJECT) item.depth += 1;
  else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
    item.depth -= 1;
    return item.depth === 0;
  }
  return false;
}

function keep(item: Item, piece: Buffer): void {
  item.bytes += piece.length;
  if (item.bytes <= MAX_ROW_BYTES) item.pieces.push(piece);
  else item.pieces = [];
}

function end(state: State, item: Item, rows: Row[]): void {
  state.item = undefined;
  const { row } = state;
  if (item.bytes > MAX_ROW_BYTES) {
    rows.push(broken(row, item.line, item.column, TOO_LONG));
    return;
  }
  const bytes = Buffer.concat(item.pieces);
  if (!isUtf8(bytes)) {
    rows.push(broken(row, item.line, item.column, NOT_UTF8));
    return;
  }
  const text = bytes.toString('utf8');
  const lead = parseLead(text, state.of);
  if (lead.ok) {
    rows.push({ kind: 'lead', row, how: 'json', raw: lead.raw });
    return;
  }
  const before = text.slice(0, lead.at ?? 0);
  const breaks = before.split('\n').length - 1;
  const column = breaks === 0 ? item.column + before.length : before.length - before.lastIndexOf('\n') - 1;
  rows.push(broken(row, item.line + breaks, column, lead.what));
}

/** What the end of the file leaves open. */
function finish(state: State, rows: Row[]): void {
  const { item } = state;
  if (item?.bare === true) {
    end(state, item, rows);
  } else if (item !== undefined) {
    const what = `The file ends in the middle of this ${state.of}. Is it complete?`;
    rows.push(broken(state.row, item.line, item.column, what));
    return;
  }
  if (state.listClosed) return;
  const column = state.offset - state.lineStart;
  rows.push(
    broken(state.row + 1, state.line, column, 'The file ends before the ] that closes the list. Is it complete?'),
  );
}

/** `column` counts from 0. */
function broken(row: number, line: number, column: number, what: string): BrokenRow {
  return { kind: 'broken', row, line, column: column + 1, what };
}

const [NEW_LINE, QUOTE, COMMA, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
  10, 34, 44, 91, 92, 93, 123, 125,
];
const SPACE: ReadonlySet<number> = new Set([9, 10, 13, 32]);
const ENDS_BARE: ReadonlySet<number> = new Set([...SPACE, 34, 44, 91, 93, 123, 125]);
