// Turns a way to pick and some reps into a decision about one lead that goes to their team.
import type { Calendar, Pick, Policy, Rep } from '@fairlead/ir';
import type { Attempt, Decision } from '../../src/decision.ts';
import { type MemoryState, memoryState } from '../../src/state/memory-state.ts';
import { field, policy, rep, routeTo, rule, toQueue, toTeam } from '../decide/routing-ir.ts';
import { type Scene, scene } from '../decide/scene.ts';

/** A Tuesday, ten o'clock in Berlin. */
export const AT = '2026-11-24T09:00:00Z';

/** Weekdays from nine to half past five. */
export const berlin: Calendar = {
  id: 'berlin',
  zone: 'Europe/Berlin',
  open: [{ days: [0, 1, 2, 3, 4], from: 540, to: 1050 }],
  closed: [],
};

/** A rep of the team, with a win rate where one is given. */
export const member = (id: string, more: Partial<Rep> = {}): Rep => rep(id, id.toUpperCase(), 'sales', more);

/** A policy whose one rule, "all", sends every lead to the team `sales`. */
export function teamPolicy(reps: readonly Rep[], pick: Partial<Pick> = {}, more: Partial<Policy> = {}): Policy {
  return policy({
    lead: { blank: [], fields: [field('id', { kind: 'code' }), field('trade', 'text', { optional: true })] },
    repFields: [
      field('win_rate', { kind: 'number' }, { optional: true }),
      field('hired', { kind: 'date' }, { optional: true }),
      field('skills', { kind: 'ratings' }),
    ],
    calendars: [berlin],
    teams: [{ id: 'sales', label: 'Sales', members: reps.map(({ id }) => id), counts: [] }],
    reps,
    route: {
      rules: [rule('all', undefined, routeTo(toTeam('sales'), { pick }))],
      otherwise: { action: routeTo(toQueue('triage')), effects: [] },
    },
    ...more,
  });
}

/** One lead to the team. */
export function pickOnce(
  reps: readonly Rep[],
  pick: Partial<Pick> = {},
  given: { at?: string; state?: MemoryState; lead?: object; more?: Partial<Policy> } = {},
): Attempt {
  const here = scene(teamPolicy(reps, pick, given.more));
  return firstAttempt(here.decide({ id: 'L1', ...given.lead }, given.at ?? AT, given.state ?? memoryState()));
}

/** Leads one after the other, each applied to the state; who got them, in order. */
export function pickMany(here: Scene, count: number, state: MemoryState, at: string = AT): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const decision = here.decide({ id: `L${index}` }, at, state);
    state.apply(decision.changes);
    return decision.outcome.kind === 'assigned' ? decision.outcome.rep : decision.outcome.kind;
  });
}

export function firstAttempt(decision: Decision): Attempt {
  const [attempt] = decision.attempts;
  if (attempt === undefined) throw new Error('nothing was tried');
  return attempt;
}
