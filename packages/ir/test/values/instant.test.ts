// Dates, instants, durations and decay against the engine's own Date and plain fractions.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonthsToDay, dayOf, formatDate, parseDate, partsOf, weekday } from '../../src/values/date.ts';
import { durationMs } from '../../src/values/duration.ts';
import { halvedPoints } from '../../src/values/halving.ts';
import { formatInstant, parseInstant } from '../../src/values/instant.ts';

const seed = 20261122;
const DAY_MS = 86_400_000;
const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');
const instants = fc.integer({ min: FIRST, max: LAST });

describe('dates', () => {
  test('every day from year 1 to 9999 is the one that Date says, and comes back', () => {
    const first = FIRST / DAY_MS;
    const last = Math.floor(LAST / DAY_MS);
    for (let day = first; day <= last; day += 1) {
      const text = formatDate(day);
      if (parseDate(text) !== day) expect.fail(`${text} does not come back`);
      if (day % 13 === 0 && new Date(day * DAY_MS).toISOString().slice(0, 10) !== text) expect.fail(`${text} is wrong`);
      if (day % 13 === 0 && (new Date(day * DAY_MS).getUTCDay() + 6) % 7 !== weekday(day)) expect.fail(`${text}`);
    }
  });

  test.each([
    '2026-02-29',
    '2100-02-29',
    '2026-00-10',
    '2026-13-10',
    '2026-11-00',
    '2026-11-31',
    '0000-01-01',
    '2026-1-01',
    '26-11-22',
    '2026-11-22 ',
    '2026-11-22T00:00Z',
    '٢٠٢٦-11-22',
    '',
  ])('%j is no date', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  test('leap days, and days far away', () => {
    expect(parseDate('2024-02-29')).toBe(19782);
    expect(parseDate('2000-02-29')).toBe(11016);
    expect(formatDate(-719_529)).toBe('-000001-12-31');
    expect(formatDate(2_932_897)).toBe('+010000-01-01');
    expect(partsOf(20_779)).toEqual({ year: 2026, month: 11, day: 22 });
    expect(dayOf(2026, 11, 22)).toBe(20_779);
    expect(weekday(20_779)).toBe(6);
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2026-11-22', 3, '2027-02-22'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-22', -11, '2025-12-22'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-31', 0, '2026-12-31'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(formatDate(addMonthsToDay(parseDate(from) ?? Number.NaN, months))).toBe(to);
  });
});

describe('instants', () => {
  test.each([
    ['2026-11-24T10:00:00+01:00', '2026-11-24T09:00:00Z'],
    ['2026-11-24T10:00+01:00', '2026-11-24T09:00:00Z'],
    ['2026-11-24T09:00:00Z', '2026-11-24T09:00:00Z'],
    ['2026-11-24T09:00:00.000Z', '2026-11-24T09:00:00Z'],
    ['2026-11-24T09:00:00.25Z', '2026-11-24T09:00:00.250Z'],
    ['2026-11-24T09:00:00.123456789Z', '2026-11-24T09:00:00.123Z'],
    ['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59.999Z'],
    ['2026-01-01T00:00:00+14:00', '2025-12-31T10:00:00Z'],
    ['2026-12-31T23:30:00-09:30', '2027-01-01T09:00:00Z'],
    ['2026-11-24T10:00:00.000+0000', '2026-11-24T10:00:00Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
    ['0001-01-01T12:00:00+12:00', '0001-01-01T00:00:00Z'],
  ])('%s is %s', (text, utc) => {
    expect(formatInstant(parseInstant(text) ?? Number.NaN)).toBe(utc);
    expect(parseInstant(text)).toBe(Date.parse(utc));
  });

  test.each([
    '2026-11-24',
    '2026-11-24T10:00:00',
    '2026-11-24 10:00:00Z',
    '2026-11-24t10:00:00Z',
    '2026-11-24T10Z',
    '2026-11-24T24:00:00Z',
    '2026-11-24T10:60:00Z',
    '2026-11-24T10:00:60Z',
    '2026-11-24T10:00:00.Z',
    '2026-11-24T10:00:00.1234567890Z',
    '2026-11-24T10:00:00+01',
    '2026-11-24T10:00:00+18:01',
    '2026-11-24T10:00:00+00:60',
    '2026-11-31T10:00:00Z',
    ' 2026-11-24T10:00:00Z',
    '9999-12-31T23:59:59-12:00',
    '0001-01-01T00:00:00+00:01',
    '',
  ])('%j is no instant', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  test('text and back, the same as Date', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -18 * 60, max: 18 * 60 }), (atMs, offset) => {
        const text = formatInstant(atMs);
        expect(parseInstant(text)).toBe(atMs);
        expect(text).toBe(new Date(atMs).toISOString().replace('.000Z', 'Z'));
        const sign = offset < 0 ? '-' : '+';
        const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
        const pad = (n: number): string => String(n).padStart(2, '0');
        const meant = atMs - offset * 60_000;
        const said = parseInstant(text.replace('Z', `${sign}${pad(hours)}:${pad(minutes)}`));
        expect(said).toBe(meant < FIRST || meant > LAST ? undefined : meant);
      }),
      { seed, numRuns: 3000 },
    );
  });
});

