// What the engines ask of time zones, and what follows from the answers: local days and calendar months.
import { addMonthsToDay, type Day } from '@fairlead/ir';

/**
 * What clocks on the wall of a zone show. A wall time is the milliseconds from 1970-01-01T00:00 to what the clock shows,
 * as if every day had 24 hours; an instant is epoch milliseconds. Zones are IANA names.
 */
export interface ZoneClock {
  readonly isZone: (zone: string) => boolean;
  /** What the clock shows at an instant. */
  readonly toWall: (zone: string, atMs: number) => number;
  /**
   * When the clock shows a wall time. One that is shown twice (clocks went back) happens at `pick`; one that is never
   * shown (clocks went forward) is read as if they had not: 02:30 in a gap from 02:00 to 03:00 is 03:30.
   */
  readonly toInstant: (zone: string, wallMs: number, pick: 'earlier' | 'later') => number;
}

const DAY_MS = 86_400_000;

/** The local date in a zone at an instant. */
export function localDay(clock: ZoneClock, zone: string, atMs: number): Day {
  return Math.floor(clock.toWall(zone, atMs) / DAY_MS);
}

/**
 * The same wall time some calendar months later (negative: earlier), on the month's last day if it is shorter. If that
 * wall time is shown twice it is the earlier one. No months later it is the same instant.
 */
export function addMonths(clock: ZoneClock, zone: string, atMs: number, months: number): number {
  if (months === 0) return atMs;
  const wallMs = clock.toWall(zone, atMs);
  const day = Math.floor(wallMs / DAY_MS);
  return clock.toInstant(zone, wallMs + (addMonthsToDay(day, months) - day) * DAY_MS, 'earlier');
}
