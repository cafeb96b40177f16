// Turns many ranges into a tree that gives those in which a value lies.

import { compareAmounts } from '../values/amount.ts';
import type { Amount } from '../values/runtime-value.ts';

/** The ranges that hold an amount, as lists of their numbers; each list ascends. */
export type Stabbing = (amount: Amount) => readonly (readonly number[])[];

/** Builds the tree: of size n log n, asked in log n. `from` and `to` by number of the range; both ends are included. */
export function stabbing(
  ranges: readonly { readonly entry: number; readonly from: number; readonly to: number }[],
): Stabbing {
  const points = [...new Set(ranges.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const places = new Map(points.map((point, index) => [point, index * 2 + 1]));
  // A leaf for each point, and for each gap between two.
  const size = points.length * 2 + 1;
  const lists: (number[] | undefined)[] = new Array(size * 2).fill(undefined);
  const add = (node: number, entry: number): void => {
    const list = lists[node];
    if (list === undefined) lists[node] = [entry];
    else list.push(entry);
  };
  for (const { entry, from, to } of ranges) {
    let left = (places.get(from) ?? 0) + size;
    let right = (places.get(to) ?? 0) + size + 1;
    for (; left < right; left >>= 1, right >>= 1) {
      if (left % 2 === 1) add(left++, entry);
      if (right % 2 === 1) add(--right, entry);
    }
  }
  return (amount) => {
    const found: (readonly number[])[] = [];
    for (let node = leafOf(points, amount) + size; node >= 1; node >>= 1) {
      const list = lists[node];
      if (list !== undefined) found.push(list);
    }
    return found;
  };
}

/** The leaf of a point, or of the gap in which an amount lies. */
function leafOf(points: readonly number[], amount: Amount): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareAmounts(points[middle] ?? 0, amount) < 0) low = middle + 1;
    else high = middle;
  }
  const point = points[low];
  return point !== undefined && compareAmounts(point, amount) === 0 ? low * 2 + 1 : low * 2;
}
