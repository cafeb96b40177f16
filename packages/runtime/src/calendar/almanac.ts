// Turns a policy's calendars and a clock for zones into the almanac that a decision asks.
import type { Calendar } from '@fairlead/ir';
import type { Almanac } from '../world.ts';
import { addOpenTime, isOpen, nextOpen, type OpenHours, openHours } from './open-hours.ts';
import { addMonths, localDay, type ZoneClock } from './zone-clock.ts';

/** Makes the almanac of some calendars. It remembers days it has worked out, so make one and keep it. */
export function almanacOf(calendars: readonly Calendar[], clock: ZoneClock): Almanac {
  const hoursById = new Map(calendars.map((calendar) => [calendar.id, openHours(calendar, clock)]));
  const hours = (id: string): OpenHours => {
    const found = hoursById.get(id);
    if (found === undefined) throw new Error(`The policy has no calendar ${id}`);
    return found;
  };
  return {
    isOpen: (calendar, atMs) => isOpen(hours(calendar), atMs),
    nextOpen: (calendar, atMs, limitMs) => nextOpen(hours(calendar), atMs, limitMs),
    addOpenTime: (calendar, atMs, openMs) => addOpenTime(hours(calendar), atMs, openMs),
    localDay: (zone, atMs) => localDay(clock, zone, atMs),
    addMonths: (zone, atMs, months) => addMonths(clock, zone, atMs, months),
  };
}
