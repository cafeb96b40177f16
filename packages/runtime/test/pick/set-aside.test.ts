// Who is not considered, and for which reason first.
import type { Pick, Rep } from '@fairlead/ir';
import { parseDate } from '@fairlead/ir';
import { describe, expect, it } from 'vitest';
import { type MemoryState, memoryState } from '../../src/state/memory-state.ts';
import { compared, constant, numbering, ofRep } from '../decide/routing-ir.ts';
import { instant } from '../decide/scene.ts';
import { AT, member, pickOnce } from './team.ts';

const n = numbering();

/** A state in which `ana` has what is given. */
function anaHas(given: {
  open?: number;
  days?: Readonly<Record<string, number>>;
  awayFrom?: string;
  until?: string;
}): MemoryState {
  const state = memoryState();
  if (given.open !== undefined) state.setOpen('ana', given.open);
  for (const [date, by] of Object.entries(given.days ?? {})) {
    state.apply([{ kind: 'count', rep: 'ana', day: parseDate(date) ?? Number.NaN, by }]);
  }
  if (given.awayFrom !== undefined) {
    const fromMs = instant(given.awayFrom);
    state.addLeave('ana', given.until === undefined ? { fromMs } : { fromMs, untilMs: instant(given.until) });
  }
  return state;
}

/** Why `ana`, alone in her team, is set aside. */
function reasonOf(
  more: Partial<Rep>,
  pick: Partial<Pick> = {},
  given: { at?: string; state?: MemoryState } = {},
): unknown {
  return pickOnce([member('ana', more)], pick, given).setAside[0]?.reason;
}

describe('the order of reasons', () => {
  // Everything is against ana; one obstacle after the other is taken away.
  const night = '2026-11-24T22:00:00Z';
  const full = { limit: 5, per: 'open' } as const;
  const obstacles: Partial<Rep> = {
    works: 'berlin',
    left: { on: '2026-11-01' },
    capacity: [full],
    values: { skills: {}, win_rate: 0.1 },
  };
  const where = n(compared(ofRep('win_rate'), '>', constant(0.5)));
  const weight = [{ weight: 0, applies: { kind: 'otherwise' } }] as const;
  const { left: _, ...present } = obstacles;
  const { works: __, ...always } = present;

  it.each<[string, unknown, Partial<Rep>, Partial<Pick>, MemoryState]>([
    ['where', { kind: 'where' }, obstacles, { where, weight }, anaHas({ open: 5, awayFrom: AT })],
    ['left', { kind: 'left', on: '2026-11-01' }, obstacles, { weight }, anaHas({ open: 5, awayFrom: AT })],
    ['away', { kind: 'away' }, present, { weight }, anaHas({ open: 5, awayFrom: AT })],
    ['off duty', { kind: 'off-duty', next: '2026-11-25T08:00:00Z' }, present, { weight }, anaHas({ open: 5 })],
    ['capacity', { kind: 'at-capacity', per: 'open', limit: 5, has: 5 }, always, { weight }, anaHas({ open: 5 })],
    ['weight 0', { kind: 'weight-zero' }, always, { weight }, anaHas({ open: 4 })],
    ['nothing', undefined, always, {}, anaHas({ open: 4 })],
  ])('%s', (_name, reason, more, pick, state) => {
    expect(reasonOf(more, pick, { at: night, state })).toStrictEqual(reason);
  });

  it('goes open, day, week, month, in whatever order the limits are written', () => {
    const capacity = [
      { limit: 1, per: 'month' },
      { limit: 1, per: 'week' },
      { limit: 1, per: 'open' },
      { limit: 1, per: 'day' },
    ] as const;
    const state = anaHas({ open: 1, days: { '2026-11-24': 1 } });
    expect(reasonOf({ capacity }, {}, { state })).toMatchObject({ per: 'open' });
    expect(reasonOf({ capacity: capacity.filter(({ per }) => per !== 'open') }, {}, { state })).toMatchObject({
      per: 'day',
    });
    expect(reasonOf({ capacity: capacity.slice(0, 2) }, {}, { state })).toMatchObject({ per: 'week' });
    expect(reasonOf({ capacity: capacity.slice(0, 1) }, {}, { state })).toMatchObject({ per: 'month' });
  });
});

describe('left', () => {
  it('counts from that local day on, in the zone of the policy', () => {
    const left = { on: '2026-03-01' };
    const more = { zone: 'Europe/Berlin' };
    const reason = (at: string): unknown => pickOnce([member('ana', { left })], {}, { at, more }).setAside[0]?.reason;
    expect(reason('2026-02-28T22:59:59Z')).toBeUndefined();
    expect(reason('2026-02-28T23:00:00Z')).toStrictEqual({ kind: 'left', on: '2026-03-01' });
  });
});

