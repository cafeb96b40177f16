// A broken row → where it stands, in words.
import type { BrokenRow } from './row.ts';

/** `leads.csv, row 17 (line 21), column 3:` */
export function placeOf(file: string, { row, line, column }: BrokenRow): string {
  const inLine = line === undefined || line === row ? '' : ` (line ${line})`;
  return `${file}, row ${row}${inLine}${column === undefined ? '' : `, column ${column}`}:`;
}
