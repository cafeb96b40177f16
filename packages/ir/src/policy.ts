// What a compiled policy is: the contract between whatever writes policies and whatever runs them.
// Plain JSON. Every array has a meaning-bearing or stated order; absent keys mean "not given"; numbers are exact decimals of at most 15 digits, none more
// than 42 places from the point; nothing lies more than 300 levels deep.

import type { Enricher, Match, Table } from './before-routing.ts';
import type { Condition, Define, Duration, Value } from './conditions.ts';
import type { DateText, Field, RecordShape, RepValue, Shape } from './shapes.ts';

/** The version of this format; a reader refuses any other. */
export const IR_FORMAT = 'fairlead-ir/1';

/** A compiled policy. */
export interface Policy {
  readonly format: typeof IR_FORMAT;
  /** The version of the language the policy was written in. */
  readonly language: 1;
  readonly name: string;
  readonly label: string;
  readonly owner?: string;
  /** IANA zone of dates, months and days where no calendar says otherwise. "UTC" where the policy names none. */
  readonly zone: string;
  readonly reviewed?: { readonly on: DateText; readonly every: Duration };
  readonly lead: Shape;
  /** By name, in code-point order. */
  readonly records: readonly RecordShape[];
  /** The fields a rep may have beyond the built-in ones, in text order. */
  readonly repFields: readonly Field[];
  /** By name, in code-point order (so that moving one within the text or to another file changes nothing). They may refer to each other, without a circle. */
  readonly defines: readonly Define[];
  /** By id, in code-point order; so are teams, reps and queues. */
  readonly calendars: readonly Calendar[];
  readonly teams: readonly Team[];
  readonly reps: readonly Rep[];
  readonly queues: readonly Queue[];
  /** In text order, which counts: the first that fills a field wins. */
  readonly enrichers: readonly Enricher[];
  /** In text order, in which they are made: one may read those before it. */
  readonly matches: readonly Match[];
  /** In text order, in which they are looked up: one may read those before it, and every match. */
  readonly tables: readonly Table[];
  /** In the order in which they are computed: one that reads another stands behind it; of those that could come next the first by name, in code-point order. */
  readonly scores: readonly Score[];
  readonly route: Route;
}

// ---- people --------------------------------------------------------------------------------------------------

/** Open hours and closed days in a zone. */
export interface Calendar {
  readonly id: string;
  readonly zone: string;
  /** In text order. `days` 0 = Monday … 6 = Sunday, ascending. Minutes after midnight; `to` ≤ `from` runs past midnight; 1440 is 24:00. */
  readonly open: readonly { readonly days: readonly number[]; readonly from: number; readonly to: number }[];
  /** Both ends included; in text order. */
  readonly closed: readonly { readonly from: DateText; readonly to: DateText }[];
}

/** Reps who take leads together. */
export interface Team {
  readonly id: string;
  readonly label: string;
  readonly manager?: string;
  /** Rep ids, in code-point order. */
  readonly members: readonly string[];
  /** A member with more open leads than this many times the average is set aside. More than 0. */
  readonly pauseAbove?: number;
  /** The first line that holds says how many leads this one counts; 1 where none does. In text order. */
  readonly counts: readonly CountsLine[];
}

/** A lead of this kind counts as so many. */
export interface CountsLine {
  /** Whole, from 1 on. */
  readonly times: number;
  readonly when: Condition;
}

/** A local day, week (from Monday) or month. */
export type Period = 'day' | 'week' | 'month';

/** Somebody who takes leads. */
export interface Rep {
  readonly id: string;
  readonly label: string;
  /** The team that declares the rep. */
  readonly team: string;
  /** A calendar's id; without one the rep is always on duty. */
  readonly works?: string;
  /** In text order. */
  readonly capacity: readonly { readonly limit: number; readonly per: 'open' | Period }[];
  readonly backup?: string;
  readonly left?: { readonly on: DateText; readonly successor?: string };
  /** By field name; a missing field is absent. */
  readonly values: Readonly<Record<string, RepValue>>;
}

/** Where leads wait for somebody to claim them. */
export interface Queue {
  readonly id: string;
  readonly label: string;
  /** A rep's id. */
  readonly owner: string;
  readonly priority?: Value;
  readonly claim?: Respond;
}

// ---- scores and routing --------------------------------------------------------------------------------------

/** Points for a lead. */
export interface Score {
  readonly name: string;
  /** The result stays within 0..max. */
  readonly max: number;
  /** In text order. Points are whole numbers and may be negative. */
  readonly lines: readonly ScoreLine[];
}

/** Points for leads of which a condition holds. */
export interface ScoreLine {
  readonly points: number;
  /** Points decay by the age of the newest signal that the line's one `signals` atom counts. */
  readonly halvingEvery?: Duration;
  readonly when: Condition;
}

