// Turns a candidate into the first reason to set them aside, or none.
import type { Period } from '@fairlead/ir';
import { formatInstant } from '@fairlead/ir';
import { laterMs } from '../calendar/later.ts';
import type { Reason } from '../decision.ts';
import type { Eval, PlanRep } from '../plan/evaluation.ts';
import { hasLeft } from '../plan/people.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanPick } from '../plan/plan-route.ts';
import type { RepStanding, World } from '../world.ts';
import { periodStart, repDay } from './local-day.ts';

/** What is asked of a candidate beside being on duty and having room. */
export interface Demands {
  readonly pick: PlanPick;
  /** `where` holds for the primary target only. */
  readonly where: boolean;
}

/**
 * The first that applies of: `where` fails, has left, away, off duty, at capacity (open, then day, week, month). Each check reads the world only
 * if those before it passed. `e` looks at the rep.
 */
export function reasonAgainst(plan: Plan, e: Eval, rep: PlanRep, demands: Demands): Reason | undefined {
  const { pick } = demands;
  if (demands.where && pick.where !== undefined && !pick.where(e)) return { kind: 'where' };
  if (rep.left !== undefined && hasLeft(plan, e, rep)) return { kind: 'left', on: rep.left.on };
  const standing = e.world.state.standing(rep.id, e.world.atMs);
  const byMs = pick.availableWithin === undefined ? e.world.atMs : laterMs(e.world, plan.zone, pick.availableWithin);
  return (
    awayReason(standing, byMs) ??
    (pick.evenOffDuty ? undefined : offDutyReason(rep, standing, e.world, byMs)) ??
    (pick.evenOverCapacity ? undefined : capacityReason(plan, rep, standing, e.world))
  );
}

/** How far ahead a rep's next open hour is looked for. */
const LOOK_AHEAD_MS = 14 * 86_400_000;

/** Away, unless known to be back by `byMs` (`available within`; else the instant of the decision). */
function awayReason(standing: RepStanding, byMs: number): Reason | undefined {
  if (!standing.away) return undefined;
  const { awayUntilMs } = standing;
  if (awayUntilMs === undefined) return { kind: 'away' };
  return awayUntilMs <= byMs ? undefined : { kind: 'away', until: formatInstant(awayUntilMs) };
}

function offDutyReason(
  rep: PlanRep,
  standing: RepStanding,
  { almanac, atMs }: World,
  byMs: number,
): Reason | undefined {
  if (rep.works === undefined) return undefined;
  const fromMs = standing.away ? (standing.awayUntilMs ?? atMs) : atMs;
  const onDuty =
    byMs > fromMs
      ? almanac.nextOpen(rep.works, fromMs, byMs - fromMs) !== undefined
      : almanac.isOpen(rep.works, fromMs);
  if (onDuty) return undefined;
  const nextMs = almanac.nextOpen(rep.works, fromMs, LOOK_AHEAD_MS);
  return { kind: 'off-duty', ...(nextMs === undefined ? {} : { next: formatInstant(nextMs) }) };
}

function capacityReason(plan: Plan, rep: PlanRep, standing: RepStanding, world: World): Reason | undefined {
  const inOrder = [...rep.capacity].sort((a, b) => ORDER[a.per] - ORDER[b.per]);
  for (const { limit, per } of inOrder) {
    const has = per === 'open' ? standing.open : assignedIn(plan, rep, per, world);
    if (has >= limit) return { kind: 'at-capacity', per, limit, has };
  }
  return undefined;
}

/** In which order the limits are looked at. */
const ORDER: Readonly<Record<'open' | Period, number>> = { open: 0, day: 1, week: 2, month: 3 };

function assignedIn(plan: Plan, rep: PlanRep, per: Period, world: World): number {
  return world.state.assigned(rep.id, per, periodStart(per, repDay(plan, rep, world)));
}
