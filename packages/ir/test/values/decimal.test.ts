// Exact decimals against an oracle that knows only whole numbers.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addNumeric,
  compareNumeric,
  decimalFromJson,
  decimalProblem,
  formatDecimal,
  fromExact,
  jsonNumberProblem,
  multiplyNumeric,
  type Numeric,
  parseDecimal,
} from '../../src/values/decimal.ts';

const seed = 20261122;

/** The oracle: value = coefficient / 10^scale, with scale never below 0. */
interface Oracle {
  readonly coefficient: bigint;
  readonly scale: number;
}

function oracleText({ coefficient, scale }: Oracle): string {
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  const sign = coefficient < 0n ? '-' : '';
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function oracleOf(text: string): Oracle {
  const [whole = '', fraction = ''] = text.split('.');
  return { coefficient: BigInt(whole + fraction), scale: fraction.length };
}

function aligned(a: Oracle, b: Oracle): readonly [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.coefficient * 10n ** BigInt(scale - a.scale), b.coefficient * 10n ** BigInt(scale - b.scale), scale];
}

/** Texts of decimals with 1 to 15 significant digits, with the point anywhere and zeros around. */
const decimalText: fc.Arbitrary<string> = fc
  .record({
    coefficient: fc.oneof(
      fc.integer({ min: -999, max: 999 }).map(BigInt),
      fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }),
    ),
    shift: fc.integer({ min: -15, max: 20 }),
    zeros: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ coefficient, shift, zeros }) => {
    const text =
      shift <= 0
        ? oracleText({ coefficient: coefficient * 10n ** BigInt(-shift), scale: 0 })
        : oracleText({ coefficient, scale: shift });
    return text.includes('.') ? text + '0'.repeat(zeros) : text;
  });

function value(text: string): number {
  const number = parseDecimal(text);
  if (number === undefined) throw new Error(`no decimal: ${text}`);
  return number;
}

describe('reading', () => {
  test.each([
    ['0', 0],
    ['-0', 0],
    ['-0.00', 0],
    ['007', 7],
    ['-1200.50', -1200.5],
    ['0.1', 0.1],
    ['1500000000000000000000', 1.5e21],
    ['999999999999999', 999999999999999],
    ['0.000000000000001', 1e-15],
    ['123456789012345.000', 123456789012345],
    ['0.123456789012345', 0.123456789012345],
  ])('%s', (text, number) => {
    expect(parseDecimal(text)).toBe(number);
  });

  test.each([
    '',
    '-',
    '+1',
    ' 1',
    '1 ',
    '1.',
    '.5',
    '1.2.3',
    '--1',
    '1e3',
    '1,000',
    '0x10',
    'Infinity',
    'NaN',
    '١٢',
    '-.5',
  ])('%j is not a number', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
    expect(decimalProblem(text)).toBe('not-a-number');
  });

  test.each([
    '1234567890123456',
    '0.1234567890123456',
    '1000000000000000.1',
    `1${'0'.repeat(40)}`,
    `0.${'0'.repeat(40)}1`,
    '0'.repeat(300),
  ])('%s has too many digits', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
    expect(decimalProblem(text)).toBe('too-many-digits');
  });

  test('numbers from JSON are checked by their shortest text', () => {
    expect(decimalFromJson(0.1)).toBe(0.1);
    expect(decimalFromJson(-0)).toBe(0);
    expect(decimalFromJson(1e21)).toBe(1e21);
    expect(decimalFromJson(1.5e-7)).toBe(1.5e-7);
    expect(jsonNumberProblem(0.1 + 0.2)).toBe('too-many-digits');
    expect(jsonNumberProblem(2 ** 53)).toBe('too-many-digits');
    expect(jsonNumberProblem(1e300)).toBe('too-many-digits');
    expect(jsonNumberProblem(5e-324)).toBe('too-many-digits');
    expect(jsonNumberProblem(Number.NaN)).toBe('not-a-number');
    expect(jsonNumberProblem(Number.POSITIVE_INFINITY)).toBe('not-a-number');
  });

  test('any text is read or refused, and what is read is written back as the same decimal', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^-?[0-9.]{0,20}$/)), (text) => {
        const number = parseDecimal(text);
        if (number !== undefined) expect(formatDecimal(number)).toBe(oracleText(oracleOf(text)));
      }),
      { seed, numRuns: 2000 },
    );
  });
});

