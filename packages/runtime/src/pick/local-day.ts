// Turns an instant and a rep into the local days, weeks and months in which the rep's leads are counted.

import { partsOf, weekday } from '@fairlead/ir';
import type { PlanRep } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import type { CountPeriod, World } from '../world.ts';

/** The local day number of the decision: in the zone of the calendar the rep works, else of the policy. */
export function repDay(plan: Plan, rep: PlanRep, world: World): number {
  const calendar = rep.works === undefined ? undefined : plan.calendars.get(rep.works);
  return world.almanac.localDay(calendar?.zone ?? plan.zone, world.atMs);
}

/** The first day of the period a day is in: itself, its week's Monday, the first of its month. */
export function periodStart(period: CountPeriod, day: number): number {
  return STARTS[period](day);
}

const STARTS: Readonly<Record<CountPeriod, (day: number) => number>> = {
  day: (day) => day,
  week: (day) => day - weekday(day),
  month: (day) => day - partsOf(day).day + 1,
};
