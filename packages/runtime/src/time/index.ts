// The entry @fairlead/runtime/time: calendars, time zones and written dates, by libraries.
export { almanacOf } from '../calendar/almanac.ts';
export type { WrittenTime, WrittenTimes } from '../calendar/written-times.ts';
export { addMonths, localDay, type ZoneClock } from '../calendar/zone-clock.ts';
export { createAlmanac } from './almanac.ts';
export { createWrittenTimes } from './written.ts';
export { createZoneClock } from './zone-clock.ts';
