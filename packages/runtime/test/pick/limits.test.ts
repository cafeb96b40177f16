// Reserves, pauses, what a lead counts, temporary owners, and leads that come again.
import type { Action, CountsLine, Pick, Policy, Target, Team } from '@fairlead/ir';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/decide/decide.ts';
import { redecide } from '../../src/decide/redecide.ts';
import type { Again, Decision } from '../../src/decision.ts';
import { PARTS_PER_LEAD, sharesOf, sumOfBalances } from '../../src/rotation/ledger.ts';
import { reservedShares } from '../../src/rotation/reserve.ts';
import { type MemoryState, memoryState } from '../../src/state/memory-state.ts';
import {
  compared,
  constant,
  lead,
  numbering,
  ofRep,
  routeTo,
  rule,
  toQueue,
  toRep,
  toTeam,
} from '../decide/routing-ir.ts';
import { type Scene, scene } from '../decide/scene.ts';
import { AT, firstAttempt, member, pickMany, pickOnce, teamPolicy } from './team.ts';

const seed = 20261122;
const n = numbering();
const fresh = n(compared(ofRep('win_rate'), '<', constant(0.1)));
const rated = (id: string, win_rate: number) => member(id, { values: { skills: {}, win_rate } });
const reserve = (share: number): Partial<Pick> => ({ reserve: { share, for: fresh } });
const countsOf = (winners: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const one of winners) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
};

describe('reserve', () => {
  const reps = [rated('ana', 0.2), rated('ben', 0.2), rated('cy', 0.2), rated('dora', 0.2), rated('eva', 0.05)];

  it('gives the group its share of each lead, and the others the rest', () => {
    const { pick } = pickOnce(reps, reserve(40));
    expect(pick).toMatchObject({
      kind: 'rotation',
      rep: 'eva',
      reserve: { share: 40, group: ['eva'] },
      rows: [
        { rep: 'ana', share: PARTS_PER_LEAD * 0.15 },
        { rep: 'ben', share: PARTS_PER_LEAD * 0.15 },
        { rep: 'cy', share: PARTS_PER_LEAD * 0.15 },
        { rep: 'dora', share: PARTS_PER_LEAD * 0.15 },
        { rep: 'eva', share: PARTS_PER_LEAD * 0.4 },
      ],
    });
    expect(countsOf(pickMany(scene(teamPolicy(reps, reserve(40))), 20, memoryState()))).toStrictEqual({
      eva: 8,
      ana: 3,
      ben: 3,
      cy: 3,
      dora: 3,
    });
  });

  it('changes nothing where the weights give the group as much', () => {
    const here = pickMany(scene(teamPolicy(reps, reserve(20))), 10, memoryState());
    expect(here).toStrictEqual(pickMany(scene(teamPolicy(reps)), 10, memoryState()));
    const weight = [
      { weight: 4, applies: { kind: 'when', condition: n(compared(ofRep('win_rate'), '<', constant(0.1))) } },
    ] as const;
    expect(pickOnce(reps, { ...reserve(40), weight }).pick).toMatchObject({
      rows: [{}, {}, {}, {}, { rep: 'eva', weight: 4, share: PARTS_PER_LEAD / 2 }],
    });
  });

  it('goes to whichever side is there', () => {
    const quarter = PARTS_PER_LEAD / 4;
    expect(pickOnce(reps.slice(0, 4), reserve(40)).pick).toMatchObject({
      reserve: { share: 40, group: [] },
      rows: [{ share: quarter }, { share: quarter }, { share: quarter }, { share: quarter }],
    });
    expect(pickOnce([rated('eva', 0.05)], reserve(40)).pick).toMatchObject({ rows: [{ share: PARTS_PER_LEAD }] });
  });

  it('is not asked of fallbacks', () => {
    const { route } = teamPolicy(reps);
    const nobody = n(compared(ofRep('win_rate'), '>', constant(1)));
    const action = routeTo(toTeam('sales'), { pick: { ...reserve(40), where: nobody }, fallback: [toTeam('sales')] });
    const here = scene(teamPolicy(reps, {}, { route: { ...route, rules: [rule('all', undefined, action)] } }));
    const [, fallback] = here.decide({ id: 'L1' }, AT).attempts;
    expect(fallback?.pick).not.toHaveProperty('reserve');
    expect(fallback?.pick).toMatchObject({ rows: [{ share: PARTS_PER_LEAD / 5 }, {}, {}, {}, {}] });
  });

  it('cuts a lead without remainder: the group never gets less, and all of it is shared', () => {
    const entrant = fc.record({ weight: fc.integer({ min: 1, max: 40 }), inGroup: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(entrant, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 10_000 }),
        fc.nat(100_000),
        (given, share, seq) => {
          const entrants = given.map(({ weight }, index) => ({ rep: `rep_${String(index).padStart(2, '0')}`, weight }));
          const group = new Set(entrants.filter((_, index) => given[index]?.inGroup).map(({ rep }) => rep));
          const shares = reservedShares(entrants, seq, { share, group });
          expect(shares.map(({ rep }) => rep)).toEqual(entrants.map(({ rep }) => rep));
          expect(shares.reduce((sum, one) => sum + one.share, 0)).toBe(PARTS_PER_LEAD);
          for (const one of shares) expect(one.share).toBeGreaterThanOrEqual(0);
          const of = (some: typeof shares): number =>
            some.filter(({ rep }) => group.has(rep)).reduce((sum, one) => sum + one.share, 0);
          if (group.size === 0 || group.size === entrants.length) return;
          expect(of(shares)).toBeGreaterThanOrEqual(Math.floor((PARTS_PER_LEAD * share) / 10_000) - group.size);
          expect(of(shares)).toBeGreaterThanOrEqual(of(sharesOf(entrants, seq)) - group.size);
        },
      ),
      { seed, numRuns: 1000 },
    );
  });
});

