// Turns eligible reps into the one whose turn it is, and what the turn does to the pool's ledger.
import type { Change, PickNumbers } from '../decision.ts';
import { recordOf, takeTurn } from '../rotation/ledger.ts';
import type { Eligible, Picked, Some } from './picked.ts';
import { wholeWeights } from './weight.ts';

/** A pick that a rotation made. */
export interface PickedByTurn extends Picked {
  readonly numbers: PickNumbers & { readonly kind: 'rotation' };
  readonly change: Change;
}

/** Whoever of them is owed most in the pool takes the lead; the ledger moves even where only one is eligible. */
export function pickByRotation(eligible: Some<Eligible>, pool: string): PickedByTurn {
  const weights = wholeWeights(eligible.map(({ weight }) => weight));
  const entrants = eligible.map(({ rep }, index) => ({ rep: rep.id, weight: weights[index] ?? 1 }));
  const ledger = eligible[0].e.world.state.ledger(
    pool,
    entrants.map(({ rep }) => rep),
  );
  const turn = takeTurn(ledger, entrants);
  const winner = eligible.find(({ rep }) => rep.id === turn?.winner);
  if (turn === undefined || winner === undefined) throw new Error('Of one or more, one has the turn.');
  const written = new Map(eligible.map(({ rep, weight }) => [rep.id, weight]));
  const rows = turn.rows.map(({ rep, share, before, after }) => ({
    rep,
    weight: written.get(rep) ?? 1,
    share,
    before,
    after,
  }));
  return {
    rep: winner.rep,
    numbers: { kind: 'rotation', rep: turn.winner, pool, rows },
    change: { kind: 'ledger', pool, ...recordOf(turn) },
  };
}
