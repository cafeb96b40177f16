// Picks by rotation: pools, weights, and what moves the ledger.
import type { WeightLine } from '@fairlead/ir';
import { describe, expect, it } from 'vitest';
import { wholeWeights } from '../../src/pick/weight.ts';
import { PARTS_PER_LEAD } from '../../src/rotation/ledger.ts';
import { memoryState } from '../../src/state/memory-state.ts';
import { compared, constant, numbering, ofRep, routeTo, rule, toQueue, toRep, toTeam } from '../decide/routing-ir.ts';
import { instant, scene } from '../decide/scene.ts';
import { AT, member, pickMany, pickOnce, teamPolicy } from './team.ts';

const n = numbering();
const trio = [member('ana'), member('ben'), member('cy')];

/** How many leads each got. */
function countsOf(winners: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const winner of winners) counts[winner] = (counts[winner] ?? 0) + 1;
  return counts;
}

describe('the ledger', () => {
  it('goes round in order of ids, and everybody is level again', () => {
    const state = memoryState();
    expect(pickMany(scene(teamPolicy(trio)), 6, state)).toStrictEqual(['ana', 'ben', 'cy', 'ana', 'ben', 'cy']);
    expect(state.data().pools).toStrictEqual([{ pool: 'team:sales', ledger: { seq: 6, balances: {} } }]);
    expect(state.standing('ana', 0).open).toBe(2);
  });

  it('is recorded as the numbers that picked', () => {
    const third = PARTS_PER_LEAD / 3;
    expect(pickOnce(trio).pick).toStrictEqual({
      kind: 'rotation',
      rep: 'ana',
      pool: 'team:sales',
      rows: [
        { rep: 'ana', weight: 1, share: third, before: 0, after: third - PARTS_PER_LEAD },
        { rep: 'ben', weight: 1, share: third, before: 0, after: third },
        { rep: 'cy', weight: 1, share: third, before: 0, after: third },
      ],
    });
  });

  it('moves also where only one is eligible, who earns it all', () => {
    const here = scene(teamPolicy([member('ana'), member('ben', { left: { on: '2020-01-01' } })]));
    expect(here.decide({ id: 'L1' }, AT).changes[0]).toStrictEqual({
      kind: 'ledger',
      pool: 'team:sales',
      shares: { ana: PARTS_PER_LEAD },
      winner: 'ana',
    });
  });

  it('is not touched by a single rep', () => {
    const { route } = teamPolicy(trio);
    const here = scene(
      teamPolicy(trio, {}, { route: { ...route, rules: [rule('all', undefined, routeTo(toRep('ana')))] } }),
    );
    const decision = here.decide({ id: 'L1' }, AT);
    expect(decision.attempts[0]?.pick).toStrictEqual({ kind: 'only', rep: 'ana' });
    expect(decision.changes.map(({ kind }) => kind)).toStrictEqual(['open', 'count']);
    expect(Object.keys(decision.inputs.answers)).toStrictEqual(['day UTC', 'standing ana']);
  });

  it('is the rule’s own where the rule says so', () => {
    const own = { strategy: { kind: 'rotation', rule: 'all' } } as const;
    const { route } = teamPolicy(trio, own);
    const here = scene(
      teamPolicy(
        trio,
        {},
        { route: { ...route, rules: [rule('all', undefined, routeTo(toTeam('sales'), { pick: own }))] } },
      ),
    );
    const state = memoryState();
    pickMany(here, 1, state);
    expect(state.data().pools.map(({ pool }) => pool)).toStrictEqual(['rule:all']);
  });

  it('leaves who is not eligible where they are: no flood on return', () => {
    const state = memoryState();
    state.addLeave('cy', { fromMs: 0, untilMs: instant('2026-11-24T09:30:00Z') });
    const here = scene(teamPolicy(trio));
    expect(countsOf(pickMany(here, 8, state))).toStrictEqual({ ana: 4, ben: 4 });
    expect(countsOf(pickMany(here, 6, state, '2026-11-24T10:00:00Z'))).toStrictEqual({ ana: 2, ben: 2, cy: 2 });
  });
});

describe('weights', () => {
  it('of decimals give everybody exactly their leads', () => {
    const weight: readonly WeightLine[] = [
      { weight: 1.2, applies: { kind: 'for', reps: ['ana'] } },
      { weight: 0.8, applies: { kind: 'when', condition: n(compared(ofRep('win_rate'), '<', constant(0.1))) } },
      { weight: 1, applies: { kind: 'otherwise' } },
    ];
    const reps = [member('ana'), member('ben', { values: { skills: {}, win_rate: 0.05 } }), member('cy')];
    const state = memoryState();
    expect(countsOf(pickMany(scene(teamPolicy(reps, { weight })), 15, state))).toStrictEqual({ ana: 6, ben: 4, cy: 5 });
    expect(state.data().pools[0]?.ledger.balances).toStrictEqual({});
    expect(pickOnce(reps, { weight }).pick).toMatchObject({ rows: [{ weight: 1.2 }, { weight: 0.8 }, { weight: 1 }] });
  });

  it('are 1 where no line fits', () => {
    const weight: readonly WeightLine[] = [{ weight: 2, applies: { kind: 'for', reps: ['ana'] } }];
    expect(countsOf(pickMany(scene(teamPolicy(trio, { weight })), 8, memoryState()))).toStrictEqual({
      ana: 4,
      ben: 2,
      cy: 2,
    });
  });

  it('are not asked of fallbacks, nor is where', () => {
    const nobody = n(compared(ofRep('win_rate'), '>', constant(1)));
    const weight: readonly WeightLine[] = [{ weight: 0, applies: { kind: 'for', reps: ['ana'] } }];
    const action = routeTo(toTeam('sales'), { pick: { where: nobody, weight }, fallback: [toTeam('sales')] });
    const { route } = teamPolicy(trio);
    const here = scene(teamPolicy(trio, {}, { route: { ...route, rules: [rule('all', undefined, action)] } }));
    const decision = here.decide({ id: 'L1' }, AT);
    expect(decision.attempts[0]?.setAside.map(({ reason }) => reason.kind)).toStrictEqual(['where', 'where', 'where']);
    expect(decision.attempts[1]).toMatchObject({ place: 'fallback', setAside: [], pick: { rep: 'ana' } });
  });

  it('too fine for any ledger are rounded, and nobody is lost', () => {
    const whole = wholeWeights([1, 0.000000001, 123456.789]);
    expect(whole).toStrictEqual([153, 1, 18_999_846]);
    expect(wholeWeights([1.5, 0.5])).toStrictEqual([3, 1]);
  });
});

describe('a queue among the targets', () => {
  it('takes the lead and ends the search', () => {
    const { route } = teamPolicy(trio);
    const rules = [rule('all', undefined, routeTo(toQueue('triage')))];
    expect(scene(teamPolicy(trio, {}, { route: { ...route, rules } })).decide({ id: 'L1' }, AT)).toMatchObject({
      outcome: { kind: 'queued', queue: 'triage' },
      changes: [],
    });
  });
});
