// Turns a lead and the records that may fit it into the one it means, match by match.
import type { MatchResult } from '../decision.ts';
import type { Eval } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanQueue } from '../plan/plan-route.ts';
import type { PlanMatch } from '../plan/plan-stages.ts';
import { QUESTIONS } from '../record/questions.ts';
import type { RecordingWorld } from '../record/recording-world.ts';
import type { FoundRecord, ReviewAnswer } from '../world.ts';
import { candidateData, type Kept, keepBest, tieOf } from './best-record.ts';
import { questionsOf } from './line-questions.ts';
import { withMailFacts } from './mail-facts.ts';
import { noteOfMatch, type Recalled, recallMatch } from './match-note.ts';

/** What a match came to. `review`: where the lead waits before anything that reads this match is tried. */
export interface Matched {
  readonly result: MatchResult;
  readonly review?: PlanQueue;
}

/**
 * Makes the matches in text order and fills `e.matches`; call it before tables, scores and rules. What was read of the records is noted: at most ten
 * candidates, private values masked. From the notes it makes the same of it.
 */
export function matchLead(plan: Plan, e: Eval, world: RecordingWorld, lead: string): readonly Matched[] {
  return plan.matches.map((match) => {
    const answer = match.review === undefined ? undefined : world.state.review(lead, match.match.name);
    const found = recordsFor(plan, e, world, match, answer);
    const kept = keepBest(match, e, world.unnotedDomains, found.candidates, found.others);
    if (found.bound) world.note(QUESTIONS.match(match.match.name), noteOfMatch(plan, match, kept, found.chosen));
    const matched = settle(match, kept, answer, found.chosen);
    e.matches[match.index] = matched.record?.value;
    return { result: matched.result, ...(matched.review === undefined ? {} : { review: matched.review }) };
  });
}

/** The records a match looks at. `bound`: there is a source. `chosen`: the one that the reviewer named. */
interface Found extends Recalled {
  readonly bound: boolean;
}

function recordsFor(
  plan: Plan,
  e: Eval,
  world: RecordingWorld,
  match: PlanMatch,
  answer: ReviewAnswer | undefined,
): Found {
  const { name } = match.match;
  const recalled = recallMatch(plan, match, world.notedMatch?.(name));
  if (recalled !== undefined) return { ...recalled, bound: true };
  const { records } = world;
  if (records === undefined) return { candidates: [], others: 0, bound: false };
  const complete = (found: FoundRecord): FoundRecord => withMailFacts(match.shape, found, world.unnotedDomains);
  const questions = questionsOf(match, e);
  const candidates = questions.length === 0 ? [] : records.candidates(name, questions).map(complete);
  const named = answer === undefined || answer.record === null ? undefined : records.byId(name, answer.record);
  return { candidates, others: 0, bound: true, ...(named === undefined ? {} : { chosen: complete(named) }) };
}

interface Settled extends Matched {
  /** The record that was matched. */
  readonly record?: FoundRecord;
}

/** A person's answer stands above all; else the best record is matched, waits for a person, or is not good enough. */
function settle(
  match: PlanMatch,
  kept: Kept,
  answer: ReviewAnswer | undefined,
  chosen: FoundRecord | undefined,
): Settled {
  const { fits, others } = kept;
  const common = { match: match.match.name, candidates: fits.map(candidateData), others };
  if (answer !== undefined) {
    if (chosen === undefined) return { result: { ...common, kind: 'not-matched', reviewer: answer.by } };
    return { result: { ...common, kind: 'matched', record: chosen.id, reviewer: answer.by }, record: chosen };
  }
  const [best] = fits;
  const { accept, review } = match;
  if (best === undefined || best.confidence < (review?.from ?? accept)) {
    return { result: { ...common, kind: 'not-matched' } };
  }
  const tie = tieOf(match, kept);
  const result = tie === undefined ? common : { ...common, tie };
  if (review !== undefined && (best.confidence < accept || tie?.by === 'review')) {
    return { result: { ...result, kind: 'review' }, review: review.queue };
  }
  return { result: { ...result, kind: 'matched', record: best.found.id }, record: best.found };
}
