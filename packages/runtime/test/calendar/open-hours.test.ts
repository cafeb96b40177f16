// Open hours: by hand on both nights of the year, and against every minute that Intl knows.
import type { Calendar } from '@fairlead/ir';
import { formatInstant, parseInstant } from '@fairlead/ir';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addOpenTime,
  isOpen,
  nextOpen,
  type OpenHours,
  openHours,
  openIntervals,
  openTimeBetween,
} from '../../src/calendar/open-hours.ts';
import { createZoneClock } from '../../src/time/zone-clock.ts';
import { instantByTable, type MinuteTable, minuteTable } from './wall-clock.ts';

const seed = 20261122;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const clock = createZoneClock();

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const WORKDAYS = [0, 1, 2, 3, 4];

/** `09:00-17:30` on some days. */
function span(days: readonly number[], hours: string): Calendar['open'][number] {
  const minutes = (text: string | undefined): number => {
    const [hour = '', minute = ''] = (text ?? '').split(':');
    return Number(hour) * 60 + Number(minute);
  };
  const [from, to] = hours.split('-');
  return { days, from: minutes(from), to: minutes(to) };
}

function calendar(zone: string, open: Calendar['open'], closed: Calendar['closed'] = []): OpenHours {
  return openHours({ id: 'test', zone, open, closed }, clock);
}

function at(text: string): number {
  const ms = parseInstant(text);
  if (ms === undefined) throw new Error(text);
  return ms;
}

function show(hours: OpenHours, from: string, to: string): readonly string[] {
  return openIntervals(hours, at(from), at(to)).map(
    ({ startMs, endMs }) => `${formatInstant(startMs)} .. ${formatInstant(endMs)} ${(endMs - startMs) / HOUR_MS} h`,
  );
}

