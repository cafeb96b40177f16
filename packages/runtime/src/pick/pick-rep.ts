// Turns candidates into the one who takes the lead, with who was set aside, and the numbers that decided.
import { assertNever } from '@fairlead/ir';
import type { Attempt, Reason } from '../decision.ts';
import { withRep } from '../plan/eval.ts';
import type { Eval, Plan, PlanPick, PlanRep } from '../plan/plan.ts';
import { pickByRotation } from './by-rotation.ts';
import { pickByValue } from './by-value.ts';
import type { Eligible, Picked, Some } from './picked.ts';
import { reasonAgainst } from './set-aside.ts';
import { weightOf } from './weight.ts';

/** How one of the candidates is picked. */
export interface PickHow {
  readonly pick: PlanPick;
  /** Whether the candidates are the rule's own target: `where` and `weight` are not asked of fallbacks. */
  readonly primary: boolean;
  /** The team that was asked; absent for a single rep, who is checked in the same way but takes no turn. */
  readonly team?: string;
}

/** What a pick came to; without `picked` nobody was left. */
export interface PickResult {
  /** In code-point order of the reps. */
  readonly setAside: Attempt['setAside'];
  readonly picked?: Picked;
}

/** Picks one of the candidates, who come in code-point order of their ids. */
export function pickRep(plan: Plan, e: Eval, candidates: readonly PlanRep[], how: PickHow): PickResult {
  const eligible: Eligible[] = [];
  const setAside: { readonly rep: string; readonly reason: Reason }[] = [];
  const { pick, primary } = how;
  const weighs = primary && how.team !== undefined && pick.strategy.kind === 'rotation';
  for (const rep of candidates) {
    const at = withRep(e, rep);
    const reason = reasonAgainst(plan, at, rep, { pick, where: primary });
    const weight = reason === undefined && weighs ? weightOf(pick.weight, at) : 1;
    if (reason !== undefined) setAside.push({ rep: rep.id, reason });
    else if (weight <= 0) setAside.push({ rep: rep.id, reason: { kind: 'weight-zero' } });
    else eligible.push({ rep, e: at, weight });
  }
  const [first, ...others] = eligible;
  return first === undefined ? { setAside } : { setAside, picked: pickOne([first, ...others], how) };
}

function pickOne(eligible: Some<Eligible>, { pick, team }: PickHow): Picked {
  const { strategy } = pick;
  if (team === undefined) return { rep: eligible[0].rep, numbers: { kind: 'only', rep: eligible[0].rep.id } };
  switch (strategy.kind) {
    case 'rotation':
      return pickByRotation(eligible, strategy.rule === undefined ? `team:${team}` : `rule:${strategy.rule}`);
    case 'highest':
    case 'lowest':
      return pickByValue(eligible, strategy, `team:${team}`);
    case 'fewest':
    case 'likelihood':
      throw new Error('not yet');
    default:
      return assertNever(strategy);
  }
}
