// Picks by the highest or lowest value.
import type { Rep, Strategy, Value } from '@fairlead/ir';
import { describe, expect, it } from 'vitest';
import { PARTS_PER_LEAD } from '../../src/rotation/ledger.ts';
import { memoryState } from '../../src/state/memory-state.ts';
import { lead, ofRep } from '../decide/routing-ir.ts';
import { scene } from '../decide/scene.ts';
import { member, pickMany, pickOnce, teamPolicy } from './team.ts';

const by = (kind: 'highest' | 'lowest', value: Value): { strategy: Strategy } => ({ strategy: { kind, value } });
const rated = (id: string, win_rate?: number): Rep =>
  member(id, { values: win_rate === undefined ? { skills: {} } : { skills: {}, win_rate } });
const reps = [rated('ana', 0.1), rated('ben'), rated('cy', 0.30000000000001), rated('dora', 0.3)];

describe('highest and lowest', () => {
  it('compare exact decimals, and missing values never win while another has one', () => {
    expect(pickOnce(reps, by('highest', ofRep('win_rate'))).pick).toStrictEqual({
      kind: 'highest',
      rep: 'cy',
      rows: [
        { rep: 'ana', value: '0.1' },
        { rep: 'ben' },
        { rep: 'cy', value: '0.30000000000001' },
        { rep: 'dora', value: '0.3' },
      ],
    });
    expect(pickOnce(reps, by('lowest', ofRep('win_rate'))).pick).toMatchObject({ kind: 'lowest', rep: 'ana' });
    expect(pickOnce([rated('ana'), rated('ben', -5)], by('highest', ofRep('win_rate'))).pick).toMatchObject({
      rep: 'ben',
    });
  });

  it('compare dates, and say them as dates', () => {
    const hired = [
      member('ana', { values: { skills: {}, hired: '2021-03-01' } }),
      member('ben', { values: { skills: {}, hired: '2019-01-01' } }),
    ];
    expect(pickOnce(hired, by('lowest', ofRep('hired'))).pick).toMatchObject({
      rep: 'ben',
      rows: [{ value: '2021-03-01' }, { value: '2019-01-01' }],
    });
  });

  it('read the lead beside the rep', () => {
    const skilled = [
      member('ana', { values: { skills: { Health: 2 } } }),
      member('ben', { values: { skills: { health: 5, finance: 1 } } }),
    ];
    const value: Value = { kind: 'rating', ratings: ofRep('skills'), by: lead('trade') };
    expect(pickOnce(skilled, by('highest', value), { lead: { trade: 'HEALTH' } }).pick).toMatchObject({ rep: 'ben' });
    expect(pickOnce(skilled, by('lowest', value), { lead: { trade: 'health' } }).pick).toMatchObject({ rep: 'ana' });
  });

  it('balance load exactly', () => {
    const state = memoryState();
    state.setOpen('ana', 1);
    state.setOpen('ben', 333);
    const limited = [
      member('ana', { capacity: [{ limit: 3, per: 'open' }] }),
      member('ben', { capacity: [{ limit: 1000, per: 'open' }] }),
      member('cy'),
    ];
    expect(pickOnce(limited, by('lowest', { kind: 'rep-load' }), { state }).pick).toStrictEqual({
      kind: 'lowest',
      rep: 'ben',
      rows: [{ rep: 'ana', value: '1/3' }, { rep: 'ben', value: '0.333' }, { rep: 'cy' }],
    });
  });
});

describe('ties', () => {
  const equals = [rated('ana', 0.2), rated('ben', 0.2), rated('cy', 0.1)];

  it('take turns in the team’s ledger, without weights', () => {
    const here = scene(teamPolicy(equals, by('highest', ofRep('win_rate'))));
    const state = memoryState();
    expect(pickMany(here, 4, state)).toStrictEqual(['ana', 'ben', 'ana', 'ben']);
    expect(state.data().pools).toStrictEqual([{ pool: 'team:sales', ledger: { seq: 4, balances: {} } }]);
    const half = PARTS_PER_LEAD / 2;
    expect(pickOnce(equals, by('highest', ofRep('win_rate'))).pick).toMatchObject({
      rep: 'ana',
      tie: {
        by: 'rotation',
        pool: 'team:sales',
        among: ['ana', 'ben'],
        rows: [
          { rep: 'ana', weight: 1, share: half, before: 0, after: -half },
          { rep: 'ben', weight: 1, share: half, before: 0, after: half },
        ],
      },
    });
  });

  it('of who all miss the value are ties too', () => {
    const here = scene(teamPolicy([rated('ana'), rated('ben')], by('highest', ofRep('win_rate'))));
    expect(pickMany(here, 3, memoryState())).toStrictEqual(['ana', 'ben', 'ana']);
  });

  it('are none where one is ahead, and then no ledger moves', () => {
    const here = scene(teamPolicy(reps, by('highest', ofRep('win_rate'))));
    const state = memoryState();
    expect(pickMany(here, 2, state)).toStrictEqual(['cy', 'cy']);
    expect(state.data().pools).toStrictEqual([]);
  });
});
