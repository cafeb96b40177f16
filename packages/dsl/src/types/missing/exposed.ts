// A condition → the places where a missing value would be a silent yes or no, because nobody has said what is meant.
//
// A comparison needs a guard if it is negative (`is not`, `not in`, `none of` …), or positive under an odd number of `not`. A guard is a part of
// a chain around it (with and/or swapped under `not`) that decides the chain when the value is missing.

import { assertNever } from '@fairlead/ir';
import type { Comparison, Condition, DefineDeclaration, Not, Reading } from '../../ast/nodes.ts';
import { missingIn, sayingOf } from './atoms.ts';
import { type GuardContext, guardsOf } from './guards.ts';

/** A value that may be missing where that makes a difference. */
export interface Exposed {
  /** As it is asked for: `industry`, or `account` where only the match is open. */
  readonly asked: string;
  /** `is matched` asks for it, not `is known`. */
  readonly isMatch: boolean;
  /** The keys that are open. */
  readonly keys: readonly string[];
}

/** A comparison, or a define under `not`, with values that nobody has decided about. */
export interface Exposure {
  /** What the repair stands beside: the comparison, or the `not` around it. */
  readonly unit: Comparison | Not;
  /** The chain that the unit is a part of. */
  readonly chain: 'and' | 'or' | undefined;
  readonly through: DefineDeclaration | undefined;
  readonly values: readonly Exposed[];
}

/** What walking needs beside guards: the values that defines leave open under `not`. */
export interface ExposureContext extends GuardContext {
  readonly openUnderNot: ReadonlyMap<DefineDeclaration, readonly Exposed[]>;
}

interface Around {
  readonly positive: boolean;
  /** Whether a missing value is decided about further out. */
  readonly isGuarded: (key: string) => boolean;
  readonly not: Exposure['unit'] | undefined;
  /** The chain that `not` is a part of. */
  readonly notChain: 'and' | 'or' | undefined;
  readonly chain: 'and' | 'or' | undefined;
}

/** Calls for every exposure, in text order. `assumed` are keys that are known to be there. */
export function eachExposure(
  condition: Condition,
  positive: boolean,
  assumed: ReadonlySet<string>,
  context: ExposureContext,
  visit: (exposure: Exposure) => void,
): void {
  const start: Around = {
    positive,
    isGuarded: (key) => assumed.has(key),
    not: undefined,
    notChain: undefined,
    chain: undefined,
  };
  walk(condition, start, context, visit);
}

function walk(
  condition: Condition,
  around: Around,
  context: ExposureContext,
  visit: (exposure: Exposure) => void,
): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      walkChain(condition, around, context, visit);
      return;
    case 'not':
      walk(
        condition.condition,
        { ...around, positive: !around.positive, not: condition, notChain: around.chain, chain: undefined },
        context,
        visit,
      );
      return;
    case 'comparison':
      walkComparison(condition, around, context, visit);
      return;
    case 'during':
    case 'broken':
      return;
    default:
      assertNever(condition);
  }
}

/** Each part is guarded by what decides the chain among the others. */
function walkChain(
  chain: Extract<Condition, { kind: 'and' | 'or' }>,
  around: Around,
  context: ExposureContext,
  visit: (exposure: Exposure) => void,
): void {
  const { positive } = around;
  const isAnd = (chain.kind === 'and') === positive;
  const deciding = chain.parts.map((part) => {
    const guards = guardsOf(part, positive, context);
    return isAnd ? guards.fails : guards.passes;
  });
  const counts = new Map<string, number>();
  for (const keys of deciding) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [at, part] of chain.parts.entries()) {
    const own = deciding[at];
    const isGuarded = (key: string): boolean =>
      (counts.get(key) ?? 0) - (own?.has(key) === true ? 1 : 0) > 0 || around.isGuarded(key);
    walk(part, { ...around, chain: chain.kind, isGuarded }, context, visit);
  }
}

function walkComparison(
  comparison: Comparison,
  around: Around,
  context: ExposureContext,
  visit: (exposure: Exposure) => void,
): void {
  const { checking } = context;
  const { positive, isGuarded, not, notChain, chain } = around;
  const meaning = checking.comparisons.get(comparison.id);
  if (meaning === undefined) return;
  const beside = positive || not === undefined ? { unit: comparison, chain } : { unit: not, chain: notChain };
  if (meaning.kind === 'define') {
    if (positive) return;
    const open = (context.openUnderNot.get(meaning.define) ?? []).filter(({ keys }) =>
      keys.some((key) => !isGuarded(key)),
    );
    if (open.length > 0) visit({ ...beside, through: meaning.define, values: open });
    return;
  }
  const { kind } = sayingOf(comparison, checking);
  if (kind === 'missing' || kind === 'known' || (kind === 'positive' && positive)) return;
  const values = missingIn(comparison, checking).flatMap((found) => exposedOf(found, isGuarded));
  if (values.length > 0) visit({ ...beside, through: undefined, values });
}

function exposedOf(
  { reading, causes }: { readonly reading: Reading; readonly causes: readonly { key: string; isMatch: boolean }[] },
  isGuarded: (key: string) => boolean,
): readonly Exposed[] {
  const open = causes.filter(({ key }) => !isGuarded(key));
  if (open.length === 0) return [];
  const keys = open.map(({ key }) => key);
  const [only] = open;
  if (only?.isMatch === true && open.length === 1) return [{ asked: only.key, isMatch: true, keys }];
  return [{ asked: readingWords(reading), isMatch: false, keys }];
}

function readingWords({ path, of }: Reading): string {
  const text = (names: Reading['path']): string => names.names.map((name) => name.text).join('.');
  if (of === undefined) return text(path);
  return `${text(path)} of ${of.kind === 'path' ? text(of) : JSON.stringify(of.value)}`;
}
