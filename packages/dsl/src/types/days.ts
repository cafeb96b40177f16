// Dates and instants as text → whether they exist, as numbers, and as UTC text. Whole-number arithmetic on the Gregorian calendar.

const DAY_MS = 86_400_000;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;
/** No clock has ever been farther from UTC. */
const MAX_OFFSET_MINUTES = 18 * 60;

/** Why a date or instant does not exist. */
export type DayProblem = 'month' | 'day' | 'time' | 'offset';

/** Says why a text of the form yyyy-mm-dd is not a day; undefined if it is one. Years from 1 on. */
export function dayProblem(text: string): DayProblem | undefined {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  if (month < 1 || month > 12) return 'month';
  return year < 1 || day < 1 || day > daysIn(year, month) ? 'day' : undefined;
}

/** The last day of the month that a text of the form yyyy-mm-dd names; the month must exist. */
export function lastDayOf(text: string): number {
  const [year = 0, month = 0] = text.split('-').map(Number);
  return daysIn(year, month);
}

/** Says why a text of an instant's form is none; undefined if it is one. 24:00 and leap seconds are not. */
export function instantProblem(text: string): DayProblem | undefined {
  const parts = INSTANT.exec(text);
  if (parts === null) return 'time';
  const [, date = '', hour, minute, second, , , offsetHours, offsetMinutes] = parts;
  const day = dayProblem(date);
  if (day !== undefined) return day;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return 'time';
  const offset = Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0);
  return Number(offsetMinutes ?? 0) > 59 || offset > MAX_OFFSET_MINUTES ? 'offset' : undefined;
}

/** Epoch milliseconds of an instant that exists; further digits of the fraction are cut off. */
export function instantMs(text: string): number {
  const [, date = '', hour, minute, second, fraction, sign, offsetHours, offsetMinutes] = INSTANT.exec(text) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  const offset = (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0)) * (sign === '-' ? -1 : 1);
  const ms = Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));
  return dayNumber(date) * DAY_MS + (minutes - offset) * 60_000 + Number(second ?? 0) * 1000 + ms;
}

/** UTC text of epoch milliseconds: 2026-11-24T09:00:00Z, with milliseconds only if there are any. */
export function utcText(atMs: number): string {
  const day = Math.floor(atMs / DAY_MS);
  const ofDay = atMs - day * DAY_MS;
  const ms = ofDay % 1000;
  const seconds = (ofDay - ms) / 1000;
  const two = (number: number): string => String(number).padStart(2, '0');
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${dayText(day)}T${time}${ms === 0 ? '' : `.${String(ms).padStart(3, '0')}`}Z`;
}

/** The same time of day some calendar months earlier, in UTC; the last day of the month where it is shorter. */
export function monthsEarlier(atMs: number, months: number): number {
  const day = Math.floor(atMs / DAY_MS);
  const [year = 0, month = 0, ofMonth = 0] = dayText(day).split('-').map(Number);
  const count = year * 12 + month - 1 - months;
  const newYear = Math.floor(count / 12);
  const newMonth = count - newYear * 12 + 1;
  const text = `${String(newYear).padStart(4, '0')}-${String(newMonth).padStart(2, '0')}-01`;
  const newDay = dayNumber(text) + Math.min(ofMonth, daysIn(newYear, newMonth)) - 1;
  return newDay * DAY_MS + (atMs - day * DAY_MS);
}

/** Days after 1970-01-01. */
function dayNumber(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  let days = 0;
  for (let earlier = 1; earlier < month; earlier += 1) days += daysIn(year, earlier);
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 719_162 + days + day - 1;
}

function dayText(day: number): string {
  // Counted from 0000-03-01 a year ends with February, so that leap days come last, and 400 years are 146,097 days.
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  const ofMonth = ofYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(ofMonth).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
