// The promises of the rotation, each over many pools.
import { compareCodePoints } from '@fairlead/ir';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterTurn,
  balanceOf,
  EMPTY_LEDGER,
  type Entrant,
  giveBack,
  leavePool,
  neverCounted,
  PARTS_PER_LEAD,
  recordOf,
  sharesOf,
  sumOfBalances,
  type Turn,
  takeTurn,
} from '../../src/rotation/ledger.ts';
import { MAX_TOTAL_WEIGHT, scaleWeights } from '../../src/rotation/weights.ts';
import type { Ledger } from '../../src/world.ts';

const seed = 20261122;

function pool(weights: readonly number[]): readonly Entrant[] {
  return weights.map((weight, index) => ({ rep: `rep_${String(index).padStart(3, '0')}`, weight }));
}

function totalOf(entrants: readonly Entrant[]): number {
  return entrants.reduce((sum, { weight }) => sum + weight, 0);
}

function turn(ledger: Ledger, entrants: readonly Entrant[]): Turn {
  const taken = takeTurn(ledger, entrants);
  if (taken === undefined) throw new Error('nobody is eligible');
  return taken;
}

/** Gives leads out one after the other; `seen` is called after each. Returns the ledger and how many each rep got. */
function give(
  start: Ledger,
  entrants: readonly Entrant[],
  leads: number,
  seen?: (ledger: Ledger, winner: string) => void,
) {
  let ledger = start;
  const got = new Map(entrants.map(({ rep }) => [rep, 0]));
  for (let lead = 0; lead < leads; lead += 1) {
    const taken = turn(ledger, entrants);
    ledger = afterTurn(ledger, recordOf(taken));
    got.set(taken.winner, (got.get(taken.winner) ?? 0) + 1);
    seen?.(ledger, taken.winner);
  }
  return { ledger, got };
}

/** In leads, for people: `0.83`. */
function leads(parts: number): string {
  return (parts / PARTS_PER_LEAD).toFixed(2);
}

function table({ winner, rows }: Turn): readonly string[] {
  return rows.map(
    ({ rep, weight, share, before, after }) =>
      `${rep} weight ${weight}: had ${leads(before)}, earned ${leads(share)}, now ${leads(after)}${rep === winner ? ' takes it' : ''}`,
  );
}

describe('by hand', () => {
  test('three equal reps start in the order of their ids and take turns', () => {
    const abc = [
      { rep: 'carla', weight: 1 },
      { rep: 'ana', weight: 1 },
      { rep: 'ben', weight: 1 },
    ];
    const winners: string[] = [];
    give(EMPTY_LEDGER, abc, 7, (_, winner) => winners.push(winner));
    expect(winners).toEqual(['ana', 'ben', 'carla', 'ana', 'ben', 'carla', 'ana']);
    expect(table(turn(EMPTY_LEDGER, abc))).toEqual([
      'ana weight 1: had 0.00, earned 0.33, now -0.67 takes it',
      'ben weight 1: had 0.00, earned 0.33, now 0.33',
      'carla weight 1: had 0.00, earned 0.33, now 0.33',
    ]);
  });

  test('weight 2 takes half of four', () => {
    const winners: string[] = [];
    const entrants = [
      { rep: 'ana', weight: 2 },
      { rep: 'ben', weight: 1 },
      { rep: 'carla', weight: 1 },
    ];
    give(EMPTY_LEDGER, entrants, 8, (_, winner) => winners.push(winner));
    expect(winners).toEqual(['ana', 'ben', 'carla', 'ana', 'ana', 'ben', 'carla', 'ana']);
  });

  test('who is away earns nothing and comes back level', () => {
    const all = pool([1, 1, 1]);
    const first = give(EMPTY_LEDGER, all, 1).ledger;
    const ana = balanceOf(first, 'rep_000');
    const away = give(first, all.slice(1), 100).ledger;
    expect(balanceOf(away, 'rep_000')).toBe(ana);
  });

  test('nobody is eligible', () => {
    expect(takeTurn(EMPTY_LEDGER, [])).toBeUndefined();
  });

  test('a rep may be called what objects have by themselves', () => {
    const { ledger } = give(
      EMPTY_LEDGER,
      [
        { rep: 'constructor', weight: 1 },
        { rep: '__proto__', weight: 1 },
      ],
      3,
    );
    expect(Object.keys(ledger.balances)).toEqual(['__proto__', 'constructor']);
    expect(sumOfBalances(ledger)).toBe(0);
    expect(balanceOf(EMPTY_LEDGER, 'constructor')).toBe(0);
  });

  test('our own mistakes are loud', () => {
    expect(() => takeTurn(EMPTY_LEDGER, [{ rep: 'ana', weight: 0 }])).toThrow('No weight for ana');
    expect(() => takeTurn(EMPTY_LEDGER, [{ rep: 'ana', weight: 1.5 }])).toThrow('No weight for ana');
    expect(() => takeTurn(EMPTY_LEDGER, [...pool([1]), ...pool([1])])).toThrow('rep_000 is in the pool twice');
  });
});

