// Dates and instants as text → why they do not exist. The arithmetic itself is the IR's.

import { addMonthsToDay } from '@fairlead/ir';

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

/** The same time of day some calendar months earlier, in UTC; the last day of the month where it is shorter. */
export function monthsEarlier(atMs: number, months: number): number {
  const day = Math.floor(atMs / DAY_MS);
  return addMonthsToDay(day, -months) * DAY_MS + (atMs - day * DAY_MS);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
