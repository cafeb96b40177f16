// Turns two company names into how alike they are: a whole number from 0 to 10,000, in exact integer arithmetic. Part of `names-1`.
import { type CompanyName, companyName } from './company-name.ts';

/** From this similarity on `is like` holds. Measured: docs/reference/matching.md says what a lower or higher one would cost. */
export const LIKE_FROM = 8_000;

/** The similarity of two equal names. */
export const SAME = 10_000;

/** The most that names of the same words in another order come to. */
const OTHER_ORDER = 9_700;

/** How alike two company names are, as people write them; 0 where one has neither letters nor digits. The order of the two makes no difference. */
export function nameLikeness(a: string, b: string): number {
  const [left, right] = [companyName(a), companyName(b)];
  return left === undefined || right === undefined ? 0 : likeness(left, right);
}

/**
 * Two thirds how much of the letters stays (the best of: as they stand, and with the words in code-point order), one third the word that is least
 * like any word of the other name: `Bank of Chad` has most letters of `Bank of China`, but no word like `China`. Never more than the letters alone.
 */
export function likeness(a: CompanyName, b: CompanyName): number {
  if (a.joined === b.joined) return SAME;
  const letters = Math.max(ratio(a.joined, b.joined), Math.min(OTHER_ORDER, ratio(a.sorted, b.sorted)));
  if (letters === 0) return 0;
  const word = Math.min(leastLikeWord(a.words, b.words), leastLikeWord(b.words, a.words));
  return Math.min(letters, wholeOf(2 * letters + word, 3));
}

/** Of the words the one that is least like any of the others: how like it is. */
function leastLikeWord(words: readonly string[], others: readonly string[]): number {
  let least = SAME;
  for (const word of words) {
    let best = 0;
    for (const other of others) {
      if (best >= least) break;
      best = Math.max(best, ratio(word, other));
    }
    least = Math.min(least, best);
  }
  return least;
}

/** Which part of the longer text stays: 10,000 where nothing changes, 0 where everything does. Rounded down. */
export function ratio(a: string, b: string): number {
  if (a === b) return SAME;
  const longer = Math.max(a.length, b.length);
  return wholeOf((longer - distance(a, b)) * SAME, longer);
}

/** The whole quotient, rounded down, of two whole numbers that are not negative. */
function wholeOf(top: number, bottom: number): number {
  return (top - (top % bottom)) / bottom;
}

/**
 * How many changes make one text of the other: a letter more, less, another one, or two neighbours the other way round (each place is changed once:
 * optimal string alignment). Counted in UTF-16 units.
 */
export function distance(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let from = 0;
  while (from < short.length && short.charCodeAt(from) === long.charCodeAt(from)) from += 1;
  let behind = 0;
  while (
    behind < short.length - from &&
    short.charCodeAt(short.length - 1 - behind) === long.charCodeAt(long.length - 1 - behind)
  ) {
    behind += 1;
  }
  return aligned(short.slice(from, short.length - behind), long.slice(from, long.length - behind));
}

/** Row by row: what the first letters of `short` cost beside the first letters of `long`. */
function aligned(short: string, long: string): number {
  const width = short.length + 1;
  if (width === 1) return long.length;
  // Three rows, one behind the other: the one that is made, the one before, and the one before that, for neighbours that changed places.
  const rows = new Uint16Array(3 * width);
  for (let column = 0; column < width; column += 1) rows[column] = column;
  for (let at = 1; at <= long.length; at += 1) {
    const [row, above, top] = [(at % 3) * width, ((at + 2) % 3) * width, ((at + 1) % 3) * width];
    const letter = long.charCodeAt(at - 1);
    const letterBefore = at > 1 ? long.charCodeAt(at - 2) : -1;
    rows[row] = at;
    for (let column = 1; column < width; column += 1) {
      const own = short.charCodeAt(column - 1);
      let cost = cell(rows, above + column - 1) + (own === letter ? 0 : 1);
      cost = Math.min(cost, cell(rows, above + column) + 1, cell(rows, row + column - 1) + 1);
      if (column > 1 && own === letterBefore && short.charCodeAt(column - 2) === letter) {
        cost = Math.min(cost, cell(rows, top + column - 2) + 1);
      }
      rows[row + column] = cost;
    }
  }
  return cell(rows, (long.length % 3) * width + width - 1);
}

/** Every place that is asked for is within the rows. */
function cell(rows: Uint16Array, at: number): number {
  return rows[at] ?? 0;
}