/** The rules, and what happens where none holds. */
export interface Route {
  /** In the order in which they are tried; names are unique and none is "otherwise". */
  readonly rules: readonly Rule[];
  /** Its action is `route`, and its target, or the last of its fallback, is a queue: so every lead ends somewhere. */
  readonly otherwise: Ending;
}

/** A rule: its condition, and what happens to the leads that it wins. */
export interface Rule extends Ending {
  readonly name: string;
  /** Absent: always holds. */
  readonly when?: Condition;
}

/** What happens to a lead: where it goes, what is sent, and by when somebody has to respond. */
export interface Ending {
  readonly action: Action;
  readonly respond?: Respond;
  /** In text order; what `default` gave is already in. */
  readonly effects: readonly Effect[];
  readonly because?: string;
}

/** What a rule does with a lead. */
export type Action =
  /** In the order in which they are tried; nothing stands behind a queue. */
  | { readonly kind: 'route'; readonly to: Target | Split; readonly pick: Pick; readonly fallback: readonly Fallback[] }
  | { readonly kind: 'nurture'; readonly track: string }
  | { readonly kind: 'reject'; readonly reason: string };

/** Whom a lead goes to. */
export type Target =
  | { readonly kind: 'rep'; readonly rep: string }
  | { readonly kind: 'team'; readonly team: string }
  | { readonly kind: 'queue'; readonly queue: string }
  | { readonly kind: 'value'; readonly as: 'rep' | 'team'; readonly value: Value };

/** A place in the `fallback`. `for`: its rep is a temporary owner, once a lead. */
export interface Fallback {
  readonly to: Target;
  readonly for?: Duration;
}

/** Several targets with a share each. */
export interface Split {
  readonly kind: 'split';
  /**
   * What this split is known by: the pool of its rotation and the salt of its hash. It says the key, the first arm, and the number among the splits
   * that share both, in the order of the rules: so neither shares nor names of rules are in it. Unique in the policy.
   */
  readonly id: string;
  /** The same key always goes to the same arm. Absent: by rotation. */
  readonly by?: Value;
  /** Two or more, in text order. Their targets differ. */
  readonly arms: readonly SplitArm[];
}

/** A part of a split. */
export interface SplitArm {
  /** In percent: more than 0, with at most two decimal places. All of a split's total 100. */
  readonly share: number;
  readonly to: Target;
}

/**
 * How one rep is found. `where` and `weight` hold for the primary target only, the rest for fallbacks too. Where the target is not a team
 * or a value of type team, there is no `where`, no weight and no strategy but the team's rotation; weights go with rotation only.
 */
export interface Pick {
  readonly strategy: Strategy;
  readonly where?: Condition;
  /** The first line that fits gives the weight; 1 where none does. */
  readonly weight: readonly WeightLine[];
  /** With rotation only, and for the primary target only: as `weight`. */
  readonly reserve?: Reserve;
  readonly availableWithin?: Duration;
  readonly evenOffDuty: boolean;
  readonly evenOverCapacity: boolean;
}

/** How one of several is picked. */
export type Strategy =
  /** `rule`: the ledger is that rule's own, not the team's; always the name of the rule in which it stands. */
  | { readonly kind: 'rotation'; readonly rule?: string }
  | { readonly kind: 'highest' | 'lowest'; readonly value: Value }
  /** Equal totals of the leads assigned in the period. */
  | { readonly kind: 'fewest'; readonly period: Period }
  /** The best chance to win, by a model that the host binds under this name. */
  | { readonly kind: 'likelihood'; readonly model: string };

/** The eligible reps for whom the condition holds together earn no less than this share of each lead. */
export interface Reserve {
  /** In percent: more than 0, at most 100, with at most two decimal places. */
  readonly share: number;
  readonly for: Condition;
}

/** The weight of the reps that it applies to. */
export interface WeightLine {
  readonly weight: number;
  readonly applies:
    | { readonly kind: 'for'; readonly reps: readonly string[] }
    | { readonly kind: 'when'; readonly condition: Condition }
    | { readonly kind: 'otherwise' };
}

/** By when somebody has to respond, and what happens if nobody does. */
export interface Respond {
  readonly within: Clock;
  /** In text order, which is also the order of time. */
  readonly ladder: readonly LadderStep[];
}

/** A length of time that may count in working hours. */
export interface Clock extends Duration {
  /** Counts open hours: of `calendar`, else of the rep's own. */
  readonly working: boolean;
  readonly calendar?: string;
}

/** What happens after so much time without a response. */
export interface LadderStep {
  readonly after: Clock;
  readonly step:
    | { readonly kind: 'reassign' }
    | { readonly kind: 'route'; readonly to: Target }
    | { readonly kind: 'effect'; readonly effect: Effect };
}

/** Data for the host, which delivers it. */
export interface Effect {
  readonly verb: 'notify' | 'offer';
  readonly channel: string;
  readonly to: { readonly kind: 'text'; readonly text: string } | { readonly kind: 'value'; readonly value: Value };
  readonly when?: Condition;
}
