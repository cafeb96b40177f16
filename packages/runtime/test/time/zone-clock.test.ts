// The clock for zones against Intl, and calendar months against Temporal's own.

import { formatDate, formatInstant, parseInstant } from '@fairlead/ir';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addMonths, localDay } from '../../src/calendar/zone-clock.ts';
import { createAlmanac } from '../../src/time/almanac.ts';
import { createZoneClock } from '../../src/time/zone-clock.ts';
import { instantByTable, minuteTable, wallByIntl } from '../calendar/wall-clock.ts';

const seed = 20261122;
const MINUTE_MS = 60_000;
const clock = createZoneClock();
const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Sydney',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Kathmandu',
);
const at = (text: string): number => parseInstant(text) ?? Number.NaN;
const instants = fc.integer({ min: at('1980-01-01T00:00Z'), max: at('2060-01-01T00:00Z') });

test.each(['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+5', 'Asia/Calcutta', 'CET'])(
  '%s is a zone',
  (zone) => {
    expect(clock.isZone(zone)).toBe(true);
    expect(clock.isZone(zone)).toBe(true);
  },
);

test.each([
  '',
  'Berlin',
  'europe/berlin',
  'Europe/Berlin ',
  '+01:00',
  'Z',
  'Mars/Base',
  '2026-01-01T00:00Z[Europe/Berlin]',
])('%j is no zone', (zone) => {
  expect(clock.isZone(zone)).toBe(false);
});

test('the wall shows what Intl says', () => {
  fc.assert(
    fc.property(zones, instants, (zone, any) => {
      const atMs = Math.floor(any / 1000) * 1000;
      expect(clock.toWall(zone, atMs)).toBe(wallByIntl(zone, atMs));
      expect(clock.toWall(zone, atMs + 7)).toBe(wallByIntl(zone, atMs) + 7);
    }),
    { seed, numRuns: 3000 },
  );
});

describe('from the wall to the instant', () => {
  test('it is when the wall shows it', () => {
    fc.assert(
      fc.property(zones, instants, fc.constantFrom('earlier' as const, 'later' as const), (zone, atMs, pick) => {
        const found = clock.toInstant(zone, clock.toWall(zone, atMs), pick);
        expect(clock.toWall(zone, found)).toBe(clock.toWall(zone, atMs));
        expect(pick === 'earlier' ? found <= atMs : found >= atMs).toBe(true);
      }),
      { seed, numRuns: 3000 },
    );
  });

  test.each([
    ['Europe/Berlin', '2026-03-29'],
    ['Europe/Berlin', '2026-10-25'],
    ['America/New_York', '2026-03-08'],
    ['America/New_York', '2026-11-01'],
    ['Australia/Sydney', '2026-04-05'],
    ['Australia/Sydney', '2026-10-04'],
    ['Australia/Lord_Howe', '2026-04-05'],
    ['Australia/Lord_Howe', '2026-10-04'],
    ['Asia/Kolkata', '2026-03-29'],
  ])('%s, every minute around %s', (zone, date) => {
    const table = minuteTable(zone, at(`${date}T00:00Z`) - 1440 * MINUTE_MS, at(`${date}T00:00Z`) + 2880 * MINUTE_MS);
    for (let minute = -120; minute < 1440; minute += 1) {
      const wall = at(`${date}T00:00Z`) + minute * MINUTE_MS;
      for (const pick of ['earlier', 'later'] as const) {
        const found = clock.toInstant(zone, wall, pick);
        if (found !== instantByTable(table, wall, pick)) expect.fail(`${formatInstant(wall)} ${pick}`);
      }
    }
  });
});

describe('calendar months', () => {
  test.each([
    ['the end of a short month', '2026-01-31T10:00:00+01:00', 1, '2026-02-28T09:00:00Z'],
    ['wall time stays over the change', '2026-01-29T02:30:00+01:00', 3, '2026-04-29T00:30:00Z'],
    ['into a gap: the later wall time', '2026-01-29T02:30:00+01:00', 2, '2026-03-29T01:30:00Z'],
    ['into the repeated hour: the first', '2026-08-25T02:30:00+02:00', 2, '2026-10-25T00:30:00Z'],
    ['back', '2026-03-31T12:00:00+02:00', -1, '2026-02-28T11:00:00Z'],
    ['nowhere', '2026-03-31T12:00:00+02:00', 0, '2026-03-31T10:00:00Z'],
  ])('%s', (_, from, months, expected) => {
    expect(formatInstant(addMonths(clock, 'Europe/Berlin', at(from), months))).toBe(expected);
  });

  test('as Temporal adds them', () => {
    fc.assert(
      fc.property(zones, instants, fc.integer({ min: -100, max: 100 }), (zone, atMs, months) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone).add({ months });
        expect(addMonths(clock, zone, atMs, months)).toBe(expected.epochMilliseconds);
      }),
      { seed, numRuns: 2000 },
    );
  });

  test('beyond what dates can say there is an end, not an error', () => {
    expect(formatInstant(addMonths(clock, 'Europe/Berlin', at('2026-11-22T00:00Z'), -1e9))).toMatch(/^000[01]-/);
    expect(formatInstant(addMonths(clock, 'Europe/Berlin', at('2026-11-22T00:00Z'), 1e9))).toBe(
      '9999-12-31T22:59:59.999Z',
    );
  });
});

test('the almanac of a policy', () => {
  const almanac = createAlmanac({
    calendars: [
      { id: 'berlin', zone: 'Europe/Berlin', open: [{ days: [0, 1, 2, 3, 4], from: 540, to: 1050 }], closed: [] },
    ],
  });
  const friday = at('2026-11-27T17:00:00+01:00');
  expect(almanac.isOpen('berlin', friday)).toBe(true);
  expect(formatInstant(almanac.nextOpen('berlin', friday + 1_800_000, 7 * 86_400_000) ?? 0)).toBe(
    '2026-11-30T08:00:00Z',
  );
  expect(formatInstant(almanac.addOpenTime('berlin', friday, 3_600_000) ?? 0)).toBe('2026-11-30T08:30:00Z');
  expect(formatDate(almanac.localDay('Pacific/Apia', friday))).toBe('2026-11-28');
  expect(formatDate(localDay(clock, 'America/New_York', at('2026-11-28T04:59:59Z')))).toBe('2026-11-27');
  expect(formatInstant(almanac.addMonths('UTC', friday, 3))).toBe('2027-02-27T16:00:00Z');
  expect(() => almanac.isOpen('paris', friday)).toThrow('no calendar paris');
});
