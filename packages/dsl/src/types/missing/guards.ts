// A condition → the missing values that it decides about by itself.
//
// Conditions are looked at in negation normal form: `positive` is false under an odd number of `not`, where `and` and `or` change places. A
// missing value *fails* a condition that surely does not hold then, and *passes* one that is made to hold then by saying so (`x is missing`).

import { assertNever } from '@fairlead/ir';
import type { Condition, DefineDeclaration } from '../../ast/nodes.ts';
import type { Checking } from '../checking.ts';
import { sayingOf } from './atoms.ts';

/** Keys that, when missing, decide a condition. */
export interface Guards {
  readonly fails: ReadonlySet<string>;
  readonly passes: ReadonlySet<string>;
}

/** What is known of defines that were looked at: by whether they stand under an even number of `not`. */
export interface DefineGuards {
  readonly positive: Guards;
  readonly negative: Guards;
}

/** What finding guards needs: facts, defines that come before, and answers already given. */
export interface GuardContext {
  readonly checking: Checking;
  readonly defines: ReadonlyMap<DefineDeclaration, DefineGuards>;
  /** By the id of a condition, doubled, plus one under an odd number of `not`. */
  readonly known: Map<number, Guards>;
}

const NOTHING: ReadonlySet<string> = new Set();
const UNDECIDED: Guards = { fails: NOTHING, passes: NOTHING };

/** Which missing values decide a condition. */
export function guardsOf(condition: Condition, positive: boolean, context: GuardContext): Guards {
  const key = condition.id * 2 + (positive ? 0 : 1);
  const known = context.known.get(key);
  if (known !== undefined) return known;
  const guards = find(condition, positive, context);
  context.known.set(key, guards);
  return guards;
}

function find(condition: Condition, positive: boolean, context: GuardContext): Guards {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.parts.map((part) => guardsOf(part, positive, context));
      const isAnd = (condition.kind === 'and') === positive;
      const fails = parts.map((part) => part.fails);
      const passes = parts.map((part) => part.passes);
      return isAnd
        ? { fails: union(fails), passes: intersection(passes) }
        : { fails: intersection(fails), passes: union(passes) };
    }
    case 'not':
      return guardsOf(condition.condition, !positive, context);
    case 'comparison': {
      const meaning = context.checking.comparisons.get(condition.id);
      if (meaning?.kind === 'define') {
        const guards = context.defines.get(meaning.define);
        return (positive ? guards?.positive : guards?.negative) ?? UNDECIDED;
      }
      const { kind, keys } = sayingOf(condition, context.checking);
      if (kind === 'negative' || (kind === 'positive' && !positive)) return UNDECIDED;
      const fails = kind === 'positive' || (kind === 'known') === positive;
      return fails ? { fails: keys, passes: NOTHING } : { fails: NOTHING, passes: keys };
    }
    case 'during':
    case 'broken':
      return UNDECIDED;
    default:
      return assertNever(condition);
  }
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const filled = sets.filter((set) => set.size > 0);
  return filled.length <= 1 ? (filled[0] ?? NOTHING) : new Set(filled.flatMap((set) => [...set]));
}

function intersection(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [first, ...others] = sets;
  if (first === undefined || first.size === 0) return NOTHING;
  return new Set([...first].filter((key) => others.every((set) => set.has(key))));
}
