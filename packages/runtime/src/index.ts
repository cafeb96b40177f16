// The package's one entry: what it exports.

export type {
  Attempt,
  Change,
  Decision,
  EffectData,
  Inputs,
  Issue,
  IssueKind,
  JsonValue,
  Outcome,
  PickNumbers,
  Reason,
  RespondClock,
  ScoreResult,
} from './decision.ts';
export { DECISION_FORMAT } from './decision.ts';
export { type How, LIMITS } from './input/expected.ts';
export type { LeadReading } from './input/lead-reading.ts';
export { leadSchema } from './input/lead-schema.ts';
export { type ReadingContext, readLead } from './input/read-lead.ts';
export { type RecordedLead, restoreLead } from './input/restore-lead.ts';
export type { JsonSchema } from './input/type-schema.ts';
export { type Loaded, loadPolicy } from './load/load-policy.ts';
export { buildPlan, type PlanOptions } from './plan/build-plan.ts';
export type { Plan } from './plan/plan.ts';
export type { Almanac, CountPeriod, Domains, Ledger, RepStanding, State, World } from './world.ts';
