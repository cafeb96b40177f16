// Turns a policy's calendars into an almanac that knows this machine's time zones.
import type { Calendar } from '@fairlead/ir';
import { almanacOf } from '../calendar/almanac.ts';
import type { Almanac } from '../world.ts';
import { createZoneClock } from './zone-clock.ts';

/** Makes the almanac that a decision asks; a policy is one such argument. Make one and keep it: it remembers days. */
export function createAlmanac(policy: { readonly calendars: readonly Calendar[] }): Almanac {
  return almanacOf(policy.calendars, createZoneClock());
}
