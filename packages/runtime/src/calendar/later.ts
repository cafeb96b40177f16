// An instant and a length of time → the instant so much later: months are those of a zone's calendar, days are 24 hours.
import { type Duration, durationMs } from '@fairlead/ir';
import type { World } from '../world.ts';

/** So long after the decision, in epoch milliseconds. */
export function laterMs({ almanac, atMs }: Pick<World, 'almanac' | 'atMs'>, zone: string, time: Duration): number {
  const ms = durationMs(time);
  return ms === undefined ? almanac.addMonths(zone, atMs, time.amount) : atMs + ms;
}
