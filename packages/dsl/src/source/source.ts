// The text of one file → offsets, spans, lines and columns.

/** One file of a policy. `order` is its place in the policy, 0 for the file that was asked for; it keeps node ids apart. */
export interface Source {
  readonly name: string;
  readonly text: string;
  readonly order: number;
}

/** A stretch of a file, in UTF-16 offsets: `start` is included, `end` is not. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A place as people count it: line and column from 1, the column in UTF-16 units (what editors count). */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Offsets at which each line starts, in order; the first is 0. `\r\n`, `\n` and `\r` end a line. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** Where an offset stands. Offsets past the end count as the end. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
