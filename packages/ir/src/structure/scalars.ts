// The structure of the small values that stand all over a policy: names, texts, dates, amounts, lengths of time.

import type { Duration, DurationUnit } from '../conditions.ts';
import type { Clock, Period } from '../policy.ts';
import { flag, number, object, oneOf, optional, type Structure, text, wholeNumber } from './structure.ts';

/** A kind that says all by itself. */
export const bare: Record<never, never> = {};

/** What the language calls a name. */
export const name: Structure<string> = text('a lower-case name such as "enterprise_eu"', 1, 1000, /^[a-z][a-z0-9_]*$/);
/** Any text, also an empty one. */
export const prose: Structure<string> = text('a text', 0, 1_000_000);
/** Any text but an empty one. */
export const title: Structure<string> = text('a text that is not empty', 1, 1_000_000);
/** A currency's three letters. */
export const currency: Structure<string> = text('a currency such as "EUR"', 3, 3, /^[A-Z]{3}$/);
/** The shape of a time zone's name; whether there is one of that name is for the host to say. */
export const zone: Structure<string> = text('a time zone such as "Europe/Berlin"', 1, 100, /^[A-Za-z0-9_+/-]+$/);
/** The shape of a day; that there is one is for the checks to say. */
export const dateText: Structure<string> = text('a date such as "2026-11-24"', 10, 10, /^\d{4}-\d{2}-\d{2}$/);
/** The shape of an instant; that there is one is for the checks to say. */
export const instantText: Structure<string> = text(
  'an instant in UTC such as "2026-11-24T09:00:00Z"',
  20,
  24,
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/,
);

/** The largest whole number that can be counted one by one. */
export const LARGEST: number = Number.MAX_SAFE_INTEGER;
/** A whole number from 0. */
export const amount: Structure<number> = wholeNumber(0, LARGEST);
/** A whole number, also below 0. */
export const points: Structure<number> = wholeNumber(-LARGEST, LARGEST);
/** At most two decimal places, and within 0..100: the checks say so. */
export const percent: Structure<number> = number(0);
/** A local day, week or month. */
export const period: Structure<Period> = oneOf<Period>({ day: true, week: true, month: true });

const durationUnit = oneOf<DurationUnit>({
  ms: true,
  second: true,
  minute: true,
  hour: true,
  day: true,
  week: true,
  month: true,
});
/** A length of time. */
export const duration: Structure<Duration> = object<Duration>({ amount, unit: durationUnit });
/** A length of time that may count in working hours. */
export const clock: Structure<Clock> = object<Clock>({
  amount,
  unit: durationUnit,
  working: flag(),
  calendar: optional(name),
});
