// The cells of a column of codes → those that have probably lost a leading zero in a spreadsheet.

/** A cell of digits only, and where it stands. */
export interface Digits {
  readonly text: string;
  readonly row: number;
}

/**
 * Nearly all codes of a column have the same number of digits, at least five, and a few have one or two less: 01067 has become 1067. Gives those,
 * with the zeros back. Nothing is said where there are many short ones: then codes of several lengths are meant.
 */
export function lostZeros(column: readonly Digits[]): readonly (Digits & { readonly instead: string })[] {
  const byLength = new Map<number, number>();
  for (const { text } of column) byLength.set(text.length, (byLength.get(text.length) ?? 0) + 1);
  const [length, most] = [...byLength].reduce((one, other) => (other[1] > one[1] ? other : one), [0, 0]);
  if (length < SHORTEST || most < FEWEST) return [];
  const short = column.filter(({ text }) => text.length < length);
  const isMeant = column.some(({ text }) => text.length > length || text.length < length - MOST_LOST);
  if (isMeant || short.length > most / 2) return [];
  return short.map(({ text, row }) => ({ text, row, instead: text.padStart(length, '0') }));
}

/** Codes with fewer digits than these come in all lengths. */
const SHORTEST = 5;
/** So many of one length say that this is how long the codes are. */
const FEWEST = 2;
const MOST_LOST = 2;
