// Turns two values into their order, for strategies that take the highest or lowest.

import { asAmount, compareAmounts } from '../values/amount.ts';
import type { RuntimeValue } from '../values/runtime-value.ts';

/** The order of two numbers, dates or instants of one type; undefined for values that have none. */
export function compareValues(a: RuntimeValue, b: RuntimeValue): -1 | 0 | 1 | undefined {
  const [left, right] = [asAmount(a), asAmount(b)];
  return left === undefined || right === undefined ? undefined : compareAmounts(left, right);
}
