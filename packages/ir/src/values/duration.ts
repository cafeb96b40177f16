// Turns durations into milliseconds.
import type { Duration, DurationUnit } from '../conditions.ts';

/**
 * The elapsed milliseconds of a duration: a day is 24 hours, a week 7 days. Undefined for months, which have no one
 * length: calendar months are counted on a calendar.
 */
export function durationMs(duration: Duration): number | undefined {
  const unitMs = UNIT_MS[duration.unit];
  return unitMs === undefined ? undefined : duration.amount * unitMs;
}

const UNIT_MS: { readonly [unit in DurationUnit]: number | undefined } = {
  ms: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  month: undefined,
};
