// Numbers as exports write them, by the sample in the policy.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWrittenNumber } from '../../src/input/written-number.ts';
import { seed } from '../plan/arbitrary.ts';

type Form = Omit<Parameters<typeof readWrittenNumber>[0], 'kind'>;

const read = (form: Form, text: string): number | string => readWrittenNumber({ kind: 'number', ...form }, text);

const dollars: Form = { prefix: '$', suffix: '', group: ',', decimal: '.' };
const euros: Form = { prefix: '', suffix: ' €', group: '.', decimal: ',' };
const francs: Form = { prefix: 'CHF ', suffix: '', group: "'", decimal: '.' };
const spaced: Form = { prefix: '', suffix: '', group: '\u00a0', decimal: ',' };
const whole: Form = { prefix: '', suffix: '', group: ',', decimal: '' };
const percent: Form = { prefix: '', suffix: '%', group: '', decimal: '.' };

describe.each<readonly [string, Form, readonly (readonly [string, number | string])[]]>([
  [
    '$1,234.50',
    dollars,
    [
      ['$22,700.00', 22700],
      ['$22700', 22700],
      [' $ 5 ', 5],
      ['$1,234,567.5', 1234567.5],
      ['-$5.25', -5.25],
      ['$-5.25', -5.25],
      ['\u2212$5', -5],
      ['($5.25)', -5.25],
      // Grouped as in India.
      ['$12,34,567.00', 1234567],
      ['$0', 0],
      ['22,700.00', 'malformed'],
      ['€22,700.00', 'malformed'],
      ['$22.700,00', 'malformed'],
      ['$22,70', 'malformed'],
      ['$2,2700', 'malformed'],
      ['$,700', 'malformed'],
      ['$1.', 'malformed'],
      ['$.5', 'malformed'],
      ['$1.234.5', 'malformed'],
      ['$', 'malformed'],
      ['', 'malformed'],
      ['-($5)', 'malformed'],
      ['-$-5', 'malformed'],
      ['$1e3', 'malformed'],
      ['$1234567890123456', 'too-many-digits'],
    ],
  ],
  [
    '1.234,50 €',
    euros,
    [
      ['22.700,00 €', 22700],
      ['22.700,00\u00a0€', 22700],
      ['-0,5 €', -0.5],
      // Not twelve and a half: a point groups thousands here.
      ['12.5 €', 'malformed'],
      ['12,5', 'malformed'],
    ],
  ],
  [
    "CHF 1'234.50",
    francs,
    [
      ["CHF 22'700.00", 22700],
      ['CHF 22\u2019700', 22700],
      ['CHF 7', 7],
      ['22700', 'malformed'],
    ],
  ],
  [
    '1 234,50',
    spaced,
    [
      ['22 700,5', 22700.5],
      ['22\u202f700', 22700],
      ['1 2', 'malformed'],
    ],
  ],
  [
    '1,234',
    whole,
    [
      ['22,700', 22700],
      ['22.7', 'malformed'],
    ],
  ],
  [
    '12.5%',
    percent,
    [
      ['12.5%', 0.125],
      ['12.5 %', 0.125],
      ['-3%', -0.03],
      ['0%', 0],
      ['99.99999999999999%', 'too-many-digits'],
      ['12', 'malformed'],
    ],
  ],
])('written %s', (_, form, cases) => {
  test.each(cases)('%j is %s', (text, expected) => {
    expect(read(form, text)).toBe(expected);
  });
});

test('a number written in a form is read as that number', () => {
  const forms = fc.constantFrom(dollars, euros, francs, spaced);
  fc.assert(
    fc.property(
      forms,
      fc.integer({ min: -99_999_999, max: 99_999_999 }),
      fc.integer({ min: 0, max: 99 }),
      (form, n, cents) => {
        const digits = String(Math.abs(n)).replace(/\B(?=(\d{3})+$)/g, form.group);
        const fraction = String(cents).padStart(2, '0');
        const text = `${n < 0 ? '-' : ''}${form.prefix}${digits}${form.decimal}${fraction}${form.suffix}`;
        expect(read(form, text)).toBe(Number(`${n < 0 ? '-' : ''}${Math.abs(n)}.${fraction}`) || 0);
      },
    ),
    { seed, numRuns: 500 },
  );
});

test('any text ends in a number or a problem', () => {
  fc.assert(
    fc.property(fc.constantFrom(dollars, euros, francs, spaced, whole, percent), fc.string(), (form, text) => {
      const result = read(form, text);
      expect(typeof result === 'number' || result === 'malformed' || result === 'too-many-digits').toBe(true);
    }),
    { seed, numRuns: 500 },
  );
});
