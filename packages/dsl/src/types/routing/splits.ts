// A split → shares that do not total 100%, and a key that may be missing.

import type { PercentLiteral, Split } from '../../ast/nodes.ts';
import { type Checking, isAbsent, problem } from '../checking.ts';
import { checkNumber } from '../literals.ts';
import { causesOf } from '../missing/causes.ts';
import { comparedAs } from '../operand.ts';
import { checkValue } from '../values.ts';
import { readingText, typeWords, valueWords } from '../words.ts';

/** Checks the shares and the key of a split. */
export function checkSplit(split: Split, checking: Checking): void {
  const { by, arms } = split;
  if (by !== undefined) {
    const type = checkValue(by, checking);
    if (type.kind !== 'unknown' && comparedAs(type) === undefined) {
      problem('FL333', by.span, { value: valueWords(by), type: typeWords(type), kind: type.kind }, checking);
    } else if (type.kind !== 'unknown' && causesOf(by, checking).length > 0) {
      problem('FL510', by.span, { key: readingText(by) }, checking);
    }
  }
  const shares = arms.map((arm) => arm.share);
  if (shares.length === 0 || shares.some((share) => isAbsent(share) || checkNumber(share, checking) === undefined))
    return;
  const bad = shares.find((share) => Number(share.decimal) <= 0);
  if (bad !== undefined) {
    problem('FL306', bad.span, { what: 'A share', number: bad.raw, bounds: 'more than 0%' }, checking);
    return;
  }
  const total = totalOf(shares);
  if (total !== '100')
    problem('FL509', { ...split.span, end: split.span.start + 'split'.length }, { total: `${total}%` }, checking);
}

/** The exact sum of percentages, as decimal text: shares are never added in floating point. */
function totalOf(shares: readonly PercentLiteral[]): string {
  const places = Math.max(...shares.map(({ decimal }) => decimal.split('.')[1]?.length ?? 0));
  const sum = shares.reduce((total, { decimal }) => {
    const [whole = '0', fraction = ''] = decimal.split('.');
    return total + BigInt(whole + fraction.padEnd(places, '0'));
  }, 0n);
  const digits = sum.toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
