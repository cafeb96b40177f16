// A group that is promised a least share of each lead → what everybody earns of this one.

import { compareFractions, type Fraction, floor, fraction, times } from './fraction.ts';
import { LEAD, sharesOf, type Weighted, wholeWeights } from './ledger.ts';

/** `percent` of each lead at least for the group, by weight within it; the rest for the others in the same way. */
export function reserveShares(
  free: readonly Weighted[],
  group: ReadonlySet<string>,
  percent: Fraction,
  seq: number,
): ReadonlyMap<string, number> {
  const inside = free.filter(({ id }) => group.has(id));
  const outside = free.filter(({ id }) => !group.has(id));
  if (inside.length === 0 || outside.length === 0) return sharesOf(free, seq);
  const whole = wholeWeights(free);
  const total = whole.reduce((sum, weight) => sum + weight, 0n);
  const own = whole.reduce((sum, weight, i) => sum + (group.has(free[i]?.id ?? '') ? weight : 0n), 0n);
  const byWeight = fraction(own * 100n, total);
  // Their weights give them that anyway: nothing changes.
  if (compareFractions(byWeight, percent) >= 0) return sharesOf(free, seq);
  const parts = Number(floor(times(percent, fraction(BigInt(LEAD), 100n))));
  const shares = new Map([...sharesOf(inside, seq, parts), ...sharesOf(outside, seq, LEAD - parts)]);
  return new Map(free.map(({ id }) => [id, shares.get(id) ?? 0]));
}
