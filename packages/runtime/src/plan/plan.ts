// What a policy is turned into to be run: names looked up, constants folded, every condition and value a closure. Types only.

import type {
  Action,
  Calendar,
  Condition,
  DateText,
  Directory,
  Duration,
  Effect,
  Enricher,
  LadderStep,
  Match,
  Period,
  Policy,
  Prefer,
  Queue,
  Rep,
  Respond,
  Rule,
  Score,
  ScoreLine,
  Split,
  Table,
  TableKey,
  TableRow,
  Team,
  Type,
  Value,
  WeightLine,
  Written,
} from '@fairlead/ir';
import type { Again } from '../decision.ts';
import type { CompanyName } from '../match/company-name.ts';
import type { RecordValue, RuntimeValue, TextValue } from '../values/runtime-value.ts';
import type { LinkQuestion, World } from '../world.ts';

/** A policy that can be run. Immutable, shared by all decisions, free of anything that changes from lead to lead. */
export interface Plan {
  readonly policy: Policy;
  /** The policy's content hash. */
  readonly hash: string;
  /** The policy's zone. */
  readonly zone: string;
  /** The lead's fields in text order; `LeadReading.values` and `Eval.lead` go by their slots. */
  readonly lead: PlanShape;
  /** By name. */
  readonly records: ReadonlyMap<string, PlanShape>;
  /** All of these by id, in the policy's order. */
  readonly reps: ReadonlyMap<string, PlanRep>;
  readonly teams: ReadonlyMap<string, PlanTeam>;
  readonly queues: ReadonlyMap<string, PlanQueue>;
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly findRep: Directory;
  readonly findTeam: Directory;
  /** In text order. */
  readonly enrichers: readonly PlanEnricher[];
  /** In text order; `Eval.matches` goes by their index. */
  readonly matches: readonly PlanMatch[];
  /** In text order; `Eval.tables` goes by their index. */
  readonly tables: readonly PlanTable[];
  /** In the order in which they are computed; `Eval.scores` goes by their index. */
  readonly scores: readonly PlanScore[];
  /** In the order in which they are tried. */
  readonly rules: readonly PlanRule[];
  readonly otherwise: PlanEnding;
  /** Every condition that reads a private lead field, by ascending id. */
  readonly sealed: readonly SealedAtom[];
  /** How large the memories of an {@link Eval} are. */
  readonly sizes: EvalSizes;
  /** The closure of any condition or value of this policy; for explanations. Compiles anew at each call: keep what you get. */
  readonly compile: Compile;
}

/** Makes closures of this policy's conditions and values. */
export interface Compile {
  readonly test: (condition: Condition) => Test;
  /** As conditions read it: also private fields. Nothing it gives may be written anywhere unless {@link isPrivate} is false. */
  readonly read: (value: Value) => Read;
  /** Whether the value is computed from a private lead field (other than by `domain of`). */
  readonly isPrivate: (value: Value) => boolean;
  /** The type of what the value gives; undefined where the policy does not say (an unknown name). */
  readonly typeOf: (value: Value) => Type | undefined;
}

/** A lead or record: fields by name and by slot. */
export interface PlanShape {
  readonly slots: ReadonlyMap<string, number>;
  readonly fields: readonly PlanField[];
  /** Folded texts that count as missing. */
  readonly blank: ReadonlySet<string>;
}

export interface PlanField {
  readonly name: string;
  /** What the outside calls it. */
  readonly column: string;
  readonly type: Type;
  readonly optional: boolean;
  readonly private: boolean;
  readonly written?: Written;
  /** Of a choice, or a list of them: folded text to the declared spelling. */
  readonly choices?: ReadonlyMap<string, TextValue>;
  /** What the policy asks about mail of this text; who asks for the domain may also ask whether it is free mail. */
  readonly asksMail: 'nothing' | 'free-mail' | 'domain';
}

// ---- evaluation ------------------------------------------------------------------------------------------------

/** A condition, ready to run: no errors, no side effects but the memories of the {@link Eval}. */
export type Test = (e: Eval) => boolean;

