// Seeds → instants at which something about the calendar is odd.

import type { Policy } from '@fairlead/ir';
import fc from 'fast-check';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Nights on which clocks change, in UTC: Berlin, New York, Sydney, Lord Howe (by half an hour), Chatham. Kolkata has none. */
export const clockChanges: readonly string[] = [
  '2026-03-29T01:00:00Z',
  '2026-10-25T01:00:00Z',
  '2026-03-08T07:00:00Z',
  '2026-11-01T06:00:00Z',
  '2026-04-04T16:00:00Z',
  '2026-10-03T16:00:00Z',
  '2026-04-04T15:00:00Z',
  '2026-10-03T15:30:00Z',
  '2026-04-04T14:00:00Z',
  '2026-09-26T14:00:00Z',
];

/** Ends of months and years, and a leap day. */
const odd: readonly string[] = [
  '2026-12-31T23:59:59.999Z',
  '2024-02-29T12:00:00Z',
  '2027-01-01T00:00:00Z',
  '2026-01-31T23:00:00Z',
];

/** Epoch milliseconds around the nights on which clocks change, up to two days off, to the minute or to the millisecond. */
export function nightOfClockChange(): fc.Arbitrary<number> {
  return fc
    .tuple(
      fc.constantFrom(...clockChanges),
      fc.integer({ min: -2 * 1440, max: 2 * 1440 }),
      fc.constantFrom(0, 0, 0, -1, 1, 30_000),
    )
    .map(([change, minutes, ms]) => Date.parse(change) + minutes * MINUTE_MS + ms);
}

/** Epoch milliseconds at which a policy may decide: any, nights of clock changes, and around the opening hours and closed days of its calendars. */
export function instantFor(policy: Policy): fc.Arbitrary<number> {
  const some = fc.integer({ min: Date.parse('2025-06-01T00:00:00Z'), max: Date.parse('2027-12-31T00:00:00Z') });
  const minutes = policy.calendars.flatMap(({ open }) => open.flatMap(({ from, to }) => [from, to]));
  const closed = policy.calendars.flatMap((calendar) => calendar.closed.flatMap(({ from, to }) => [from, to]));
  const byTheClock = fc
    .tuple(
      some,
      fc.constantFrom(0, ...minutes),
      fc.integer({ min: -14 * 60, max: 14 * 60 }),
      fc.constantFrom(0, -1, 1, MINUTE_MS),
    )
    // The offset of the zone is guessed in steps of a half hour: some of the guesses are right.
    .map(
      ([day, minute, offset, ms]) =>
        Math.floor(day / DAY_MS) * DAY_MS + (minute - Math.round(offset / 30) * 30) * MINUTE_MS + ms,
    );
  const byTheDay = fc
    .tuple(fc.constantFrom('2026-11-24', ...closed), fc.integer({ min: -36, max: 36 }))
    .map(([day, hours]) => Date.parse(day) + hours * 60 * MINUTE_MS);
  const fixed = fc.constantFrom(...odd).map((text) => Date.parse(text));
  return fc.oneof(byTheClock, byTheDay, nightOfClockChange(), some, fixed);
}