/** The team pauses whoever is too far above the average, and leads count what the lines say. */
function team(reps: ReturnType<typeof member>[], more: Partial<Team>): Partial<Policy> {
  return { teams: [{ id: 'sales', label: 'Sales', members: reps.map(({ id }) => id), counts: [], ...more }] };
}

function withOpen(open: Readonly<Record<string, number>>): MemoryState {
  const state = memoryState();
  for (const [rep, leads] of Object.entries(open)) state.setOpen(rep, leads);
  return state;
}

describe('pause above', () => {
  const reps = [member('ana'), member('ben'), member('cy')];
  const paused = (above: number, open: Readonly<Record<string, number>>, who = reps): unknown => {
    const { setAside } = pickOnce(who, {}, { state: withOpen(open), more: team(who, { pauseAbove: above }) });
    return setAside.map(({ rep, reason }) =>
      reason.kind === 'paused' ? `${rep} ${reason.open} of ${reason.average}` : reason.kind,
    );
  };

  it('sets aside who has more than so many times the average, to the last lead', () => {
    expect(paused(1.5, { ana: 31, ben: 12, cy: 13 })).toStrictEqual(['ana 31 of 18.67']);
    expect(paused(1.5, { ana: 30, ben: 15, cy: 15 })).toStrictEqual([]);
    expect(paused(1.499999999999, { ana: 30, ben: 15, cy: 15 })).toStrictEqual(['ana 30 of 20.00']);
  });

  it('may set aside several by the one average, and nobody where all are equal', () => {
    expect(paused(1.1, { ana: 30, ben: 29, cy: 1 })).toStrictEqual(['ana 30 of 20.00', 'ben 29 of 20.00']);
    expect(paused(1, { ana: 7, ben: 7, cy: 7 })).toStrictEqual([]);
    expect(paused(1, {})).toStrictEqual([]);
  });

  it('can leave nobody where it is below 1: then the fallback comes', () => {
    expect(paused(0.5, { ana: 7, ben: 7, cy: 7 })).toStrictEqual(['ana 7 of 7.00', 'ben 7 of 7.00', 'cy 7 of 7.00']);
  });

  it('measures those who came through all other checks', () => {
    const some = [member('ana'), member('ben'), member('cy', { left: { on: '2020-01-01' } })];
    // With Cy's 100 the average would be 40, and nobody of the two above it.
    expect(paused(1.2, { ana: 15, ben: 5, cy: 100 }, some)).toStrictEqual(['ana 15 of 10.00', 'left']);
    const full = [member('ana'), member('ben'), member('cy', { capacity: [{ limit: 50, per: 'open' }] })];
    expect(paused(1.2, { ana: 15, ben: 5, cy: 100 }, full)).toStrictEqual(['ana 15 of 10.00', 'at-capacity']);
  });

  it('is not lifted by "even over capacity", and goes for fallbacks', () => {
    const more = team(reps, { pauseAbove: 1.5 });
    const state = withOpen({ ana: 90, ben: 1, cy: 1 });
    expect(pickOnce(reps, { evenOverCapacity: true }, { state, more }).setAside).toHaveLength(1);
    const { route } = teamPolicy(reps);
    const action = routeTo(toRep('ben'), { fallback: [toTeam('sales')] });
    state.addLeave('ben', { fromMs: 0 });
    const here = scene(teamPolicy(reps, {}, { ...more, route: { ...route, rules: [rule('all', undefined, action)] } }));
    expect(here.decide({ id: 'L1' }, AT, state).attempts[1]?.setAside.map(({ reason }) => reason.kind)).toStrictEqual([
      'paused',
      'away',
    ]);
  });
});

