// A comparison → what it reads that may be missing, and what it says about that.

import type { Comparison, Reading, Value } from '../../ast/nodes.ts';
import { eachComparisonReading } from '../../names/condition-walk.ts';
import type { Checking } from '../checking.ts';
import { type Cause, readingCauses } from './causes.ts';

/** What a comparison is, as far as missing values go. */
export type Saying =
  /** `x is missing`, `account is not matched`: holds if one of the keys is missing. */
  | { readonly kind: 'missing'; readonly keys: ReadonlySet<string> }
  /** `x is known`, `account is matched`: does not hold if one of the keys is missing. */
  | { readonly kind: 'known'; readonly keys: ReadonlySet<string> }
  /** `x is "A"`: does not hold if one of the keys is missing, which is what everybody expects. */
  | { readonly kind: 'positive'; readonly keys: ReadonlySet<string> }
  /** `x is not "A"`: does not hold if one of the keys is missing, which few expect. */
  | { readonly kind: 'negative'; readonly keys: ReadonlySet<string> };

/** What a comparison says. A reference to a define is none: look through it. */
export function sayingOf(comparison: Comparison, checking: Checking): Saying {
  const { value, test } = comparison;
  if (test?.kind === 'is-matched') return { kind: test.negated ? 'missing' : 'known', keys: matchKeys(value) };
  const keys = keysIn(comparison, checking);
  if (test?.kind === 'is-missing') return { kind: 'missing', keys };
  if (test?.kind === 'is-known') return { kind: 'known', keys };
  return { kind: isNegative(comparison) ? 'negative' : 'positive', keys };
}

/** Whether a comparison is a negation by itself: `is not`, `not in`, `none of`. */
export function isNegative({ test }: Comparison): boolean {
  switch (test?.kind) {
    case 'equals':
    case 'is-like':
    case 'is-free-mail':
    case 'in':
      return test.negated;
    case 'text':
    case 'includes':
      return test.several.quantifier === 'none';
    default:
      return false;
  }
}

function matchKeys(value: Value): ReadonlySet<string> {
  const [head] = value.kind === 'reading' ? value.path.names : [];
  return new Set(head === undefined ? [] : [head.text]);
}

const NO_KEYS: ReadonlySet<string> = new Set();

/** Why a comparison may meet a missing value. */
function keysIn(comparison: Comparison, checking: Checking): ReadonlySet<string> {
  const found = missingIn(comparison, checking);
  if (found.length === 0) return NO_KEYS;
  const keys = new Set<string>();
  for (const { causes } of found) for (const cause of causes) keys.add(cause.key);
  return keys;
}

/** A reading that may be missing, and why. */
export interface MaybeMissing {
  readonly reading: Reading;
  readonly causes: readonly Cause[];
}

/** The readings of a comparison that may be missing, in text order. */
export function missingIn(comparison: Comparison, checking: Checking): readonly MaybeMissing[] {
  const found: MaybeMissing[] = [];
  eachComparisonReading(comparison, (reading) => {
    const causes = readingCauses(reading, checking);
    if (causes.length > 0) found.push({ reading, causes });
  });
  return found;
}
