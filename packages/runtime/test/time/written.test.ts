// Written dates: what exports write, in every zone and language that this machine might have.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { UTCDate } from '@date-fns/utc';
import { parseInstant, readPattern } from '@fairlead/ir';
import { format } from 'date-fns/format';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWrittenTimes } from '../../src/time/written.ts';
import { createZoneClock } from '../../src/time/zone-clock.ts';
import { CASES, readCases } from './written-cases.ts';

const seed = 20261122;
const clock = createZoneClock();
const written = createWrittenTimes(clock);

describe('what exports write', () => {
  const said = readCases();
  test.each(CASES.map((one, index) => [...one, index] as const))(
    '%s (%s): %j',
    (_pattern, _zone, _text, expected, index) => {
      expect(said[index]).toBe(expected);
    },
  );
});

test.each([
  ['Asia/Kolkata', 'hi_IN.UTF-8'],
  ['Pacific/Apia', 'tr_TR.UTF-8'],
  ['Australia/Lord_Howe', 'ar_EG.UTF-8'],
])('the same in a process in %s with locale %s', (zone, locale) => {
  const output = execFileSync(process.execPath, [fileURLToPath(new URL('./written-cases.ts', import.meta.url))], {
    env: { ...process.env, TZ: zone, LC_ALL: locale, LANG: locale },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(JSON.parse(output)).toEqual(CASES.map(([, , , expected]) => expected ?? null));
});

test('what date-fns writes in a pattern is read back, and so is the zone', () => {
  const patterns = [
    'd MMM, yyyy HH:mm:ss.SSS',
    'MM/dd/yyyy hh:mm:ss.SSS a',
    "EEEE, do 'of' MMMM yyyy, HH:mm:ss.SSS",
    'yyyyMMddHHmmssSSS',
    "yyyy-MM-dd'T'HH:mm:ss.SSS",
  ];
  const instants = fc.integer({
    min: parseInstant('1971-01-01T00:00Z') ?? 0,
    max: parseInstant('2099-01-01T00:00Z') ?? 0,
  });
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe');
  fc.assert(
    fc.property(fc.constantFrom(...patterns), zones, instants, (pattern, zone, wallMs) => {
      const text = format(new UTCDate(wallMs), pattern);
      const atMs = clock.toInstant(zone, wallMs, 'earlier');
      expect(written.parseWritten(pattern, zone, text)).toEqual({ kind: 'instant', atMs });
      expect(written.parseWritten(pattern, zone, `${text}0`)).toBeUndefined();
      expect(written.parseWritten(`${pattern} XXX`, undefined, `${text} +05:30`)).toEqual({
        kind: 'instant',
        atMs: wallMs - 330 * 60_000,
      });
    }),
    { seed, numRuns: 2000 },
  );
});

test('any text in any pattern is read or not, without an error', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'yMdEHhmsSaXxo \'"/.,:-0129Nov'), maxLength: 20 });
  fc.assert(
    fc.property(
      fc.oneof(letters, fc.constantFrom('d.M.y', 'd MMM yy', 'yyyyMMdd')),
      fc.oneof(letters, fc.string()),
      (p, t) => {
        const found = written.parseWritten(p, 'Europe/Berlin', t);
        if (found !== undefined) expect(readPattern(p).kind).toBe('pattern');
      },
    ),
    { seed, numRuns: 5000 },
  );
});

describe('patterns', () => {
  test.each([
    ['d MMM, yyyy HH:mm:ss', true, false],
    ['MM/dd/yyyy', false, false],
    ['yyyy-MM-dd HH', true, false],
    ["yyyy-MM-dd'T'HH:mm:ssXXX", true, true],
    ["'on' EEEE do MMMM y 'at' h a", true, false],
  ])('%s', (pattern, hasTime, hasOffset) => {
    expect(readPattern(pattern)).toMatchObject({ kind: 'pattern', hasTime, hasOffset });
  });

  test.each([
    ['DD/MM/YYYY', { kind: 'unknown-letters', letters: 'DD' }],
    ['dd/mm/yyyy', { kind: 'missing', field: 'month' }],
    ['yyy-MM-dd', { kind: 'unknown-letters', letters: 'yyy' }],
    ['MMMMM d yyyy', { kind: 'unknown-letters', letters: 'MMMMM' }],
    ['yyyy-MM-dd kk:mm', { kind: 'unknown-letters', letters: 'kk' }],
    ['yyyy-MM-ddTHH:mm', { kind: 'unknown-letters', letters: 'T' }],
    ['d MMM yyyy at HH:mm', { kind: 'unknown-letters', letters: 't' }],
    ["d 'of MMM yyyy", { kind: 'open-quote' }],
    ['', { kind: 'missing', field: 'year' }],
    ['HH:mm', { kind: 'missing', field: 'year' }],
    ['MM/yyyy', { kind: 'missing', field: 'day' }],
    ['yyyy-MM-dd hh:mm', { kind: 'missing', field: 'half' }],
    ['yyyy-MM-dd HH:mm a', { kind: 'needless', field: 'half' }],
    ['yyyy-MM-dd mm', { kind: 'missing', field: 'hour' }],
    ['yyyy-MM-dd HH:ss', { kind: 'missing', field: 'minute' }],
    ['yyyy-MM-dd HH:mm.SSS', { kind: 'missing', field: 'second' }],
    ['yyyy-MM-dd XXX', { kind: 'needless', field: 'offset' }],
    ['dd.MM.yyyy dd', { kind: 'twice', field: 'day' }],
    ['yyyyMd', { kind: 'touching', letters: 'yyyyM' }],
    ['dMMM yyyy H:mm', { kind: 'pattern' }],
  ])('%s', (pattern, expected) => {
    expect(readPattern(pattern)).toMatchObject(expected);
  });
});
