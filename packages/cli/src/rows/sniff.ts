// The name and the first bytes of a file → how its leads are written, or why it cannot be read.
import { extname } from 'node:path';
import type { LeadFormat } from './row.ts';

/** What a file is read as. `delimiter`: of a table, what stands between its columns. */
export type Sniffed =
  | { readonly kind: 'readable'; readonly format: LeadFormat; readonly delimiter: string }
  | { readonly kind: 'unreadable'; readonly what: string };

/** So many bytes are looked at. */
export const SNIFFED_BYTES = 65_536;

/** Goes by what the user asked for, then by the end of the name, then by what the text begins with. */
export function sniff(name: string | undefined, wanted: LeadFormat | undefined, head: Buffer): Sniffed {
  const what = foreign(head);
  if (what !== undefined) return { kind: 'unreadable', what };
  const text = head.toString('utf8').replace(/^\ufeff/, '');
  const format = wanted ?? BY_EXTENSION[extname(name ?? '').toLowerCase()] ?? formatOf(text);
  return { kind: 'readable', format, delimiter: delimiterOf(text) };
}

const BY_EXTENSION: Readonly<Record<string, LeadFormat>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.tab': 'csv',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.json': 'json',
};

function foreign(head: Buffer): string | undefined {
  const begins = (...bytes: readonly number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) {
    return 'It is written in UTF-16. Save it as "CSV UTF-8", or with the encoding UTF-8.';
  }
  if (begins(0x1f, 0x8b)) return 'It is compressed (gzip). Unpack it first, for example with gunzip.';
  if (begins(0x50, 0x4b, 3, 4)) return 'It is an Excel file or a zip archive. Export the sheet as "CSV UTF-8".';
  if (head.includes(0)) return 'It is no text file.';
  return undefined;
}

function formatOf(text: string): LeadFormat {
  const start = text.trimStart();
  if (start.startsWith('[')) return 'json';
  if (!start.startsWith('{')) return 'csv';
  const line = start.split('\n', 1)[0] ?? '';
  // An object that goes on in the next line is JSON; one that does not is the first of many.
  return /[{,[:]\s*$/.test(line) ? 'json' : 'ndjson';
}

const DELIMITERS: readonly string[] = [',', ';', '\t', '|'];

/** The sign that divides the header into most columns; the comma where none does. */
function delimiterOf(text: string): string {
  const header = text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '') ?? '';
  const bare = header.replace(/"(?:[^"]|"")*"/g, '');
  const counts = DELIMITERS.map((sign) => bare.split(sign).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
