// What a decision is: plain JSON, the same bytes on every machine in canonical form. Absent keys mean "not so" or "none".

import type { Clock, InstantText } from '@fairlead/ir';

/** The format that every decision names. */
export const DECISION_FORMAT = 'fairlead-decision/1';

/** What was decided about a lead, and everything that it was decided by. */
export interface Decision {
  readonly format: typeof DECISION_FORMAT;
  /** The lead's id; of an invalid lead without a readable id: its row, as the host named it. */
  readonly lead: string;
  readonly at: InstantText;
  readonly policy: { readonly name: string; readonly hash: string };
  readonly outcome: Outcome;
  /**
   * The name of the rule that won, or "otherwise"; of a lead in review the one that was about to be tried. Absent where the lead was invalid, and
   * where an invalid lead or one in review was passed on to one place.
   */
  readonly rule?: string;
  /** How the winning rule's targets were tried, in order; the last one is where the lead ended. Empty unless the action was `route to`. */
  readonly attempts: readonly Attempt[];
  /** What each enricher came to, in text order. Empty for an invalid lead, like the three below. */
  readonly enriched: readonly EnrichResult[];
  /** What each match came to, in text order. */
  readonly matches: readonly MatchResult[];
  /** What each table came to, in text order. */
  readonly tables: readonly TableResult[];
  /** In the order in which they are computed: each behind those that it reads, else by name. */
  readonly scores: readonly ScoreResult[];
  /** What was wrong with the lead's fields, in the order of the fields. */
  readonly issues: readonly Issue[];
  readonly respond?: RespondClock;
  /** The queue's own clock, where the outcome is a queue that has one. */
  readonly claim?: RespondClock;
  /** In text order; those whose `when` holds. */
  readonly effects: readonly EffectData[];
  readonly because?: string;
  /** Present where the lead had been decided on before and comes again: by a clock, an event, or because it changed. */
  readonly again?: Again;
  /** What the host must do to the state, in order. Empty where nobody was assigned and no split moved. */
  readonly changes: readonly Change[];
  /** Everything that was read: enough to make the decision and its explanation again, with nothing private in it. */
  readonly inputs: Inputs;
}

/** Where a lead went. */
export type Outcome =
  /** `until`: as a temporary owner; then the lead is routed anew. */
  | { readonly kind: 'assigned'; readonly rep: string; readonly team: string; readonly until?: InstantText }
  | { readonly kind: 'queued'; readonly queue: string; readonly priority?: string }
  /** A person has to say which record it is, before the rule that stands on the decision is tried. */
  | { readonly kind: 'review'; readonly queue: string; readonly match: string; readonly priority?: string }
  | { readonly kind: 'nurtured'; readonly track: string }
  | { readonly kind: 'rejected'; readonly reason: string }
  /** The last-resort queue: that of `otherwise`. */
  | { readonly kind: 'invalid'; readonly queue: string };

/**
 * One place that was tried. `place`: the rule's own target, its n-th fallback (from 1), or the ending's target and fallbacks; `passed-on`: the target
 * of a clock's step, or whom a person named.
 */
