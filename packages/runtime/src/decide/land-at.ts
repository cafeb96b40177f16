// Turns a place that a lead is passed on to into who takes it there, without asking any rule.
import { assertNever } from '@fairlead/ir';
import type { AgainTo, Attempt } from '../decision.ts';
import type { Eval } from '../plan/evaluation.ts';
import { pointedRep } from '../plan/people.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanEnding, PlanPick, PlanTarget } from '../plan/plan-route.ts';
import { type Landing, outcomeOf } from './landing.ts';
import { type TriedOne, tryTarget } from './try-target.ts';

/** Where the lead lands; without `landing` nobody was left there. `rule`: the one whose clauses count. */
export interface LandedAt {
  readonly attempts: readonly Attempt[];
  readonly landing?: Landing;
  readonly rule: string | undefined;
}

/** Tries the one place that `e.again.to` names. A policy that has no such place has nobody there. */
export function landAt(plan: Plan, e: Eval): LandedAt {
  const to = e.again?.to;
  const tried = to === undefined ? undefined : tryPlace(plan, e, to);
  const rule = to?.rule;
  if (tried === undefined) return { attempts: [], rule };
  const attempts = [tried.attempt];
  if (tried.end === undefined) return { attempts, rule };
  const ending = rule === undefined ? undefined : endingOf(plan, rule);
  const endings = ending === undefined ? [] : [ending];
  return { attempts, rule, landing: { outcome: outcomeOf(e, tried.end), attempts, end: tried.end, endings } };
}

interface TriedPlace {
  readonly attempt: Attempt;
  readonly end?: NonNullable<TriedOne['end']>;
}

function tryPlace(plan: Plan, e: Eval, to: AgainTo): TriedPlace | undefined {
  switch (to.kind) {
    case 'place':
      return tryOfRule(plan, e, to);
    case 'target':
      return tryNamed(plan, e, to);
    default:
      return assertNever(to);
  }
}

function endingOf(plan: Plan, rule: string): PlanEnding | undefined {
  return rule === 'otherwise' ? plan.otherwise : plan.rules.find(({ name }) => name === rule);
}

/** The same place of the same rule, with all that the rule asks of it. A temporary owner's place is not asked again. */
function tryOfRule(plan: Plan, e: Eval, to: AgainTo & { readonly kind: 'place' }): TriedPlace | undefined {
  const { rule, place, index, arm } = to;
  const isEnding = place === 'otherwise' || place === 'otherwise-fallback';
  const action = (isEnding ? plan.otherwise : endingOf(plan, rule))?.action;
  if (action?.kind !== 'route') return undefined;
  const fallback = index === undefined ? undefined : action.fallback[index - 1];
  if (fallback?.for !== undefined) return undefined;
  const whole = index === undefined ? action.to : fallback?.to;
  const target = whole?.kind === 'split' ? whole.arms[(arm ?? 1) - 1]?.to : whole;
  if (target === undefined) return undefined;
  const { attempt, end } = tryTarget(plan, e, target, { pick: action.pick, primary: index === undefined });
  const placed: Attempt = {
    place,
    ...(index === undefined ? {} : { index }),
    ...(arm === undefined ? {} : { arm }),
    ...attempt,
  };
  return { attempt: placed, ...(end === undefined ? {} : { end }) };
}

/** A rep, team or queue by name. A team goes by rotation, in its own ledger. */
function tryNamed(plan: Plan, e: Eval, to: AgainTo & { readonly kind: 'target' }): TriedPlace | undefined {
  const found = named(plan, e, to);
  if (found === undefined) return undefined;
  const { target, successorOf } = found;
  const { attempt, end } = tryTarget(plan, e, target, { pick: BY_ROTATION, primary: false });
  const said: Attempt = {
    place: 'passed-on',
    ...attempt,
    ...(to.from === undefined ? {} : { from: to.from }),
    ...(successorOf === undefined ? {} : { successorOf }),
  };
  return { attempt: said, ...(end === undefined ? {} : { end }) };
}

/** Who was read from a value and has left since is replaced by the successor; a name in the text is not. */
function named(
  plan: Plan,
  e: Eval,
  { id, from }: AgainTo & { readonly kind: 'target' },
): { readonly target: PlanTarget; readonly successorOf?: string } | undefined {
  const pointed = from === undefined ? undefined : pointedRep(plan, e, id);
  if (pointed !== undefined) {
    const { rep, successorOf } = pointed;
    return { target: { kind: 'rep', rep }, ...(successorOf === undefined ? {} : { successorOf }) };
  }
  const [rep, team, queue] = [plan.reps.get(id), plan.teams.get(id), plan.queues.get(id)];
  if (rep !== undefined) return { target: { kind: 'rep', rep } };
  if (team !== undefined) return { target: { kind: 'team', team } };
  return queue === undefined ? undefined : { target: { kind: 'queue', queue } };
}

const BY_ROTATION: PlanPick = {
  strategy: { kind: 'rotation' },
  weight: [],
  evenOffDuty: false,
  evenOverCapacity: false,
};
