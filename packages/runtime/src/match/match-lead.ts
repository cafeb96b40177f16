// Turns a lead and the records that may fit it into the one it means, match by match.
import type { MatchResult } from '../decision.ts';
import type { Eval, Plan, PlanQueue } from '../plan/plan.ts';
import type { RecordingWorld } from '../record/recording-world.ts';

/** What a match came to. `review`: where the lead waits before anything that reads this match is tried. */
export interface Matched {
  readonly result: MatchResult;
  readonly review?: PlanQueue;
}

/** Makes the matches in text order and fills `e.matches`; call it before tables, scores and rules. */
export function matchLead(_plan: Plan, _e: Eval, _world: RecordingWorld, _lead: string): readonly Matched[] {
  return [];
}