export interface Attempt {
  readonly place: 'primary' | 'fallback' | 'otherwise' | 'otherwise-fallback' | 'passed-on';
  readonly index?: number;
  /** Of a split: the arm, from 1. Arms in which nobody is free come first, in text order; the one that takes the lead comes last. */
  readonly arm?: number;
  /** On the arm that takes the lead, and of a split by key on its one arm: the numbers that chose it. */
  readonly split?: SplitNumbers;
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
  /** Had this lead before: it is being reassigned. */
  | { readonly kind: 'had-it' }
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
  | { readonly kind: 'weight-zero' }
  /** By the team's `pause above`: `average` is that of those still left, as decimal text with two places, rounded. */
  | { readonly kind: 'paused'; readonly open: number; readonly average: string; readonly above: number };

/** How a split chose its arm. Rows in the order of the arms; by rotation only arms in which somebody is free. */
export type SplitNumbers =
  | {
      readonly kind: 'rotation';
      readonly pool: string;
      /** In parts of a lead. `weight`: the arm's percent. */
      readonly rows: readonly {
        readonly arm: number;
        readonly weight: number;
        readonly share: number;
        readonly before: number;
        readonly after: number;
      }[];
    }
  /** `hash`: the version of the published hash. `key`: as written, absent where it is private. */
  | { readonly kind: 'key'; readonly hash: string; readonly key?: string };

/** A tie that the rotation of the pool broke. */
export interface Tie {
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
}

/** The numbers that picked the winner. Rows in code-point order of the rep. */
export type PickNumbers =
  | { readonly kind: 'only'; readonly rep: string }
  | {
      readonly kind: 'rotation';
      readonly rep: string;
      readonly pool: string;
      /** `reserve at least`: the percent, and who of the eligible is in the group. */
      readonly reserve?: { readonly share: number; readonly group: readonly string[] };
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
      readonly tie?: Tie;
    }
  | {
      readonly kind: 'fewest';
      readonly rep: string;
      readonly pool: string;
      readonly period: 'day' | 'week' | 'month';
      /** `passed`: has the fewest, but took two of the last three leads, so the others come first. */
      readonly rows: readonly { readonly rep: string; readonly total: number; readonly passed?: true }[];
      readonly tie?: Tie;
    }
  | {
      readonly kind: 'likelihood';
      readonly rep: string;
      readonly model: string;
      /** The content hash of the model's file; absent where no model is bound, and everybody was as likely. */
      readonly hash?: string;
      /** The segment of this lead, as written. */
      readonly segment?: string;
      /** Leads won and leads had, the team's too; `chance`: mixed with the team's, in percent with two decimal places, rounded down. */
      readonly rows: readonly {
        readonly rep: string;
        readonly won: number;
        readonly leads: number;
        readonly teamWon: number;
        readonly teamLeads: number;
        readonly chance: string;
        /** Owed under the least share, before this lead, in parts of a lead. */
        readonly owed: number;
      }[];
      /** Present where the least share decided, not the chance. */
      readonly guard?: { readonly pool: string; readonly leastShare: number };
      readonly tie?: Tie;
    };

/** What an enricher came to. */
export interface EnrichResult {
  readonly enricher: string;
  readonly provider: string;
  /** `not-asked`: the key was missing, or there was nothing to fill, or the host has no such provider. */
  readonly kind: 'answered' | 'nothing' | 'late' | 'failed' | 'not-asked';
  /** In words: of `failed` and `not-asked`. */
  readonly why?: string;
  /** Of an answer: when the provider was asked. */
  readonly asked?: InstantText;
  /** The fields it filled, in text order. */
  readonly filled: readonly string[];
  /** Values that were not as declared, in the order of the fields; never fatal. */
  readonly issues: readonly Issue[];
}

/** What a match came to. */
export interface MatchResult {
  readonly match: string;
  readonly kind: 'matched' | 'review' | 'not-matched';
  /** Of `matched`: the record. */
  readonly record?: string;
  /** A person said so. */
  readonly reviewer?: string;
  /** The best, at most ten: by confidence, then as ties were broken. Only those of which a line holds. */
  readonly candidates: readonly MatchCandidate[];
  /** How many more there were. */
  readonly others: number;
  /** Where several were best: what broke the tie. `line`: of `prefer`, from 0. */
  readonly tie?:
    | { readonly by: 'prefer'; readonly line: number; readonly among: readonly string[] }
    | { readonly by: 'review' | 'id'; readonly among: readonly string[] };
}

/** A record that a match looked at. */
export interface MatchCandidate {
  readonly record: string;
  /** In percent, as decimal text with at most two places, rounded down. */
  readonly confidence: string;
  /** One a line, in text order: the confidence it gave, "0" where it does not hold; with the similarity of its `is like`, in percent, where it has one. */
  readonly lines: readonly { readonly confidence: string; readonly alike?: string }[];
}

/** What a table gave to a lead. */
export interface TableResult {
  readonly table: string;
  /** The line of the file; absent where no row fits. */
  readonly line?: number;
}

/** Why a lead that had been decided on is decided on again. */
export interface Again {
  readonly cause: 'reassign' | 'step' | 'temporary-over' | 'review' | 'changed' | 'manual';
  /** Of `step`: which clock's it was. */
  readonly clock?: 'respond' | 'claim';
  /** The instant of the first decision: clocks count from it. */
  readonly first: InstantText;
  /** Reps who have had the lead and are left out, in the order in which they had it. */
  readonly had: readonly string[];
  /** A temporary owner comes once a lead. */
  readonly temporaryUsed: boolean;
  /**
   * Turns in ledgers that stand for this lead, from its earlier decisions. A pick in the same pool takes the turn over: nobody earns anew, and the
   * credit moves. A turn in a pool that is not used again never counted.
   */
  readonly turns?: readonly LedgerTurn[];
  /** Of `reassign` and `step`, and of a person's word: where it is to go, in place of asking the rules. */
  readonly to?: AgainTo;
  /**
   * Of the time to respond that an earlier decision began, if it did: it runs on, and the decision's `respond` is that one; or first contact has
   * been made, and there is none.
   */
  readonly respond?: { readonly kind: 'running' | 'done'; readonly since: InstantText };
  /** Who caused it, if it was a person. */
  readonly by?: string;
}

/** Where a lead goes that is passed on without asking the rules. */
export type AgainTo =
  /** The same place of the same rule: one of the rule's targets, as it stands on the attempt that took the lead. */
  | {
      readonly kind: 'place';
      readonly rule: string;
      readonly place: 'primary' | 'fallback' | 'otherwise' | 'otherwise-fallback';
      readonly index?: number;
      readonly arm?: number;
    }
  /** A rep, team or queue by its id. `from`: the value it was read from. `rule`: that of the decision before. */
  | { readonly kind: 'target'; readonly rule?: string; readonly id: string; readonly from?: string };

/** What a turn did to a ledger. */
export interface LedgerTurn {
  readonly pool: string;
  /** By rep (in a split: by arm), in parts of a lead. */
  readonly shares: Readonly<Record<string, number>>;
  readonly winner: string;
}

/** The points of a score. */
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

/** What can be wrong with a field of a lead. */
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

/** By when somebody has to respond. */
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

/** A message to be sent. */
export interface EffectData {
  readonly verb: 'notify' | 'offer';
  readonly channel: string;
  /** Text to send to; absent where the value was missing. */
  readonly to?: string;
}

/** What the decision does to the state; the host carries it out. */
export type Change =
  /** Sets nothing but adds: `shares` to each balance, minus one lead for the winner, one to `seq`. */
  | {
      readonly kind: 'ledger';
      readonly pool: string;
      readonly shares: Readonly<Record<string, number>>;
      readonly winner: string;
    }
  /** The credit of a lead moves: `from` is owed one more, `to` one less. */
  | { readonly kind: 'give-back'; readonly pool: string; readonly from: string; readonly to: string }
  /** A turn that turned out not to count: its shares are taken back, and the winner's lead too. */
  | {
      readonly kind: 'never-counted';
      readonly pool: string;
      readonly shares: Readonly<Record<string, number>>;
      readonly winner: string;
    }
  /** The rep took a lead of a pool that counts totals: what `State.recent` answers from. */
  | { readonly kind: 'recent'; readonly pool: string; readonly rep: string }
  | { readonly kind: 'open'; readonly rep: string; readonly by: number }
  /** Leads assigned on this local day (of the calendar the rep `works`, else of the policy). Weeks and months are summed from days. */
  | { readonly kind: 'count'; readonly rep: string; readonly day: number; readonly by: number };

/** All that the decision was made by, so that it can be made again. */
export interface Inputs {
  /** The lead's fields by name, as JSON in the language's own writing. A private field that is known is `{"private": true}`. Missing fields are absent. */
  readonly lead: Readonly<Record<string, JsonValue>>;
  /** What the world answered, by question, e.g. `open berlin`, `standing ana`, `ledger team:enterprise`. */
  readonly answers: Readonly<Record<string, JsonValue>>;
  /**
   * How conditions that read private fields came out, by condition id, or `id@rep` where a rep is read too. For a score line that halves by the
   * age of private signals: the points it gave, by `points fit 2`: the score, and the line counted from 0. For a split by a private key: the arm,
   * counted from 1, by `split` and the split's id; 0 where the key was missing.
   */
  readonly sealed: Readonly<Record<string, boolean | number>>;
}

/** Any JSON value. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
