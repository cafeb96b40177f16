// Rules, targets, teams and queues, ready to be walked along. Types only.

import type {
  Action,
  Duration,
  Effect,
  LadderStep,
  Period,
  Queue,
  Respond,
  Rule,
  Split,
  Team,
  Type,
  Value,
  WeightLine,
} from '@fairlead/ir';
import type { Eval, PlanRep, Read, Test } from './evaluation.ts';

/** A rule. */
export interface PlanRule extends PlanEnding {
  readonly name: string;
  /** Position among the rules, from 0. */
  readonly index: number;
  readonly rule: Rule;
  /** Absent: always holds. */
  readonly when?: Test;
}

/** What happens to a lead that a rule wins. */
export interface PlanEnding {
  /** The matches that anything in it reads, through defines, tables and scores too: by index, ascending. They are to be settled before it is tried. */
  readonly reads: readonly number[];
  readonly action: PlanAction;
  readonly respond?: PlanRespond;
  readonly effects: readonly PlanEffect[];
  readonly because?: string;
}

/** What a rule does with a lead. */
export type PlanAction =
  | {
      readonly kind: 'route';
      readonly to: PlanTarget | PlanSplit;
      readonly pick: PlanPick;
      readonly fallback: readonly PlanFallback[];
    }
  | Exclude<Action, { readonly kind: 'route' }>;

/** Whom a lead goes to. */
export type PlanTarget =
  | { readonly kind: 'rep'; readonly rep: PlanRep }
  | { readonly kind: 'team'; readonly team: PlanTeam }
  | { readonly kind: 'queue'; readonly queue: PlanQueue }
  /** Whoever the value points at; undefined: nobody. */
  | { readonly kind: 'rep-value'; readonly value: Value; readonly read: (e: Eval) => Pointed | undefined }
  | { readonly kind: 'team-value'; readonly value: Value; readonly read: (e: Eval) => PlanTeam | undefined };

/** Whom it goes to where nobody before could take it. */
export interface PlanFallback {
  readonly to: PlanTarget;
  /** A temporary owner, once a lead. */
  readonly for?: Duration;
}

/** A target with several arms. */
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

/** How one of the candidates is picked. */
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

/** By what one of those left is picked. */
export type PlanStrategy =
  | { readonly kind: 'rotation'; readonly rule?: string }
  /** The value reads `Eval.rep`. */
  | ({ readonly kind: 'highest' | 'lowest' } & PlanValue)
  | { readonly kind: 'fewest'; readonly period: Period }
  | { readonly kind: 'likelihood'; readonly model: string };

/** The weight of the reps that it fits. */
export interface PlanWeightLine {
  readonly weight: number;
  readonly line: WeightLine;
  /** Whether the line fits `Eval.rep`. */
  readonly fits: Test;
}

/** A team. */
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

/** A queue. */
export interface PlanQueue {
  readonly id: string;
  readonly label: string;
  readonly queue: Queue;
  readonly owner: string;
  readonly priority?: PlanValue;
  readonly claim?: PlanRespond;
}

/** By when somebody has to respond, and what happens if nobody does. */
export interface PlanRespond {
  readonly respond: Respond;
  /** Beside `respond.ladder`, step by step: what a `route` step leads to, an effect step's effect. */
  readonly ladder: readonly PlanLadderStep[];
}

/** What happens after so much time without a response. */
export interface PlanLadderStep {
  readonly step: LadderStep;
  readonly target?: PlanTarget;
  readonly effect?: PlanEffect;
}

/** A message. */
export interface PlanEffect {
  readonly effect: Effect;
  /** Absent: always. */
  readonly when?: Test;
  readonly to: { readonly kind: 'text'; readonly text: string } | ({ readonly kind: 'value' } & PlanValue);
}

/** A value that leaves the engine: private ones read as missing here, whatever wrote the policy. */
export interface PlanValue {
  readonly value: Value;
  readonly type: Type | undefined;
  readonly read: Read;
}
