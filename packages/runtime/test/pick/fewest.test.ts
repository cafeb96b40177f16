// Picks by the fewest leads of a period: equal totals, local borders, and a bound on catching up.
import type { Calendar, Rep } from '@fairlead/ir';
import { parseDate } from '@fairlead/ir';
import { describe, expect, it } from 'vitest';
import { redecide } from '../../src/decide/redecide.ts';
import type { Decision } from '../../src/decision.ts';
import { type MemoryState, memoryState } from '../../src/state/memory-state.ts';
import { instant, type Scene, scene } from '../decide/scene.ts';
import { AT, berlin, member, pickMany, pickOnce, teamPolicy } from './team.ts';

const byMonth = { strategy: { kind: 'fewest', period: 'month' } } as const;
const trio = [member('ana'), member('ben'), member('cy')];

/** A state in which reps have had some leads on a day. */
function having(totals: Readonly<Record<string, number>>, date = '2026-11-10'): MemoryState {
  const state = memoryState();
  const day = parseDate(date) ?? Number.NaN;
  state.apply(Object.entries(totals).map(([rep, by]) => ({ kind: 'count', rep, day, by }) as const));
  return state;
}

describe('the fewest', () => {
  it('takes the lead, and the numbers say how many everybody has had', () => {
    const attempt = pickOnce(trio, byMonth, { state: having({ ana: 15, ben: 12, cy: 14 }) });
    expect(attempt.pick).toStrictEqual({
      kind: 'fewest',
      rep: 'ben',
      pool: 'fewest:team:sales',
      period: 'month',
      rows: [
        { rep: 'ana', total: 15 },
        { rep: 'ben', total: 12 },
        { rep: 'cy', total: 14 },
      ],
    });
  });

  it('moves no ledger but remembers who took it', () => {
    const here = scene(teamPolicy(trio, byMonth));
    const decision = here.decide({ id: 'L1' }, AT, having({ ana: 1, ben: 0, cy: 1 }));
    expect(decision.changes).toMatchObject([
      { kind: 'recent', pool: 'fewest:team:sales', rep: 'ben' },
      { kind: 'open', rep: 'ben', by: 1 },
      { kind: 'count', rep: 'ben', by: 1 },
    ]);
  });

  it('of equals take turns in the team’s rotation', () => {
    const took = pickMany(scene(teamPolicy(trio, byMonth)), 6, memoryState());
    // A lead that only one has the fewest for moves no ledger, so the rounds differ in order.
    expect(took).toStrictEqual(['ana', 'ben', 'cy', 'cy', 'ben', 'ana']);
    expect(pickOnce(trio, byMonth).pick).toMatchObject({
      rep: 'ana',
      tie: { pool: 'team:sales', among: ['ana', 'ben', 'cy'] },
    });
  });

  it('counts whatever was assigned, by whichever rule', () => {
    const state = having({ ana: 0 });
    state.apply([{ kind: 'count', rep: 'ana', day: parseDate('2026-11-24') ?? 0, by: 3 }]);
    expect(pickOnce(trio, byMonth, { state }).pick).toMatchObject({ rep: 'ben' });
  });
});

describe('the bound', () => {
  /** Routes leads one after the other on one day; who took them. */
  const winners = (here: Scene, count: number, state: MemoryState, at: string = AT): readonly string[] =>
    pickMany(here, count, state, at);

  it('passes over who took two of the last three, and says so', () => {
    const state = having({ ana: 9, ben: 9, cy: 2 });
    const pool = 'fewest:team:sales';
    state.apply(['cy', 'ana', 'cy'].map((rep) => ({ kind: 'recent', pool, rep }) as const));
    expect(pickOnce(trio, byMonth, { state }).pick).toMatchObject({
      rep: 'ana',
      rows: [
        { rep: 'ana', total: 9 },
        { rep: 'ben', total: 9 },
        { rep: 'cy', total: 2, passed: true },
      ],
      tie: { among: ['ana', 'ben'] },
    });
  });

  it('lets nobody wait who is the only one', () => {
    const state = having({ cy: 2 });
    const pool = 'fewest:team:sales';
    state.apply(['cy', 'cy', 'cy'].map((rep) => ({ kind: 'recent', pool, rep }) as const));
    const gone = { left: { on: '2020-01-01' } };
    const alone = [member('ana', gone), member('ben', gone), member('cy')];
    expect(pickOnce(alone, byMonth, { state }).pick).toMatchObject({ rep: 'cy', rows: [{ rep: 'cy', total: 2 }] });
  });

  it('gives whoever is back from two weeks at most two of any four leads, until totals are equal', () => {
    const here = scene(teamPolicy([member('ana'), member('ben'), member('cy'), member('dora')], byMonth));
    const state = memoryState();
    state.addLeave('dora', { fromMs: instant('2026-11-01T00:00:00Z'), untilMs: instant('2026-11-15T00:00:00Z') });
    // Two weeks without Dora: 42 leads for three.
    expect(winners(here, 42, state, '2026-11-10T09:00:00Z').includes('dora')).toBe(false);
    const back = winners(here, 40, state, '2026-11-16T09:00:00Z');
    for (let at = 0; at + 4 <= back.length; at += 1) {
      expect(back.slice(at, at + 4).filter((rep) => rep === 'dora').length).toBeLessThanOrEqual(2);
    }
    // Whoever has the fewest, without the bound: all of the fourteen that the others had.
    const had = new Map<string, number>([
      ['ana', 14],
      ['ben', 14],
      ['cy', 14],
      ['dora', 0],
    ]);
    const unbound = Array.from({ length: 16 }, () => {
      const [rep, total] = [...had].reduce((least, one) => (one[1] < least[1] ? one : least));
      had.set(rep, total + 1);
      return rep;
    });
    expect(unbound.filter((rep) => rep === 'dora').length).toBe(14);
    expect(back.slice(0, 16).filter((rep) => rep === 'dora').length).toBe(8);
    const day = parseDate('2026-11-01') ?? 0;
    const totals = ['ana', 'ben', 'cy', 'dora'].map((rep) => state.assigned(rep, 'month', day));
    expect(Math.max(...totals) - Math.min(...totals)).toBeLessThanOrEqual(1);
    expect(totals.reduce((sum, one) => sum + one, 0)).toBe(82);
  });

  it('keeps its promise whatever the team, its totals and who is away', () => {
    for (let round = 0; round < 40; round += 1) {
      const size = 2 + (round % 5);
      const ids = Array.from({ length: size }, (_, n) => `rep_${n}`);
      const here = scene(
        teamPolicy(
          ids.map((id) => member(id)),
          byMonth,
        ),
      );
      const state = having(Object.fromEntries(ids.map((id, n) => [id, (round * (n + 3) * 7) % 23])));
      const took = winners(here, 24, state);
      for (let at = 0; at + 4 <= took.length; at += 1) {
        const four = took.slice(at, at + 4);
        for (const id of ids) expect(four.filter((rep) => rep === id).length).toBeLessThanOrEqual(2);
      }
    }
  });
});

