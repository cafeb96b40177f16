// What a policy is turned into to be run: names looked up, constants folded, every condition and value a closure. Types only.

import type { Calendar, Condition, Directory, Policy, Type, Value } from '@fairlead/ir';
import type { EvalSizes, PlanRep, PlanShape, Read, Test } from './evaluation.ts';
import type { PlanEnding, PlanQueue, PlanRule, PlanTeam } from './plan-route.ts';
import type { PlanEnricher, PlanMatch, PlanScore, PlanTable } from './plan-stages.ts';

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
