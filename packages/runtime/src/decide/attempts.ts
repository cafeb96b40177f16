// Turns a rule's target and fallbacks into the place where the lead ends, trying one after the other.
import { assertNever } from '@fairlead/ir';
import type { Attempt, Change } from '../decision.ts';
import { type Candidates, candidatesOf } from '../pick/candidates.ts';
import { pickRep } from '../pick/pick-rep.ts';
import type { Eval, Plan, PlanAction, PlanPick, PlanQueue, PlanRep, PlanTarget } from '../plan/plan.ts';

/** Where a lead ended. `team` is the team that was asked; of a single rep the home team. `change`: what the pick does to a ledger. */
export type End =
  | { readonly kind: 'rep'; readonly rep: PlanRep; readonly team: string; readonly change?: Change }
  | { readonly kind: 'queue'; readonly queue: PlanQueue };

/** What was tried, in order, and where it ended; without `end` nobody was left. */
export interface Tried {
  readonly attempts: readonly Attempt[];
  readonly end?: End;
}

/** `rule`: the targets of the rule that won. `otherwise`: those of the ending, which a rule that finds nobody falls back to. */
export type Whose = 'rule' | 'otherwise';

/** Tries the target, then each fallback, until one takes the lead. Nothing is tried behind a queue, which always does. */
export function tryTargets(plan: Plan, e: Eval, action: PlanAction & { readonly kind: 'route' }, whose: Whose): Tried {
  const attempts: Attempt[] = [];
  const places = [action.to, ...action.fallback.map(({ to }) => to)];
  for (const [index, target] of places.entries()) {
    if (target.kind === 'split') throw new Error('A split is tried arm by arm.');
    const { attempt, end } = tryTarget(plan, e, target, { pick: action.pick, primary: index === 0 });
    attempts.push({ ...placeOf(whose, index), ...attempt });
    if (end !== undefined) return { attempts, end };
  }
  return { attempts };
}

function placeOf(whose: Whose, index: number): Pick<Attempt, 'place' | 'index'> {
  if (index === 0) return { place: whose === 'rule' ? 'primary' : 'otherwise' };
  return { place: whose === 'rule' ? 'fallback' : 'otherwise-fallback', index };
}

interface How {
  readonly pick: PlanPick;
  readonly primary: boolean;
}

interface TriedOne {
  readonly attempt: Omit<Attempt, 'place' | 'index'>;
  readonly end?: End;
}

function tryTarget(plan: Plan, e: Eval, target: PlanTarget, how: How): TriedOne {
  const found = candidatesOf(target, e);
  switch (found.kind) {
    case 'nobody':
      return { attempt: { target: { kind: 'nobody' }, from: found.from, setAside: [] } };
    case 'queue':
      return {
        attempt: { target: { kind: 'queue', id: found.queue.id }, setAside: [] },
        end: { kind: 'queue', queue: found.queue },
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

function tryPeople(plan: Plan, e: Eval, found: People, how: How, people: readonly PlanRep[]): TriedOne {
  const { setAside, picked } = pickRep(plan, e, people, {
    pick: how.pick,
    primary: how.primary,
    ...(found.kind === 'team' ? { team: found.team.id } : {}),
  });
  const attempt = { ...targetOf(found), setAside };
  if (picked === undefined) return { attempt };
  const team = found.kind === 'team' ? found.team.id : picked.rep.team;
  return {
    attempt: { ...attempt, pick: picked.numbers },
    end: { kind: 'rep', rep: picked.rep, team, ...(picked.change === undefined ? {} : { change: picked.change }) },
  };
}

function targetOf(found: People): Pick<Attempt, 'target' | 'from' | 'successorOf'> {
  const from = found.from === undefined ? {} : { from: found.from };
  if (found.kind === 'team') return { target: { kind: 'team', id: found.team.id }, ...from };
  const successorOf = found.successorOf === undefined ? {} : { successorOf: found.successorOf };
  return { target: { kind: 'rep', id: found.rep.id }, ...from, ...successorOf };
}