describe('counts', () => {
  const reps = [member('ana'), member('ben')];
  const lines: readonly CountsLine[] = [
    { times: 3, when: n(compared(lead('trade'), 'is', constant('whale'), 'text')) },
    { times: 2, when: n(compared(lead('trade'), 'is-not', constant('small'), 'text')) },
  ];
  const here = scene(teamPolicy(reps, {}, team(reps, { counts: lines })));

  it.each([
    ['whale', 3],
    ['big', 2],
    ['small', 1],
    [undefined, 1],
  ])('a lead in the trade %s as %s', (trade, by) => {
    const decision = here.decide({ id: 'L1', ...(trade === undefined ? {} : { trade }) }, AT);
    expect(decision.changes.slice(1)).toMatchObject([
      { kind: 'open', rep: 'ana', by },
      { kind: 'count', rep: 'ana', by },
    ]);
    expect(redecide(here.plan, decision)).toStrictEqual(decision);
  });

  it('once in the rotation, whatever it weighs', () => {
    const decision = here.decide({ id: 'L1', trade: 'whale' }, AT);
    expect(decision.changes[0]).toMatchObject({
      kind: 'ledger',
      shares: { ana: PARTS_PER_LEAD / 2, ben: PARTS_PER_LEAD / 2 },
    });
  });

  it('as the home team says where a single rep is asked', () => {
    const { route } = teamPolicy(reps);
    const rules = [rule('all', undefined, routeTo(toRep('ben')))];
    const single = scene(teamPolicy(reps, {}, { ...team(reps, { counts: lines }), route: { ...route, rules } }));
    expect(single.decide({ id: 'L1', trade: 'whale' }, AT).changes).toMatchObject([
      { kind: 'open', rep: 'ben', by: 3 },
      { by: 3 },
    ]);
  });
});

/** Everything to a team whose only member has left, then to the entries. */
function fallingTo(fallback: Extract<Action, { kind: 'route' }>['fallback'], pick: Partial<Pick> = {}): Scene {
  const reps = [member('ana'), member('ben'), { ...member('cy', { left: { on: '2020-01-01' } }), team: 'former' }];
  const { route } = teamPolicy(reps);
  const to = routeTo(toTeam('former'), { pick });
  if (to.kind !== 'route') throw new Error('it routes');
  const teams = [
    { id: 'former', label: 'Former', members: ['cy'], counts: [] },
    { id: 'sales', label: 'Sales', members: ['ana', 'ben'], counts: [] },
  ];
  return scene(
    teamPolicy(reps, {}, { teams, route: { ...route, rules: [rule('all', undefined, { ...to, fallback })] } }),
  );
}

const again = (more: Partial<Again> = {}): Again => ({
  cause: 'reassign',
  first: '2026-11-24T08:00:00Z',
  had: [],
  temporaryUsed: false,
  ...more,
});

const hours = (to: Target, amount: number): { to: Target; for: { amount: number; unit: 'hour' } } => ({
  to,
  for: { amount, unit: 'hour' },
});

describe('a temporary owner', () => {
  const here = fallingTo([hours(toTeam('sales'), 2), { to: toQueue('triage') }]);

  it('has the lead until then, and moves no ledger', () => {
    const decision = here.decide({ id: 'L1' }, AT);
    expect(decision.outcome).toStrictEqual({
      kind: 'assigned',
      rep: 'ana',
      team: 'sales',
      until: '2026-11-24T11:00:00Z',
    });
    expect(decision.changes.map(({ kind }) => kind)).toStrictEqual(['open', 'count']);
    expect(decision.attempts[1]?.pick).toMatchObject({
      rows: [
        { rep: 'ana', share: 0, before: 0, after: 0 },
        { rep: 'ben', share: 0, before: 0, after: 0 },
      ],
    });
    expect(redecide(here.plan, decision)).toStrictEqual(decision);
  });

  it('comes once a lead: the next time the place is left out', () => {
    const reading = here.read({ id: 'L1' });
    const decision = decide(here.plan, reading, here.world(AT), {
      again: again({ cause: 'temporary-over', temporaryUsed: true }),
    });
    expect(decision.outcome).toStrictEqual({ kind: 'queued', queue: 'triage' });
    expect(decision.attempts.map(({ place, index }) => `${place} ${index ?? ''}`)).toStrictEqual([
      'primary ',
      'fallback 2',
    ]);
    expect(redecide(here.plan, decision)).toStrictEqual(decision);
  });

  it('by fewest and by likelihood leaves no trace in those pools either', () => {
    for (const strategy of [
      { kind: 'fewest', period: 'month' },
      { kind: 'likelihood', model: 'wins' },
    ] as const) {
      const decision = fallingTo([hours(toTeam('sales'), 2), { to: toQueue('triage') }], { strategy }).decide(
        { id: 'L1' },
        AT,
      );
      expect(decision.changes.map(({ kind }) => kind)).toStrictEqual(['open', 'count']);
    }
  });
});

