// Picks by likelihood: chances by counts, the least share, and what is recorded of a model.
import { canonicalJson, type ModelFile, type ModelRow } from '@fairlead/ir';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/decide/decide.ts';
import { redecide } from '../../src/decide/redecide.ts';
import type { Decision } from '../../src/decision.ts';
import { bindModels } from '../../src/model/bind-models.ts';
import { type Model, readModel } from '../../src/model/read-model.ts';
import { PARTS_PER_LEAD } from '../../src/rotation/ledger.ts';
import { type MemoryState, memoryState } from '../../src/state/memory-state.ts';
import type { Models } from '../../src/world.ts';
import { type Scene, scene } from '../decide/scene.ts';
import { AT, firstAttempt, member, teamPolicy } from './team.ts';

const trio = [member('ana'), member('ben'), member('cy')];
const here = scene(teamPolicy(trio, { strategy: { kind: 'likelihood', model: 'wins' } }));

function model(rows: readonly ModelRow[], more: Partial<ModelFile> = {}): Model {
  const file = {
    format: 'fairlead-model/1',
    label: '',
    strength: 20,
    leastShare: 0,
    segmentBy: 'trade',
    rows,
    ...more,
  };
  const read = readModel(JSON.parse(JSON.stringify(file)));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.model;
}

const ROWS: readonly ModelRow[] = [
  { rep: 'ana', segment: 'Healthcare', won: 16, leads: 52 },
  { rep: 'ben', segment: 'Healthcare', won: 4, leads: 38 },
  { rep: 'ana', won: 1, leads: 40 },
  { rep: 'ben', segment: 'Finance', won: 9, leads: 20 },
];

function bound(rows: readonly ModelRow[], more: Partial<ModelFile> = {}): Models {
  const { models, issues } = bindModels(here.plan, new Map([['wins', model(rows, more)]]));
  expect(issues).toStrictEqual([]);
  return models;
}

function decideWith(
  models: Models | undefined,
  lead: object,
  state: MemoryState = memoryState(),
  at: Scene = here,
): Decision {
  const world = { ...at.world(AT, state), ...(models === undefined ? {} : { models }) };
  const decision = decide(at.plan, at.read({ id: 'L1', ...lead }), world);
  // Whatever was asked of the model stands on the decision.
  expect(canonicalJson(redecide(at.plan, decision))).toBe(canonicalJson(decision));
  return decision;
}

describe('chances', () => {
  it('are those of the segment, mixed with so many leads of the team’s rate', () => {
    const decision = decideWith(bound(ROWS), { trade: ' HEALTHCARE ' });
    expect(firstAttempt(decision).pick).toStrictEqual({
      kind: 'likelihood',
      rep: 'ana',
      model: 'wins',
      hash: model(ROWS).hash,
      segment: 'HEALTHCARE',
      rows: [
        // (16 + 20 · 20/90) / 72, (4 + 20 · 20/90) / 58, (0 + 20 · 20/90) / 20
        { rep: 'ana', won: 16, leads: 52, teamWon: 20, teamLeads: 90, chance: '28.39', owed: 0 },
        { rep: 'ben', won: 4, leads: 38, teamWon: 20, teamLeads: 90, chance: '14.55', owed: 0 },
        { rep: 'cy', won: 0, leads: 0, teamWon: 20, teamLeads: 90, chance: '22.22', owed: 0 },
      ],
    });
    expect(decision.changes.map(({ kind }) => kind)).toStrictEqual(['open', 'count']);
  });

  it.each([
    ['without a segment', {}],
    ['in a segment of which nobody had a lead', { trade: 'Fishing' }],
  ])('are over all %s', (_, lead) => {
    const { pick } = firstAttempt(decideWith(bound(ROWS), lead));
    expect(pick).not.toHaveProperty('segment');
    expect(pick).toMatchObject({
      rows: [
        { won: 17, leads: 92, teamWon: 30, teamLeads: 150 },
        { won: 13, leads: 58 },
        { won: 0, leads: 0 },
      ],
    });
  });

  it('are 0 for whom nothing is known without strength, and equals take turns', () => {
    const models = bound([{ rep: 'ana', won: 0, leads: 5 }], { strength: 0 });
    expect(firstAttempt(decideWith(models, {})).pick).toMatchObject({
      rep: 'ana',
      rows: [{ chance: '0.00' }, { chance: '0.00' }, { chance: '0.00' }],
      tie: { by: 'rotation', pool: 'team:sales', among: ['ana', 'ben', 'cy'] },
    });
  });

  it('are compared exactly, not as they are shown', () => {
    const models = bound(
      [
        { rep: 'ana', won: 333_333_333, leads: 999_999_999 },
        { rep: 'ben', won: 333_333_333, leads: 999_999_998 },
      ],
      { strength: 0 },
    );
    const { pick } = firstAttempt(decideWith(models, {}));
    expect(pick).toMatchObject({ rep: 'ben', rows: [{ chance: '33.33' }, { chance: '33.33' }, {}] });
    expect(pick).not.toHaveProperty('tie');
  });
});

