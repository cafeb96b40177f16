// Turns the weights of a pool's reps, which may be decimals, into whole numbers in the same proportion.

import { toExact } from '@fairlead/ir';
import type { Eval } from '../plan/evaluation.ts';
import type { PlanWeightLine } from '../plan/plan-route.ts';
import { MAX_TOTAL_WEIGHT, scaleWeights } from '../rotation/weights.ts';

/** The weight of the rep that `e` looks at: that of the first line that fits, 1 where none does. A decimal, from 0 on. */
export function weightOf(lines: readonly PlanWeightLine[], e: Eval): number {
  return lines.find(({ fits }) => fits(e))?.weight ?? 1;
}

/**
 * Whole weights in the order of the written ones, which are positive. Weights so fine that no ledger could keep their proportion (1 beside
 * 0.000000001) are rounded, nobody to less than 1.
 */
export function wholeWeights(weights: readonly number[]): readonly number[] {
  const scaled = scaleWeights(weights);
  if (scaled.kind === 'weights') return scaled.weights;
  const exact = weights.map(toExact);
  const scale = exact.reduce((most, one) => Math.max(most, one.scale), 0);
  const fine = exact.map((one) => one.coefficient * 10n ** BigInt(scale - one.scale));
  const total = fine.reduce((sum, one) => sum + one, 0n);
  return fine.map((one) => Math.max(1, Number((one * ROUNDED_TOTAL) / total)));
}

const ROUNDED_TOTAL = BigInt(MAX_TOTAL_WEIGHT) / 2n;
