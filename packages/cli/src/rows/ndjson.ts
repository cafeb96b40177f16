// The bytes of an NDJSON file → its leads, or whatever its rows are, one a line.
import { isUtf8 } from 'node:buffer';
import { NOT_UTF8, parseLead, TOO_LONG } from './parse-lead.ts';
import { type Batches, type Item, MAX_ROW_BYTES, type Row } from './row.ts';

/** Reads lines; blank ones are left out but counted. A broken line loses no other. */
export async function* ndjsonRows(chunks: AsyncIterable<Buffer>, of: Item): Batches {
  const state: State = { of, line: 1, rest: [], restBytes: 0, skipping: false };
  for await (const chunk of chunks) {
    const rows = take(state, chunk);
    if (rows.length > 0) yield rows;
  }
  const rows: Row[] = [];
  if (state.skipping) rows.push({ kind: 'broken', row: state.line, what: TOO_LONG });
  else addLines(state, Buffer.concat(state.rest), rows);
  if (rows.length > 0) yield rows;
}

interface State {
  readonly of: Item;
  /** The number of the line that comes next. */
  line: number;
  /** The beginning of a line whose end has not come yet. */
  rest: Buffer[];
  restBytes: number;
  /** The line is too long; what comes is thrown away up to its end. */
  skipping: boolean;
}

function take(state: State, chunk: Buffer): readonly Row[] {
  const rows: Row[] = [];
  let from = 0;
  if (state.skipping) {
    const end = chunk.indexOf(NEW_LINE);
    if (end === -1) return rows;
    rows.push({ kind: 'broken', row: state.line, what: TOO_LONG });
    state.line += 1;
    state.skipping = false;
    from = end + 1;
  }
  const last = chunk.lastIndexOf(NEW_LINE);
  if (last >= from) {
    addLines(state, Buffer.concat([...state.rest, chunk.subarray(from, last)]), rows);
    state.rest = [];
    state.restBytes = 0;
    from = last + 1;
  }
  if (from < chunk.length) {
    state.rest.push(chunk.subarray(from));
    state.restBytes += chunk.length - from;
  }
  if (state.restBytes > MAX_ROW_BYTES) {
    state.skipping = true;
    state.rest = [];
    state.restBytes = 0;
  }
  return rows;
}

const NEW_LINE = 10;

/** Whole lines, without the line break of the last one. */
function addLines(state: State, bytes: Buffer, rows: Row[]): void {
  if (isUtf8(bytes)) {
    for (const line of bytes.toString('utf8').split('\n')) addLine(state, line, rows);
    return;
  }
  for (let from = 0; from <= bytes.length; ) {
    const found = bytes.indexOf(NEW_LINE, from);
    const end = found === -1 ? bytes.length : found;
    const piece = bytes.subarray(from, end);
    if (isUtf8(piece)) {
      addLine(state, piece.toString('utf8'), rows);
    } else {
      rows.push({ kind: 'broken', row: state.line, what: NOT_UTF8 });
      state.line += 1;
    }
    from = end + 1;
  }
}

function addLine(state: State, line: string, rows: Row[]): void {
  const row = state.line;
  state.line += 1;
  const text = row === 1 && line.startsWith('\ufeff') ? line.slice(1) : line;
  if (text.trim() === '') return;
  const lead = parseLead(text, state.of);
  if (lead.ok) rows.push({ kind: 'lead', row, how: 'json', raw: lead.raw });
  else rows.push({ kind: 'broken', row, ...(lead.at === undefined ? {} : { column: lead.at + 1 }), what: lead.what });
}