describe('the two nights of the year, worked out by hand', () => {
  // 2026-03-29: 02:00 CET (01:00Z) becomes 03:00 CEST. 2026-10-25: 03:00 CEST (01:00Z) becomes 02:00 CET.
  test.each([
    ['night shift into summer', '22:00-06:00', '2026-03-28T12:00Z', '2026-03-28T21:00:00Z .. 2026-03-29T04:00:00Z 7 h'],
    ['night shift into winter', '22:00-06:00', '2026-10-24T12:00Z', '2026-10-24T20:00:00Z .. 2026-10-25T05:00:00Z 9 h'],
    [
      'starts in the gap: 03:30',
      '02:30-10:00',
      '2026-03-28T12:00Z',
      '2026-03-29T01:30:00Z .. 2026-03-29T08:00:00Z 6.5 h',
    ],
    [
      'ends in the gap: 03:30',
      '22:00-02:30',
      '2026-03-28T12:00Z',
      '2026-03-28T21:00:00Z .. 2026-03-29T01:30:00Z 4.5 h',
    ],
    [
      'ends at the first 02:30',
      '22:00-02:30',
      '2026-10-24T12:00Z',
      '2026-10-24T20:00:00Z .. 2026-10-25T00:30:00Z 4.5 h',
    ],
    [
      'starts at the first 02:30',
      '02:30-10:00',
      '2026-10-24T12:00Z',
      '2026-10-25T00:30:00Z .. 2026-10-25T09:00:00Z 8.5 h',
    ],
    [
      'day shift after the change',
      '09:00-17:30',
      '2026-03-28T18:00Z',
      '2026-03-29T07:00:00Z .. 2026-03-29T15:30:00Z 8.5 h',
    ],
    [
      'day shift after the other',
      '09:00-17:30',
      '2026-10-24T18:00Z',
      '2026-10-25T08:00:00Z .. 2026-10-25T16:30:00Z 8.5 h',
    ],
  ])('Berlin, %s', (_, hours, from, expected) => {
    const to = formatInstant(at(from) + 24 * HOUR_MS);
    expect(show(calendar('Europe/Berlin', [span(EVERY_DAY, hours)]), from, to)).toEqual([expected]);
  });

  // 2026-03-08: 02:00 EST (07:00Z) becomes 03:00 EDT. 2026-11-01: 02:00 EDT (06:00Z) becomes 01:00 EST.
  test.each([
    ['night shift into summer', '22:00-06:00', '2026-03-07T18:00Z', '2026-03-08T03:00:00Z .. 2026-03-08T10:00:00Z 7 h'],
    ['night shift into winter', '22:00-06:00', '2026-10-31T18:00Z', '2026-11-01T02:00:00Z .. 2026-11-01T11:00:00Z 9 h'],
    [
      'starts in the gap: 03:30',
      '02:30-10:00',
      '2026-03-07T18:00Z',
      '2026-03-08T07:30:00Z .. 2026-03-08T14:00:00Z 6.5 h',
    ],
    [
      'ends at the first 01:30',
      '22:00-01:30',
      '2026-10-31T18:00Z',
      '2026-11-01T02:00:00Z .. 2026-11-01T05:30:00Z 3.5 h',
    ],
    [
      'day shift after the change',
      '09:00-17:00',
      '2026-03-08T02:00Z',
      '2026-03-08T13:00:00Z .. 2026-03-08T21:00:00Z 8 h',
    ],
    [
      'day shift after the other',
      '09:00-17:00',
      '2026-11-01T02:00Z',
      '2026-11-01T14:00:00Z .. 2026-11-01T22:00:00Z 8 h',
    ],
  ])('New York, %s', (_, hours, from, expected) => {
    const to = formatInstant(at(from) + 24 * HOUR_MS);
    expect(show(calendar('America/New_York', [span(EVERY_DAY, hours)]), from, to)).toEqual([expected]);
  });

  // 2026-04-05: 03:00 AEDT (16:00Z the day before) becomes 02:00 AEST. 2026-10-04: 02:00 AEST (16:00Z) becomes 03:00 AEDT.
  test.each([
    ['night shift into winter', '22:00-06:00', '2026-04-04T08:00Z', '2026-04-04T11:00:00Z .. 2026-04-04T20:00:00Z 9 h'],
    ['night shift into summer', '22:00-06:00', '2026-10-03T08:00Z', '2026-10-03T12:00:00Z .. 2026-10-03T19:00:00Z 7 h'],
    [
      'ends at the first 02:30',
      '22:00-02:30',
      '2026-04-04T08:00Z',
      '2026-04-04T11:00:00Z .. 2026-04-04T15:30:00Z 4.5 h',
    ],
    [
      'starts in the gap: 03:30',
      '02:30-10:00',
      '2026-10-03T08:00Z',
      '2026-10-03T16:30:00Z .. 2026-10-03T23:00:00Z 6.5 h',
    ],
    [
      'day shift after the change',
      '09:00-17:00',
      '2026-04-04T16:00Z',
      '2026-04-04T23:00:00Z .. 2026-04-05T07:00:00Z 8 h',
    ],
    [
      'day shift after the other',
      '09:00-17:00',
      '2026-10-03T16:00Z',
      '2026-10-03T22:00:00Z .. 2026-10-04T06:00:00Z 8 h',
    ],
  ])('Sydney, %s', (_, hours, from, expected) => {
    const to = formatInstant(at(from) + 24 * HOUR_MS);
    expect(show(calendar('Australia/Sydney', [span(EVERY_DAY, hours)]), from, to)).toEqual([expected]);
  });

  // Half an hour: 2026-04-05: 02:00 (+11:00, 15:00Z) becomes 01:30 (+10:30). 2026-10-04: 02:00 (15:30Z) becomes 02:30.
  test.each([
    [
      'night shift into winter',
      '22:00-06:00',
      '2026-04-04T08:00Z',
      '2026-04-04T11:00:00Z .. 2026-04-04T19:30:00Z 8.5 h',
    ],
    [
      'night shift into summer',
      '22:00-06:00',
      '2026-10-03T08:00Z',
      '2026-10-03T11:30:00Z .. 2026-10-03T19:00:00Z 7.5 h',
    ],
    [
      'ends at the first 01:45',
      '22:00-01:45',
      '2026-04-04T08:00Z',
      '2026-04-04T11:00:00Z .. 2026-04-04T14:45:00Z 3.75 h',
    ],
    [
      'starts in the gap: 02:45',
      '02:15-10:00',
      '2026-10-03T08:00Z',
      '2026-10-03T15:45:00Z .. 2026-10-03T23:00:00Z 7.25 h',
    ],
  ])('Lord Howe, %s', (_, hours, from, expected) => {
    const to = formatInstant(at(from) + 24 * HOUR_MS);
    expect(show(calendar('Australia/Lord_Howe', [span(EVERY_DAY, hours)]), from, to)).toEqual([expected]);
  });

  test.each(['2026-03-28T12:00Z', '2026-10-24T12:00Z'])('Kolkata changes nothing on %s', (from) => {
    const date = from.slice(0, 10);
    const next = formatInstant(at(`${date}T00:00Z`) + DAY_MS).slice(0, 10);
    expect(show(calendar('Asia/Kolkata', [span(EVERY_DAY, '22:00-06:00')]), from, `${next}T12:00Z`)).toEqual([
      `${date}T16:30:00Z .. ${next}T00:30:00Z 8 h`,
    ]);
  });

  test('a span that the gap turns around is dropped', () => {
    const hours = calendar('Europe/Berlin', [span(EVERY_DAY, '02:15-03:10')]);
    expect(show(hours, '2026-03-29T00:00Z', '2026-03-30T00:00Z')).toEqual([]);
  });

  test('a date that the zone left out has no hours: Samoa had no 30 December 2011', () => {
    const hours = calendar('Pacific/Apia', [span([4], '09:00-17:00')]);
    expect(show(hours, '2011-12-24T12:00Z', '2012-01-08T00:00Z')).toEqual([
      '2012-01-05T19:00:00Z .. 2012-01-06T03:00:00Z 8 h',
    ]);
  });
});