/** Pools of 2 to 200 reps with weights of all sizes. */
const anyPool = fc
  .oneof(
    fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 20 }),
    fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 200 }),
    fc.array(fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 1000 })), {
      minLength: 2,
      maxLength: 200,
    }),
    fc.array(fc.integer({ min: 1, max: 180_000 }), { minLength: 2, maxLength: 200 }),
  )
  .map(pool);

describe('shares', () => {
  test('they sum to one lead and are the exact proportion to within a part', () => {
    fc.assert(
      fc.property(anyPool, fc.integer({ min: 0, max: 2 ** 40 }), (entrants, seq) => {
        const shares = sharesOf(entrants, seq);
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBe(PARTS_PER_LEAD);
        const total = BigInt(totalOf(entrants));
        for (const { weight, share } of shares) {
          const off = BigInt(share) * total - BigInt(PARTS_PER_LEAD) * BigInt(weight);
          expect(off > -total && off < total).toBe(true);
        }
      }),
      { seed, numRuns: 500 },
    );
  });

  test('over as many leads as there is weight everybody earns exactly their weight', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        (weights, seq) => {
          const entrants = pool(weights);
          const earned = weights.map(() => 0);
          const total = totalOf(entrants);
          for (let lead = 0; lead < total; lead += 1) {
            for (const [index, { share }] of sharesOf(entrants, seq + lead).entries())
              earned[index] = (earned[index] ?? 0) + share;
          }
          expect(earned).toEqual(weights.map((weight) => weight * PARTS_PER_LEAD));
        },
      ),
      { seed, numRuns: 100 },
    );
  });
});

describe('a pool that stands still', () => {
  test('nobody is ever a whole lead ahead of their share, nobody two behind, and the balances sum to 0', () => {
    let behind = 0;
    fc.assert(
      fc.property(anyPool, fc.integer({ min: 0, max: 1000 }), (entrants, seq) => {
        give({ seq, balances: {} }, entrants, 600, (ledger) => {
          let sum = 0;
          for (const balance of Object.values(ledger.balances)) {
            sum += balance;
            if (balance <= -PARTS_PER_LEAD) expect.fail('a whole lead ahead');
            if (balance > behind) behind = balance;
          }
          if (sum !== 0) expect.fail('the sum has changed');
        });
      }),
      { seed, numRuns: 80 },
    );
    expect(behind / PARTS_PER_LEAD).toBeLessThan(1.5);
  });

  test('over as many leads as there is weight everybody gets exactly theirs, and is then owed nothing', () => {
    const small = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 60 }).map(pool);
    fc.assert(
      fc.property(small, fc.integer({ min: 0, max: 2 ** 30 }), (entrants, seq) => {
        const { ledger, got } = give({ seq, balances: {} }, entrants, totalOf(entrants));
        expect(Object.values(ledger.balances).every((balance) => balance === 0)).toBe(true);
        expect([...got.values()]).toEqual(entrants.map(({ weight }) => weight));
      }),
      { seed, numRuns: 60 },
    );
  });

  test('the order in which reps and balances come makes no difference', () => {
    fc.assert(
      fc.property(anyPool, fc.integer(), (entrants, salt) => {
        const { ledger } = give(EMPTY_LEDGER, entrants, 50);
        const mixed = [...entrants].sort((a, b) => compareCodePoints(mix(a.rep, salt), mix(b.rep, salt)));
        const balances = Object.fromEntries(mixed.map(({ rep }) => [rep, balanceOf(ledger, rep)]));
        const again = { seq: ledger.seq, balances };
        const [one, other] = [turn(ledger, entrants), turn(again, mixed)];
        expect(other).toEqual(one);
        expect(JSON.stringify(afterTurn(again, recordOf(other)))).toBe(
          JSON.stringify(afterTurn(ledger, recordOf(one))),
        );
      }),
      { seed, numRuns: 100 },
    );
  });
});

function mix(text: string, salt: number): string {
  return String([...text].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0) + salt) % 1_000_003, 7));
}

