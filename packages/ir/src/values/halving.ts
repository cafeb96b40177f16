// Turns points and an age into points that are left when they halve every so often.

/**
 * What is left of some points after `ageMs`, if they halve every `halfLifeMs`; in between they fall along a straight
 * line. Exactly, with k whole half-lives H past and r of the next one:
 *
 *     floor( points · (2H − r) / (2H · 2^k) )       where age = k·H + r and 0 ≤ r < H
 *
 * At r = 0 this is points / 2^k, and at r → H it meets points / 2^(k+1). Rounding is down in size, towards zero, so that
 * a deduction fades away as a bonus does: `halvedPoints(-p, …)` is `-halvedPoints(p, …)`. An age below zero (a signal
 * from the future) counts as zero, and with a half-life of zero nothing is left of what is older. All are whole numbers.
 */
export function halvedPoints(points: number, ageMs: number, halfLifeMs: number): number {
  const age = Math.max(0, ageMs);
  if (halfLifeMs <= 0) return age > 0 ? 0 : points;
  const rest = age % halfLifeMs;
  const halvings = (age - rest) / halfLifeMs;
  // 2^53 exceeds every whole number of points.
  if (halvings > 53) return 0;
  const doubled = 2n * BigInt(halfLifeMs);
  const left = (BigInt(Math.abs(points)) * (doubled - BigInt(rest))) / (doubled << BigInt(halvings));
  return points < 0 && left > 0n ? -Number(left) : Number(left);
}
