// Turns a number as an export wrote it (`$22,700.00`) into a decimal, by the way its field says it is written.

import type { Written } from '@fairlead/ir';
import { collapseWhiteSpace, decimalProblem, fromExact, parseDecimal, toExact, trimText } from '@fairlead/ir';

type WrittenNumber = Extract<Written, { readonly kind: 'number' }>;

/** Why a text is no such number. */
export type WrittenNumberProblem = 'malformed' | 'too-many-digits';

/**
 * Reads the number. What the sample has before and after must be there; thousands may be grouped or not, in groups of three (or two and
 * a last of three, as in India), and the part behind the point may be left out. Negative is a minus before or behind what stands before, or
 * brackets around everything. Kinds of white space, of minus signs and of apostrophes are the same. With a `%` beside it, `12%` is 0.12.
 */
export function readWrittenNumber(written: WrittenNumber, text: string): number | WrittenNumberProblem {
  const [prefix, suffix] = [tidy(written.prefix), tidy(written.suffix)];
  const [withoutBrackets, brackets] = takeBrackets(tidy(text));
  const [front, minus] = takeMinus(withoutBrackets);
  if (!front.startsWith(prefix) || !front.endsWith(suffix) || front.length < prefix.length + suffix.length) {
    return 'malformed';
  }
  const [digits, innerMinus] = takeMinus(trimText(front.slice(prefix.length, front.length - suffix.length)));
  if (Number(brackets) + Number(minus) + Number(innerMinus) > 1) return 'malformed';
  const plain = ungroup(digits, written);
  if (plain === undefined) return 'malformed';
  const number = parseDecimal(brackets || minus || innerMinus ? `-${plain}` : plain);
  if (number === undefined) return decimalProblem(plain) === 'too-many-digits' ? 'too-many-digits' : 'malformed';
  return prefix === '%' || suffix === '%' ? hundredth(number) : number;
}

/** White space as single spaces, one minus sign, one apostrophe. */
function tidy(text: string): string {
  return collapseWhiteSpace(trimText(text)).replaceAll('\u2212', '-').replaceAll('\u2019', "'");
}

function takeBrackets(text: string): readonly [inside: string, there: boolean] {
  const there = text.startsWith('(') && text.endsWith(')') && text.length > 2;
  return [there ? trimText(text.slice(1, -1)) : text, there];
}

function takeMinus(text: string): readonly [rest: string, there: boolean] {
  return text.startsWith('-') ? [trimText(text.slice(1)), true] : [text, false];
}

/** Plain decimal text; undefined if digits and separators do not stand as they should. */
function ungroup(digits: string, written: WrittenNumber): string | undefined {
  const group = separator(written.group);
  const decimal = separator(written.decimal);
  const point = decimal === '' ? -1 : digits.indexOf(decimal);
  const whole = point === -1 ? digits : digits.slice(0, point);
  const fraction = point === -1 ? undefined : digits.slice(point + decimal.length);
  if (fraction !== undefined && !DIGITS.test(fraction)) return undefined;
  const parts = group === '' ? [whole] : whole.split(group);
  const grouped = parts.every((part, index) => {
    if (!DIGITS.test(part)) return false;
    if (parts.length === 1) return true;
    if (index === 0) return part.length <= 3;
    return index === parts.length - 1 ? part.length === 3 : part.length === 3 || part.length === 2;
  });
  return grouped ? `${parts.join('')}${fraction === undefined ? '' : `.${fraction}`}` : undefined;
}

const DIGITS = /^[0-9]+$/;

/** A separator may be a space, which trimming would take. */
function separator(text: string): string {
  return collapseWhiteSpace(text).replaceAll('\u2019', "'");
}

/** The exact hundredth of a decimal, which has no more digits than the decimal itself. */
function hundredth(number: number): number | WrittenNumberProblem {
  const { coefficient, scale } = toExact(number);
  const value = fromExact(coefficient, scale + 2);
  return typeof value === 'number' ? value : 'too-many-digits';
}