/** Told of a condition that was evaluated, by id: how it came out, and what it was looking at. */
export type Watch = (conditionId: number, holds: boolean, e: Eval) => void;

/** A value, ready to be read; undefined: missing. */
export type Read = (e: Eval) => RuntimeValue | undefined;

/** What conditions and values are read from, for one lead. Made by `startEval`, given a rep by `withRep`. */
export interface Eval {
  /** By lead slot, with what was filled in. */
  readonly lead: readonly (RuntimeValue | undefined)[];
  /** The record that was matched, by match; while a match looks at candidates, the candidate. Filled in order. */
  readonly matches: (RecordValue | undefined)[];
  /** The row that fits, by table: its values by the slots of what the table gives. Filled in order. */
  readonly tables: (PlanTableRow | undefined)[];
  /** The record that is looked at in a line of a match: part of the keys of sealed outcomes. */
  readonly candidate: string | undefined;
  /** Points by score index; filled in order, so that a score sees those before it. */
  readonly scores: number[];
  /** The rep being looked at, in `where`, `weight` and strategies; else undefined, and rep values are missing. */
  readonly rep: PlanRep | undefined;
  readonly world: World;
  /** Why the lead is decided on again, and what stands from before; undefined for a first decision. */
  readonly again: Again | undefined;
  readonly sealed: Sealed;
  readonly memory: Memory;
  /** As `Memory.defines`, of those that read the rep: new for each rep. */
  readonly repDefines: Uint8Array;
}

/** What was found out once for this lead and need not be again. */
export interface Memory {
  /** By define: 0 not yet, 1 does not hold, 2 holds. Not those that read a rep. */
  readonly defines: Uint8Array;
  /** What the world said, by slots that the plan gave out: `today`, `3 months ago`, `domain of email`. Null: it has none. */
  readonly found: (RuntimeValue | null | undefined)[];
  /** Company names in their normal form, by their text; undefined: it has none. */
  readonly names: Map<string, CompanyName | undefined>;
}

export interface EvalSizes {
  readonly defines: number;
  readonly found: number;
}

/** How conditions that read private fields came out: `Decision.inputs.sealed`. */
export interface Sealed {
  /** When a decision is made again: the outcomes to take. Undefined: look at the values. */
  readonly given: Readonly<Record<string, boolean | number>> | undefined;
  /** Whether `given` counts for a condition, or for a line of points, that reads these lead slots; undefined: for all. */
  readonly counts?: (slots: readonly number[]) => boolean;
  /** Every outcome met so far, by key: the condition's id, `id@rep`, or `id#record` in a match; `points NAME LINE` for a score line that halves; `table NAME` for the row of a table with a private key. */
  readonly noted: Map<string, boolean | number>;
}

/** A condition that reads a private lead field. */
export interface SealedAtom {
  readonly id: number;
  /** Its key has the rep in it, and it needs one to be tested. */
  readonly readsRep: boolean;
  /** The lead's slots that it reads, private ones and others. */
  readonly slots: readonly number[];
  /** Notes the outcome, as in rules. */
  readonly test: Test;
  /** It stands in a line or preference of a match, and its key has the record in it. */
  readonly inMatch?: true;
}

// ---- people ----------------------------------------------------------------------------------------------------

export interface PlanRep {
  readonly id: string;
  readonly label: string;
  readonly rep: Rep;
  /** The home team's id. */
  readonly team: string;
  /** The calendar's id. */
  readonly works?: string;
  readonly capacity: readonly { readonly limit: number; readonly per: 'open' | Period }[];
  /** The limit on open leads, if there is one: what `rep.load` divides by. */
  readonly openLimit?: number;
  readonly backup?: string;
  /** From this local day (policy's zone) on the rep has left. */
  readonly left?: { readonly on: DateText; readonly day: number; readonly successor?: string };
  /** By rep-field slot (`policy.repFields` in order); undefined: missing. */
  readonly values: readonly (RuntimeValue | undefined)[];
}

