// Turns decimal text and JSON numbers into exact decimals, and exact decimals into sums, products, orders and text.
//
// Why a JavaScript number can hold an exact decimal. A decimal of at most 15 significant digits is held as the double
// nearest to it. Within a range of magnitudes 10^k to 10^(k+1) such decimals lie 10^(k-14) apart or more; doubles
// there lie at most 2^-52 · 10^(k+1) apart, which is under 10^(k-14) / 4 (2^52 > 4 · 10^15). A decimal is moved by
// rounding by at most half the distance of doubles, so two different decimals can never land on the same double:
// the mapping is one-to-one. Rounding to the nearest never swaps two values, and here it never joins two, so it keeps
// the order strictly. So `===` and `<` on such doubles are exact statements about the decimals, and the shortest text
// of the double (which JavaScript prints) is the decimal itself. All this holds for normal doubles, which is why
// magnitudes are bounded. Nothing is ever *computed* in floating point: sums and products go through whole numbers.

/** An exact decimal with more than 15 significant digits: coefficient · 10^-scale. Only arithmetic makes one. */
export interface ExactNumber {
  readonly kind: 'exact';
  /** Never a multiple of ten, so that equal values are equal objects. */
  readonly coefficient: bigint;
  /** Digits behind the point; negative for a coefficient that zeros would follow. */
  readonly scale: number;
}

/**
 * An exact decimal: as a JavaScript number whenever it has at most 15 significant digits, else as an
 * {@link ExactNumber}. There is one form for each value; zero is never negative.
 */
export type Numeric = number | ExactNumber;

/** Why a text or number is no decimal. `too-many-digits` is also said of more than 40 places on a side of the point. */
export type DecimalProblem = 'not-a-number' | 'too-many-digits';

/** The most significant digits a decimal may have on its way in. */
export const MAX_DIGITS = 15;

/** The most places before and behind the point on the way in: far beyond any business number, far within doubles. */
const MAX_PLACES = 40;
/** No text that long is a decimal of that many places, were it not for zeros nobody writes. */
const MAX_TEXT = 200;
/** Beyond this power of ten results stay {@link ExactNumber}s, so that the argument above holds for every double. */
const MAX_EXPONENT = 290;

/**
 * Reads plain decimal text: an optional `-`, digits, and optionally a point and digits. No exponent, no `+`, no
 * grouping, no white space. Undefined for anything else; {@link decimalProblem} says why.
 */
export function parseDecimal(text: string): number | undefined {
  return decimalProblem(text) === undefined ? withoutNegativeZero(Number(text)) : undefined;
}

/** Says why {@link parseDecimal} does not read a text; undefined if it does. */
export function decimalProblem(text: string): DecimalProblem | undefined {
  const start = text.startsWith('-') ? 1 : 0;
  let point = -1;
  let first = -1;
  let last = -1;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === POINT && point === -1 && at > start && at < text.length - 1) {
      point = at;
    } else if (code >= ZERO && code <= NINE) {
      if (code === ZERO) continue;
      if (first === -1) first = at;
      last = at;
    } else {
      return 'not-a-number';
    }
  }
  if (text.length === start) return 'not-a-number';
  if (text.length > MAX_TEXT) return 'too-many-digits';
  if (first === -1) return undefined;
  const end = point === -1 ? text.length : point;
  const digits = last - first + 1 - (first < end && last > end ? 1 : 0);
  const before = end - first;
  const behind = last - end;
  return digits > MAX_DIGITS || before > MAX_PLACES || behind > MAX_PLACES ? 'too-many-digits' : undefined;
}

/**
 * Takes a number as `JSON.parse` gave it. What the JSON text said beyond a double's precision is already gone by
 * then; a double whose shortest text has more than 15 significant digits is refused, as {@link parseDecimal} would.
 */
export function decimalFromJson(number: number): number | undefined {
  return jsonNumberProblem(number) === undefined ? withoutNegativeZero(number) : undefined;
}

/** Says why {@link decimalFromJson} refuses a number; undefined if it does not. */
export function jsonNumberProblem(number: number): DecimalProblem | undefined {
  if (!Number.isFinite(number)) return 'not-a-number';
  if (isSmallWhole(number)) return undefined;
  return decimalProblem(formatDecimal(number));
}

