// Turns one place that a lead could go to into who was asked there, and whether it ends there.
import { assertNever } from '@fairlead/ir';
import type { Attempt } from '../decision.ts';
import { type Candidates, candidatesOf } from '../pick/candidates.ts';
import { pickRep } from '../pick/pick-rep.ts';
import { type Moves, NO_MOVES } from '../pick/picked.ts';
import type { Eval, PlanRep } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanPick, PlanQueue, PlanTarget } from '../plan/plan-route.ts';

/** Where a lead ended, and what that does to ledgers. `team`: the one that was asked; of a single rep the home team. */
export type End = Moves &
  (
    | { readonly kind: 'rep'; readonly rep: PlanRep; readonly team: string; readonly untilMs?: number }
    | { readonly kind: 'queue'; readonly queue: PlanQueue }
  );

/** An attempt without its place. */
export type Tried = Omit<Attempt, 'place' | 'index'>;

/** What came of it; without `end` nobody was left. */
export interface TriedOne {
  readonly attempt: Tried;
  readonly end?: End;
}

/** How somebody is found at a place. */
export interface TryHow {
  readonly pick: PlanPick;
  /** The rule's own target, or an arm of it. */
  readonly primary: boolean;
  /** Of a temporary owner: when the time is up. */
  readonly untilMs?: number;
}

/** Asks one place. Nothing is changed by asking. */
export function tryTarget(plan: Plan, e: Eval, target: PlanTarget, how: TryHow): TriedOne {
  const found = candidatesOf(target, e);
  switch (found.kind) {
    case 'nobody':
      return { attempt: { target: { kind: 'nobody' }, from: found.from, setAside: [] } };
    case 'queue':
      return {
        attempt: { target: { kind: 'queue', id: found.queue.id }, setAside: [] },
        end: { kind: 'queue', queue: found.queue, ...NO_MOVES },
      };
    case 'rep':
      return tryPeople(plan, e, found, how, [found.rep]);
    case 'team':
      return tryPeople(plan, e, found, how, found.team.members);
    default:
      return assertNever(found);
  }
}

type People = Candidates & { readonly kind: 'rep' | 'team' };

function tryPeople(plan: Plan, e: Eval, found: People, how: TryHow, people: readonly PlanRep[]): TriedOne {
  const { pick, primary, untilMs } = how;
  const { setAside, picked } = pickRep(plan, e, people, {
    pick,
    primary,
    temporary: untilMs !== undefined,
    ...(found.kind === 'team' ? { team: found.team } : {}),
  });
  const attempt = { ...targetOf(found), setAside };
  if (picked === undefined) return { attempt };
  const { rep, numbers, changes, pools } = picked;
  const team = found.kind === 'team' ? found.team.id : rep.team;
  const until = untilMs === undefined ? {} : { untilMs };
  return { attempt: { ...attempt, pick: numbers }, end: { kind: 'rep', rep, team, changes, pools, ...until } };
}

function targetOf(found: People): Pick<Attempt, 'target' | 'from' | 'successorOf'> {
  const from = found.from === undefined ? {} : { from: found.from };
  if (found.kind === 'team') return { target: { kind: 'team', id: found.team.id }, ...from };
  const successorOf = found.successorOf === undefined ? {} : { successorOf: found.successorOf };
  return { target: { kind: 'rep', id: found.rep.id }, ...from, ...successorOf };
}
