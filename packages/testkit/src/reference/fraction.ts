// Numbers as they are written → exact fractions, and what is computed and compared with them. Whole numbers above and below the line, nothing else.

/** `below` is more than 0, and the two have no common divisor. */
export interface Fraction {
  readonly above: bigint;
  readonly below: bigint;
}

/** above / below, in lowest terms. `below` may not be 0. */
export function fraction(above: bigint, below: bigint = 1n): Fraction {
  const sign = below < 0n ? -1n : 1n;
  const common = divisor(above < 0n ? -above : above, below * sign);
  return { above: (above * sign) / common, below: (below * sign) / common };
}

/** The decimal that a JSON number is written as: the shortest text that names it. */
export function fromNumber(number: number): Fraction {
  const [mantissa = '0', exponent = '0'] = String(number).split('e');
  const [whole = '0', behind = ''] = mantissa.split('.');
  const power = Number(exponent) - behind.length;
  const digits = BigInt(whole + behind);
  return power >= 0 ? fraction(digits * 10n ** BigInt(power)) : fraction(digits, 10n ** BigInt(-power));
}

/** The exact sum. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.above * b.below + b.above * a.below, a.below * b.below);
}

/** The exact product. */
export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.above * b.above, a.below * b.below);
}

/** Less than 0, 0 or more than 0, as `a` is less than, equal to or more than `b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.above * b.below - b.above * a.below;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The greatest whole number that is not more. */
export function floor({ above, below }: Fraction): bigint {
  return above >= 0n || above % below === 0n ? above / below : above / below - 1n;
}

/** As a decimal where it has one, `1/3` where it has none. */
export function fractionText({ above, below }: Fraction): string {
  const places = decimalPlaces(below);
  if (places === undefined) return `${above}/${below}`;
  const digits = String((above < 0n ? -above : above) * (10n ** BigInt(places) / below)).padStart(places + 1, '0');
  const sign = above < 0n ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** How many decimal places 1 / below needs; undefined if it never ends. */
function decimalPlaces(below: bigint): number | undefined {
  let rest = below;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a === 0n ? 1n : a) : divisor(b, a % b);
}
