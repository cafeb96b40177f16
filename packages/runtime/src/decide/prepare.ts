// Turns a lead that was read into all that rules look at: what was filled in, which records and rows it means, and its points.
import type { Again, EnrichResult, Inputs, RespondClock, ScoreResult, TableResult } from '../decision.ts';
import { fillLead } from '../enrich/fill-lead.ts';
import type { LeadReading } from '../input/lead-reading.ts';
import { type Matched, matchLead } from '../match/match-lead.ts';
import { startEval } from '../plan/eval.ts';
import type { Eval, Sealed } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import type { RecordingWorld } from '../record/recording-world.ts';
import { scoreLead } from '../score/score-lead.ts';
import { lookUp } from '../tables/look-up.ts';

/** How a decision is made, where it is not the first one about a new lead. */
export interface DecideHow {
  /** Of a decision that is made again from its record: how conditions on private fields came out. They are taken instead of looking. */
  readonly given?: Inputs['sealed'];
  /** Whether `given` is taken for a condition that reads these of the lead's slots; absent: for all. */
  readonly counts?: Sealed['counts'];
  /** Of a lead that had been decided on: why it comes again, who is left out, and what stands from before. */
  readonly again?: Again;
  /** The time to respond that runs on, as an earlier decision gave it (`again.respond`). */
  readonly respond?: RespondClock;
}

/** A lead before the first rule is tried. */
export interface Prepared {
  readonly e: Eval;
  readonly enriched: readonly EnrichResult[];
  /** By match, in their order. */
  readonly matched: readonly Matched[];
  readonly tables: readonly TableResult[];
  readonly scores: readonly ScoreResult[];
}

/** Enriches, matches, looks up and scores, in this order: each stage sees what came before. */
export function prepare(plan: Plan, reading: LeadReading, world: RecordingWorld, how: DecideHow = {}): Prepared {
  const filled = fillLead(plan, reading, world);
  const e = startEval(plan, filled, world, how.given, how.again, how.counts);
  const matched = matchLead(plan, e, world, reading.id);
  const tables = lookUp(plan, e);
  const scores = scoreLead(plan, e);
  return { e, enriched: filled.enriched, matched, tables, scores };
}
