// A file of lines → standard output, a piece at a time, as fast as somebody reads.
import { type LineFile, linesIn } from '../history/line-file.ts';
import type { Shell } from '../shell.ts';

const PIECE_LINES = 200;

/** Prints all lines; ends early where nobody reads on. */
export async function printLines({ out }: Shell, file: LineFile): Promise<void> {
  let piece: string[] = [];
  for (const line of linesIn(file)) {
    piece.push(`${line}\n`);
    if (piece.length < PIECE_LINES) continue;
    if (!(await out.write(piece.join('')))) return;
    piece = [];
  }
  if (piece.length > 0) await out.write(piece.join(''));
}
