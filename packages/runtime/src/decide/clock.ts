// Turns a clock and its ladder into instants: when each is due, counted from the decision.
import { assertNever, type Clock, durationMs, formatInstant } from '@fairlead/ir';
import type { RespondClock } from '../decision.ts';
import { candidatesOf } from '../pick/candidates.ts';
import type { Eval, PlanRep } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanLadderStep, PlanRespond, PlanTarget } from '../plan/plan-route.ts';
import type { World } from '../world.ts';
import { effectData } from './effects.ts';

type Rung = RespondClock['ladder'][number];

/**
 * The clock of a `respond` or `claim` as data. `rep` is who the lead went to, if anybody: `working` counts on their calendar where the clock names
 * none. `e` looks at that rep. Steps whose effect has a `when` that does not hold are left out.
 */
export function clockData(
  plan: Plan,
  { respond, ladder }: PlanRespond,
  e: Eval,
  rep: PlanRep | undefined,
): RespondClock {
  const due = dueText(plan, respond.within, e.world, rep);
  return {
    within: respond.within,
    ...(due === undefined ? {} : { due }),
    ladder: ladder.flatMap((step) => rung(plan, step, e, rep)),
  };
}

function rung(
  plan: Plan,
  { step, target, effect }: PlanLadderStep,
  e: Eval,
  rep: PlanRep | undefined,
): readonly Rung[] {
  const due = dueText(plan, step.after, e.world, rep);
  const timed = { after: step.after, ...(due === undefined ? {} : { due }) };
  switch (step.step.kind) {
    case 'reassign':
      return [{ ...timed, step: { kind: 'reassign' } }];
    case 'route':
      return target === undefined ? [] : [{ ...timed, step: { kind: 'route', ...destination(target, e) } }];
    case 'effect': {
      const data = effect === undefined ? undefined : effectData(effect, e);
      return data === undefined ? [] : [{ ...timed, step: { kind: 'effect', effect: data } }];
    }
    default:
      return assertNever(step.step);
  }
}

/** The id of a rep, team or queue, as it is now; of a value also how it is written. */
function destination(target: PlanTarget, e: Eval): { readonly to?: string; readonly from?: string } {
  const found = candidatesOf(target, e);
  switch (found.kind) {
    case 'rep':
      return { to: found.rep.id, ...(found.from === undefined ? {} : { from: found.from }) };
    case 'team':
      return { to: found.team.id, ...(found.from === undefined ? {} : { from: found.from }) };
    case 'queue':
      return { to: found.queue.id };
    case 'nobody':
      return { from: found.from };
    default:
      return assertNever(found);
  }
}

/**
 * When a clock that starts now ends; undefined where that cannot be said: a calendar that is hardly ever open, or working time counted in days or
 * more, which have no one length. Elapsed time where there is no calendar to count on.
 */
function dueText(plan: Plan, clock: Clock, world: World, rep: PlanRep | undefined): string | undefined {
  const dueMs = dueAt(plan, clock, world, rep);
  return dueMs === undefined ? undefined : formatInstant(dueMs);
}

function dueAt(plan: Plan, clock: Clock, { almanac, atMs }: World, rep: PlanRep | undefined): number | undefined {
  const calendar = clock.working ? (clock.calendar ?? rep?.works) : undefined;
  const ms = durationMs(clock);
  if (calendar === undefined) return ms === undefined ? almanac.addMonths(plan.zone, atMs, clock.amount) : atMs + ms;
  const countable = ms !== undefined && clock.unit !== 'day' && clock.unit !== 'week';
  return countable ? almanac.addOpenTime(calendar, atMs, ms) : undefined;
}
