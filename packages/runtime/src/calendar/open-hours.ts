// Turns a calendar (hours by weekday, closed dates, a zone) into open intervals of UTC, and those into answers.
//
// An opening belongs to the date on which it starts; on a closed date it is dropped whole, also what of a night shift
// would follow after midnight. Where clocks change: one that starts in a gap starts at the later wall time, one that ends
// at a time shown twice ends at its first occurrence, and one over the change is an hour shorter or longer.
import type { Calendar } from '@fairlead/ir';
import { type Day, parseDate, weekday } from '@fairlead/ir';
import type { ZoneClock } from './zone-clock.ts';

/** From `startMs` up to, but not including, `endMs`. Epoch milliseconds; never empty. */
export interface Interval {
  readonly startMs: number;
  readonly endMs: number;
}

/** A calendar ready to be asked, with what it has worked out so far. It remembers a bounded number of days. */
export interface OpenHours {
  readonly calendar: Calendar;
  readonly clock: ZoneClock;
  readonly closed: readonly { readonly from: Day; readonly to: Day }[];
  /** Openings by the local day on which they start. */
  readonly byLocalDay: Map<Day, readonly Interval[]>;
  /** Open intervals by UTC day, cut to it, ascending, apart from each other. */
  readonly byUtcDay: Map<number, readonly Interval[]>;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** How far ahead is looked for an opening unless the caller says: a year and some days. */
const YEAR_AHEAD_MS = 370 * DAY_MS;
/** How far ahead open time is counted: two years. */
const TWO_YEARS_MS = 731 * DAY_MS;
const MAX_REMEMBERED_DAYS = 4096;

/** Makes a calendar ready to be asked. The calendar is valid: its dates can be read and its zone is one. */
export function openHours(calendar: Calendar, clock: ZoneClock): OpenHours {
  const closed = calendar.closed.map(({ from, to }) => ({ from: requireDate(from), to: requireDate(to) }));
  return { calendar, clock, closed, byLocalDay: new Map(), byUtcDay: new Map() };
}

/** The open intervals within [fromMs, toMs), cut to it, ascending, merged where they touch. */
export function openIntervals(hours: OpenHours, fromMs: number, toMs: number): readonly Interval[] {
  const pieces: Interval[] = [];
  for (let day = utcDay(fromMs); day * DAY_MS < toMs; day += 1) pieces.push(...intervalsOfUtcDay(hours, day));
  return merge(cut(pieces, fromMs, toMs));
}

/** Whether an instant falls into the open hours. */
export function isOpen(hours: OpenHours, atMs: number): boolean {
  for (const { startMs, endMs } of intervalsOfUtcDay(hours, utcDay(atMs))) {
    if (startMs <= atMs && atMs < endMs) return true;
  }
  return false;
}

/** The first open instant from `atMs` on, at most `limitMs` later; undefined if there is none. */
export function nextOpen(hours: OpenHours, atMs: number, limitMs: number = YEAR_AHEAD_MS): number | undefined {
  const lastMs = atMs + limitMs;
  for (let day = utcDay(atMs); day * DAY_MS <= lastMs; day += 1) {
    for (const { startMs, endMs } of intervalsOfUtcDay(hours, day)) {
      if (startMs > lastMs) return undefined;
      if (endMs > atMs) return Math.max(startMs, atMs);
    }
  }
  return undefined;
}

/**
 * The instant at which `openMs` of open time have passed since `atMs`: an hour from 17:00, where 17:30 closes and 09:00
 * opens, is up at 09:30. What is used up just when it closes is up then, not at the next opening; nothing to wait for
 * is up at once. Undefined if it takes longer than `limitMs`, two years unless the caller says otherwise.
 */
export function addOpenTime(
  hours: OpenHours,
  atMs: number,
  openMs: number,
  limitMs: number = TWO_YEARS_MS,
): number | undefined {
  if (openMs <= 0) return atMs;
  const lastMs = atMs + limitMs;
  let left = openMs;
  for (let day = utcDay(atMs); day * DAY_MS < lastMs; day += 1) {
    for (const { startMs, endMs } of cut(intervalsOfUtcDay(hours, day), atMs, lastMs)) {
      if (left <= endMs - startMs) return startMs + left;
      left -= endMs - startMs;
    }
  }
  return undefined;
}

/** How much open time lies between two instants, in milliseconds; 0 if the second is not later. */
export function openTimeBetween(hours: OpenHours, fromMs: number, toMs: number): number {
  return openIntervals(hours, fromMs, toMs).reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
}

function intervalsOfUtcDay(hours: OpenHours, day: number): readonly Interval[] {
  const known = hours.byUtcDay.get(day);
  if (known !== undefined) return known;
  // Zones are less than a day from UTC, and openings last at most a day: none that began on another day reaches here.
  const openings = [-2, -1, 0, 1, 2].flatMap((distance) => openingsOfDay(hours, day + distance));
  const intervals = merge(cut(openings, day * DAY_MS, (day + 1) * DAY_MS));
  remember(hours.byUtcDay, day, intervals);
  return intervals;
}

/** The openings that start on a local date, in the calendar's order; they may overlap. */
function openingsOfDay(hours: OpenHours, day: Day): readonly Interval[] {
  const known = hours.byLocalDay.get(day);
  if (known !== undefined) return known;
  const { calendar, clock, closed } = hours;
  const toInstant = (wallMs: number): number => clock.toInstant(calendar.zone, wallMs, 'earlier');
  const spans = calendar.open.filter(({ days }) => days.includes(weekday(day)));
  const isClosed = closed.some(({ from, to }) => from <= day && day <= to);
  // A zone that moved across the date line has left out a whole date.
  const exists = spans.length > 0 && toInstant(day * DAY_MS) < toInstant((day + 1) * DAY_MS);
  const openings = (isClosed || !exists ? [] : spans)
    .map(({ from, to }) => ({
      startMs: toInstant(day * DAY_MS + from * MINUTE_MS),
      endMs: toInstant((to > from ? day : day + 1) * DAY_MS + to * MINUTE_MS),
    }))
    .filter(({ startMs, endMs }) => startMs < endMs);
  remember(hours.byLocalDay, day, openings);
  return openings;
}

/** What of the intervals lies within [fromMs, toMs), in their order. */
function cut(intervals: readonly Interval[], fromMs: number, toMs: number): readonly Interval[] {
  return intervals
    .map(({ startMs, endMs }) => ({ startMs: Math.max(startMs, fromMs), endMs: Math.min(endMs, toMs) }))
    .filter(({ startMs, endMs }) => startMs < endMs);
}

/** The same instants as ascending intervals that neither overlap nor touch. */
function merge(intervals: readonly Interval[]): readonly Interval[] {
  const merged: Interval[] = [];
  for (const interval of [...intervals].sort((a, b) => a.startMs - b.startMs)) {
    const last = merged.at(-1);
    if (last === undefined || interval.startMs > last.endMs) merged.push(interval);
    else if (interval.endMs > last.endMs) merged[merged.length - 1] = { startMs: last.startMs, endMs: interval.endMs };
  }
  return merged;
}

function remember<T>(days: Map<number, T>, day: number, value: T): void {
  if (days.size >= MAX_REMEMBERED_DAYS) days.clear();
  days.set(day, value);
}

function utcDay(atMs: number): number {
  return Math.floor(atMs / DAY_MS);
}

function requireDate(text: string): Day {
  const day = parseDate(text);
  if (day === undefined) throw new Error(`A calendar's closed date cannot be read: ${text}`);
  return day;
}