test('durations', () => {
  expect(durationMs({ amount: 800, unit: 'ms' })).toBe(800);
  expect(durationMs({ amount: 5, unit: 'minute' })).toBe(300_000);
  expect(durationMs({ amount: 2, unit: 'week' })).toBe(14 * DAY_MS);
  expect(durationMs({ amount: 3, unit: 'month' })).toBeUndefined();
});

describe('halving', () => {
  test.each([
    ['now', 40, 0, 40],
    ['a day', 40, 1, 33], // 40 · 5/6
    ['two days', 40, 2, 26], // 40 · 4/6
    ['one half-life', 40, 3, 20],
    ['four days', 40, 4, 16], // 20 · 5/6
    ['two half-lives', 40, 6, 10],
    ['five', 40, 15, 1],
    ['six', 40, 18, 0],
    ['a century', 40, 36_500, 0],
    ['from the future', 40, -2, 40],
    ['a deduction', -40, 1, -33],
    ['a deduction that has faded', -40, 18, 0],
  ])('%s: %i points after %i days, halving every 3 days, are %i', (_, points, days, left) => {
    expect(Object.is(halvedPoints(points, days * DAY_MS, 3 * DAY_MS), left)).toBe(true);
  });

  test('a half-life of nothing leaves nothing', () => {
    expect(halvedPoints(40, 0, 0)).toBe(40);
    expect(halvedPoints(40, 1, 0)).toBe(0);
  });

  test('it is the formula, never rises, and halves with each half-life', () => {
    const points = fc.integer({ min: -100_000, max: 100_000 });
    const age = fc.integer({ min: 0, max: 400 * DAY_MS });
    fc.assert(
      fc.property(points, age, fc.integer({ min: 1, max: 90 * DAY_MS }), (p, ageMs, h) => {
        const k = Math.floor(ageMs / h);
        const r = ageMs - k * h;
        const left = halvedPoints(p, ageMs, h);
        const size = (BigInt(Math.abs(p)) * BigInt(2 * h - r)) / (BigInt(2 * h) * 2n ** BigInt(Math.min(k, 100)));
        expect(BigInt(Math.abs(left))).toBe(size);
        expect(Math.abs(halvedPoints(p, ageMs + 1, h))).toBeLessThanOrEqual(Math.abs(left));
        expect(Math.abs(halvedPoints(p, ageMs + h, h))).toBe(Math.floor(Math.abs(left) / 2));
        expect(halvedPoints(-p, ageMs, h)).toBe(left === 0 ? 0 : -left);
      }),
      { seed, numRuns: 3000 },
    );
  });
});
