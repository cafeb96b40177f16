// A word nobody knows and the words that fit there → the one that was probably meant.

import { compareCodePoints } from '../compare.ts';

/**
 * The nearest candidate by the Damerau–Levenshtein distance (a letter too many, missing, wrong, or two swapped), or undefined if
 * none is near: one slip in words of up to 4 letters, two in up to 8, three above. Capitals do not count. Of equally near candidates the
 * first by code point.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  return nearest(word, candidates)[0];
}

/** All near candidates, the nearest first, equally near ones by code point. */
export function nearest(word: string, candidates: Iterable<string>): readonly string[] {
  const lower = word.toLowerCase();
  const near: { readonly name: string; readonly slips: number }[] = [];
  for (const name of candidates) {
    const longer = Math.max(word.length, name.length);
    const shorter = Math.min(word.length, name.length);
    const allowed = allowedSlips(longer);
    if (longer - shorter > allowed) continue;
    const slips = distance(lower, name.toLowerCase());
    if (slips > allowed || slips >= shorter) continue;
    // Of two names that differ in capitals only, the one written in the same way is nearer.
    near.push({ name, slips: slips + (word === name ? 0 : 0.1) });
  }
  return near.sort((a, b) => a.slips - b.slips || compareCodePoints(a.name, b.name)).map(({ name }) => name);
}

function allowedSlips(length: number): number {
  return length <= 4 ? 1 : length <= 8 ? 2 : 3;
}

/** How many letters to add, drop, change or swap with their neighbour to get from one word to the other. */
export function distance(from: string, to: string): number {
  const width = to.length + 1;
  let beforeLast: readonly number[] = [];
  let last: number[] = Array.from({ length: width }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column < width; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const change = at(last, column - 1) + (same ? 0 : 1);
      let least = Math.min(at(last, column) + 1, at(current, column - 1) + 1, change);
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) least = Math.min(least, at(beforeLast, column - 2) + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}
