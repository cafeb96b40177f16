// A split → shares that do not total 100%, arms that are there twice, and keys that may be missing or are always the same.

import type { PercentLiteral, Reading, Split, SplitArm } from '../../ast/nodes.ts';
import { type Checking, isAbsent, problem, rewrite } from '../checking.ts';
import { checkFineness, checkNumber } from '../literals.ts';
import { causesOf } from '../missing/causes.ts';
import { comparedAs } from '../operand.ts';
import { checkValue } from '../values.ts';
import { readingText, typeWords, valueWords } from '../words.ts';
import { valueReadsRep } from './reads-rep.ts';

/** Checks the key, the arms and the shares of a split. */
export function checkSplit(split: Split, checking: Checking): void {
  if (split.by !== undefined) checkKey(split.by, checking);
  if (checkArms(split, checking)) checkShares(split, checking);
}

/** A value that every lead has, and not all leads the same. It may be private: the decision does not show it then. */
function checkKey(by: Reading, checking: Checking): void {
  const type = checkValue(by, checking);
  if (type.kind === 'unknown') return;
  if (comparedAs(type) === undefined) {
    problem('FL333', by.span, { value: valueWords(by), type: typeWords(type), kind: type.kind }, checking);
  } else if (isConstant(by, checking)) {
    problem('FL534', by.span, { key: readingText(by) }, checking);
  } else if (causesOf(by, checking).length > 0 && !valueReadsRep(by, checking)) {
    // What depends on the rep cannot be read here at all, which has been reported.
    problem('FL510', by.span, { key: readingText(by) }, checking);
  }
}

/** The name of a rep or a team, or something of it. */
function isConstant({ path, of }: Reading, { bindings }: Checking): boolean {
  if (of?.kind === 'text-literal') return !bindings.references.has(path.id);
  const kind = bindings.references.get((of ?? path).id)?.kind;
  return kind === 'rep' || kind === 'team';
}

/** Two arms or more, each another target. Whether the shares can be looked at: adding up arms that are to be joined says nothing new. */
function checkArms({ arms, span }: Split, checking: Checking): boolean {
  const [only, ...others] = arms;
  if (only === undefined) {
    problem('FL532', { ...span, end: span.start + 'split'.length }, { target: undefined }, checking);
    return false;
  }
  if (others.length === 0) {
    if (only.target.kind !== 'reading') return false;
    const target = readingText(only.target);
    const fixes = [rewrite(span, target)];
    problem('FL532', { ...span, end: span.start + 'split'.length }, { target }, checking, { fixes });
    return false;
  }
  const first = new Map<string, SplitArm>();
  for (const arm of arms) {
    if (arm.target.kind !== 'reading') continue;
    const target = readingText(arm.target);
    const earlier = first.get(target);
    if (earlier === undefined) {
      first.set(target, arm);
      continue;
    }
    const share =
      isAbsent(arm.share) || isAbsent(earlier.share) ? undefined : `${totalOf([earlier.share, arm.share])}%`;
    const related = [{ span: earlier.span, message: 'the first one:' }];
    problem('FL531', arm.span, { target, share }, checking, { related });
  }
  return true;
}

function checkShares(split: Split, checking: Checking): void {
  const shares = split.arms.map((arm) => arm.share);
  if (shares.length === 0 || shares.some((share) => isAbsent(share) || checkNumber(share, checking) === undefined))
    return;
  const fine = shares.filter((share) => checkFineness(share, checking)).length === shares.length;
  if (!fine) return;
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
