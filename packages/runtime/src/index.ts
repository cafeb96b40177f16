// The package's one entry: what it exports.

export { formatInstant, parseInstant } from '@fairlead/ir';
export { decide } from './decide/decide.ts';
export type { DecideHow } from './decide/prepare.ts';
export { redecide } from './decide/redecide.ts';
export { isUnchanged, type Routed, routeLead, standingDecision } from './decide/route-lead.ts';
export { winningRule } from './decide/winning-rule.ts';
export type {
  Again,
  AgainTo,
  Attempt,
  Change,
  Decision,
  EffectData,
  EnrichResult,
  Inputs,
  Issue,
  IssueKind,
  JsonValue,
  LedgerTurn,
  MatchCandidate,
  MatchResult,
  Outcome,
  PickNumbers,
  Reason,
  RespondClock,
  ScoreResult,
  SplitNumbers,
  TableResult,
  Tie,
} from './decision.ts';
export { DECISION_FORMAT } from './decision.ts';
export { markdownText, plainText } from './explain/escape.ts';
export { explain } from './explain/explain.ts';
export type {
  AttemptTrace,
  ClockTrace,
  ConditionTrace,
  EffectTrace,
  EnrichTrace,
  Explanation,
  FailedPart,
  FilledTrace,
  Finding,
  Holds,
  IssueTrace,
  MatchCandidateTrace,
  MatchLineTrace,
  MatchTrace,
  OutcomeTrace,
  Person,
  RuleTrace,
  ScoreLineTrace,
  ScoreTrace,
  SetAsideTrace,
  TableKeyTrace,
  TableTrace,
  TimelineLine,
  WhyNot,
  WhyNotRule,
  WhyNotTarget,
} from './explain/explanation.ts';
export { EXPLANATION_FORMAT, WHY_NOT_FORMAT } from './explain/explanation.ts';
export { recordName } from './explain/match-words.ts';
export {
  phraseClock,
  phraseCondition,
  phraseConstant,
  phraseDuration,
  phraseTarget,
  phraseValue,
} from './explain/phrase.ts';
export { renderMarkdown, renderWhyNotMarkdown } from './explain/render-markdown.ts';
export { renderText, renderWhyNotText } from './explain/render-text.ts';
export { timelineLine } from './explain/timeline-words.ts';
export { whyNot } from './explain/why-not.ts';
export { advance } from './follow-up/advance.ts';
export { compareDue, type DueEvent, due, nextDue } from './follow-up/due.ts';
export { type Advanced, type Cause, ENTRY_FORMAT, type Entry, type Result, type StayedWhy } from './follow-up/entry.ts';
export {
  EVENT_FORMAT,
  type EventKind,
  eventSchema,
  type LeadEvent,
  type ReadEvent,
  readEvent,
} from './follow-up/event.ts';
export type { Charge, FollowUp, Holder, QueuePlace, RunningClock, Tracked } from './follow-up/follow-up.ts';
export type { Book, FollowHost } from './follow-up/host.ts';
export { queueOrder, type Waiting, waitingIn } from './follow-up/queue-order.ts';
export { isEntry, type ReadEntry, readEntry } from './follow-up/read-entry.ts';
export { type ReadFollowUp, readFollowUp } from './follow-up/read-follow-up.ts';
export { type Refusal, refusalWords } from './follow-up/refusal.ts';
export { runDue } from './follow-up/run-due.ts';
export { followUpOf } from './follow-up/start.ts';
export { reviewCandidates, type Taken, takeEvent } from './follow-up/take-event.ts';
export { type How, LIMITS } from './input/expected.ts';
export type { LeadReading } from './input/lead-reading.ts';
export { leadSchema, recordsSchema } from './input/lead-schema.ts';
export { type ReadingContext, readLead } from './input/read-lead.ts';
export { type RecordedLead, restoreLead } from './input/restore-lead.ts';
export type { JsonSchema } from './input/type-schema.ts';
export { type Loaded, loadPolicy } from './load/load-policy.ts';
export { type BoundModels, bindModels, type ModelIssue } from './model/bind-models.ts';
export { type Model, type ReadModel, readModel } from './model/read-model.ts';
export { buildPlan, type PlanOptions } from './plan/build-plan.ts';
export type { Eval, Watch } from './plan/evaluation.ts';
export type { Plan } from './plan/plan.ts';
export { type ReadDecision, readDecision } from './record/read-decision.ts';
export { type RecordingWorld, recordingWorld } from './record/recording-world.ts';
export { type ReplayingWorld, replayingWorld } from './record/replaying-world.ts';
export type { Before, History } from './state/history.ts';
export { type Leave, type MemoryState, memoryState, type RepData, type StateData } from './state/memory-state.ts';
export {
  type ReadState,
  type RepSnapshot,
  readSnapshot,
  STATE_FORMAT,
  type StateIssue,
  type StateSnapshot,
  snapshot,
} from './state/snapshot.ts';
export type {
  Almanac,
  CountPeriod,
  Domains,
  Enrichment,
  FoundRecord,
  Ledger,
  LineQuestion,
  LinkQuestion,
  ModelFacts,
  Models,
  ProviderAnswer,
  Records,
  RepStanding,
  ReviewAnswer,
  State,
  WinCounts,
  World,
} from './world.ts';
