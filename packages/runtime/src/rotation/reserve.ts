// Turns entrants of whom a group is to have no less than some share of each lead into what everybody earns of this one.
import { compareCodePoints } from '@fairlead/ir';
import { divideParts, type Entrant, PARTS_PER_LEAD, type Share, sharesOf } from './ledger.ts';

/** `reserve at least`: the share, and who of the entrants is in the group. */
export interface Reservation {
  /** In hundredths of a percent: whole, from 1 to 10,000. */
  readonly share: number;
  readonly group: ReadonlySet<string>;
}

/**
 * The shares of a lead, in code-point order of the rep; they sum to one lead. Where the group's weights give it its share anyway, and where all or
 * nobody is in it, they are the plain shares. Else the group's members divide its share (of parts, rounded down) by their weights, and so do the others
 * with the rest.
 */
export function reservedShares(
  entrants: readonly Entrant[],
  seq: number,
  { share, group }: Reservation,
): readonly Share[] {
  const inside = entrants.filter(({ rep }) => group.has(rep));
  const outside = entrants.filter(({ rep }) => !group.has(rep));
  const [weighed, total] = [weightOf(inside), weightOf(entrants)];
  const enough = weighed * WHOLE >= share * total;
  if (enough || inside.length === 0 || outside.length === 0) return sharesOf(entrants, seq);
  const reserved = Math.floor((PARTS_PER_LEAD * share) / WHOLE);
  const cut = [...divideParts(reserved, inside, seq), ...divideParts(PARTS_PER_LEAD - reserved, outside, seq)];
  return cut.sort((a, b) => compareCodePoints(a.rep, b.rep));
}

/** A hundred percent, in hundredths of one. */
const WHOLE = 10_000;

function weightOf(entrants: readonly Entrant[]): number {
  return entrants.reduce((sum, { weight }) => sum + weight, 0);
}
