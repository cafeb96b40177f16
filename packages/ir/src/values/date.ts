// Turns dates (2026-11-22) into day numbers and back, by whole-number arithmetic on the Gregorian calendar.

/** A day: how many days after 1970-01-01 it is; negative before. The Gregorian rules hold for all years. */
export type Day = number;

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Reads `yyyy-mm-dd`, years 0001 to 9999. Undefined for any other text and for days that do not exist. */
export function parseDate(text: string): Day | undefined {
  if (!DATE.test(text)) return undefined;
  return dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

/** Writes `yyyy-mm-dd`; beyond years 0000 to 9999 with a sign and six digits, as ISO 8601 does. */
export function formatDate(day: Day): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${yearText(year)}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

/** A day as numbers: month 1 to 12, day of the month from 1. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day that year, month and day of the month name; undefined if there is none, or before year 1. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return daysBeforeYear(year) + daysBeforeMonth(year, month) + day - 1;
}

/** The year, month and day of the month of a day. */
export function partsOf(day: Day): DateParts {
  // Counted from 0000-03-01 a year ends with February, so that leap days come last, and 400 years are 146,097 days.
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** 0 = Monday … 6 = Sunday. */
export function weekday(day: Day): number {
  // 1970-01-01 was a Thursday.
  return (((day + 3) % 7) + 7) % 7;
}

/** The same day of the month some calendar months later (negative: earlier), or the month's last day if it is shorter. */
export function addMonthsToDay(day: Day, months: number): Day {
  const parts = partsOf(day);
  const count = parts.year * 12 + (parts.month - 1) + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return daysBeforeYear(year) + daysBeforeMonth(year, month) + Math.min(parts.day, daysInMonth(year, month)) - 1;
}

const MONTH_DAYS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

function daysBeforeMonth(year: number, month: number): number {
  let days = 0;
  for (let earlier = 1; earlier < month; earlier += 1) days += daysInMonth(year, earlier);
  return days;
}

/** Days from 1970-01-01 to January 1 of a year. */
function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 719_162;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function yearText(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0');
  return `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