describe('laws, against whole numbers', () => {
  const both = fc.tuple(decimalText, decimalText);

  test('text → number → text is the shortest text of the same decimal', () => {
    fc.assert(
      fc.property(decimalText, (text) => {
        expect(formatDecimal(value(text))).toBe(oracleText(oracleOf(text)));
        expect(decimalFromJson(value(text))).toBe(value(text));
      }),
      { seed, numRuns: 5000 },
    );
  });

  test('order and equality of the numbers are those of the decimals, also for neighbours', () => {
    const neighbours = fc
      .tuple(fc.bigInt({ min: 10n ** 14n, max: 10n ** 15n - 2n }), fc.integer({ min: 0, max: 20 }))
      .map(
        ([c, scale]) => [oracleText({ coefficient: c, scale }), oracleText({ coefficient: c + 1n, scale })] as const,
      );
    fc.assert(
      fc.property(fc.oneof(both, neighbours), ([a, b]) => {
        const [left, right] = aligned(oracleOf(a), oracleOf(b));
        expect(compareNumeric(value(a), value(b))).toBe(left < right ? -1 : left > right ? 1 : 0);
        expect(value(a) === value(b)).toBe(left === right);
      }),
      { seed, numRuns: 5000 },
    );
  });

  test('sums and products are exact', () => {
    fc.assert(
      fc.property(both, ([a, b]) => {
        const [left, right, scale] = aligned(oracleOf(a), oracleOf(b));
        expect(formatDecimal(addNumeric(value(a), value(b)))).toBe(oracleText({ coefficient: left + right, scale }));
        const [x, y] = [oracleOf(a), oracleOf(b)];
        expect(formatDecimal(multiplyNumeric(value(a), value(b)))).toBe(
          oracleText({ coefficient: x.coefficient * y.coefficient, scale: x.scale + y.scale }),
        );
      }),
      { seed, numRuns: 5000 },
    );
  });

  test('a result is a number exactly when it has at most 15 digits, and equal values have one form', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: -5, max: 25 }), (c, scale) => {
        const made = fromExact(c, scale);
        const digits = c.toString().replace(/^-/, '').replace(/0+$/, '').length;
        expect(typeof made === 'number').toBe(digits <= 15);
        expect(fromExact(c * 1000n, scale + 3)).toEqual(made);
      }),
      { seed, numRuns: 2000 },
    );
  });

  test('longer chains stay exact: (a + b) · c = a · c + b · c, in any order', () => {
    fc.assert(
      fc.property(decimalText, decimalText, decimalText, (a, b, c) => {
        const [x, y, z] = [value(a), value(b), value(c)];
        const left = multiplyNumeric(addNumeric(x, y), z);
        const right = addNumeric(multiplyNumeric(z, y), multiplyNumeric(x, z));
        expect(left).toEqual(right);
        expect(compareNumeric(left, right)).toBe(0);
      }),
      { seed, numRuns: 2000 },
    );
  });
});

test('what floating point gets wrong', () => {
  expect(addNumeric(0.1, 0.2)).toBe(0.3);
  expect(multiplyNumeric(1.1, 1.1)).toBe(1.21);
  expect(multiplyNumeric(3, 1.15)).toBe(3.45);
  expect(Object.is(multiplyNumeric(0, -5), 0)).toBe(true);
  expect(addNumeric(999999999999999, 1)).toBe(1e15);
  const long: Numeric = addNumeric(1000000000, 0.0000001);
  expect(long).toEqual({ kind: 'exact', coefficient: 10000000000000001n, scale: 7 });
  expect(formatDecimal(long)).toBe('1000000000.0000001');
  expect(compareNumeric(long, 1000000000)).toBe(1);
  expect(addNumeric(long, -0.0000001)).toBe(1000000000);
  expect(formatDecimal(multiplyNumeric(1e40, 1e-40))).toBe('1');
});