describe('periods', () => {
  const total = (
    reps: readonly Rep[],
    period: 'day' | 'week' | 'month',
    at: string,
    days: readonly string[],
    more = {},
  ): unknown => {
    const state = memoryState();
    for (const date of days) state.apply([{ kind: 'count', rep: 'ana', day: parseDate(date) ?? Number.NaN, by: 1 }]);
    const { pick } = pickOnce(reps, { strategy: { kind: 'fewest', period }, evenOffDuty: true }, { at, state, more });
    return pick?.kind === 'fewest' ? pick.rows[0]?.total : undefined;
  };
  const always: Calendar = { id: 'berlin', zone: 'Europe/Berlin', open: berlin.open, closed: [] };
  const inBerlin = [member('ana', { works: 'berlin' })];
  const inUtc = [member('ana')];

  it('begin at local midnight, on Mondays, on the first', () => {
    const days = ['2026-10-31', '2026-11-01', '2026-11-02', '2026-11-08'];
    expect(total(inUtc, 'day', '2026-11-08T23:59:59Z', days)).toBe(1);
    expect(total(inUtc, 'week', '2026-11-08T23:59:59Z', days)).toBe(2);
    expect(total(inUtc, 'week', '2026-11-09T00:00:00Z', days)).toBe(0);
    expect(total(inUtc, 'month', '2026-11-08T12:00:00Z', days)).toBe(3);
    expect(total(inUtc, 'month', '2026-10-31T23:59:59Z', days)).toBe(1);
  });

  it('go by where the rep works: Berlin’s month begins an hour before that of UTC', () => {
    const more = { calendars: [always] };
    const days = ['2026-11-30'];
    expect(total(inBerlin, 'month', '2026-11-30T22:59:59Z', days, more)).toBe(1);
    expect(total(inBerlin, 'month', '2026-11-30T23:00:00Z', days, more)).toBe(0);
    expect(total(inUtc, 'month', '2026-11-30T23:00:00Z', days)).toBe(1);
  });

  it('have a day of 25 hours where clocks are set back, and one of 23 where they are set forward', () => {
    const more = { calendars: [always] };
    // 25 October 2026 begins at 22:00 UTC and ends at 23:00 UTC of the day itself.
    expect(total(inBerlin, 'day', '2026-10-24T22:00:00Z', ['2026-10-25'], more)).toBe(1);
    expect(total(inBerlin, 'day', '2026-10-25T22:59:59Z', ['2026-10-25'], more)).toBe(1);
    expect(total(inBerlin, 'day', '2026-10-25T23:00:00Z', ['2026-10-25'], more)).toBe(0);
    // 29 March 2026 begins at 23:00 UTC of the day before and ends at 22:00 UTC.
    expect(total(inBerlin, 'day', '2026-03-28T23:00:00Z', ['2026-03-29'], more)).toBe(1);
    expect(total(inBerlin, 'day', '2026-03-29T21:59:59Z', ['2026-03-29'], more)).toBe(1);
    expect(total(inBerlin, 'day', '2026-03-29T22:00:00Z', ['2026-03-29'], more)).toBe(0);
  });
});

it('is decided again from its record', () => {
  const here = scene(teamPolicy(trio, byMonth));
  const state = having({ ana: 3, ben: 3 });
  const decisions: Decision[] = [];
  for (let n = 0; n < 8; n += 1) {
    const decision = here.decide({ id: `L${n}` }, AT, state);
    state.apply(decision.changes);
    decisions.push(decision);
  }
  for (const decision of decisions) expect(redecide(here.plan, decision)).toStrictEqual(decision);
  expect(decisions[3]?.inputs.answers).toMatchObject({ 'recent fewest:team:sales': expect.any(Array) });
});
