// The state in memory: what changes do to it, and that it survives being written down.
import { canonicalJson, parseDate, parseInstant } from '@fairlead/ir';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/decision.ts';
import { PARTS_PER_LEAD } from '../../src/rotation/ledger.ts';
import { type MemoryState, memoryState } from '../../src/state/memory-state.ts';
import { readSnapshot, snapshot } from '../../src/state/snapshot.ts';

const at = (text: string): number => parseInstant(text) ?? Number.NaN;
const day = (text: string): number => parseDate(text) ?? Number.NaN;

const decision: Decision = {
  format: 'fairlead-decision/1',
  lead: 'T1',
  at: '2026-11-24T09:00:00Z',
  policy: { name: 'sample', hash: 'abc' },
  outcome: { kind: 'assigned', rep: 'ana', team: 'sales' },
  rule: 'otherwise',
  attempts: [],
  enriched: [],
  matches: [],
  tables: [],
  scores: [],
  issues: [],
  effects: [],
  changes: [
    { kind: 'ledger', pool: 'team:sales', shares: { ana: PARTS_PER_LEAD / 2, ben: PARTS_PER_LEAD / 2 }, winner: 'ana' },
    { kind: 'open', rep: 'ana', by: 1 },
    { kind: 'count', rep: 'ana', day: day('2026-11-24'), by: 1 },
  ],
  inputs: { lead: {}, answers: {}, sealed: {} },
};

function busyState(): MemoryState {
  const state = memoryState();
  state.addLeave('ben', { fromMs: at('2026-11-24T00:00:00Z'), untilMs: at('2026-11-26T00:00:00Z') });
  state.addLeave('ben', { fromMs: at('2026-11-25T12:00:00Z'), untilMs: at('2026-11-27T00:00:00Z') });
  state.addLeave('carla', { fromMs: at('2026-11-24T00:00:00Z') });
  state.setOpen('ben', 7);
  state.remember(decision);
  return state;
}

describe('changes', () => {
  it('move the ledger, the open leads and the counts', () => {
    const state = busyState();
    expect(state.ledger('team:sales', ['ana', 'ben', 'constructor'])).toStrictEqual({
      seq: 1,
      balances: { ana: -PARTS_PER_LEAD / 2, ben: PARTS_PER_LEAD / 2, constructor: 0 },
    });
    expect(state.standing('ana', at(decision.at))).toStrictEqual({ open: 1, away: false });
    expect(state.last('T1')).toBe(decision);
    expect(state.last('T2')).toBeUndefined();
  });

  it('count by day, and sum days to weeks and months', () => {
    const state = busyState();
    for (const [date, by] of [
      ['2026-11-23', 2],
      ['2026-11-29', 3],
      ['2026-11-30', 5],
      ['2026-12-01', 7],
    ] as const) {
      state.apply([{ kind: 'count', rep: 'ana', day: day(date), by }]);
    }
    expect(state.assigned('ana', 'day', day('2026-11-24'))).toBe(1);
    expect(state.assigned('ana', 'week', day('2026-11-23'))).toBe(6);
    expect(state.assigned('ana', 'month', day('2026-11-01'))).toBe(11);
    expect(state.assigned('ben', 'month', day('2026-11-01'))).toBe(0);
  });
});

describe('leave', () => {
  it('ends when the last of what follows on another ends', () => {
    const state = busyState();
    expect(state.standing('ben', at('2026-11-23T23:59:59Z'))).toStrictEqual({ open: 7, away: false });
    expect(state.standing('ben', at('2026-11-24T00:00:00Z'))).toStrictEqual({
      open: 7,
      away: true,
      awayUntilMs: at('2026-11-27T00:00:00Z'),
    });
    expect(state.standing('ben', at('2026-11-27T00:00:00Z')).away).toBe(false);
    expect(state.standing('carla', at('2030-01-01T00:00:00Z'))).toStrictEqual({ open: 0, away: true });
  });
});

describe('a snapshot', () => {
  it('is read back as the same state, byte for byte', () => {
    const written = canonicalJson(snapshot(busyState().data()));
    const read = readSnapshot(JSON.parse(written));
    if (read.kind !== 'ok') throw new Error(JSON.stringify(read));
    expect(canonicalJson(snapshot(memoryState(read.data).data()))).toBe(written);
  });

  it('is readable', () => {
    const { reps, pools } = snapshot(busyState().data());
    expect({ reps, pools }).toStrictEqual({
      pools: { 'team:sales': { seq: 1, balances: { ana: -PARTS_PER_LEAD / 2, ben: PARTS_PER_LEAD / 2 } } },
      reps: {
        ana: { open: 1, days: { '2026-11-24': 1 } },
        ben: {
          open: 7,
          leave: [
            { from: '2026-11-24T00:00:00Z', until: '2026-11-26T00:00:00Z' },
            { from: '2026-11-25T12:00:00Z', until: '2026-11-27T00:00:00Z' },
          ],
        },
        carla: { leave: [{ from: '2026-11-24T00:00:00Z' }] },
      },
    });
  });

  it('does not depend on the order in which things happened', () => {
    const one = memoryState();
    const two = memoryState();
    one.setOpen('ana', 1);
    one.setOpen('ben', 2);
    two.setOpen('ben', 2);
    two.setOpen('ana', 1);
    expect(canonicalJson(snapshot(one.data()))).toBe(canonicalJson(snapshot(two.data())));
  });
});

const problems: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['no object', 7, [': an object, not 7']],
  [
    'another version',
    { format: 'fairlead-state/2' },
    ['format: "fairlead-state/1", the only form this version reads, not "fairlead-state/2"'],
  ],
  [
    'broken parts',
    {
      format: 'fairlead-state/1',
      pools: { 'team:x': { seq: -1, balances: { ana: 0.5 } } },
      reps: {
        ana: {
          open: '3',
          leave: [{ from: 'today' }, { from: '2026-11-24T00:00:00Z', until: '2026-11-23T00:00:00Z' }],
          days: { '24.11.': 1 },
        },
      },
      decisions: [{ format: 'x' }],
      extra: true,
    },
    [
      'extra: nothing here but format, pools, reps, recent, journal, decisions, followUps, not true',
      'pools.team:x.seq: a whole number from 0 on, not -1',
      'pools.team:x.balances.ana: a whole number, not 0.5',
      'reps.ana.open: a whole number, not "3"',
      'reps.ana.leave[0].from: an instant such as 2026-11-24T09:00:00Z, not "today"',
      'reps.ana.leave[1].until: an instant after "from", not "2026-11-23T00:00:00Z"',
      'reps.ana.days: dates such as 2026-11-24, not "24.11."',
      'decisions[0].format: "fairlead-decision/1", the only form this version reads, not "x"',
    ],
  ],
  ['missing parts', { format: 'fairlead-state/1' }, ['pools: an object', 'reps: an object', 'decisions: a list']],
];

describe('a snapshot that is not one', () => {
  it.each(problems)('%s', (_, json, issues) => {
    const read = readSnapshot(json);
    if (read.kind !== 'bad') throw new Error('read');
    expect(
      read.issues.map(
        ({ place, expected, held }) => `${place}: ${expected}${held === undefined ? '' : `, not ${held}`}`,
      ),
    ).toStrictEqual(issues);
  });
});
