// Turns eligible reps and a least share into who is owed a lead before anybody's chances count, and what the lead's taker pays.
import { toHundredths } from '@fairlead/ir';
import { balanceOf, neverCounted, PARTS_PER_LEAD } from '../rotation/ledger.ts';
import { type Eligible, type Moves, NO_MOVES, type Some } from './picked.ts';

/** What the least share says about one lead. */
export interface Owed {
  readonly pool: string;
  /** Who is owed a whole lead, and most of those: one or several equals, in code-point order of the ids; nobody yet: empty. */
  readonly first: readonly Eligible[];
  /** What a rep is owed before this lead, in parts of one. */
  readonly before: (rep: string) => number;
  /** What the ledger's pool does when this rep takes the lead. */
  readonly paidBy: (rep: string) => Moves;
}

/**
 * At each lead every eligible rep earns the least share (in percent) of it, rounded down to parts. Whoever takes one pays a lead, but nobody's balance
 * falls below 0: who wins many leads anyway is owed none. So the pool's balances do not sum to the same; they say how far behind its share somebody is.
 */
export function leastShare(eligible: Some<Eligible>, pool: string, percent: number, temporary: boolean): Owed {
  if (percent === 0) return { pool, first: [], before: () => 0, paidBy: () => NO_MOVES };
  const ids = eligible.map(({ rep }) => rep.id);
  const { world, again } = eligible[0].e;
  const recorded = world.state.ledger(pool, ids);
  // A lead that comes again counts once: its earlier turn is taken back first. Under a temporary owner it stands.
  const former = temporary ? undefined : again?.turns?.find((turn) => turn.pool === pool);
  const ledger = former === undefined ? recorded : neverCounted(recorded, former);
  const earned = Math.floor((PARTS_PER_LEAD * toHundredths(percent)) / 10_000);
  const before = (rep: string): number => balanceOf(ledger, rep);
  const most = ids.reduce((top, id) => Math.max(top, before(id)), Number.NEGATIVE_INFINITY);
  const first = most + earned < PARTS_PER_LEAD ? [] : eligible.filter(({ rep }) => before(rep.id) === most);
  const paidBy = (winner: string): Moves => {
    const topUp = Math.max(earned, PARTS_PER_LEAD - before(winner));
    const shares = Object.fromEntries(ids.map((id) => [id, id === winner ? topUp : earned]));
    const back = former === undefined ? [] : [{ kind: 'never-counted', ...former } as const];
    return { changes: [...back, { kind: 'ledger', pool, shares, winner }], pools: [pool] };
  };
  return { pool, first, before, paidBy };
}
