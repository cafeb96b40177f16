// Turns candidates into the one who takes the lead, with who was set aside, and the numbers that decided.
import { assertNever } from '@fairlead/ir';
import type { Attempt, Reason } from '../decision.ts';
import { withRep } from '../plan/eval.ts';
import type { Eval, PlanRep } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanPick, PlanTeam } from '../plan/plan-route.ts';
import { pickByFewest } from './by-fewest.ts';
import { pickByLikelihood } from './by-likelihood.ts';
import { pickByRotation } from './by-rotation.ts';
import { pickByValue } from './by-value.ts';
import { pausedOf } from './paused.ts';
import { type Eligible, NO_MOVES, type Picked, type Some } from './picked.ts';
import { reasonAgainst } from './set-aside.ts';
import { weightOf } from './weight.ts';

/** How one of the candidates is picked. */
export interface PickHow {
  readonly pick: PlanPick;
  /** Whether the candidates are the rule's own target: `where`, `weight` and `reserve` are not asked of fallbacks. */
  readonly primary: boolean;
  /** The team that was asked; absent for a single rep, who is checked in the same way but takes no turn. */
  readonly team?: PlanTeam;
  /** Of a temporary owner, no ledger is touched. */
  readonly temporary: boolean;
}

/** What a pick came to; without `picked` nobody was left. */
export interface PickResult {
  /** In code-point order of the reps. */
  readonly setAside: Attempt['setAside'];
  readonly picked?: Picked;
}

/** Picks one of the candidates, who come in code-point order of their ids. */
export function pickRep(plan: Plan, e: Eval, candidates: readonly PlanRep[], how: PickHow): PickResult {
  const { pick, primary, team } = how;
  const had = e.again?.had ?? [];
  const weighs = primary && team !== undefined && pick.strategy.kind === 'rotation';
  const left: Eligible[] = [];
  const reasons = new Map<string, Reason>();
  for (const rep of candidates) {
    const at = withRep(e, rep);
    const reason = had.includes(rep.id) ? HAD_IT : reasonAgainst(plan, at, rep, { pick, where: primary });
    const weight = reason === undefined && weighs ? weightOf(pick.weight, at) : 1;
    if (reason !== undefined) reasons.set(rep.id, reason);
    else if (weight <= 0) reasons.set(rep.id, { kind: 'weight-zero' });
    else left.push({ rep, e: at, weight });
  }
  const above = team?.team.pauseAbove;
  if (above !== undefined) for (const [rep, reason] of pausedOf(left, above)) reasons.set(rep, reason);
  const [first, ...others] = left.filter(({ rep }) => !reasons.has(rep.id));
  const setAside = candidates.flatMap(({ id }) => {
    const reason = reasons.get(id);
    return reason === undefined ? [] : [{ rep: id, reason }];
  });
  return first === undefined ? { setAside } : { setAside, picked: pickOne(plan, [first, ...others], how) };
}

const HAD_IT: Reason = { kind: 'had-it' };

function pickOne(plan: Plan, eligible: Some<Eligible>, { pick, primary, team, temporary }: PickHow): Picked {
  const { strategy, reserve } = pick;
  const [{ rep }] = eligible;
  if (team === undefined) return { rep, numbers: { kind: 'only', rep: rep.id }, ...NO_MOVES };
  const pool = `team:${team.id}`;
  switch (strategy.kind) {
    case 'rotation':
      return pickByRotation(eligible, strategy.rule === undefined ? pool : `rule:${strategy.rule}`, {
        temporary,
        ...(primary && reserve !== undefined ? { reserve } : {}),
      });
    case 'highest':
    case 'lowest':
      return pickByValue(eligible, strategy, pool, temporary);
    case 'fewest':
      return pickByFewest(plan, eligible, { team: team.id, period: strategy.period, temporary });
    case 'likelihood':
      return pickByLikelihood(plan, eligible, { team: team.id, model: strategy.model, temporary });
    default:
      return assertNever(strategy);
  }
}