describe('weeks', () => {
  const berlin = calendar('Europe/Berlin', [span(WORKDAYS, '09:00-17:30')], [{ from: '2026-12-24', to: '2026-12-26' }]);

  test('Christmas', () => {
    expect(show(berlin, '2026-12-22T00:00Z', '2026-12-30T00:00Z')).toEqual([
      '2026-12-22T08:00:00Z .. 2026-12-22T16:30:00Z 8.5 h',
      '2026-12-23T08:00:00Z .. 2026-12-23T16:30:00Z 8.5 h',
      '2026-12-28T08:00:00Z .. 2026-12-28T16:30:00Z 8.5 h',
      '2026-12-29T08:00:00Z .. 2026-12-29T16:30:00Z 8.5 h',
    ]);
  });

  test('an instant is open from the start up to the end', () => {
    expect(isOpen(berlin, at('2026-11-24T09:00:00+01:00'))).toBe(true);
    expect(isOpen(berlin, at('2026-11-24T08:59:59.999+01:00'))).toBe(false);
    expect(isOpen(berlin, at('2026-11-24T17:29:59.999+01:00'))).toBe(true);
    expect(isOpen(berlin, at('2026-11-24T17:30:00+01:00'))).toBe(false);
    expect(isOpen(berlin, at('2026-11-22T12:00:00+01:00'))).toBe(false);
  });

  test('the next opening', () => {
    const next = (from: string, limitMs?: number): string | undefined => {
      const found = nextOpen(berlin, at(from), limitMs);
      return found === undefined ? undefined : formatInstant(found);
    };
    expect(next('2026-11-24T10:00:00+01:00')).toBe('2026-11-24T09:00:00Z');
    expect(next('2026-11-27T17:30:00+01:00')).toBe('2026-11-30T08:00:00Z');
    expect(next('2026-12-23T17:30:00+01:00')).toBe('2026-12-28T08:00:00Z');
    expect(next('2026-11-24T08:30:00+01:00', 30 * MINUTE_MS)).toBe('2026-11-24T08:00:00Z');
    expect(next('2026-11-24T08:29:00+01:00', 30 * MINUTE_MS)).toBeUndefined();
  });

  test.each([
    ['within the day', '2026-11-24T10:00:00+01:00', 1, '2026-11-24T10:00:00Z'],
    ['over the night', '2026-11-24T17:00:00+01:00', 1, '2026-11-25T08:30:00Z'],
    ['over the weekend', '2026-11-27T17:00:00+01:00', 1, '2026-11-30T08:30:00Z'],
    ['from the night', '2026-11-24T22:00:00+01:00', 1, '2026-11-25T09:00:00Z'],
    ['just up when it closes', '2026-11-24T16:30:00+01:00', 1, '2026-11-24T16:30:00Z'],
    ['over Christmas', '2026-12-23T17:00:00+01:00', 1, '2026-12-28T08:30:00Z'],
    ['into summer', '2026-03-27T16:30:00+01:00', 2, '2026-03-30T08:00:00Z'],
    ['nothing to wait for', '2026-11-22T12:00:00+01:00', 0, '2026-11-22T11:00:00Z'],
  ])('open time, %s', (_, from, hours, expected) => {
    const due = addOpenTime(berlin, at(from), hours * HOUR_MS);
    expect(due === undefined ? undefined : formatInstant(due)).toBe(expected);
  });

  test('open time between two instants', () => {
    expect(openTimeBetween(berlin, at('2026-11-23T00:00Z'), at('2026-11-30T00:00Z'))).toBe(5 * 8.5 * HOUR_MS);
    expect(openTimeBetween(berlin, at('2026-11-24T17:00:00+01:00'), at('2026-11-25T09:10:00+01:00'))).toBe(
      40 * MINUTE_MS,
    );
    expect(openTimeBetween(berlin, at('2026-11-25T00:00Z'), at('2026-11-24T00:00Z'))).toBe(0);
  });

  test('a night shift belongs to the date on which it starts', () => {
    const nights = calendar('Europe/Berlin', [span([4], '22:00-06:00')], [{ from: '2026-11-28', to: '2026-11-28' }]);
    expect(show(nights, '2026-11-23T00:00Z', '2026-11-30T00:00Z')).toEqual([
      '2026-11-27T21:00:00Z .. 2026-11-28T05:00:00Z 8 h',
    ]);
    const closed = calendar('Europe/Berlin', [span([4], '22:00-06:00')], [{ from: '2026-11-27', to: '2026-11-27' }]);
    expect(show(closed, '2026-11-23T00:00Z', '2026-11-30T00:00Z')).toEqual([]);
  });

  test('24:00, around the clock, and spans that overlap are one', () => {
    const always = calendar('Europe/Berlin', [span(EVERY_DAY, '00:00-24:00')]);
    expect(show(always, '2026-03-27T00:00Z', '2026-04-01T00:00Z')).toEqual([
      '2026-03-27T00:00:00Z .. 2026-04-01T00:00:00Z 120 h',
    ]);
    const lunch = calendar('Europe/Berlin', [
      span([0], '08:00-12:00'),
      span([0], '12:00-17:00'),
      span([0], '16:00-18:00'),
    ]);
    expect(show(lunch, '2026-11-23T00:00Z', '2026-11-24T00:00Z')).toEqual([
      '2026-11-23T07:00:00Z .. 2026-11-23T17:00:00Z 10 h',
    ]);
    const turn = calendar('Europe/Berlin', [span([0], '09:00-09:00')]);
    expect(show(turn, '2026-11-23T00:00Z', '2026-11-25T00:00Z')).toEqual([
      '2026-11-23T08:00:00Z .. 2026-11-24T08:00:00Z 24 h',
    ]);
  });

  test('a calendar that never opens', () => {
    const never = calendar('Europe/Berlin', []);
    expect(isOpen(never, at('2026-11-24T10:00Z'))).toBe(false);
    expect(nextOpen(never, at('2026-11-24T10:00Z'))).toBeUndefined();
    expect(addOpenTime(never, at('2026-11-24T10:00Z'), 1)).toBeUndefined();
  });
});

