// Turns instants (2026-11-24T10:00:00+01:00) into epoch milliseconds, and those into UTC text.
import { formatDate, parseDate } from './date.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** The farthest any clock has been from UTC is under 16 hours; ISO 8601 readers agree on a limit of 18. */
const MAX_OFFSET_MINUTES = 18 * 60;

/** 0001-01-01T00:00:00Z and 9999-12-31T23:59:59.999Z. */
const [FIRST_MS, LAST_MS] = [-62_135_596_800_000, 253_402_300_799_999];

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):?(\d{2}))$/;

/**
 * Reads a date, `T`, hours and minutes, optional seconds, optional fraction, and `Z` or an offset (`+01:00`, also
 * `+0100`, as some CRMs write it). An instant has whole milliseconds: further digits of the fraction are cut off.
 * Undefined for any other text, for days that do not exist, for 24:00 and for leap seconds, and
 * where the offset leads out of the years 0001 to 9999, whose UTC text could not be read again.
 */
export function parseInstant(text: string): number | undefined {
  const [, date, hours, minutes, seconds, fraction, sign, offsetHours, offsetMinutes] = INSTANT.exec(text) ?? [];
  if (date === undefined) return undefined;
  const day = parseDate(date);
  const minuteOfDay = minutesOf(hours, minutes, 24 * 60);
  const offset = minutesOf(offsetHours, offsetMinutes, MAX_OFFSET_MINUTES + 1);
  const second = Number(seconds ?? 0);
  if (day === undefined || minuteOfDay === undefined || offset === undefined || second > 59) return undefined;
  const ms = Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));
  const offsetMs = (sign === '-' ? -offset : offset) * MINUTE_MS;
  const atMs = day * DAY_MS + minuteOfDay * MINUTE_MS + second * 1000 + ms - offsetMs;
  return atMs >= FIRST_MS && atMs <= LAST_MS ? atMs : undefined;
}

/** Writes UTC text with seconds and `Z`; milliseconds only if there are any: `2026-11-24T09:00:00Z`, `…09:00:00.250Z`. */
export function formatInstant(atMs: number): string {
  const day = Math.floor(atMs / DAY_MS);
  const ofDay = atMs - day * DAY_MS;
  const ms = ofDay % 1000;
  const seconds = (ofDay - ms) / 1000;
  const [hour, minute, second] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const fraction = ms === 0 ? '' : `.${String(ms).padStart(3, '0')}`;
  return `${formatDate(day)}T${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}${fraction}Z`;
}

/** Minutes that `hh` and `mm` name, below a limit; 0 where they are absent. */
function minutesOf(hours: string | undefined, minutes: string | undefined, limit: number): number | undefined {
  const minute = Number(minutes ?? 0);
  const total = Number(hours ?? 0) * 60 + minute;
  return minute < 60 && total < limit ? total : undefined;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
