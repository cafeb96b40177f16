// Turns eligible reps into the one whose turn it is, and what the turn does to the pool's ledger.
import { compareCodePoints } from '@fairlead/ir';
import type { PickNumbers, Tie } from '../decision.ts';
import type { PlanPick } from '../plan/plan-route.ts';
import type { Eligible, Picked, Some } from './picked.ts';
import { turnIn } from './take-turn.ts';
import { wholeWeights } from './weight.ts';

/** A pick that a rotation made. */
export interface PickedByTurn extends Picked {
  readonly numbers: PickNumbers & { readonly kind: 'rotation' };
}

/** What a rotation goes by beside the ledger. */
export interface RotationHow {
  /** Of a temporary owner, the ledger is untouched. */
  readonly temporary: boolean;
  readonly reserve?: PlanPick['reserve'];
}

/** Whoever of them is owed most in the pool takes the lead; the ledger moves even where only one is eligible. */
export function pickByRotation(eligible: Some<Eligible>, pool: string, how: RotationHow): PickedByTurn {
  const { temporary } = how;
  const [first, ...others] = eligible;
  const weights = wholeWeights(eligible.map(({ weight }) => weight));
  const entrant = ({ rep }: Eligible, index: number): { readonly rep: string; readonly weight: number } => ({
    rep: rep.id,
    weight: weights[index] ?? 1,
  });
  const reserved = how.reserve === undefined ? {} : { reserve: reservation(eligible, how.reserve) };
  const { turn, changes, pools } = turnIn(
    first.e,
    pool,
    [entrant(first, 0), ...others.map((one, index) => entrant(one, index + 1))],
    { temporary, ...reserved },
  );
  const winner = eligible.find(({ rep }) => rep.id === turn.winner);
  if (winner === undefined) throw new Error('Only an entrant has the turn.');
  const written = new Map(eligible.map(({ rep, weight }) => [rep.id, weight]));
  const rows = turn.rows.map(({ rep, share, before, after }) => ({
    rep,
    weight: written.get(rep) ?? 1,
    share,
    before,
    after,
  }));
  const { reserve } = reserved;
  const numbers = {
    kind: 'rotation',
    rep: turn.winner,
    pool,
    ...(reserve === undefined ? {} : { reserve: { share: reserve.share / 100, group: [...reserve.group] } }),
    rows,
  } as const;
  return { rep: winner.rep, numbers, changes, pools };
}

/** The rotation that breaks a tie: everybody counts the same. */
export function breakTie(
  best: Some<Eligible>,
  pool: string,
  temporary: boolean,
): Omit<Picked, 'numbers'> & { readonly tie: Tie } {
  const [first, ...others] = best;
  const level = (one: Eligible): Eligible => ({ ...one, weight: 1 });
  const turn = pickByRotation([level(first), ...others.map(level)], pool, { temporary });
  const { rep, changes, pools } = turn;
  const among = best.map((one) => one.rep.id);
  return { rep, changes, pools, tie: { by: 'rotation', pool, among, rows: turn.numbers.rows } };
}

interface Reserved {
  readonly share: number;
  /** In code-point order of the ids. */
  readonly group: ReadonlySet<string>;
}

function reservation(eligible: Some<Eligible>, { share, member }: NonNullable<PlanPick['reserve']>): Reserved {
  const group = eligible.flatMap(({ rep, e }) => (member(e) ? [rep.id] : []));
  return { share, group: new Set(group.sort(compareCodePoints)) };
}