describe('a pool that changes', () => {
  test('whoever joins or comes back is level: never a whole lead ahead, whatever went on before', () => {
    fc.assert(
      fc.property(
        anyPool,
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 50 }),
        (entrants, before, weight) => {
          const all = [...entrants, { rep: 'zoe', weight }];
          const { ledger } = give(EMPTY_LEDGER, entrants, before);
          let got = 0;
          let lead = 0;
          give(ledger, all, 200, (_, winner) => {
            lead += 1;
            if (winner === 'zoe') got += 1;
            if (got >= (lead * weight) / totalOf(all) + 1.000001) expect.fail(`${got} of the first ${lead}`);
          });
        },
      ),
      { seed, numRuns: 80 },
    );
  });

  test('a weight that changes changes no balance', () => {
    fc.assert(
      fc.property(
        anyPool,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 200, maxLength: 200 }),
        (entrants, weights) => {
          const { ledger } = give(EMPTY_LEDGER, entrants, 40);
          const edited = entrants.map(({ rep }, index) => ({ rep, weight: weights[index] ?? 1 }));
          for (const { rep, before } of turn(ledger, edited).rows) expect(before).toBe(balanceOf(ledger, rep));
        },
      ),
      { seed, numRuns: 80 },
    );
  });

  test('a lead that never counted leaves no trace but the count', () => {
    fc.assert(
      fc.property(anyPool, fc.nat({ max: 60 }), fc.nat({ max: 30 }), (entrants, before, between) => {
        const { ledger } = give(EMPTY_LEDGER, entrants, before);
        const bad = recordOf(turn(ledger, entrants));
        const balances = neverCounted(afterTurn(ledger, bad), bad).balances;
        for (const { rep } of entrants) expect(balances[rep] ?? 0).toBe(balanceOf(ledger, rep));
        const later = give(afterTurn(ledger, bad), entrants, between).ledger;
        expect(sumOfBalances(neverCounted(later, bad))).toBe(0);
      }),
      { seed, numRuns: 60 },
    );
  });

  test('give-backs move one lead, and a leaver is spread: the sum stays', () => {
    fc.assert(
      fc.property(anyPool, fc.nat({ max: 100 }), fc.nat(), fc.nat(), (entrants, before, a, b) => {
        const { ledger } = give(EMPTY_LEDGER, entrants, before);
        const from = entrants[a % entrants.length]?.rep ?? '';
        const to = entrants[b % entrants.length]?.rep ?? '';
        const given = giveBack(ledger, from, to);
        expect(sumOfBalances(given)).toBe(0);
        if (from !== to) {
          expect(balanceOf(given, from)).toBe(balanceOf(ledger, from) + PARTS_PER_LEAD);
          expect(balanceOf(given, to)).toBe(balanceOf(ledger, to) - PARTS_PER_LEAD);
        }
        const left = leavePool(given, from, entrants);
        expect(sumOfBalances(left)).toBe(0);
        expect(Object.hasOwn(left.balances, from)).toBe(false);
        const rest = entrants.filter(({ rep }) => rep !== from);
        const balance = BigInt(balanceOf(given, from));
        for (const { rep, weight } of rest) {
          const share = BigInt(balanceOf(left, rep) - balanceOf(given, rep));
          const off = share * BigInt(totalOf(rest)) - balance * BigInt(weight);
          expect(off < 0n ? -off : off).toBeLessThanOrEqual(BigInt(totalOf(rest)));
        }
        expect(leavePool(given, from, [{ rep: from, weight: 1 }])).toBe(given);
      }),
      { seed, numRuns: 60 },
    );
  });
});

describe('weights', () => {
  test.each([
    [
      [2, 0.8, 1.2],
      [5, 2, 3],
    ],
    [
      [1, 1, 1],
      [1, 1, 1],
    ],
    [
      [2, 2],
      [1, 1],
    ],
    [
      [0.1, 0.2, 0.7],
      [1, 2, 7],
    ],
    [
      [1.25, 0.5],
      [5, 2],
    ],
    [[3], [1]],
    [
      [100, 1],
      [100, 1],
    ],
    [
      [1e6, 2e6],
      [1, 2],
    ],
    [[], []],
  ])('%j are %j', (weights, whole) => {
    expect(scaleWeights(weights)).toEqual({ kind: 'weights', weights: whole });
  });

  test.each([[[1, 0.00000001]], [[1e20, 1]], [[MAX_TOTAL_WEIGHT, 1]]])('%j are too fine', (weights) => {
    expect(scaleWeights(weights)).toEqual({ kind: 'too-fine' });
  });

  test('the proportion is exact and the numbers have no common divisor', () => {
    const weight = fc.integer({ min: 1, max: 500 }).map((n) => Number(`${n}e-2`));
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 20 }), (weights) => {
        const whole = scaleWeights(weights);
        if (whole.kind !== 'weights') return expect.fail('too fine');
        const hundredths = weights.map((one) => Math.round(one * 100));
        const first = whole.weights[0] ?? 0;
        for (const [index, one] of whole.weights.entries()) {
          expect(one * (hundredths[0] ?? 0)).toBe(first * (hundredths[index] ?? 0));
        }
        const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
        expect(whole.weights.reduce(divisor, 0)).toBe(1);
      }),
      { seed, numRuns: 500 },
    );
  });
});