export interface PlanTeam {
  /** How many leads one counts, by the team's first line that holds; undefined: always 1. */
  readonly counts?: (e: Eval) => number;
  readonly id: string;
  readonly label: string;
  readonly team: Team;
  readonly manager?: string;
  /** In code-point order of ids. */
  readonly members: readonly PlanRep[];
}

export interface PlanQueue {
  readonly id: string;
  readonly label: string;
  readonly queue: Queue;
  readonly owner: string;
  readonly priority?: PlanValue;
  readonly claim?: PlanRespond;
}

/** A value that leaves the engine: private ones read as missing here, whatever wrote the policy. */
export interface PlanValue {
  readonly value: Value;
  readonly type: Type | undefined;
  readonly read: Read;
}

// ---- before routing --------------------------------------------------------------------------------------------

export interface PlanEnricher {
  readonly enricher: Enricher;
  /** The key, also where it is private: it goes to the provider only. */
  readonly by: Read;
  readonly byType: Type;
  readonly byPrivate: boolean;
  /** Lead slots, in text order. */
  readonly fill: readonly number[];
  /** The same fields, beside `fill`, as an answer is read. */
  readonly shape: PlanShape;
}

export interface PlanMatch {
  readonly match: Match;
  readonly index: number;
  readonly shape: PlanShape;
  readonly lines: readonly PlanMatchLine[];
  readonly prefer: readonly PlanPrefer[];
  /** In hundredths of a percent. */
  readonly accept: number;
  /** `from` in hundredths of a percent. */
  readonly review?: { readonly from: number; readonly queue: PlanQueue };
  /** Reads the field that is called `id`, if the record has one. */
  readonly idSlot?: number;
}

export interface PlanMatchLine {
  /** In hundredths of a percent. */
  readonly confidence: number;
  /**
   * What has to hold between record and lead for the line to hold: candidates are found by these. None only where no index can know the record's side
   * (a rep, where somebody leaves on some day): then every record is one.
   */
  readonly links: readonly PlanLink[];
  /** The whole condition; `Eval.matches` holds the candidate. */
  readonly when: Test;
  /** The similarity, from 0 to 10,000, of each `is like` that is the condition or a part of its outermost `and`; undefined where a name is missing. */
  readonly alike: readonly ((e: Eval) => number | undefined)[];
}

/** One `is` or `is like` between record and lead. */
export interface PlanLink {
  readonly kind: 'is' | 'like';
  /** What records are found by: canonical JSON of the record's side, and of what both sides are compared as. */
  readonly index: string;
  /** Under what the record that `Eval.matches` holds is found: of `is` what both sides are compared by, of `is like` its text. */
  readonly key: (e: Eval) => string | number | boolean | undefined;
  /** What to ask for; undefined where the lead's side is missing. */
  readonly ask: (e: Eval) => LinkQuestion | undefined;
}

export type PlanPrefer =
  | { readonly kind: 'condition'; readonly prefer: Prefer; readonly test: Test }
  | { readonly kind: 'greatest' | 'least'; readonly prefer: Prefer; readonly read: Read };

export interface PlanTable {
  readonly table: Table;
  readonly index: number;
  /** What a row gives: slots in text order. */
  readonly gives: PlanShape;
  /** Each key's value, also where it is private: nothing it gives may be written anywhere unless `isPrivate` is false. */
  readonly keys: readonly PlanTableKey[];
  /** The first row whose cells all fit. Where a key is private, the row's place is noted under `table NAME`, counted from 1; 0: none. */
  readonly find: (e: Eval) => PlanTableRow | undefined;
}

export interface PlanTableKey {
  readonly key: TableKey;
  readonly type: Type | undefined;
  readonly isPrivate: boolean;
  readonly read: Read;
}

export interface PlanTableRow {
  readonly row: TableRow;
  readonly values: readonly (RuntimeValue | undefined)[];
}

// ---- scores ----------------------------------------------------------------------------------------------------

export interface PlanScore {
  readonly name: string;
  readonly max: number;
  readonly score: Score;
  readonly lines: readonly PlanScoreLine[];
}

