// Two texts and a number of changes → whether so many make one of the other: as `distance` counts them, but no further than needed.

/** Whether at most `most` changes make one text of the other. `scratch`: room for three rows, each two longer than the texts and all of one length. */
export function isWithin(a: string, b: string, most: number, scratch: Uint16Array): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > most) return false;
  let from = 0;
  while (from < short.length && short.charCodeAt(from) === long.charCodeAt(from)) from += 1;
  let [shortEnd, longEnd] = [short.length, long.length];
  while (shortEnd > from && short.charCodeAt(shortEnd - 1) === long.charCodeAt(longEnd - 1)) {
    shortEnd -= 1;
    longEnd -= 1;
  }
  if (shortEnd === from) return longEnd - from <= most;
  return most > 0 && alignedWithin(short, long, { from, shortEnd, longEnd }, most, scratch);
}

interface Piece {
  readonly from: number;
  readonly shortEnd: number;
  readonly longEnd: number;
}

/** Row by row, only the places that so few changes can reach; it ends as soon as no place of two rows does. */
function alignedWithin(
  short: string,
  long: string,
  { from, shortEnd, longEnd }: Piece,
  most: number,
  rows: Uint16Array,
): boolean {
  const [width, height] = [shortEnd - from, longEnd - from];
  const size = Math.floor(rows.length / 3);
  const far = most + 1;
  for (let column = 0; column <= width; column += 1) rows[column] = Math.min(column, far);
  rows[width + 1] = far;
  let [above, top] = [0, 2 * size];
  let aboveLeast = 0;
  for (let at = 1; at <= height; at += 1) {
    const row = (at % 3) * size;
    const [first, last] = [Math.max(1, at - most), Math.min(width, at + most)];
    const letter = long.charCodeAt(from + at - 1);
    const letterBefore = at > 1 ? long.charCodeAt(from + at - 2) : -1;
    rows[row + first - 1] = first === 1 ? Math.min(at, far) : far;
    let least = far;
    for (let column = first; column <= last; column += 1) {
      const own = short.charCodeAt(from + column - 1);
      let cost = (rows[above + column - 1] ?? far) + (own === letter ? 0 : 1);
      // What stands one place beyond the band of the row above was not written: it is too far anyhow.
      const over = (column < at + most ? (rows[above + column] ?? far) : far) + 1;
      if (over < cost) cost = over;
      const left = (rows[row + column - 1] ?? far) + 1;
      if (left < cost) cost = left;
      if (column > 1 && own === letterBefore && short.charCodeAt(from + column - 2) === letter) {
        const swapped = (rows[top + column - 2] ?? far) + 1;
        if (swapped < cost) cost = swapped;
      }
      rows[row + column] = Math.min(cost, far);
      if (cost < least) least = cost;
    }
    if (least > most && aboveLeast >= most) return false;
    aboveLeast = least;
    top = above;
    above = row;
  }
  return (rows[above + width] ?? far) <= most;
}
