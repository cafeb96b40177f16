// What a decision is: plain JSON, the same bytes on every machine in canonical form. Absent keys mean "not so" or "none".

import type { Clock, InstantText } from '@fairlead/ir';

export const DECISION_FORMAT = 'fairlead-decision/1';

export interface Decision {
  readonly format: typeof DECISION_FORMAT;
  /** The lead's id; of an invalid lead without a readable id: its row, as the host named it. */
  readonly lead: string;
  readonly at: InstantText;
  readonly policy: { readonly name: string; readonly hash: string };
  readonly outcome: Outcome;
  /** The name of the rule that won, or "otherwise"; absent where the lead was invalid. */
  readonly rule?: string;
  /** How the winning rule's targets were tried, in order; the last one is where the lead ended. Empty unless the action was `route to`. */
  readonly attempts: readonly Attempt[];
  /** In the order in which they are computed: each behind those that it reads, else by name. Empty for an invalid lead. */
  readonly scores: readonly ScoreResult[];
  /** What was wrong with the lead's fields, in the order of the fields. */
  readonly issues: readonly Issue[];
  readonly respond?: RespondClock;
  /** The queue's own clock, where the outcome is a queue that has one. */
  readonly claim?: RespondClock;
  /** In text order; those whose `when` holds. */
  readonly effects: readonly EffectData[];
  readonly because?: string;
  /** What the host must do to the state, in order. Empty where nobody was assigned. */
  readonly changes: readonly Change[];
  /** Everything that was read: enough to make the decision and its explanation again, with nothing private in it. */
  readonly inputs: Inputs;
}

export type Outcome =
  | { readonly kind: 'assigned'; readonly rep: string; readonly team: string }
  | { readonly kind: 'queued'; readonly queue: string; readonly priority?: string }
  | { readonly kind: 'nurtured'; readonly track: string }
  | { readonly kind: 'rejected'; readonly reason: string }
  /** The last-resort queue: that of `otherwise`. */
  | { readonly kind: 'invalid'; readonly queue: string };

/** One place that was tried. `place`: the rule's own target, its n-th fallback (from 1), or the ending's target and fallbacks. */
export interface Attempt {
  readonly place: 'primary' | 'fallback' | 'otherwise' | 'otherwise-fallback';
  readonly index?: number;
  readonly target:
    | { readonly kind: 'rep' | 'team' | 'queue'; readonly id: string }
    /** A value that was missing: nobody. */
    | { readonly kind: 'nobody' };
  /** What a value target was read from: `account.owner`. */
  readonly from?: string;
  /** A rep who has left was replaced by the successor. */
  readonly successorOf?: string;
  /** In code-point order of the rep. */
  readonly setAside: readonly { readonly rep: string; readonly reason: Reason }[];
  /** Present where one of several or a single rep was picked. */
  readonly pick?: PickNumbers;
}

/** Why a rep was not considered; the first that applies, in this order. */
export type Reason =
  | { readonly kind: 'where' }
  | { readonly kind: 'left'; readonly on: string }
  | { readonly kind: 'away'; readonly until?: InstantText }
  /** `next`: when the rep's calendar opens again, if within the next two weeks. */
  | { readonly kind: 'off-duty'; readonly next?: InstantText }
  | {
      readonly kind: 'at-capacity';
      readonly per: 'open' | 'day' | 'week' | 'month';
      readonly limit: number;
      readonly has: number;
    }
  | { readonly kind: 'weight-zero' };

/** The numbers that picked the winner. Rows in code-point order of the rep. */
export type PickNumbers =
  | { readonly kind: 'only'; readonly rep: string }
  | {
      readonly kind: 'rotation';
      readonly rep: string;
      readonly pool: string;
      /** In parts of a lead: 232,792,560 to one. `before` + `share` is what the rep was owed; the winner then paid one lead. */
      readonly rows: readonly {
        readonly rep: string;
        readonly weight: number;
        readonly share: number;
        readonly before: number;
        readonly after: number;
      }[];
    }
  | {
      readonly kind: 'highest' | 'lowest';
      readonly rep: string;
      /** Decimal text or date or instant text; a missing value never wins while another has one. */
      readonly rows: readonly { readonly rep: string; readonly value?: string }[];
      /** How a tie was broken. Absent where there was none. */
      readonly tie?: {
        readonly by: 'rotation';
        readonly pool: string;
        readonly among: readonly string[];
        readonly rows: readonly {
          readonly rep: string;
          readonly weight: number;
          readonly share: number;
          readonly before: number;
          readonly after: number;
        }[];
      };
    };

export interface ScoreResult {
  readonly name: string;
  /** Within 0..max. */
  readonly points: number;
  readonly max: number;
  /** One a line, in text order: the points it gave, 0 where it did not hold. */
  readonly lines: readonly number[];
}

/** Something about a field's value that was not as declared. */
export interface Issue {
  readonly field: string;
  readonly kind: IssueKind;
  /** What the field held, shortened to 80 characters; absent for private fields and for missing values. */
  readonly held?: string;
  /** What was expected, in words: "a whole number". */
  readonly expected: string;
  /** True where the field is required, so that the lead is invalid. */
  readonly fatal: boolean;
}

export type IssueKind =
  | 'missing'
  | 'wrong-type'
  | 'malformed'
  | 'not-a-choice'
  | 'too-many-digits'
  | 'too-long'
  | 'unknown-rep'
  | 'unknown-team'
  | 'ambiguous-rep';

export interface RespondClock {
  readonly within: Clock;
  /** When it ends; absent where it cannot be said (a calendar without open hours). */
  readonly due?: InstantText;
  readonly ladder: readonly {
    readonly after: Clock;
    readonly due?: InstantText;
    readonly step:
      | { readonly kind: 'reassign' }
      /** `to`: a rep's, team's or queue's id; absent where a value was missing. `from`: how the value is written. */
      | { readonly kind: 'route'; readonly to?: string; readonly from?: string }
      | { readonly kind: 'effect'; readonly effect: EffectData };
  }[];
}

export interface EffectData {
  readonly verb: 'notify' | 'offer';
  readonly channel: string;
  /** Text to send to; absent where the value was missing. */
  readonly to?: string;
}

export type Change =
  /** Sets nothing but adds: `shares` to each balance, minus one lead for the winner, one to `seq`. */
  | {
      readonly kind: 'ledger';
      readonly pool: string;
      readonly shares: Readonly<Record<string, number>>;
      readonly winner: string;
    }
  | { readonly kind: 'open'; readonly rep: string; readonly by: number }
  /** Leads assigned on this local day (of the calendar the rep `works`, else of the policy). Weeks and months are summed from days. */
  | { readonly kind: 'count'; readonly rep: string; readonly day: number; readonly by: number };

export interface Inputs {
  /** The lead's fields by name, as JSON in the language's own writing. A private field that is known is `{"private": true}`. Missing fields are absent. */
  readonly lead: Readonly<Record<string, JsonValue>>;
  /** What the world answered, by question, e.g. `open berlin`, `standing ana`, `ledger team:enterprise`. */
  readonly answers: Readonly<Record<string, JsonValue>>;
  /**
   * How conditions that read private fields came out, by condition id, or `id@rep` where a rep is read too. For a score line that halves by the
   * age of private signals: the points it gave, by `points fit 2`: the score, and the line counted from 0.
   */
  readonly sealed: Readonly<Record<string, boolean | number>>;
}

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
