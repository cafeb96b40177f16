// Two company names in their normal form → how alike they are, written a second time from docs/reference/matching.md#similarity.

import { compareCodePoints } from '@fairlead/ir';

/** A whole number from 0 to 10,000. The words come from `names-1`: normal forms and legal forms are published tables, not worth a second copy. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  if (a.join('') === b.join('')) return 10_000;
  const inOrder = kept(a.join(''), b.join(''));
  const inAnyOrder = Math.min(9_700, kept(sorted(a), sorted(b)));
  const letters = Math.max(inOrder, inAnyOrder);
  const worst = Math.min(...a.map((word) => bestFor(word, b)), ...b.map((word) => bestFor(word, a)));
  return Math.min(letters, Math.floor((2 * letters + worst) / 3));
}

function sorted(words: readonly string[]): string {
  return words.toSorted(compareCodePoints).join('');
}

function bestFor(word: string, others: readonly string[]): number {
  return Math.max(...others.map((other) => kept(word, other)));
}

/** The part of the longer text's letters that stays, rounded down. */
function kept(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 0 : Math.floor(((longer - changes(a, b)) * 10_000) / longer);
}

/** The fewest changes: a letter more, one less, another one, two neighbours swapped; none of them is changed a second time. */
function changes(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let fewest = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) fewest = Math.min(fewest, at(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row !== undefined) row[j] = fewest;
    }
  }
  return at(a.length, b.length);
}