describe('without a model', () => {
  it('everybody is as likely, and the decision says that there was none', () => {
    const decision = decideWith(undefined, { trade: 'Healthcare' });
    expect(firstAttempt(decision).pick).toMatchObject({
      kind: 'likelihood',
      model: 'wins',
      rep: 'ana',
      tie: { among: ['ana', 'ben', 'cy'] },
    });
    expect(firstAttempt(decision).pick).not.toHaveProperty('hash');
    expect(decision.inputs.answers).toMatchObject({ 'model wins': null });
  });
});

describe('the least share', () => {
  const often = [
    { rep: 'ana', won: 90, leads: 100 },
    { rep: 'ben', won: 20, leads: 100 },
    { rep: 'cy', won: 10, leads: 100 },
  ];
  const route = (
    leastShare: number,
    count: number,
  ): { readonly took: readonly string[]; readonly state: MemoryState; readonly decisions: readonly Decision[] } => {
    const state = memoryState();
    const models = bound(often, { leastShare });
    const decisions = Array.from({ length: count }, () => {
      const decision = decideWith(models, {}, state);
      state.apply(decision.changes);
      return decision;
    });
    return { took: decisions.map(({ outcome }) => (outcome.kind === 'assigned' ? outcome.rep : '')), state, decisions };
  };
  const expectNoneOwes = (state: MemoryState): void => {
    const ledger = state.data().pools.find(({ pool }) => pool === 'least:team:sales')?.ledger;
    for (const one of Object.values(ledger?.balances ?? { none: -1 })) expect(one).toBeGreaterThanOrEqual(0);
  };
  const shareOf = (took: readonly string[], rep: string): number => took.filter((one) => one === rep).length;

  it('gives everybody theirs, and the rest to the best', () => {
    const { took } = route(10, 101);
    // Of the two who are owed a lead at once, one waits for the next.
    expect([shareOf(took, 'ana'), shareOf(took, 'ben'), shareOf(took, 'cy')]).toStrictEqual([81, 10, 10]);
    expect(took.slice(0, 11)).toStrictEqual([...Array(9).fill('ana'), 'ben', 'cy']);
  });

  it('at its greatest is equal shares', () => {
    const { took } = route(33.33, 300);
    for (const rep of ['ana', 'ben', 'cy']) expect(Math.abs(shareOf(took, rep) - 100)).toBeLessThanOrEqual(2);
  });

  it('never lets a balance fall below 0, and says what decided', () => {
    const { state, decisions } = route(10, 30);
    // The other pool breaks ties.
    expect(state.data().pools.map(({ pool }) => pool)).toStrictEqual(['least:team:sales', 'team:sales']);
    expectNoneOwes(state);
    const tenth = PARTS_PER_LEAD / 10;
    const [first, tenthLead] = [decisions[0], decisions[9]];
    expect(first?.changes[0]).toStrictEqual({
      kind: 'ledger',
      pool: 'least:team:sales',
      shares: { ana: PARTS_PER_LEAD, ben: tenth, cy: tenth },
      winner: 'ana',
    });
    expect(first?.attempts[0]?.pick).not.toHaveProperty('guard');
    expect(tenthLead?.attempts[0]?.pick).toMatchObject({
      rep: 'ben',
      guard: { pool: 'least:team:sales', leastShare: 10 },
      tie: { among: ['ben', 'cy'] },
      rows: [{ owed: 0 }, { owed: 9 * tenth }, { owed: 9 * tenth }],
    });
  });

  it('of 0 keeps no ledger', () => {
    expect(route(0, 5).state.data().pools).toStrictEqual([]);
  });

  it('counts a lead that comes again once', () => {
    const state = memoryState();
    const models = bound(often, { leastShare: 10 });
    const first = decideWith(models, {}, state);
    state.apply(first.changes);
    const turns = first.changes.flatMap((one) =>
      one.kind === 'ledger' ? [{ pool: one.pool, shares: one.shares, winner: one.winner }] : [],
    );
    const again = { cause: 'reassign', first: first.at, had: ['ana'], temporaryUsed: false, turns } as const;
    const second = decide(here.plan, here.read({ id: 'L1' }), { ...here.world(AT, state), models }, { again });
    expect(second.outcome).toMatchObject({ rep: 'ben' });
    expect(second.changes.map(({ kind }) => kind)).toStrictEqual(['never-counted', 'ledger', 'open', 'count']);
    expect(redecide(here.plan, second)).toStrictEqual(second);
    state.apply(second.changes);
    expectNoneOwes(state);
  });

  it('stands under a temporary owner: what the lead cost before is not taken back', () => {
    const { route } = here.plan.policy;
    const [all] = route.rules;
    if (all?.action.kind !== 'route') throw new Error('one rule, which routes');
    const entry = { to: { kind: 'team', team: 'sales' }, for: { amount: 2, unit: 'hour' } } as const;
    const action = { ...all.action, fallback: [entry] };
    const gone = { ...member('zoe', { left: { on: '2020-01-01' } }), team: 'former' };
    const teams = [
      { id: 'former', label: 'Former', members: ['zoe'], counts: [] },
      { id: 'sales', label: 'Sales', members: ['ana', 'ben', 'cy'], counts: [] },
    ];
    const later = scene(
      teamPolicy([...trio, gone], all.action.pick, {
        teams,
        route: { ...route, rules: [{ ...all, action: { ...action, to: { kind: 'team', team: 'former' } } }] },
      }),
    );
    const state = memoryState();
    const models = bound(often, { leastShare: 10 });
    const turns = [{ pool: 'least:team:sales', shares: { ana: PARTS_PER_LEAD, ben: 5, cy: 5 }, winner: 'ana' }];
    state.apply(turns.map((turn) => ({ kind: 'ledger', ...turn }) as const));
    const again = { cause: 'reassign', first: AT, had: ['ana'], temporaryUsed: false, turns } as const;
    const decision = decide(later.plan, later.read({ id: 'L1' }), { ...later.world(AT, state), models }, { again });
    expect(decision.outcome).toMatchObject({ rep: 'ben', until: '2026-11-24T11:00:00Z' });
    expect(decision.attempts[1]?.pick).toMatchObject({ rows: [{ owed: 5 }, { owed: 5 }] });
    expect(decision.changes.map(({ kind }) => kind)).toStrictEqual(['open', 'count']);
    expect(redecide(later.plan, decision)).toStrictEqual(decision);
  });
});

describe('a segment by a private field', () => {
  const policy = teamPolicy(trio, { strategy: { kind: 'likelihood', model: 'wins' } });
  const [id, trade] = policy.lead.fields;
  if (id === undefined || trade === undefined) throw new Error('two fields');
  const hiding = scene({ ...policy, lead: { blank: [], fields: [id, { ...trade, private: true }] } });

  it('is refused, and read by nobody where the host binds it all the same', () => {
    const { issues } = bindModels(hiding.plan, new Map([['wins', model(ROWS)]]));
    expect(issues).toMatchObject([{ severity: 'error', kind: 'private-field' }]);
    const forced: Models = {
      facts: () => ({ hash: 'x', segmentBy: 'trade', strength: 1, leastShare: 0 }),
      wins: (_model, _rep, segment) => {
        expect(segment).toBeUndefined();
        return { won: 0, leads: 0, teamWon: 0, teamLeads: 0 };
      },
    };
    const decision = decideWith(forced, { trade: 'Zebra' }, memoryState(), hiding);
    expect(canonicalJson(decision).toLowerCase()).not.toContain('zebra');
  });
});
