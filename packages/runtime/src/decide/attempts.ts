// Turns a rule's target and fallbacks into the place where the lead ends, trying one after the other.
import type { Duration } from '@fairlead/ir';
import { laterMs } from '../calendar/later.ts';
import type { Attempt } from '../decision.ts';
import type { Eval } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanAction, PlanSplit, PlanTarget } from '../plan/plan-route.ts';
import { type TriedSplit, trySplit } from './try-split.ts';
import { type End, type TriedOne, type TryHow, tryTarget } from './try-target.ts';

/** What was tried, in order, and where it ended; without `end` nobody was left. */
export interface TriedAll {
  readonly attempts: readonly Attempt[];
  readonly end?: End;
}

/** `rule`: the targets of the rule that won. `otherwise`: those of the ending, which a rule that finds nobody falls back to. */
export type Whose = 'rule' | 'otherwise';

/**
 * Tries the target, then each fallback, until one takes the lead. Nothing is tried behind a queue, which always does. A lead that has had a temporary
 * owner gets no other: those places are left out.
 */
export function tryTargets(
  plan: Plan,
  e: Eval,
  { to, pick, fallback }: PlanAction & { readonly kind: 'route' },
  whose: Whose,
): TriedAll {
  const attempts: Attempt[] = [];
  const places: readonly Place[] = [{ to }, ...fallback];
  for (const [index, { to: target, for: time }] of places.entries()) {
    if (time !== undefined && e.again?.temporaryUsed === true) continue;
    const how: TryHow = {
      pick,
      primary: index === 0,
      ...(time === undefined ? {} : { untilMs: laterMs(e.world, plan.zone, time) }),
    };
    const tried = target.kind === 'split' ? trySplit(plan, e, target, how) : asOne(tryTarget(plan, e, target, how));
    for (const attempt of tried.attempts) attempts.push({ ...placeOf(whose, index), ...attempt });
    if (tried.end !== undefined) return { attempts, end: tried.end };
  }
  return { attempts };
}

interface Place {
  readonly to: PlanTarget | PlanSplit;
  readonly for?: Duration;
}

function asOne({ attempt, ...end }: TriedOne): TriedSplit {
  return { attempts: [attempt], ...end };
}

function placeOf(whose: Whose, index: number): Pick<Attempt, 'place' | 'index'> {
  if (index === 0) return { place: whose === 'rule' ? 'primary' : 'otherwise' };
  return { place: whose === 'rule' ? 'fallback' : 'otherwise-fallback', index };
}
