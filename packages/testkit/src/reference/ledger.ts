// A ledger of leads owed and who could take the next one → what each earns, and who takes it. The arithmetic of the rotation, as it is published.

import { compareCodePoints } from '@fairlead/ir';
import { type Fraction, floor, fraction, times } from './fraction.ts';
import type { Scene } from './scene.ts';

/** The parts of a lead. */
export const LEAD = 232_792_560;

/** Somebody who can take the lead. */
export interface Weighted {
  readonly id: string;
  readonly weight: Fraction;
}

/** What somebody earned and was owed, in parts of a lead. */
export interface Row {
  readonly id: string;
  readonly share: number;
  readonly before: number;
  readonly after: number;
}

/** Who takes the lead, and the rows of all who could. */
export interface Turn {
  readonly winner: string;
  /** Who had the lead in this pool. */
  readonly from?: string;
  readonly rows: readonly Row[];
}

/**
 * Whoever is owed most takes the lead and pays one, the first by id where two are. For a while only, nobody earns and nobody pays. Where a turn in the
 * pool stands for the lead already nobody earns anew: whoever had it gets the credit back.
 */
export function takeTurn(scene: Scene, pool: string, earned: ReadonlyMap<string, number>, isTemporary = false): Turn {
  const standing = isTemporary ? undefined : scene.again?.turns.find((turn) => turn.pool === pool);
  const shares = isTemporary || standing !== undefined ? new Map([...earned.keys()].map((id) => [id, 0])) : earned;
  const { balances } = ledgerOf(scene, pool);
  const ids = [...shares.keys()];
  const before = (id: string): number => (balances[id] ?? 0) + (standing?.winner === id ? LEAD : 0);
  const owed = (id: string): number => before(id) + (shares.get(id) ?? 0);
  const winner = ids.reduce((best, id) => (owed(id) > owed(best) ? id : best), ids[0] ?? '');
  const rows = ids.map((id) => ({
    id,
    share: shares.get(id) ?? 0,
    before: before(id),
    after: owed(id) - (id === winner && !isTemporary ? LEAD : 0),
  }));
  return standing === undefined ? { winner, rows } : { winner, rows, from: standing.winner };
}

/** What the state says of a pool; a new one is level. */
export function ledgerOf(
  { state }: Scene,
  pool: string,
): { readonly seq: number; readonly balances: Readonly<Record<string, number>> } {
  return state.pools.find((each) => each.pool === pool)?.ledger ?? { seq: 0, balances: {} };
}

/** Shares by weight of a whole lead, or of `parts` of one. Whoever comes first by id comes first. */
export function sharesOf(
  weighted: readonly Weighted[],
  seq: number,
  parts: number = LEAD,
): ReadonlyMap<string, number> {
  const whole = wholeWeights(weighted);
  const total = whole.reduce((sum, weight) => sum + weight, 0n);
  const rest = total === 0n ? 0n : BigInt(seq) % total;
  const upTo = (cumulative: bigint): bigint => floor(fraction(BigInt(parts) * cumulative + rest, total));
  let before = 0n;
  return new Map(
    weighted.map(({ id }, i) => {
      const start = before;
      before += whole[i] ?? 0n;
      return [id, Number(upTo(before) - upTo(start))];
    }),
  );
}

/** The smallest whole numbers in the same proportion. */
export function wholeWeights(weighted: readonly Weighted[]): readonly bigint[] {
  const below = weighted.reduce((product, { weight }) => product * weight.below, 1n);
  const scaled = weighted.map(({ weight }) => times(weight, fraction(below)).above);
  const common = scaled.reduce(divisor, 0n);
  return common === 0n ? scaled : scaled.map((weight) => weight / common);
}

/** By id, in code-point order. */
export function inOrder<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => compareCodePoints(a.id, b.id));
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}