export interface PlanScoreLine {
  readonly line: ScoreLine;
  /** The points the line gives to this lead: 0 where it does not hold. */
  readonly points: (e: Eval) => number;
}

// ---- routing ---------------------------------------------------------------------------------------------------

export interface PlanRule extends PlanEnding {
  readonly name: string;
  /** Position among the rules, from 0. */
  readonly index: number;
  readonly rule: Rule;
  /** Absent: always holds. */
  readonly when?: Test;
}

export interface PlanEnding {
  /** The matches that anything in it reads, through defines, tables and scores too: by index, ascending. They are to be settled before it is tried. */
  readonly reads: readonly number[];
  readonly action: PlanAction;
  readonly respond?: PlanRespond;
  readonly effects: readonly PlanEffect[];
  readonly because?: string;
}

export type PlanAction =
  | {
      readonly kind: 'route';
      readonly to: PlanTarget | PlanSplit;
      readonly pick: PlanPick;
      readonly fallback: readonly PlanFallback[];
    }
  | Exclude<Action, { readonly kind: 'route' }>;

export type PlanTarget =
  | { readonly kind: 'rep'; readonly rep: PlanRep }
  | { readonly kind: 'team'; readonly team: PlanTeam }
  | { readonly kind: 'queue'; readonly queue: PlanQueue }
  /** Whoever the value points at; undefined: nobody. */
  | { readonly kind: 'rep-value'; readonly value: Value; readonly read: (e: Eval) => Pointed | undefined }
  | { readonly kind: 'team-value'; readonly value: Value; readonly read: (e: Eval) => PlanTeam | undefined };

export interface PlanFallback {
  readonly to: PlanTarget;
  /** A temporary owner, once a lead. */
  readonly for?: Duration;
}

export interface PlanSplit {
  readonly kind: 'split';
  readonly split: Split;
  /** The key, and the lead's slots that it reads; absent: by rotation. */
  readonly by?: {
    readonly read: Read;
    readonly type: Type;
    readonly isPrivate: boolean;
    readonly slots: readonly number[];
  };
  /** `name`: what the arm leads to, as a policy writes it. Its ledger and its hash know it by that; no two of a split have the same. */
  readonly arms: readonly { readonly share: number; readonly name: string; readonly to: PlanTarget }[];
}

/** The rep a value points at; one who has left is replaced by the successor, the successor's successor, and so on. */
export interface Pointed {
  readonly rep: PlanRep;
  /** Who the value named, if that was somebody else. */
  readonly successorOf?: string;
}

export interface PlanPick {
  readonly strategy: PlanStrategy;
  /** Reads `Eval.rep`. */
  readonly where?: Test;
  readonly weight: readonly PlanWeightLine[];
  /** `share` in hundredths of a percent; `member` reads `Eval.rep`. */
  readonly reserve?: { readonly share: number; readonly member: Test };
  readonly availableWithin?: Duration;
  readonly evenOffDuty: boolean;
  readonly evenOverCapacity: boolean;
}

export type PlanStrategy =
  | { readonly kind: 'rotation'; readonly rule?: string }
  /** The value reads `Eval.rep`. */
  | ({ readonly kind: 'highest' | 'lowest' } & PlanValue)
  | { readonly kind: 'fewest'; readonly period: Period }
  | { readonly kind: 'likelihood'; readonly model: string };

export interface PlanWeightLine {
  readonly weight: number;
  readonly line: WeightLine;
  /** Whether the line fits `Eval.rep`. */
  readonly fits: Test;
}

export interface PlanRespond {
  readonly respond: Respond;
  /** Beside `respond.ladder`, step by step: what a `route` step leads to, an effect step's effect. */
  readonly ladder: readonly PlanLadderStep[];
}

export interface PlanLadderStep {
  readonly step: LadderStep;
  readonly target?: PlanTarget;
  readonly effect?: PlanEffect;
}

export interface PlanEffect {
  readonly effect: Effect;
  /** Absent: always. */
  readonly when?: Test;
  readonly to: { readonly kind: 'text'; readonly text: string } | ({ readonly kind: 'value' } & PlanValue);
}
