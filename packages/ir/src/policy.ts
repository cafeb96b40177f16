// What a compiled policy is: the contract between whatever writes policies and whatever runs them.
// Plain JSON. Every array has a meaning-bearing or stated order; absent keys mean "not given"; numbers are exact decimals of at most 15 digits, none more
// than 42 places from the point; nothing lies more than 300 levels deep.

import type { Enricher, Match, Table } from './before-routing.ts';

/** The version of this format; a reader refuses any other. */
export const IR_FORMAT = 'fairlead-ir/1';

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

/** yyyy-mm-dd */
export type DateText = string;
/** An instant in UTC: yyyy-mm-ddThh:mm:ss[.mmm]Z */
export type InstantText = string;

// ---- shapes --------------------------------------------------------------------------------------------------

export interface Shape {
  /** Texts that count as missing in any field of this block, as written. */
  readonly blank: readonly string[];
  /** In text order. */
  readonly fields: readonly Field[];
}

export interface RecordShape extends Shape {
  readonly name: string;
  /** The name under which the host binds the records. */
  readonly source: string;
}

export interface Field {
  readonly name: string;
  readonly type: Type;
  readonly optional: boolean;
  readonly private: boolean;
  /** Rep fields only: its values find a rep. */
  readonly unique: boolean;
  /** What the outside calls it, if not `name`. */
  readonly column?: string;
  readonly written?: Written;
}

export type Type =
  | {
      readonly kind:
        | 'text'
        | 'code'
        | 'email'
        | 'number'
        | 'count'
        | 'flag'
        | 'date'
        | 'time'
        | 'signals'
        | 'ratings'
        | 'rep'
        | 'team';
    }
  | { readonly kind: 'money'; readonly currency: string }
  | {
      readonly kind: 'choice';
      readonly choices: readonly string[] /** `| text`: other texts may come. */;
      readonly open: boolean;
    }
  | { readonly kind: 'list'; readonly of: Type }
  | { readonly kind: 'record'; readonly record: string };

/** How the outside writes a value, where it is not written in the language's own way. */
export type Written =
  /** A Unicode TR35 pattern as date-fns reads it, and the zone its wall time is in (default: the policy's). */
  | { readonly kind: 'time'; readonly pattern: string; readonly zone?: string }
  /** From a sample such as `$1,234.50`: what stands before and after, and the two separators ("" for none). */
  | {
      readonly kind: 'number';
      readonly prefix: string;
      readonly suffix: string;
      readonly group: string;
      readonly decimal: string;
    }
  | { readonly kind: 'flag'; readonly yes: string; readonly no: string };

// ---- values --------------------------------------------------------------------------------------------------

export type Constant =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'money'; readonly amount: number; readonly currency: string }
  | { readonly kind: 'date'; readonly date: DateText }
  | { readonly kind: 'time'; readonly time: InstantText }
  | { readonly kind: 'flag'; readonly flag: boolean }
  | { readonly kind: 'rep'; readonly rep: string }
  | { readonly kind: 'team'; readonly team: string };

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

export type DurationUnit = 'ms' | 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month';

export interface Duration {
  /** Whole and not negative. */
  readonly amount: number;
  readonly unit: DurationUnit;
}

export interface Define {
  readonly name: string;
  readonly condition: Condition;
}

// ---- people --------------------------------------------------------------------------------------------------

export interface Calendar {
  readonly id: string;
  readonly zone: string;
  /** In text order. `days` 0 = Monday … 6 = Sunday, ascending. Minutes after midnight; `to` ≤ `from` runs past midnight; 1440 is 24:00. */
  readonly open: readonly { readonly days: readonly number[]; readonly from: number; readonly to: number }[];
  /** Both ends included; in text order. */
  readonly closed: readonly { readonly from: DateText; readonly to: DateText }[];
}

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

export interface CountsLine {
  /** Whole, from 1 on. */
  readonly times: number;
  readonly when: Condition;
}

export type Period = 'day' | 'week' | 'month';

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

/** As the field's type says: text, code, email, choice, date, time, rep and team are strings; ratings an object; lists arrays. */
export type RepValue =
  | string
  | number
  | boolean
  | readonly (string | number | boolean)[]
  | Readonly<Record<string, number>>;

export interface Queue {
  readonly id: string;
  readonly label: string;
  /** A rep's id. */
  readonly owner: string;
  readonly priority?: Value;
  readonly claim?: Respond;
}

// ---- scores and routing --------------------------------------------------------------------------------------

export interface Score {
  readonly name: string;
  /** The result stays within 0..max. */
  readonly max: number;
  /** In text order. Points are whole numbers and may be negative. */
  readonly lines: readonly ScoreLine[];
}

export interface ScoreLine {
  readonly points: number;
  /** Points decay by the age of the newest signal that the line's one `signals` atom counts. */
  readonly halvingEvery?: Duration;
  readonly when: Condition;
}

export interface Route {
  /** In the order in which they are tried; names are unique and none is "otherwise". */
  readonly rules: readonly Rule[];
  /** Its action is `route`, and its target, or the last of its fallback, is a queue: so every lead ends somewhere. */
  readonly otherwise: Ending;
}

export interface Rule extends Ending {
  readonly name: string;
  /** Absent: always holds. */
  readonly when?: Condition;
}

export interface Ending {
  readonly action: Action;
  readonly respond?: Respond;
  /** In text order; what `default` gave is already in. */
  readonly effects: readonly Effect[];
  readonly because?: string;
}

export type Action =
  /** In the order in which they are tried; nothing stands behind a queue. */
  | { readonly kind: 'route'; readonly to: Target | Split; readonly pick: Pick; readonly fallback: readonly Fallback[] }
  | { readonly kind: 'nurture'; readonly track: string }
  | { readonly kind: 'reject'; readonly reason: string };

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

export interface WeightLine {
  readonly weight: number;
  readonly applies:
    | { readonly kind: 'for'; readonly reps: readonly string[] }
    | { readonly kind: 'when'; readonly condition: Condition }
    | { readonly kind: 'otherwise' };
}

export interface Respond {
  readonly within: Clock;
  /** In text order, which is also the order of time. */
  readonly ladder: readonly LadderStep[];
}

export interface Clock extends Duration {
  /** Counts open hours: of `calendar`, else of the rep's own. */
  readonly working: boolean;
  readonly calendar?: string;
}

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
