// What a split by key promises, measured on many keys.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { armOfKey, type KeyedArm } from '../../src/split/arm-of-key.ts';

const seed = 20261122;
const KEYS: readonly string[] = Array.from({ length: 40_000 }, (_, n) => `person${n * 7919}@company${n % 977}.example`);

function arms(shares: Readonly<Record<string, number>>): readonly KeyedArm[] {
  return Object.entries(shares).map(([name, percent]) => ({ name, share: Math.round(percent * 100) }));
}

function countsOf(split: string, given: readonly KeyedArm[], keys: readonly string[]): readonly number[] {
  const counts = given.map(() => 0);
  for (const key of keys) {
    const arm = armOfKey(split, given, key);
    counts[arm] = (counts[arm] ?? 0) + 1;
  }
  return counts;
}

describe('shares', () => {
  test.each<[string, Readonly<Record<string, number>>]>([
    ['60 and 40', { commercial: 60, enterprise: 40 }],
    ['three', { a: 33.33, b: 33.33, c: 33.34 }],
    ['a little and a lot', { a: 0.5, b: 99.5 }],
    ['five', { a: 5, b: 10, c: 20, d: 25, e: 40 }],
  ])('%s are met within four standard deviations', (name, shares) => {
    const given = arms(shares);
    countsOf(`email|team:${name}|0`, given, KEYS).forEach((count, index) => {
      const p = (given[index]?.share ?? 0) / 10_000;
      const deviation = Math.sqrt(KEYS.length * p * (1 - p));
      expect(Math.abs(count - KEYS.length * p)).toBeLessThan(4 * deviation);
    });
  });

  test('also of keys that are alike: numbers in a row', () => {
    const given = arms({ a: 50, b: 50 });
    const numbers = KEYS.map((_, n) => String(n));
    const [a = 0] = countsOf('employees|team:a|0', given, numbers);
    expect(Math.abs(a - numbers.length / 2)).toBeLessThan(4 * Math.sqrt(numbers.length / 4));
  });
});

describe('a share that changes', () => {
  const keys = KEYS.slice(0, 20_000);

  test('from 20% to 30% moves only keys into the raised arm, and no more than needed', () => {
    const [before, after] = [arms({ new: 20, old: 80 }), arms({ new: 30, old: 70 })];
    let moved = 0;
    for (const key of keys) {
      const [from, to] = [armOfKey('s', before, key), armOfKey('s', after, key)];
      if (from === to) continue;
      moved += 1;
      expect([from, to]).toEqual([1, 0]);
    }
    expect(moved / keys.length).toBeGreaterThan(0.09);
    expect(moved / keys.length).toBeLessThan(0.11);
  });

  test('never sends a key to an arm whose share fell against that of the key’s old arm', () => {
    const share = fc.integer({ min: 1, max: 5000 });
    const three = fc.tuple(share, share, share);
    fc.assert(
      fc.property(
        three,
        three,
        fc.array(fc.constantFrom(...keys), { minLength: 50, maxLength: 50 }),
        (old, now, some) => {
          const [before, after] = [old, now].map((shares) =>
            shares.map((one, index) => ({ name: 'abc'[index] ?? '', share: one })),
          );
          for (const key of some) {
            const [from, to] = [armOfKey('s', before ?? [], key), armOfKey('s', after ?? [], key)];
            if (from === to) continue;
            const [oldFrom = 0, oldTo = 0, newFrom = 0, newTo = 0] = [old[from], old[to], now[from], now[to]];
            // newTo / newFrom > oldTo / oldFrom
            expect(newTo * oldFrom).toBeGreaterThan(oldTo * newFrom);
          }
        },
      ),
      { seed, numRuns: 200 },
    );
  });

  test('an arm that is added takes keys and moves none between the others', () => {
    const [before, after] = [arms({ a: 60, b: 40 }), arms({ a: 48, b: 32, c: 20 })];
    for (const key of keys) {
      const [from, to] = [armOfKey('s', before, key), armOfKey('s', after, key)];
      expect(to === 2 || to === from).toBe(true);
    }
  });

  test('the order of the arms is of no account', () => {
    const [one, other] = [arms({ a: 25, b: 35, c: 40 }), arms({ c: 40, a: 25, b: 35 })];
    for (const key of keys.slice(0, 5000)) {
      expect(one[armOfKey('s', one, key)]?.name).toBe(other[armOfKey('s', other, key)]?.name);
    }
  });
});

describe('two splits of one policy', () => {
  /** Pearson's statistic of a table of two by two or more. */
  function chiSquare(table: readonly (readonly number[])[]): number {
    const rows = table.map((row) => row.reduce((sum, one) => sum + one, 0));
    const columns = (table[0] ?? []).map((_, j) => table.reduce((sum, row) => sum + (row[j] ?? 0), 0));
    const total = rows.reduce((sum, one) => sum + one, 0);
    let chi = 0;
    table.forEach((row, i) => {
      row.forEach((seen, j) => {
        const expected = ((rows[i] ?? 0) * (columns[j] ?? 0)) / total;
        chi += (seen - expected) ** 2 / expected;
      });
    });
    return chi;
  }

  function tableOf(
    one: string,
    these: readonly KeyedArm[],
    other: string,
    those: readonly KeyedArm[],
  ): readonly (readonly number[])[] {
    const table = these.map(() => those.map(() => 0));
    for (const key of KEYS) {
      const row = table[armOfKey(one, these, key)] ?? [];
      const column = armOfKey(other, those, key);
      row[column] = (row[column] ?? 0) + 1;
    }
    return table;
  }

  // The thousandth of the distribution: 10.83 with one degree of freedom, 13.82 with two, 18.47 with four.
  test('with the same arms are independent', () => {
    const given = arms({ commercial: 60, enterprise: 40 });
    expect(chiSquare(tableOf('email|team:commercial|0', given, 'email|team:commercial|1', given))).toBeLessThan(10.83);
  });

  test('that share one arm are independent', () => {
    const [these, those] = [arms({ a: 50, b: 50 }), arms({ a: 30, c: 70 })];
    expect(chiSquare(tableOf('email|team:a|0', these, 'email|team:a|1', those))).toBeLessThan(10.83);
    expect(chiSquare(tableOf('email|team:a|0', these, 'domain of email|team:a|0', those))).toBeLessThan(10.83);
  });

  test('of three arms each are independent', () => {
    const [these, those] = [arms({ a: 20, b: 30, c: 50 }), arms({ c: 34, b: 33, a: 33 })];
    expect(chiSquare(tableOf('email|team:a|0', these, 'email|team:c|0', those))).toBeLessThan(18.47);
  });

  test('that are really one are not: the measure sees it', () => {
    const given = arms({ a: 50, b: 50 });
    expect(chiSquare(tableOf('s', given, 's', given))).toBeGreaterThan(0.9 * KEYS.length);
  });
});
