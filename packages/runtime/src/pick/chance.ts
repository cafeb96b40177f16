// Turns counted wins into the chance to win the next lead: an exact fraction, so that no rounding decides who gets it.
import type { WinCounts } from '../world.ts';

/** A fraction from 0 to 1. */
export interface Chance {
  readonly top: bigint;
  /** Positive. */
  readonly bottom: bigint;
}

/**
 * The rep's own counts mixed with `strength` leads of the team's rate: (won + strength × teamWon / teamLeads) / (leads + strength). Who has had few
 * leads is thus taken to be much like the team. 0 where nothing at all is known.
 */
export function chanceOf({ won, leads, teamWon, teamLeads }: WinCounts, strength: number): Chance {
  const [ofTeam, team] = teamLeads === 0 ? [0n, 1n] : [BigInt(teamWon), BigInt(teamLeads)];
  const bottom = team * BigInt(leads + strength);
  return bottom === 0n ? { top: 0n, bottom: 1n } : { top: BigInt(won) * team + BigInt(strength) * ofTeam, bottom };
}

/** The order of two chances: -1 if the first is less. */
export function compareChances(a: Chance, b: Chance): -1 | 0 | 1 {
  const [left, right] = [a.top * b.bottom, b.top * a.bottom];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** In percent with two decimal places, rounded down: `22.45`. */
export function chanceText({ top, bottom }: Chance): string {
  const digits = ((top * 10_000n) / bottom).toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
