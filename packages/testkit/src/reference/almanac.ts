// The calendars of a policy → open hours, local days and months, written a second time from docs/reference/people.md#calendars. Time zones are those
// of the machine (`Intl`), asked instant by instant.

import type { Calendar, Policy } from '@fairlead/ir';
import type { Almanac } from '@fairlead/runtime';
import { dateOfDay, monthsLater } from './days.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MOST_DAYS = 2 * 366 + 2;

interface Hours {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** An almanac of its own for the reference evaluator. */
export function plainAlmanac({ calendars }: Pick<Policy, 'calendars'>): Almanac {
  const clock = plainClock();
  const known = new Map<string, readonly Hours[]>();
  /** Hours that begin on this local day. */
  const hoursOf = (id: string, day: number): readonly Hours[] => {
    const key = `${id} ${day}`;
    const found =
      known.get(key) ?? calendars.filter((each) => each.id === id).flatMap((each) => hoursOn(clock, each, day));
    known.set(key, found);
    return found;
  };
  const zoneOf = (id: string): string => calendars.find((each) => each.id === id)?.zone ?? 'UTC';
  /** Hours that may be open at an instant or later, day by day. */
  function* hoursFrom(id: string, atMs: number): Generator<Hours> {
    const today = clock.localDay(zoneOf(id), atMs);
    for (let day = today - 2; day <= today + MOST_DAYS; day += 1) {
      for (const hours of hoursOf(id, day)) if (hours.untilMs > atMs) yield hours;
    }
  }
  const nextOpen = (id: string, atMs: number, limitMs: number): number | undefined => {
    for (const { fromMs } of hoursFrom(id, atMs)) {
      if (fromMs > atMs + limitMs) return undefined;
      return Math.max(fromMs, atMs);
    }
    return undefined;
  };
  return {
    isOpen: (id, atMs) => nextOpen(id, atMs, 0) === atMs,
    nextOpen,
    addOpenTime: (id, atMs, openMs) => {
      let left = openMs;
      for (const { fromMs, untilMs } of hoursFrom(id, atMs)) {
        const start = Math.max(fromMs, atMs);
        if (start + left <= untilMs) return start + left;
        left -= untilMs - start;
      }
      return undefined;
    },
    localDay: clock.localDay,
    addMonths: (zone, atMs, months) => {
      const wall = clock.wallMs(zone, atMs);
      const day = Math.floor(wall / DAY_MS);
      return clock.instantOf(zone, monthsLater(day, months) * DAY_MS + (wall - day * DAY_MS));
    },
  };
}

/** The hours of a calendar that begin on a local day, the earliest first; none on a closed day. */
function hoursOn(clock: PlainClock, { zone, open, closed }: Calendar, day: number): readonly Hours[] {
  const date = dateOfDay(day);
  if (closed.some(({ from, to }) => from <= date && date <= to)) return [];
  const weekday = (((day + 3) % 7) + 7) % 7;
  const at = (minute: number): number => clock.instantOf(zone, day * DAY_MS + minute * MINUTE_MS);
  return open
    .filter(({ days }) => days.includes(weekday))
    .map(({ from, to }) => ({ fromMs: at(from), untilMs: at(to <= from ? to + 1440 : to) }))
    .filter(({ fromMs, untilMs }) => fromMs < untilMs)
    .sort((a, b) => a.fromMs - b.fromMs);
}

interface PlainClock {
  /** What the clock on the wall shows, as if it were in UTC. */
  readonly wallMs: (zone: string, atMs: number) => number;
  readonly localDay: (zone: string, atMs: number) => number;
  /** When a clock shows this: the earlier of two instants; what it leaves out is as much later as it was set forward. */
  readonly instantOf: (zone: string, wallMs: number) => number;
}

function plainClock(): PlainClock {
  const formats = new Map<string, Intl.DateTimeFormat>();
  const offsets = new Map<string, number>();
  const formatOf = (zone: string): Intl.DateTimeFormat => {
    const format =
      formats.get(zone) ??
      new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
      });
    formats.set(zone, format);
    return format;
  };
  /** How far the zone is from UTC at an instant. Zones change on whole minutes. */
  const offsetAt = (zone: string, atMs: number): number => {
    const minute = Math.floor(atMs / MINUTE_MS) * MINUTE_MS;
    const key = `${zone} ${minute}`;
    const known = offsets.get(key);
    if (known !== undefined) return known;
    const parts = new Map(
      formatOf(zone)
        .formatToParts(minute)
        .map(({ type, value }) => [type, Number(value)]),
    );
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    offsets.set(key, wall - minute);
    return wall - minute;
  };
  const wallMs = (zone: string, atMs: number): number => atMs + offsetAt(zone, atMs);
  return {
    wallMs,
    localDay: (zone, atMs) => Math.floor(wallMs(zone, atMs) / DAY_MS),
    instantOf: (zone, wall) => {
      const before = offsetAt(zone, wall - DAY_MS);
      const after = offsetAt(zone, wall + DAY_MS);
      const shown = [wall - before, wall - after].filter((atMs) => wallMs(zone, atMs) === wall);
      return shown.length === 0 ? wall - before : Math.min(...shown);
    },
  };
}
