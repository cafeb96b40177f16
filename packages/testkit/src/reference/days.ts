// Days as numbers since 1970-01-01 → dates, and back, and what is so many months away.

const DAY_MS = 86_400_000;

/** `2026-11-24` → its day number. */
export function dayOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** A day number → `2026-11-24`. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Whether a calendar has this day. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text.startsWith('0000')) return false;
  const day = dayOfDate(text);
  return !Number.isNaN(day) && dateOfDay(day) === text;
}

/** The same day of the month so many months later (negative: earlier), or the month's last day. */
export function monthsLater(day: number, months: number): number {
  const start = new Date(day * DAY_MS);
  const sameMonth = (dayOfMonth: number): number =>
    Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, dayOfMonth) / DAY_MS;
  const lastOfMonth = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months + 1, 0) / DAY_MS;
  return Math.min(sameMonth(start.getUTCDate()), lastOfMonth);
}

/** The Monday of the day's week. */
export function mondayOf(day: number): number {
  const weekday = new Date(day * DAY_MS).getUTCDay();
  return day - ((weekday + 6) % 7);
}

/** The first of the day's month. */
export function firstOfMonth(day: number): number {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / DAY_MS;
}
