// Turns a lead into what its matches will ask of the records: for hosts that have to fetch records before a decision is made.
import { fillLead } from '../enrich/fill-lead.ts';
import type { LeadReading } from '../input/lead-reading.ts';
import { startEval } from '../plan/eval.ts';
import type { Plan } from '../plan/plan.ts';
import { recordingWorld } from '../record/recording-world.ts';
import type { LineQuestion, World } from '../world.ts';
import { questionsOf } from './line-questions.ts';

/**
 * By match, in text order: the questions that `Records.candidates` will be asked for this lead, as far as they can be known beforehand. A line that
 * compares with the record of an earlier match is not among them: that record is found by the decision itself. None for an invalid lead.
 */
export function matchQuestions(
  plan: Plan,
  reading: LeadReading,
  world: World,
): ReadonlyMap<string, readonly LineQuestion[]> {
  if (reading.invalid) return new Map();
  const recording = recordingWorld(world);
  const e = startEval(plan, fillLead(plan, reading, recording), recording);
  return new Map(plan.matches.map((match) => [match.match.name, questionsOf(match, e)]));
}
