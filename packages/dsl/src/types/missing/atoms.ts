// A comparison → what it reads that may be missing, and what it says about that.

import type { Comparison, Reading, Value } from '../../ast/nodes.ts';
import { comparisonValues, eachValueReading } from '../../names/condition-walk.ts';
import type { Checking } from '../checking.ts';
import { namedList } from '../members.ts';
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
  const keys = new Set(missingIn(comparison, checking).flatMap(({ causes }) => causes.map((cause) => cause.key)));
  switch (test?.kind) {
    case 'is-missing':
    case 'is-known':
      return { kind: test.kind === 'is-missing' ? 'missing' : 'known', keys };
    case 'is-matched':
      return { kind: test.negated ? 'missing' : 'known', keys: matchKeys(value) };
    case 'equals':
    case 'is-like':
    case 'is-free-mail':
    case 'in':
      return { kind: test.negated ? 'negative' : 'positive', keys };
    case 'text':
    case 'includes':
      return { kind: test.several.quantifier === 'none' ? 'negative' : 'positive', keys };
    default:
      return { kind: 'positive', keys };
  }
}

function matchKeys(value: Value): ReadonlySet<string> {
  const [head] = value.kind === 'reading' ? value.path.names : [];
  return new Set(head === undefined ? [] : [head.text]);
}

/** A reading that may be missing, and why. */
export interface MaybeMissing {
  readonly reading: Reading;
  readonly causes: readonly Cause[];
}

/** The readings of a comparison that may be missing, in text order. */
export function missingIn(comparison: Comparison, checking: Checking): readonly MaybeMissing[] {
  const found: MaybeMissing[] = [];
  for (const value of comparisonValues(comparison)) {
    eachValueReading(value, (reading) => {
      if (namedList(reading, checking) !== undefined) return;
      const causes = readingCauses(reading, checking);
      if (causes.length > 0) found.push({ reading, causes });
    });
  }
  return found;
}
