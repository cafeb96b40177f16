// Lines for a log that belong to a state → in the log exactly once, also where the process is killed between the two files.
//
// First the lines lie beside the state (`<state>.pending`), then the state is put in its place with their name in it, then they are appended to the log.
// Whoever locks the state next looks whether lines still lie there: if the state has their name they belong to it and are brought to the log, as far as they
// are missing; if it has not, the state never was, and they are thrown away.
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { openDraft, writeAll } from '../files/atomic-write.ts';
import { openStateFile } from '../files/state-file.ts';
import { type LineFile, lineFile, linesIn } from '../history/line-file.ts';
import type { Stops } from '../stops.ts';

interface Header {
  readonly journal: string;
  readonly log: string;
  /** How long the log was. */
  readonly offset: number;
}

/**
 * Lays lines beside a state; gives what the state is to say of them. Nobody else may change state and log meanwhile: the caller holds the state's lock. Throws
 * what the system says.
 */
export function layBeside(state: string, log: string, lines: LineFile, stops: Stops): string {
  const offset = existsSync(log) ? statSync(log).size : 0;
  // The log's name alone: the same run in another folder gives the same state.
  const hash = createHash('sha256').update(`${basename(log)}\n${offset}\n`);
  for (const line of linesIn(lines)) hash.update(`${line}\n`);
  const header: Header = { journal: hash.digest('hex'), log, offset };
  const draft = openDraft(pendingOf(state), stops);
  try {
    const file = lineFile(draft.fd);
    file.append(JSON.stringify(header));
    for (const line of linesIn(lines)) file.append(line);
    file.flush();
    draft.commit();
  } finally {
    draft.discard();
  }
  return header.journal;
}

/** Brings lines that lie beside a state to their log, if the state says that they are its own. Where none lie there, it does nothing. */
export function settleJournal(state: string): void {
  const path = pendingOf(state);
  if (!existsSync(path)) return;
  const fd = openSync(path, 'r');
  try {
    const { header, length } = headerIn(fd);
    if (header !== undefined && header.journal === journalOf(state)) bring(fd, header, length);
  } finally {
    closeSync(fd);
  }
  rmSync(path, { force: true });
}

function pendingOf(state: string): string {
  return `${state}.pending`;
}

/** What a state says of the lines that lay beside it last. */
function journalOf(state: string): string | undefined {
  const file = openStateFile(state);
  try {
    const read = file.read(() => {});
    return read.kind === 'ok' ? read.data.journal : undefined;
  } finally {
    file.close();
  }
}

const MAX_HEADER_BYTES = 65_536;
const NEW_LINE = 10;

/** The first line, and with how many bytes it and its break are written. */
function headerIn(fd: number): { readonly header: Header | undefined; readonly length: number } {
  const bytes = Buffer.alloc(MAX_HEADER_BYTES);
  const end = bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, 0)).indexOf(NEW_LINE);
  return { header: headerOf(bytes.toString('utf8', 0, Math.max(0, end))), length: end + 1 };
}

function headerOf(text: string): Header | undefined {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null) return undefined;
    // Each key is looked at below.
    const { journal, log, offset } = json as Partial<Record<keyof Header, unknown>>;
    const fits = typeof journal === 'string' && typeof log === 'string' && typeof offset === 'number';
    return fits ? { journal, log, offset } : undefined;
  } catch {
    return undefined;
  }
}

/** Writes what is missing of the lines behind what the log held before. Where the log was exchanged since, all of them go behind what is in it now. */
function bring(pending: number, { log, offset }: Header, from: number): void {
  const fd = openSync(log, 'a+');
  try {
    let at = from;
    for (const piece of pieces(fd, offset)) {
      const same = Buffer.alloc(piece.length);
      const got = readSync(pending, same, 0, same.length, at);
      if (got < piece.length || !same.equals(piece)) {
        at = from;
        break;
      }
      at += piece.length;
    }
    for (const piece of pieces(pending, at)) writeAll(fd, piece);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

const PIECE_BYTES = 1_048_576;

function* pieces(fd: number, from: number): Generator<Buffer> {
  const end = fstatSync(fd).size;
  for (let at = from; at < end; ) {
    const piece = Buffer.alloc(Math.min(PIECE_BYTES, end - at));
    const got = readSync(fd, piece, 0, piece.length, at);
    if (got === 0) return;
    yield piece.subarray(0, got);
    at += got;
  }
}