/** Writes plain decimal text without an exponent: `-1200.5`, `0.000001`. Reading it back gives the same value. */
export function formatDecimal(value: Numeric): string {
  if (typeof value === 'number' && isSmallWhole(value)) return String(withoutNegativeZero(value));
  const { coefficient, scale } = toExact(value);
  const sign = coefficient < 0n ? '-' : '';
  const digits = magnitude(coefficient).toString();
  if (scale <= 0) return `${sign}${digits}${'0'.repeat(-scale)}`;
  const padded = digits.padStart(scale + 1, '0');
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

/** The exact sum. */
export function addNumeric(a: Numeric, b: Numeric): Numeric {
  if (typeof a === 'number' && typeof b === 'number' && isSmallWhole(a) && isSmallWhole(b)) {
    const sum = a + b;
    if (isSmallWhole(sum)) return withoutNegativeZero(sum);
  }
  const left = toExact(a);
  const right = toExact(b);
  const scale = Math.max(left.scale, right.scale);
  return fromExact(coefficientAt(left, scale) + coefficientAt(right, scale), scale);
}

/** The exact product. */
export function multiplyNumeric(a: Numeric, b: Numeric): Numeric {
  if (typeof a === 'number' && typeof b === 'number' && isSmallWhole(a) && isSmallWhole(b)) {
    const product = a * b;
    // A product of whole numbers below 2^53 was not rounded; a rounded one is not below 10^15.
    if (isSmallWhole(product)) return withoutNegativeZero(product);
  }
  const left = toExact(a);
  const right = toExact(b);
  return fromExact(left.coefficient * right.coefficient, left.scale + right.scale);
}

/** The exact order of two decimals: -1 if `a` is less, 1 if it is more, 0 if they are equal. */
export function compareNumeric(a: Numeric, b: Numeric): -1 | 0 | 1 {
  if (typeof a === 'number' && typeof b === 'number') return order(a, b);
  const left = toExact(a);
  const right = toExact(b);
  const scale = Math.max(left.scale, right.scale);
  return order(coefficientAt(left, scale), coefficientAt(right, scale));
}

/** A decimal as a whole coefficient and a number of decimal places: coefficient · 10^-scale, in lowest form. */
export function toExact(value: Numeric): ExactNumber {
  if (typeof value !== 'number') return value;
  // The shortest text that names the double is the decimal it stands for; it may have an exponent.
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return lowest(BigInt(whole + fraction), fraction.length - Number(exponent));
}

/** The value coefficient · 10^-scale in its one form. */
export function fromExact(coefficient: bigint, scale: number): Numeric {
  const exact = lowest(coefficient, scale);
  const digits = magnitude(exact.coefficient).toString().length;
  const exponent = digits - 1 - exact.scale;
  if (digits > MAX_DIGITS || exponent > MAX_EXPONENT || exponent < -MAX_EXPONENT) return exact;
  return Number(`${exact.coefficient}e${-exact.scale}`);
}

const ZERO = 0x30;
const NINE = 0x39;
const POINT = 0x2e;

/** Whole numbers of at most 15 digits: their sums and products are exact as long as they are small again. */
function isSmallWhole(value: number): boolean {
  return Number.isInteger(value) && value > -1e15 && value < 1e15;
}

function lowest(coefficient: bigint, scale: number): ExactNumber {
  if (coefficient === 0n) return { kind: 'exact', coefficient: 0n, scale: 0 };
  const digits = coefficient.toString();
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === ZERO) end -= 1;
  const zeros = digits.length - end;
  return { kind: 'exact', coefficient: zeros === 0 ? coefficient : BigInt(digits.slice(0, end)), scale: scale - zeros };
}

function coefficientAt(value: ExactNumber, scale: number): bigint {
  return value.coefficient * 10n ** BigInt(scale - value.scale);
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function order<T extends number | bigint>(a: T, b: T): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

function withoutNegativeZero(value: number): number {
  return value === 0 ? 0 : value;
}