describe('away and off duty', () => {
  const works = { works: 'berlin' };
  const soon = { availableWithin: { amount: 30, unit: 'minute' } } as const;

  it('say until when, if that is known', () => {
    expect(reasonOf({}, {}, { state: anaHas({ awayFrom: AT, until: '2026-11-30T08:00:00Z' }) })).toStrictEqual({
      kind: 'away',
      until: '2026-11-30T08:00:00Z',
    });
    expect(reasonOf(works, {}, { at: '2026-11-28T12:00:00Z' })).toStrictEqual({
      kind: 'off-duty',
      next: '2026-11-30T08:00:00Z',
    });
  });

  it('are lifted for who will be there in time', () => {
    expect(reasonOf(works, soon, { at: '2026-11-24T07:29:59Z' })).toMatchObject({ kind: 'off-duty' });
    expect(reasonOf(works, soon, { at: '2026-11-24T07:31:00Z' })).toBeUndefined();
    const back = anaHas({ awayFrom: '2026-11-20T00:00:00Z', until: '2026-11-24T09:20:00Z' });
    expect(reasonOf(works, {}, { state: back })).toMatchObject({ kind: 'away' });
    expect(reasonOf(works, soon, { state: back })).toBeUndefined();
  });

  it('are not lifted for who is back in time, but after work', () => {
    const late = anaHas({ awayFrom: '2026-11-20T00:00:00Z', until: '2026-11-24T16:30:00Z' });
    expect(reasonOf(works, soon, { at: '2026-11-24T16:15:00Z', state: late })).toStrictEqual({
      kind: 'off-duty',
      next: '2026-11-25T08:00:00Z',
    });
  });

  it('off duty alone is lifted by "even off duty"', () => {
    const night = '2026-11-24T22:00:00Z';
    expect(reasonOf(works, { evenOffDuty: true }, { at: night })).toBeUndefined();
    expect(reasonOf(works, { evenOffDuty: true }, { at: night, state: anaHas({ awayFrom: AT }) })).toStrictEqual({
      kind: 'away',
    });
  });
});

describe('capacity', () => {
  const perDay = { capacity: [{ limit: 2, per: 'day' }] } as const;

  it('is lifted by "even over capacity"', () => {
    const state = anaHas({ days: { '2026-11-24': 2 } });
    expect(reasonOf(perDay, {}, { state })).toStrictEqual({ kind: 'at-capacity', per: 'day', limit: 2, has: 2 });
    expect(reasonOf(perDay, { evenOverCapacity: true }, { state })).toBeUndefined();
  });

  it('counts days where the rep works, else where the policy is', () => {
    // Berlin's next day begins an hour before midnight UTC; the policy is in UTC.
    const state = anaHas({ days: { '2026-11-24': 2 } });
    const atNight = { at: '2026-11-24T23:00:00Z', state };
    expect(reasonOf(perDay, {}, atNight)).toMatchObject({ per: 'day' });
    expect(reasonOf({ ...perDay, works: 'berlin' }, { evenOffDuty: true }, atNight)).toBeUndefined();
  });

  it('counts weeks from Monday and months from the first', () => {
    const state = anaHas({ days: { '2026-11-22': 1, '2026-11-23': 1, '2026-11-29': 1, '2026-11-30': 1 } });
    const has = (per: 'week' | 'month', at: string): unknown => {
      const reason = reasonOf({ capacity: [{ limit: 1, per }] }, {}, { at, state });
      return reason;
    };
    expect(has('week', '2026-11-23T00:00:00Z')).toMatchObject({ has: 2 });
    expect(has('week', '2026-11-29T23:59:59Z')).toMatchObject({ has: 2 });
    expect(has('week', '2026-11-30T00:00:00Z')).toMatchObject({ has: 1 });
    expect(has('month', '2026-11-30T23:59:59Z')).toMatchObject({ has: 4 });
    expect(has('month', '2026-12-01T00:00:00Z')).toBeUndefined();
  });

  it('of nothing at all never has room', () => {
    expect(reasonOf({ capacity: [{ limit: 0, per: 'open' }] })).toStrictEqual({
      kind: 'at-capacity',
      per: 'open',
      limit: 0,
      has: 0,
    });
  });
});

describe('those who are set aside', () => {
  it('come in code-point order, and nothing more is asked about them', () => {
    const attempt = pickOnce(
      [member('ana', { works: 'berlin' }), member('ben', { left: { on: '2020-01-01' } }), member('cy')],
      {},
      {
        at: '2026-11-24T22:00:00Z',
      },
    );
    expect(attempt.setAside.map(({ rep }) => rep)).toStrictEqual(['ana', 'ben']);
    expect(attempt.pick).toMatchObject({ kind: 'rotation', rep: 'cy' });
  });
});