describe('a lead that is decided on again', () => {
  const reps = [member('ana'), member('ben'), member('cy')];
  const here = scene(teamPolicy(reps));
  const first = (state: MemoryState): Decision => {
    const decision = here.decide({ id: 'L1' }, AT, state);
    state.apply(decision.changes);
    return decision;
  };
  const turnsOf = (decision: Decision): NonNullable<Again['turns']> =>
    decision.changes
      .flatMap((change) => (change.kind === 'ledger' ? [change] : []))
      .map(({ pool, shares, winner }) => ({ pool, shares, winner }));

  it('passes over who had it, and moves the credit without earning anew', () => {
    const state = memoryState();
    const turns = turnsOf(first(state));
    const decision = decide(here.plan, here.read({ id: 'L1' }), here.world(AT, state), {
      again: again({ had: ['ana'], turns }),
    });
    expect(decision.outcome).toMatchObject({ kind: 'assigned', rep: 'ben' });
    expect(firstAttempt(decision).setAside).toStrictEqual([{ rep: 'ana', reason: { kind: 'had-it' } }]);
    const third = PARTS_PER_LEAD / 3;
    expect(firstAttempt(decision).pick).toMatchObject({
      rows: [
        { rep: 'ben', share: 0, before: third, after: third - PARTS_PER_LEAD },
        { rep: 'cy', share: 0, before: third, after: third },
      ],
    });
    expect(decision.changes[0]).toStrictEqual({ kind: 'give-back', pool: 'team:sales', from: 'ana', to: 'ben' });
    expect(decision.again).toStrictEqual(again({ had: ['ana'], turns }));
    expect(redecide(here.plan, decision)).toStrictEqual(decision);
    state.apply(decision.changes);
    const [pool] = state.data().pools;
    expect(pool?.ledger.balances).toStrictEqual({ ana: third, ben: third - PARTS_PER_LEAD, cy: third });
    expect(sumOfBalances(pool?.ledger ?? { seq: 0, balances: {} })).toBe(0);
  });

  it('that goes to a queue never counted', () => {
    const state = memoryState();
    const turns = turnsOf(first(state));
    const decision = decide(here.plan, here.read({ id: 'L1' }), here.world(AT, state), {
      again: again({ had: ['ana', 'ben', 'cy'], turns }),
    });
    expect(decision.outcome).toMatchObject({ kind: 'queued' });
    expect(decision.changes).toStrictEqual([{ kind: 'never-counted', ...turns[0] }]);
    state.apply(decision.changes);
    expect(state.data().pools[0]?.ledger.balances).toStrictEqual({});
  });

  it('keeps the sum of balances, however often it moves', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), (moves) => {
        const state = memoryState();
        let turns: NonNullable<Again['turns']> = [];
        let had: readonly string[] = [];
        moves.forEach((isNew, index) => {
          const how = isNew || turns.length === 0 ? {} : { again: again({ had, turns }) };
          const decision = decide(here.plan, here.read({ id: `L${index}` }), here.world(AT, state), how);
          expect(redecide(here.plan, decision)).toStrictEqual(decision);
          state.apply(decision.changes);
          if (isNew || turns.length === 0) [turns, had] = [turnsOf(decision), []];
          const { outcome } = decision;
          if (outcome.kind !== 'assigned') [turns, had] = [[], []];
          else {
            had = [...had, outcome.rep];
            turns = turns.map((turn) => ({ ...turn, winner: outcome.rep }));
          }
          for (const { ledger } of state.data().pools) expect(sumOfBalances(ledger)).toBe(0);
        });
      }),
      { seed, numRuns: 200 },
    );
  });
});
