// Turns weights as they are written (2, 0.8, 1.2) into the smallest whole numbers in the same proportion.
import { toExact } from '@fairlead/ir';

/** The greatest sum of whole weights for which a lead is cut into shares without numbers beyond 2^53. */
export const MAX_TOTAL_WEIGHT = 38_000_000;

/** Whole weights in the order of the written ones, or that there are none so small: weights that differ in too many digits. */
export type WholeWeights =
  | { readonly kind: 'weights'; readonly weights: readonly number[] }
  | { readonly kind: 'too-fine' };

/**
 * The smallest whole numbers in exactly the proportion of the weights: 1.2, 0.8 and 1 become 6, 4 and 5. Weights are
 * positive decimals. The smaller the numbers, the shorter the period after which everybody has had exactly their leads.
 */
export function scaleWeights(weights: readonly number[]): WholeWeights {
  const exact = weights.map(toExact);
  const scale = exact.reduce((most, one) => Math.max(most, one.scale), 0);
  const whole = exact.map((one) => one.coefficient * 10n ** BigInt(scale - one.scale));
  const divisor = whole.reduce(greatestCommonDivisor, 0n);
  const smallest = divisor === 0n ? whole : whole.map((weight) => weight / divisor);
  const total = smallest.reduce((sum, weight) => sum + weight, 0n);
  return total > BigInt(MAX_TOTAL_WEIGHT) ? { kind: 'too-fine' } : { kind: 'weights', weights: smallest.map(Number) };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [left, right] = [a, b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left;
}