/** Two weeks around a change in each zone, and one without. Minutes by Intl, once. */
const windows = (
  [
    ['Europe/Berlin', '2026-03-29'],
    ['Europe/Berlin', '2026-10-25'],
    ['America/New_York', '2026-03-08'],
    ['America/New_York', '2026-11-01'],
    ['Australia/Sydney', '2026-04-05'],
    ['Australia/Sydney', '2026-10-04'],
    ['Australia/Lord_Howe', '2026-04-05'],
    ['Australia/Lord_Howe', '2026-10-04'],
    ['Asia/Kolkata', '2026-03-29'],
    ['Africa/Cairo', '2026-04-24'],
    ['America/St_Johns', '2006-10-29'],
    ['Asia/Beirut', '2026-03-29'],
    ['Pacific/Chatham', '2026-04-05'],
  ] as const
).map(([zone, date]) => ({ zone, middleMs: at(`${date}T00:00Z`) }));
const tables = new Map<string, MinuteTable>();

describe('against every minute that Intl knows', () => {
  const spans = fc.array(
    fc.record({
      days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
      from: fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15),
      to: fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15),
    }),
    { maxLength: 3 },
  );

  test('the same minutes are open', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...windows),
        spans,
        fc.integer({ min: -3, max: 3 }),
        ({ zone, middleMs }, open, off) => {
          const startMs = middleMs - 3 * DAY_MS;
          const endMs = middleMs + 3 * DAY_MS;
          const key = `${zone} ${middleMs}`;
          const table = tables.get(key) ?? minuteTable(zone, startMs - 4 * DAY_MS, endMs + 4 * DAY_MS);
          tables.set(key, table);
          const closedDate = formatInstant(middleMs + off * DAY_MS).slice(0, 10);
          const hours = calendar(zone, open, [{ from: closedDate, to: closedDate }]);

          const expected = new Uint8Array((endMs - startMs) / MINUTE_MS);
          for (let day = startMs / DAY_MS - 2; day <= endMs / DAY_MS + 2; day += 1) {
            if (day * DAY_MS === middleMs + off * DAY_MS) continue;
            for (const { days, from, to } of open) {
              if (!days.includes((new Date(day * DAY_MS).getUTCDay() + 6) % 7)) continue;
              const wallEnd = (to > from ? day : day + 1) * DAY_MS + to * MINUTE_MS;
              const first = instantByTable(table, day * DAY_MS + from * MINUTE_MS, 'earlier') ?? Number.NaN;
              const end = instantByTable(table, wallEnd, 'earlier') ?? Number.NaN;
              for (let ms = Math.max(first, startMs); ms < Math.min(end, endMs); ms += MINUTE_MS) {
                expected[(ms - startMs) / MINUTE_MS] = 1;
              }
            }
          }

          const found = new Uint8Array(expected.length);
          for (const interval of openIntervals(hours, startMs, endMs)) {
            for (let ms = interval.startMs; ms < interval.endMs; ms += MINUTE_MS) found[(ms - startMs) / MINUTE_MS] = 1;
          }
          expect(Buffer.compare(found, expected)).toBe(0);
          for (let minute = off + 3; minute < expected.length; minute += 7) {
            if (isOpen(hours, startMs + minute * MINUTE_MS) !== (expected[minute] === 1))
              expect.fail(`minute ${minute}`);
          }
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  test('the questions agree with each other', () => {
    const minutes = fc.integer({ min: 0, max: 10 * 24 * 60 });
    fc.assert(
      fc.property(fc.constantFrom(...windows), spans, minutes, minutes, ({ zone, middleMs }, open, from, length) => {
        const hours = calendar(zone, open);
        const fromMs = middleMs - 5 * DAY_MS + from * MINUTE_MS;
        const openMs = length * MINUTE_MS;
        const due = addOpenTime(hours, fromMs, openMs);
        if (due === undefined) {
          expect(openTimeBetween(hours, fromMs, fromMs + 731 * DAY_MS)).toBeLessThan(openMs);
        } else {
          expect(openTimeBetween(hours, fromMs, due)).toBe(openMs);
          if (openMs > 0) expect(openTimeBetween(hours, fromMs, due - 1)).toBe(openMs - 1);
        }
        const next = nextOpen(hours, fromMs);
        if (next === undefined) {
          expect(open).toEqual([]);
        } else {
          expect(isOpen(hours, next)).toBe(true);
          expect(openTimeBetween(hours, fromMs, next)).toBe(0);
          expect(next === fromMs || !isOpen(hours, next - 1)).toBe(true);
        }
      }),
      { seed, numRuns: 300 },
    );
  });
});
