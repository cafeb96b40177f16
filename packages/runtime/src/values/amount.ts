// Turns exact amounts, decimals or fractions, into sums, products, quotients, orders and text.

import { addNumeric, compareNumeric, formatDecimal, fromExact, multiplyNumeric, toExact } from '@fairlead/ir';
import type { Amount, Ratio, RuntimeValue } from './runtime-value.ts';

/** Takes a value as an amount; undefined if it is something else. */
export function asAmount(value: RuntimeValue | undefined): Amount | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'object') return undefined;
  return value.kind === 'exact' || value.kind === 'ratio' ? value : undefined;
}

/** The exact sum. */
export function addAmounts(a: Amount, b: Amount): Amount {
  if (!isRatio(a) && !isRatio(b)) return addNumeric(a, b);
  const [left, right] = [toFraction(a), toFraction(b)];
  return fromFraction(left.top * right.bottom + right.top * left.bottom, left.bottom * right.bottom);
}

/** The exact product. */
export function multiplyAmounts(a: Amount, b: Amount): Amount {
  if (!isRatio(a) && !isRatio(b)) return multiplyNumeric(a, b);
  const [left, right] = [toFraction(a), toFraction(b)];
  return fromFraction(left.top * right.top, left.bottom * right.bottom);
}

/** The exact quotient of two whole numbers, the second positive. */
export function divideWhole(top: number, bottom: number): Amount {
  return fromFraction(BigInt(top), BigInt(bottom));
}

/** The exact order: -1 if `a` is less, 1 if it is more, 0 if they are equal. */
export function compareAmounts(a: Amount, b: Amount): -1 | 0 | 1 {
  if (!isRatio(a) && !isRatio(b)) return compareNumeric(a, b);
  const [left, right] = [toFraction(a), toFraction(b)];
  const [over, under] = [left.top * right.bottom, right.top * left.bottom];
  return over < under ? -1 : over > under ? 1 : 0;
}

/** Plain decimal text; a fraction that has none as `7/30`. */
export function formatAmount(amount: Amount): string {
  return isRatio(amount) ? `${amount.top}/${amount.bottom}` : formatDecimal(amount);
}

/** A primitive that is the same for two amounts exactly if they are equal: the number, or text for what no number holds. */
export function amountKey(amount: Amount): number | string {
  return typeof amount === 'number' ? amount : formatAmount(amount);
}

interface Fraction {
  readonly top: bigint;
  /** Positive. */
  readonly bottom: bigint;
}

function isRatio(amount: Amount): amount is Ratio {
  return typeof amount === 'object' && amount.kind === 'ratio';
}

function toFraction(amount: Amount): Fraction {
  if (isRatio(amount)) return amount;
  const { coefficient, scale } = toExact(amount);
  return scale > 0
    ? { top: coefficient, bottom: 10n ** BigInt(scale) }
    : { top: coefficient * 10n ** BigInt(-scale), bottom: 1n };
}

/** In its one form: a decimal where the bottom, in lowest terms, has no prime factors but 2 and 5. */
function fromFraction(top: bigint, bottom: bigint): Amount {
  const common = greatestCommonDivisor(top < 0n ? -top : top, bottom);
  const [lowTop, lowBottom] = [top / common, bottom / common];
  const [twos, withoutTwos] = takeOut(lowBottom, 2n);
  const [fives, rest] = takeOut(withoutTwos, 5n);
  if (rest !== 1n) return { kind: 'ratio', top: lowTop, bottom: lowBottom };
  const scale = Math.max(twos, fives);
  return fromExact(lowTop * (10n ** BigInt(scale) / lowBottom), scale);
}

function takeOut(number: bigint, prime: bigint): readonly [times: number, rest: bigint] {
  let rest = number;
  let times = 0;
  while (rest % prime === 0n) {
    rest /= prime;
    times += 1;
  }
  return [times, rest];
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [greater, less] = [a, b];
  while (less !== 0n) [greater, less] = [less, greater % less];
  return greater;
}
