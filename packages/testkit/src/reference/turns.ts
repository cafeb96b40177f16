// Several who are equal → the one whose turn it is; and what every way of picking has in common.

import { fraction, fractionText } from './fraction.ts';
import { ledgerOf, sharesOf, type Turn, takeTurn, type Weighted } from './ledger.ts';
import type { Scene } from './scene.ts';
import type { Asking } from './set-aside.ts';

/** As on the decision. */
export type Change = Readonly<Record<string, unknown>>;

/** Who gets the lead, the numbers that say why, and what it does to the state. */
export interface Picked {
  readonly rep: string;
  readonly numbers: Readonly<Record<string, unknown>>;
  readonly changes: readonly Change[];
}

/** Who is asked to take the lead, and how. */
export interface Choice {
  readonly scene: Scene;
  readonly team: string;
  readonly free: readonly Weighted[];
  readonly asking: Asking;
}

/** Whose turn it is among equals; `tie` is empty where there was one alone. */
export interface TieBroken {
  readonly rep: string;
  readonly tie: { readonly tie?: Readonly<Record<string, unknown>> };
  readonly changes: readonly Change[];
}

/** Who are equal take turns in the team's ledger, everybody with the weight 1. */
export function breakTie({ scene, team, asking }: Choice, among: readonly string[]): TieBroken {
  const [only] = among;
  if (among.length === 1 && only !== undefined) return { rep: only, tie: {}, changes: [] };
  const pool = `team:${team}`;
  const equal = among.map((id) => ({ id, weight: fraction(1n) }));
  const turn = takeTurn(scene, pool, sharesOf(equal, ledgerOf(scene, pool).seq), asking.isTemporary);
  return {
    rep: turn.winner,
    tie: { tie: { by: 'rotation', pool, among, rows: rowsOf(turn, equal) } },
    changes: ledgerChanges(pool, turn),
  };
}

/** What is to be done to the ledger: a turn, or the credit of one moves to somebody else. */
export function ledgerChanges(pool: string, { rows, winner, from }: Turn): readonly Change[] {
  // Nothing to be done, but the pool is used.
  if (from === winner) return [{ kind: 'kept', pool }];
  if (from !== undefined) return [{ kind: 'give-back', pool, from, to: winner }];
  return [{ kind: 'ledger', pool, shares: Object.fromEntries(rows.map(({ id, share }) => [id, share])), winner }];
}

/** What everybody earned and was owed. */
export function rowsOf({ rows }: Turn, weighted: readonly Weighted[]): readonly Readonly<Record<string, unknown>>[] {
  return rows.map(({ id, share, before, after }, i) => ({
    rep: id,
    weight: Number(fractionText(weighted[i]?.weight ?? fraction(1n))),
    share,
    before,
    after,
  }));
}
