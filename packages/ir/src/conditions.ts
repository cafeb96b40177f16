// What a policy compares: constants, values, and the conditions over them. Part of the format: see policy.ts.

import type { DateText, InstantText } from './shapes.ts';

/** A value that stands in the policy. */
export type Constant =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'money'; readonly amount: number; readonly currency: string }
  | { readonly kind: 'date'; readonly date: DateText }
  | { readonly kind: 'time'; readonly time: InstantText }
  | { readonly kind: 'flag'; readonly flag: boolean }
  | { readonly kind: 'rep'; readonly rep: string }
  | { readonly kind: 'team'; readonly team: string };

/** What a condition looks at: read or computed, typed, perhaps missing. */
export type Value =
  | { readonly kind: 'constant'; readonly constant: Constant }
  /** A lead field, or a field of a record that a lead field holds: `["account", "owner"]`. */
  | { readonly kind: 'lead'; readonly path: readonly string[] }
  /** A field of the rep being looked at (`where`, `weight`, strategies) or of the rep that was picked (effects of `route`). */
  | { readonly kind: 'rep'; readonly field: string }
  | { readonly kind: 'rep-open' }
  /** Open leads over the `open` capacity, exact; missing without one. */
  | { readonly kind: 'rep-load' }
  | { readonly kind: 'score'; readonly score: string }
  /** A field of the record that was matched: missing unless one was. Within the match's own lines and `prefer`: of the candidate that is looked at. */
  | { readonly kind: 'match'; readonly match: string; readonly path: readonly string[] }
  /** What the table's row gives; missing where no row fits. */
  | { readonly kind: 'table'; readonly table: string; readonly field: string }
  | { readonly kind: 'sum'; readonly of: readonly Value[] }
  | { readonly kind: 'product'; readonly of: readonly Value[] }
  /** The registrable domain of an e-mail address, host or URL; missing for free mail. */
  | { readonly kind: 'domain'; readonly of: Value }
  /** The rating that `ratings` holds under the name `by` (folded text); missing if not rated. */
  | { readonly kind: 'rating'; readonly ratings: Value; readonly by: Value }
  /** Of a value of type rep: the backup (rep), the home team (team), the home team's manager (rep). */
  | { readonly kind: 'backup' | 'team-of' | 'manager'; readonly of: Value };

/** What both sides of a comparison are compared as. `text` folds; `code` compares as written. */
export type ComparedAs = 'text' | 'code' | 'number' | 'date' | 'time' | 'flag' | 'rep' | 'team';

/** Conditions are two-valued: what is compared with a missing value does not hold. Looking through defines they are at most 500 deep. */
export type Condition =
  | ({ readonly kind: 'and' | 'or'; readonly of: readonly Condition[] } & Identified)
  | ({ readonly kind: 'not'; readonly of: Condition } & Identified)
  | ({ readonly kind: 'define'; readonly define: string } & Identified)
  | Atom;

/** A condition that reads values itself. `negated` ones do not hold either where the value is missing. */
export type Atom = Identified &
  (
    | {
        readonly kind: 'compare';
        readonly operator: 'is' | 'is-not' | '>' | '>=' | '<' | '<=';
        readonly as: ComparedAs;
        readonly left: Value;
        readonly right: Value;
      }
    /** Both ends included. */
    | {
        readonly kind: 'in-range';
        readonly as: 'number' | 'date';
        readonly value: Value;
        readonly from: Constant;
        readonly to: Constant;
        readonly negated: boolean;
      }
    /** `list` is the name of the list it came from, for explanations. `members` in text order, lists within lists laid flat, duplicates dropped. */
    | {
        readonly kind: 'in-list';
        readonly as: ComparedAs;
        readonly value: Value;
        readonly members: readonly Constant[];
        readonly list?: string;
        readonly negated: boolean;
      }
    /** `a in rep.countries`: membership in a list that a field holds. */
    | {
        readonly kind: 'in-field';
        readonly as: ComparedAs;
        readonly value: Value;
        readonly field: Value;
        readonly negated: boolean;
      }
    | {
        readonly kind: 'text';
        readonly verb: 'contains' | 'mentions' | 'starts-with' | 'ends-with';
        readonly value: Value;
        readonly needles: Needles;
      }
    | { readonly kind: 'includes'; readonly as: ComparedAs; readonly value: Value; readonly needles: Needles }
    /** Counts signals of the kinds: `any` counts all of them together, `all` asks it of each, `none` that no kind reaches it. */
    | {
        readonly kind: 'signals';
        readonly value: Value;
        readonly needles: Needles;
        readonly atLeast: number;
        readonly withinLast?: Duration;
      }
    | { readonly kind: 'missing' | 'known'; readonly value: Value }
    | { readonly kind: 'free-mail'; readonly value: Value; readonly negated: boolean }
    | { readonly kind: 'flag'; readonly value: Value }
    /** By the age of a date or instant at the instant of the decision. */
    | {
        readonly kind: 'age';
        readonly as: 'date' | 'time';
        readonly value: Value;
        readonly test: 'within-last' | 'within-next' | 'more-than-ago';
        readonly duration: Duration;
      }
    | { readonly kind: 'during'; readonly calendar: string }
    /** A record was accepted; a row of the table fits. */
    | { readonly kind: 'matched'; readonly of: 'match' | 'table'; readonly name: string; readonly negated: boolean }
    /** Company names are alike: their similarity is at least `LIKE_FROM`. In a line of a match it also scales the line's confidence. */
    | { readonly kind: 'like'; readonly left: Value; readonly right: Value; readonly negated: boolean }
  );

/** A condition's number, unique in the policy: the key of the source map, of coverage and of sealed outcomes. */
export interface Identified {
  readonly id: number;
}

/** What a text or list is searched for: one value, or any / all / none of several constants or of a list that a field holds. */
export type Needles =
  | { readonly quantifier: 'one'; readonly value: Value }
  | { readonly quantifier: 'any' | 'all' | 'none'; readonly members: readonly Constant[]; readonly list?: string }
  | { readonly quantifier: 'any' | 'all' | 'none'; readonly field: Value };

/** Months are those of the calendar; the others have one length each. */
export type DurationUnit = 'ms' | 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month';

/** A length of time. */
export interface Duration {
  /** Whole and not negative. */
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** A condition with a name. */
export interface Define {
  readonly name: string;
  readonly condition: Condition;
}
