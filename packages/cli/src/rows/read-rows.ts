// A file of leads, or standard input → its rows, whatever way they are written.
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { done, type Result } from '../exit-code.ts';
import { fileProblem } from '../files/file-problem.ts';
import { quoted } from '../output/clean-text.ts';
import type { Shell } from '../shell.ts';
import { csvRows } from './csv.ts';
import { jsonRows } from './json.ts';
import { ndjsonRows } from './ndjson.ts';
import type { Batches, Item, LeadFormat } from './row.ts';
import { SNIFFED_BYTES, sniff } from './sniff.ts';

/** An opened file of leads. */
export interface LeadFile {
  /** For messages, cleaned: the name as given, or "standard input". */
  readonly name: string;
  readonly format: LeadFormat;
  readonly rows: Batches;
  /** How many bytes there are; undefined where nobody knows. */
  readonly bytes: number | undefined;
  readonly bytesRead: () => number;
}

/** Opens a file of leads, `-` for standard input. Tells what is wrong where it cannot be read at all. */
export function openLeads(shell: Shell, name: string, wanted?: LeadFormat): Promise<Result<LeadFile>> {
  return openRows(shell, name, 'lead', wanted);
}

/** As `openLeads`, of a file of something else. */
export async function openRows(shell: Shell, name: string, of: Item, wanted?: LeadFormat): Promise<Result<LeadFile>> {
  const isInput = name === '-';
  let bytes: number | undefined;
  if (!isInput) {
    try {
      const stat = statSync(shell.path(name));
      if (stat.isDirectory()) {
        const message = `${quoted(name)} is a folder. Name the file with the ${of}s.`;
        return { ok: false, exit: await shell.usage(message) };
      }
      if (stat.isFile()) bytes = stat.size;
    } catch (error) {
      return { ok: false, exit: await shell.usage(await fileProblem(shell, name, error)) };
    }
  } else if (shell.stdin.isTTY === true) {
    await shell.note(`Reading ${of}s from the keyboard. End with Ctrl+D.`);
  }
  const read = { bytes: 0 };
  const stream: AsyncIterable<Buffer | string> = isInput
    ? shell.stdin
    : createReadStream(shell.path(name), { highWaterMark: CHUNK_BYTES });
  const chunks = counted(stream, read)[Symbol.asyncIterator]();
  const head = await readHead(chunks);
  const sniffed = sniff(isInput ? undefined : basename(name), wanted, head.bytes);
  const shown = isInput ? 'standard input' : quoted(name).slice(1, -1);
  if (sniffed.kind === 'unreadable') {
    await chunks.return?.(undefined);
    return { ok: false, exit: await shell.problem(`${shown} cannot be read. ${sniffed.what}`) };
  }
  const all = followedBy(head.bytes, head.ended ? undefined : chunks);
  return done({
    name: shown,
    format: sniffed.format,
    rows: READERS[sniffed.format](all, of, sniffed.delimiter),
    bytes,
    bytesRead: () => read.bytes,
  });
}

const CHUNK_BYTES = 65_536;

const READERS: {
  readonly [format in LeadFormat]: (chunks: AsyncIterable<Buffer>, of: Item, delimiter: string) => Batches;
} = {
  csv: (chunks, _, delimiter) => csvRows(chunks, delimiter),
  ndjson: ndjsonRows,
  json: jsonRows,
};

async function* counted(stream: AsyncIterable<Buffer | string>, read: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    read.bytes += bytes.length;
    yield bytes;
  }
}

/** Enough of the beginning to see what it is: up to the end of the first line that says something. */
async function readHead(chunks: AsyncIterator<Buffer>): Promise<{ readonly bytes: Buffer; readonly ended: boolean }> {
  let bytes = Buffer.alloc(0);
  for (;;) {
    if (bytes.length >= SNIFFED_BYTES || /\S[^\n]*\n/.test(bytes.toString('latin1'))) return { bytes, ended: false };
    const next = await chunks.next();
    if (next.done === true) return { bytes, ended: true };
    bytes = Buffer.concat([bytes, next.value]);
  }
}

async function* followedBy(head: Buffer, rest: AsyncIterator<Buffer> | undefined): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  if (rest === undefined) return;
  try {
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
