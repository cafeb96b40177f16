// Turns a split into the arm that takes the lead: by rotation among the arms where somebody is free, or the one arm of the lead's key.
import type { Change, SplitNumbers } from '../decision.ts';
import { phraseValue } from '../explain/phrase.ts';
import { turnIn } from '../pick/take-turn.ts';
import { wholeWeights } from '../pick/weight.ts';
import type { Eval } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanSplit } from '../plan/plan-route.ts';
import { SPLIT_VERSION } from '../split/arm-of-key.ts';
import { armOfLead } from '../split/arm-of-lead.ts';
import { type End, type Tried, type TriedOne, type TryHow, tryTarget } from './try-target.ts';

/** The arms that were asked, in order; the one where the lead ended is the last. Without `end` nobody was left. */
export interface TriedSplit {
  readonly attempts: readonly Tried[];
  readonly end?: End;
}

/** Asks the arms. Nothing is changed by asking. */
export function trySplit(plan: Plan, e: Eval, split: PlanSplit, how: TryHow): TriedSplit {
  return split.by === undefined ? byRotation(plan, e, split, how) : byKey(plan, e, split, how);
}

interface TriedArm extends TriedOne {
  /** From 0. */
  readonly index: number;
  readonly name: string;
  readonly share: number;
  readonly end: End;
}

/** An arm where nobody is free earns nothing of this lead. The pool knows arms by what they lead to, so that one may be moved or taken out. */
function byRotation(plan: Plan, e: Eval, { split, arms }: PlanSplit, how: TryHow): TriedSplit {
  const busy: Tried[] = [];
  const free: TriedArm[] = [];
  for (const [index, { share, name, to }] of arms.entries()) {
    const { attempt, end } = tryTarget(plan, e, to, how);
    if (end === undefined) busy.push({ arm: index + 1, ...attempt });
    else free.push({ index, name, share, attempt, end });
  }
  const [first, ...others] = free;
  if (first === undefined) return { attempts: busy };
  const pool = `split:${split.id}`;
  const weights = wholeWeights(free.map(({ share }) => share));
  const entrant = ({ name }: TriedArm, index: number): { readonly rep: string; readonly weight: number } => ({
    rep: name,
    weight: weights[index] ?? 1,
  });
  const entrants = [entrant(first, 0), ...others.map((arm, index) => entrant(arm, index + 1))] as const;
  const { turn, changes, pools } = turnIn(e, pool, entrants, { temporary: false, inOrder: true });
  const won = free.find(({ name }) => name === turn.winner) ?? first;
  const rows = free.flatMap(({ index, name, share: weight }) =>
    turn.rows.flatMap(({ rep, share, before, after }) =>
      rep === name ? [{ arm: index + 1, weight, share, before, after }] : [],
    ),
  );
  const numbers: SplitNumbers = { kind: 'rotation', pool, rows };
  const moved: readonly Change[] = [...changes, ...won.end.changes];
  return {
    attempts: [...busy, { arm: won.index + 1, split: numbers, ...won.attempt }],
    end: { ...won.end, changes: moved, pools: [...pools, ...won.end.pools] },
  };
}

/** The key's arm and no other: whoever is free elsewhere, the same key goes the same way. */
function byKey(plan: Plan, e: Eval, split: PlanSplit, how: TryHow): TriedSplit {
  const found = armOfLead(e, split);
  const arm = found === undefined ? undefined : split.arms[found.index];
  if (found === undefined || arm === undefined) {
    const from = split.split.by === undefined ? {} : { from: phraseValue(split.split.by) };
    return { attempts: [{ target: { kind: 'nobody' }, ...from, setAside: [] }] };
  }
  const { index, key } = found;
  const numbers: SplitNumbers = { kind: 'key', hash: SPLIT_VERSION, ...(key === undefined ? {} : { key }) };
  const { attempt, end } = tryTarget(plan, e, arm.to, how);
  const attempts = [{ arm: index + 1, split: numbers, ...attempt }];
  return end === undefined ? { attempts } : { attempts, end };
}
