// Turns an evaluation's day into who has left, and whom a value that points at somebody who has left means.

import type { Eval, PlanRep } from './evaluation.ts';
import type { Plan } from './plan.ts';
import type { Pointed } from './plan-route.ts';

/** The parts of a plan, or of what it is built from, that say who is who. */
export interface Who {
  readonly policy: Plan['policy'];
  readonly reps: Plan['reps'];
}

/** The slot of `Memory.found` that holds the local day in the policy's zone; every plan gives it out first. */
export const TODAY_SLOT = 0;

/** The local day in the policy's zone at the instant of the decision. Asked of the world once a lead. */
export function today(who: Who, e: Eval): number {
  const found = e.memory.found[TODAY_SLOT];
  if (typeof found === 'number') return found;
  const day = e.world.almanac.localDay(who.policy.zone, e.world.atMs);
  e.memory.found[TODAY_SLOT] = day;
  return day;
}

/** Whether the rep has left: from the day that `left` names on. */
export function hasLeft(who: Who, e: Eval, rep: PlanRep): boolean {
  return rep.left !== undefined && today(who, e) >= rep.left.day;
}

/**
 * The rep that an id in data means today: the successor, the successor's successor and so on, of one who has left. Without a successor, or
 * where the successors lead in a circle, it is whoever was named, and a pick sets them aside.
 */
export function pointedRep(who: Who, e: Eval, id: string): Pointed | undefined {
  const named = who.reps.get(id);
  let rep = named;
  for (let step = 0; rep !== undefined && hasLeft(who, e, rep); step += 1) {
    const next: PlanRep | undefined = rep.left?.successor === undefined ? undefined : who.reps.get(rep.left.successor);
    if (next === undefined || step >= who.reps.size) return named === undefined ? undefined : { rep: named };
    rep = next;
  }
  if (rep === undefined || rep === named) return rep === undefined ? undefined : { rep };
  return { rep, successorOf: id };
}
