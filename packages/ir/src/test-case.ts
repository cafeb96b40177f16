// What a compiled `test` block is. Tests are not part of the policy and do not change its hash.

import type { Clock } from './policy.ts';
import type { InstantText } from './shapes.ts';

/** A compiled `test` block. */
export interface TestCase {
  readonly name: string;
  /** The instant of the decision; absent: the lead's field `created`. */
  readonly at?: InstantText;
  /** The lead as JSON by field name, in the language's own way of writing; signals as `{kind, at}` in UTC. */
  readonly lead: Readonly<Record<string, Json>>;
  /** In text order. */
  readonly given: readonly Given[];
  /** In text order; at least one. */
  readonly expect: readonly Expectation[];
}

/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What is so before the lead comes. */
export type Given =
  | { readonly kind: 'away'; readonly rep: string }
  | { readonly kind: 'open'; readonly rep: string; readonly open: number }
  /** A record of this shape is in its source; the values as JSON by field name, as the lead's. */
  | { readonly kind: 'record'; readonly record: string; readonly values: Readonly<Record<string, Json>> }
  /** The provider answers so, by lead field. */
  | { readonly kind: 'answer'; readonly provider: string; readonly values: Readonly<Record<string, Json>> }
  | { readonly kind: 'failure'; readonly provider: string };

/** What should come of the lead. */
export type Expectation =
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'otherwise' }
  | { readonly kind: 'rep'; readonly rep: string }
  | { readonly kind: 'team'; readonly team: string }
  | { readonly kind: 'queue'; readonly queue: string }
  | { readonly kind: 'nurture'; readonly track: string }
  | { readonly kind: 'reject'; readonly reason: string }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'respond'; readonly within: Clock }
  | {
      readonly kind: 'score';
      readonly score: string;
      readonly operator: '>' | '>=' | '<' | '<=';
      readonly value: number;
    };
