// Sixty days of a real floor: shifts in four zones, leave, daily limits, changed weights, leads given back. Who is how far
// from what they were entitled to?
import { describe, expect, test } from 'vitest';
import {
  afterTurn,
  balanceOf,
  EMPTY_LEDGER,
  giveBack,
  neverCounted,
  PARTS_PER_LEAD,
  recordOf,
  sumOfBalances,
  takeTurn,
} from '../../src/rotation/ledger.ts';
import { scaleWeights } from '../../src/rotation/weights.ts';
import type { Ledger } from '../../src/world.ts';

const DAYS = 60;
const LEADS_A_DAY = 150;
const REPS = 20;

/** A small generator of numbers from 0 up to 1, the same everywhere (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Rep {
  readonly id: string;
  /** Minutes of the UTC day at which the shift starts; it lasts nine hours. */
  readonly shift: number;
  readonly perDay: number;
  weight: number;
  awayUntil: number;
  today: number;
  /** Leads assigned, and leads entitled to by the plain proportion at each lead. */
  assigned: number;
  entitled: number;
}

interface Extremes {
  readonly over: number;
  readonly under: number;
  readonly leads: number;
}

const WEIGHTS = [1, 1, 1, 1, 2, 0.8, 1.2, 1.5];
const SHIFT_STARTS = [8 * 60, 13 * 60, 3 * 60 + 30, 22 * 60];

function floor(next: () => number): Rep[] {
  return Array.from({ length: REPS }, (_, index) => ({
    id: `rep_${String(index).padStart(2, '0')}`,
    shift: SHIFT_STARTS[index % SHIFT_STARTS.length] ?? 0,
    perDay: index % 5 === 0 ? 8 : 30,
    weight: WEIGHTS[Math.floor(next() * WEIGHTS.length)] ?? 1,
    awayUntil: 0,
    today: 0,
    assigned: 0,
    entitled: 0,
  }));
}

function isOnDuty(rep: Rep, day: number, minute: number): boolean {
  return (minute - rep.shift + 1440) % 1440 < 540 && rep.awayUntil <= day && rep.today < rep.perDay;
}

function simulate(seed: number, givesBack: boolean): Extremes {
  const next = random(seed);
  const reps = floor(next);
  let ledger: Ledger = EMPTY_LEDGER;
  let over = 0;
  let under = 0;
  let leads = 0;
  for (let day = 0; day < DAYS; day += 1) {
    for (const rep of reps) {
      rep.today = 0;
      if (next() < 0.01) rep.awayUntil = day + 5 + Math.floor(next() * 10);
      if (next() < 0.02) rep.weight = WEIGHTS[Math.floor(next() * WEIGHTS.length)] ?? 1;
    }
    const minutes = Array.from({ length: LEADS_A_DAY }, () => Math.floor(next() * 1440)).sort((a, b) => a - b);
    for (const minute of minutes) {
      const eligible = reps.filter((rep) => isOnDuty(rep, day, minute));
      const whole = scaleWeights(eligible.map((rep) => rep.weight));
      if (whole.kind !== 'weights') throw new Error('too fine');
      const turn = takeTurn(
        ledger,
        eligible.map((rep, index) => ({ rep: rep.id, weight: whole.weights[index] ?? 0 })),
      );
      if (turn === undefined) continue;
      const record = recordOf(turn);
      ledger = afterTurn(ledger, record);
      if (next() < 0.03) {
        ledger = neverCounted(ledger, record);
        continue;
      }
      leads += 1;
      const total = eligible.reduce((sum, rep) => sum + rep.weight, 0);
      for (const rep of eligible) rep.entitled += rep.weight / total;
      let taker = find(reps, turn.winner);
      taker.assigned += 1;
      const others = eligible.filter((rep) => rep !== taker);
      if (givesBack && next() < 0.03 && others.length > 0) {
        const heir = others.reduce((most, rep) =>
          balanceOf(ledger, rep.id) > balanceOf(ledger, most.id) ? rep : most,
        );
        ledger = giveBack(ledger, taker.id, heir.id);
        taker.assigned -= 1;
        heir.assigned += 1;
        taker = heir;
      }
      taker.today += 1;
      for (const rep of reps) {
        over = Math.max(over, rep.assigned - rep.entitled);
        under = Math.max(under, rep.entitled - rep.assigned);
      }
    }
  }
  expect(sumOfBalances(ledger)).toBe(0);
  for (const rep of reps) {
    expect(Math.abs(balanceOf(ledger, rep.id) / PARTS_PER_LEAD - (rep.entitled - rep.assigned))).toBeLessThan(0.001);
  }
  return { over, under, leads };
}

function find(reps: readonly Rep[], id: string): Rep {
  const rep = reps.find((one) => one.id === id);
  if (rep === undefined) throw new Error(id);
  return rep;
}

describe('sixty days, twenty reps, four zones', () => {
  const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

  test('leave, daily limits, changed weights, bad leads: nobody is more than 1.5 leads from what they were entitled to', () => {
    for (const seed of seeds) {
      const { over, under, leads } = simulate(seed, false);
      expect(leads).toBeGreaterThan(5000);
      expect(over).toBeLessThan(1.5);
      expect(under).toBeLessThan(1.5);
    }
  });

  test('with 3% of the leads given back too, 1.4 is usual, and the unluckiest of all stays near 2', () => {
    const runs = seeds.map((seed) => simulate(seed, true));
    for (const side of ['over', 'under'] as const) {
      const sorted = runs.map((run) => run[side]).sort((a, b) => a - b);
      expect(sorted[sorted.length / 2]).toBeLessThan(1.4);
      expect(sorted.at(-1)).toBeLessThan(2.1);
    }
  });

  test('a run is the same every time', () => {
    expect(simulate(1, true)).toEqual(simulate(1, true));
  });
});

test('each lead fits a random half of the pool', () => {
  let worst = 0;
  for (const seed of [11, 12, 13]) {
    const next = random(seed);
    const ids = Array.from({ length: REPS }, (_, index) => `rep_${String(index).padStart(2, '0')}`);
    let ledger: Ledger = EMPTY_LEDGER;
    for (let lead = 0; lead < 5000; lead += 1) {
      const entrants = ids.filter(() => next() < 0.5).map((rep) => ({ rep, weight: 1 }));
      const turn = takeTurn(ledger, entrants);
      if (turn === undefined) continue;
      ledger = afterTurn(ledger, recordOf(turn));
      for (const balance of Object.values(ledger.balances)) worst = Math.max(worst, Math.abs(balance));
    }
  }
  expect(worst / PARTS_PER_LEAD).toBeLessThan(1.25);
});
