// Conditions that compare with a constant → the borders at which they turn, and on which side of each the tests have been.
import {
  type Atom,
  type Condition,
  type Constant,
  canonicalJson,
  type Policy,
  type Value,
  walkPolicy,
} from '@fairlead/ir';
import { type Eval, type Plan, phraseConstant } from '@fairlead/runtime';
import type { Side, WatchedBorder } from './border.ts';
import { numberFrom, numberOf, stepOf, writtenLike } from './seen-number.ts';
import type { TextAtom } from './text-atoms.ts';
import { settingOf } from './try-words.ts';
import { windowBorders } from './windows.ts';

/** The borders of all conditions, in their order. */
export function bordersOf(
  plan: Plan,
  atoms: readonly TextAtom[],
): readonly { readonly ids: readonly number[]; readonly border: WatchedBorder }[] {
  const constants = constantsByValue(plan.policy);
  return atoms.flatMap(({ ids, atom, words }) => {
    const here = [...numberBorders(plan, atom, words, constants), ...windowBorders(plan, atom, words)];
    return here.map((border) => ({ ids, border }));
  });
}

/** By what is compared, the constants it is compared with anywhere in the policy, ascending. */
type Constants = ReadonlyMap<string, readonly number[]>;

function constantsByValue(policy: Policy): Constants {
  const found = new Map<string, Set<number>>();
  const add = (value: Value, constant: Constant): void => {
    const number = numberOf(constant);
    if (number === undefined) return;
    const key = canonicalJson(value);
    found.set(key, (found.get(key) ?? new Set<number>()).add(number));
  };
  const look = (condition: Condition): void => {
    for (const { value, constant } of comparedWith(condition)) add(value, constant);
  };
  walkPolicy(policy, { condition: look });
  return new Map([...found].map(([key, numbers]) => [key, [...numbers].sort((a, b) => a - b)]));
}

interface Compared {
  readonly value: Value;
  readonly constant: Constant;
}

function comparedWith(condition: Condition): readonly Compared[] {
  switch (condition.kind) {
    case 'compare': {
      const { left, right } = condition;
      if (right.kind === 'constant') return [{ value: left, constant: right.constant }];
      return left.kind === 'constant' ? [{ value: right, constant: left.constant }] : [];
    }
    case 'in-range':
      return [condition.from, condition.to].map((constant) => ({ value: condition.value, constant }));
    case 'in-list':
      return condition.members.map((constant) => ({ value: condition.value, constant }));
    default:
      return [];
  }
}

/** On which side of the constant the other side lies; `any`: everything else is the other side. */
type Other = 'below' | 'above' | 'any';

const OTHER: { readonly [operator in '>' | '>=' | '<' | '<=' | 'is' | 'is-not']: Other } = {
  '>': 'above',
  '>=': 'below',
  '<': 'below',
  '<=': 'above',
  is: 'any',
  'is-not': 'any',
};

const FLIPPED: { readonly [other in Other]: Other } = { below: 'above', above: 'below', any: 'any' };

function numberBorders(plan: Plan, atom: Atom, words: string, constants: Constants): readonly WatchedBorder[] {
  if (atom.kind === 'in-range') {
    const { id, value, from, to } = atom;
    return [
      borderAt(plan, { id, words, value, constant: from, other: 'below' }, constants),
      borderAt(plan, { id, words, value, constant: to, other: 'above' }, constants),
    ].flat();
  }
  if (atom.kind !== 'compare') return [];
  const { id, left, right, operator, as } = atom;
  const [compared] = comparedWith(atom);
  const isEqual = operator === 'is' || operator === 'is-not';
  if (compared === undefined || compared.value.kind === 'constant' || (isEqual && as !== 'number')) return [];
  const other = right.kind === 'constant' || left.kind !== 'constant' ? OTHER[operator] : FLIPPED[OTHER[operator]];
  return borderAt(plan, { id, words, ...compared, other }, constants);
}

interface Turn extends Compared {
  readonly id: number;
  readonly words: string;
  readonly other: Other;
}

/** None where the other side is empty: nothing counts less than 0. */
function borderAt(
  plan: Plan,
  { id, words, value, constant, other }: Turn,
  constants: Constants,
): readonly WatchedBorder[] {
  const at = numberOf(constant);
  if (at === undefined) return [];
  const type = plan.compile.typeOf(value);
  if (type?.kind === 'count' && other === 'below' && at <= 0) return [];
  const around = constants.get(canonicalJson(value)) ?? [];
  const before = around.filter((one) => one < at).at(-1) ?? Number.NEGATIVE_INFINITY;
  const behind = around.find((one) => one > at) ?? Number.POSITIVE_INFINITY;
  const isBeyond = (seen: number): boolean => {
    if (other === 'any') return seen !== at;
    return other === 'below' ? seen < at && seen >= before : seen > at && seen <= behind;
  };
  // What no test can set may never be exactly there: then it is enough to have come near from both sides.
  const isNear = (seen: number): boolean =>
    other === 'below' ? seen >= at && seen <= behind : seen <= at && seen >= before;
  const exact = canBeSet(value) || other === 'any';
  const shown = phraseConstant(constant);
  const step = stepOf(constant, at);
  const beyond = other === 'below' ? Math.max(at - step, before) : Math.min(at + step, behind);
  const here: Side = {
    words: exact ? `at ${shown}` : `at ${shown} or just ${other === 'below' ? 'above' : 'below'}`,
    hint: settingOf(value, shown),
    seen: false,
  };
  const there: Side = {
    words: other === 'any' ? `at anything but ${shown}` : `just ${other} ${shown}`,
    hint: settingOf(value, writtenLike(constant, beyond)),
    seen: false,
  };
  const read = numberFrom(plan.compile.read(value));
  const look = (e: Eval): void => {
    const seen = read(e);
    if (seen === undefined) return;
    if (exact ? seen === at : isNear(seen)) here.seen = true;
    if (isBeyond(seen)) there.seen = true;
  };
  return [{ id, words, sides: [here, there], look }];
}

/** Whether a test can give exactly this value: fields of leads and records, and how many leads somebody has open. */
function canBeSet(value: Value): boolean {
  return value.kind === 'lead' || value.kind === 'match' || value.kind === 'rep-open';
}
