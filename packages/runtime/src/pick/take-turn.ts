// Turns who could take a lead, and a pool, into whose turn it is, and what the turn does to the pool's ledger.
import type { Eval } from '../plan/evaluation.ts';
import {
  cutInOrder,
  type Entrant,
  giveBack,
  PARTS_PER_LEAD,
  recordOf,
  type Share,
  sharesOf,
  type Turn,
  turnOf,
} from '../rotation/ledger.ts';
import { type Reservation, reservedShares } from '../rotation/reserve.ts';
import type { Moves, Some } from './picked.ts';

/** How a turn is taken. */
export interface TurnHow {
  /** Of a temporary owner, who is owed most and pays nothing: the ledger is untouched. */
  readonly temporary: boolean;
  readonly reserve?: Reservation;
  /** Of equals the first goes first, not the first by id: of the arms of a split. */
  readonly inOrder?: true;
}

/** A turn, with what it moves. */
export interface TakenTurn extends Moves {
  readonly turn: Turn;
}

/**
 * Whoever is owed most takes the lead; the ledger moves even where there is only one. A lead that has had a turn in this pool before is no new
 * lead: nobody earns of it again, and the credit goes from who had it to who has it.
 */
export function turnIn(e: Eval, pool: string, entrants: Some<Entrant>, how: TurnHow): TakenTurn {
  const ledger = e.world.state.ledger(
    pool,
    entrants.map(({ rep }) => rep),
  );
  const shares = sharesBy(entrants, ledger.seq, how);
  const earnNothing = shares.map((one) => ({ ...one, share: 0 }));
  if (how.temporary) return { turn: taken(turnOf(ledger, earnNothing, 0)), changes: [], pools: [] };
  const former = e.again?.turns?.find((one) => one.pool === pool);
  if (former === undefined) {
    const turn = taken(turnOf(ledger, shares, PARTS_PER_LEAD));
    return { turn, changes: [{ kind: 'ledger', pool, ...recordOf(turn) }], pools: [pool] };
  }
  const has = entrants.some(({ rep }) => rep === former.winner);
  const returned = has ? giveBack(ledger, former.winner, NOBODY) : ledger;
  const turn = taken(turnOf(returned, earnNothing, PARTS_PER_LEAD));
  const { winner } = turn;
  const moved = winner === former.winner ? [] : [{ kind: 'give-back', pool, from: former.winner, to: winner } as const];
  return { turn, changes: moved, pools: [pool] };
}

function sharesBy(entrants: Some<Entrant>, seq: number, { reserve, inOrder }: TurnHow): readonly Share[] {
  if (inOrder === true) return cutInOrder(PARTS_PER_LEAD, entrants, seq);
  return reserve === undefined ? sharesOf(entrants, seq) : reservedShares(entrants, seq, reserve);
}

/** No id is empty: the other side of a credit that is only looked at. */
const NOBODY = '';

function taken(turn: Turn | undefined): Turn {
  if (turn === undefined) throw new Error('Of one or more, one has the turn.');
  return turn;
}
