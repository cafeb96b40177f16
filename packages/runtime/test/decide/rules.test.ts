// Which rule takes a lead, where it ends, and what follows from that.
import type { Effect, Respond, Rule } from '@fairlead/ir';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/decision.ts';
import { memoryState } from '../../src/state/memory-state.ts';
import {
  compared,
  constant,
  field,
  lead,
  numbering,
  ofRep,
  policy,
  rep,
  routeTo,
  rule,
  toQueue,
  toRep,
  toTeam,
  toValue,
} from './routing-ir.ts';
import { instant, scene } from './scene.ts';

const AT = '2026-11-24T09:00:00Z';
const n = numbering();
const ask = n(compared(lead('size'), '>=', constant(10)));
const minutes = (amount: number): Respond => ({ within: { amount, unit: 'minute', working: false }, ladder: [] });
const slack = (to: string, more: Partial<Effect> = {}): Effect => ({
  verb: 'notify',
  channel: 'slack',
  to: { kind: 'text', text: to },
  ...more,
});

/** Two reps in sales and one in support; a lead with a size, an owner and a team. */
function decideWith(
  rules: readonly Rule[],
  given: object = {},
  more: { away?: string[]; otherwise?: Partial<Rule> } = {},
): Decision {
  const here = scene(
    policy({
      lead: {
        blank: [],
        fields: [
          field('id', { kind: 'code' }),
          field('size', { kind: 'count' }, { optional: true }),
          field('owner', { kind: 'rep' }, { optional: true }),
          field('crew', { kind: 'team' }, { optional: true }),
        ],
      },
      repFields: [field('link', 'text', { optional: true })],
      teams: [
        { id: 'sales', label: 'Sales', members: ['ana', 'ben'], counts: [] },
        { id: 'support', label: 'Support', manager: 'ana', members: ['cy'], counts: [] },
      ],
      reps: [
        rep('ana', 'Ana Ruiz', 'sales', { backup: 'cy', values: { link: 'https://book.acme.example/ana' } }),
        rep('ben', 'Ben Okafor', 'sales'),
        rep('cy', 'Cy Young', 'support', { left: { on: '2026-11-24' } }),
      ],
      queues: [
        { id: 'triage', label: 'Unrouted leads', owner: 'ana', priority: lead('size'), claim: minutes(90) },
        { id: 'vault', label: 'Vault', owner: 'ben' },
      ],
      route: {
        rules,
        otherwise: { action: routeTo(toQueue('triage')), effects: [], ...more.otherwise },
      },
    }),
  );
  const state = memoryState();
  for (const id of more.away ?? []) state.addLeave(id, { fromMs: instant(AT) });
  return here.decide({ id: 'L1', ...given }, AT, state);
}

describe('the rule', () => {
  it('is the first that holds', () => {
    const rules = [rule('big', ask, routeTo(toRep('ana'))), rule('rest', undefined, routeTo(toRep('ben')))];
    expect(decideWith(rules, { size: 10 })).toMatchObject({
      rule: 'big',
      outcome: { kind: 'assigned', rep: 'ana', team: 'sales' },
    });
    expect(decideWith(rules, { size: 9 })).toMatchObject({ rule: 'rest', outcome: { kind: 'assigned', rep: 'ben' } });
    expect(decideWith(rules)).toMatchObject({ rule: 'rest' });
  });

  it('is the ending where none holds', () => {
    expect(decideWith([rule('big', ask, routeTo(toRep('ana')))], { size: 3 })).toMatchObject({
      rule: 'otherwise',
      outcome: { kind: 'queued', queue: 'triage', priority: '3' },
      attempts: [{ place: 'otherwise', target: { kind: 'queue', id: 'triage' }, setAside: [] }],
      claim: { due: '2026-11-24T10:30:00Z' },
      changes: [],
    });
  });

  it('may nurture or reject, and then nobody is picked and nothing changes', () => {
    const nurtured = decideWith([rule('later', undefined, { kind: 'nurture', track: 'monthly' })]);
    expect(nurtured).toMatchObject({ outcome: { kind: 'nurtured', track: 'monthly' }, attempts: [], changes: [] });
    const rejected = decideWith([rule('no', undefined, { kind: 'reject', reason: 'spam' })]);
    expect(rejected).toMatchObject({ outcome: { kind: 'rejected', reason: 'spam' }, attempts: [], changes: [] });
  });

  it('never passes a lead to the next rule: only to its fallback, then to otherwise', () => {
    const rules = [
      rule('big', undefined, routeTo(toTeam('sales'), { fallback: [toRep('cy')] }), {
        respond: minutes(5),
        because: 'Why',
      }),
      rule('never', undefined, routeTo(toRep('ana'))),
    ];
    const decision = decideWith(
      [...rules.slice(0, 1)],
      { size: 7 },
      { away: ['ana', 'ben'], otherwise: { respond: minutes(50), because: 'Else' } },
    );
    expect(decision).toMatchObject({
      rule: 'big',
      outcome: { kind: 'queued', queue: 'triage', priority: '7' },
      because: 'Why',
      respond: { due: '2026-11-24T09:05:00Z' },
      claim: { due: '2026-11-24T10:30:00Z' },
      attempts: [
        {
          place: 'primary',
          target: { kind: 'team', id: 'sales' },
          setAside: [{ rep: 'ana', reason: { kind: 'away' } }, { rep: 'ben' }],
        },
        {
          place: 'fallback',
          index: 1,
          target: { kind: 'rep', id: 'cy' },
          setAside: [{ rep: 'cy', reason: { kind: 'left', on: '2026-11-24' } }],
        },
        { place: 'otherwise', target: { kind: 'queue', id: 'triage' } },
      ],
    });
  });

  it('hands on to the fallbacks of otherwise too', () => {
    const decision = decideWith(
      [rule('big', undefined, routeTo(toRep('cy')))],
      {},
      {
        otherwise: {
          action: routeTo(toRep('cy'), { fallback: [toRep('ben'), toQueue('vault')] }),
          respond: minutes(50),
        },
      },
    );
    expect(decision).toMatchObject({
      outcome: { kind: 'assigned', rep: 'ben' },
      respond: { due: '2026-11-24T09:50:00Z' },
    });
    expect(decision.attempts.map(({ place, index }) => [place, index])).toStrictEqual([
      ['primary', undefined],
      ['otherwise', undefined],
      ['otherwise-fallback', 1],
    ]);
  });
});

describe('a target that is a value', () => {
  it('goes to whom it points at', () => {
    expect(
      decideWith([rule('own', undefined, routeTo(toValue('rep', lead('owner'))))], { owner: 'Ben Okafor' }),
    ).toMatchObject({
      outcome: { kind: 'assigned', rep: 'ben', team: 'sales' },
      attempts: [{ target: { kind: 'rep', id: 'ben' }, from: 'owner', pick: { kind: 'only', rep: 'ben' } }],
    });
  });

  it('is nobody where it is missing', () => {
    const to = routeTo(toValue('rep', lead('owner')), {
      fallback: [toValue('rep', { kind: 'backup', of: lead('owner') }), toRep('ana')],
    });
    expect(decideWith([rule('own', undefined, to)])).toMatchObject({
      outcome: { kind: 'assigned', rep: 'ana' },
      attempts: [
        { place: 'primary', target: { kind: 'nobody' }, from: 'owner', setAside: [] },
        { place: 'fallback', index: 1, target: { kind: 'nobody' }, from: 'backup of owner' },
        { place: 'fallback', index: 2, target: { kind: 'rep', id: 'ana' } },
      ],
    });
  });

  it('may be a team, whose ledger then counts', () => {
    const to = routeTo(toValue('team', lead('crew')), {
      fallback: [toValue('team', { kind: 'team-of', of: lead('owner') })],
    });
    const decision = decideWith([rule('own', undefined, to)], { owner: 'ana' });
    expect(decision.outcome).toStrictEqual({ kind: 'assigned', rep: 'ana', team: 'sales' });
    expect(decision.attempts[1]).toMatchObject({
      from: 'team of owner',
      target: { kind: 'team', id: 'sales' },
      pick: { pool: 'team:sales' },
    });
  });
});

describe('effects', () => {
  const rules = (effects: readonly Effect[]): readonly Rule[] => [
    rule('all', undefined, routeTo(toTeam('sales')), { effects }),
  ];

  it('are those whose condition holds, in order, none twice', () => {
    const effects = [slack('#b'), slack('#a', { when: ask }), slack('#b'), slack('#c')];
    expect(decideWith(rules(effects), { size: 1 }).effects.map(({ to }) => to)).toStrictEqual(['#b', '#c']);
    expect(decideWith(rules(effects), { size: 11 }).effects.map(({ to }) => to)).toStrictEqual(['#b', '#a', '#c']);
  });

  it('read the rep that the lead went to', () => {
    const offer: Effect = { verb: 'offer', channel: 'booking', to: { kind: 'value', value: ofRep('link') } };
    expect(decideWith(rules([offer])).effects).toStrictEqual([
      { verb: 'offer', channel: 'booking', to: 'https://book.acme.example/ana' },
    ]);
    expect(decideWith(rules([offer]), {}, { away: ['ana'] }).effects).toStrictEqual([
      { verb: 'offer', channel: 'booking' },
    ]);
  });

  it('of otherwise are added where the rule found nobody', () => {
    const more = { away: ['ana', 'ben'], otherwise: { effects: [slack('#lost'), slack('#b')] } };
    expect(decideWith(rules([slack('#b')]), {}, more).effects.map(({ to }) => to)).toStrictEqual(['#b', '#lost']);
    expect(
      decideWith(rules([slack('#b')]), {}, { otherwise: more.otherwise }).effects.map(({ to }) => to),
    ).toStrictEqual(['#b']);
  });
});

describe('an invalid lead', () => {
  it('waits in the queue that otherwise leads to at last, with the issues', () => {
    const otherwise = { action: routeTo(toRep('ana'), { fallback: [toQueue('vault')] }) };
    const decision = decideWith([rule('all', undefined, routeTo(toRep('ana')))], { id: ' ', size: -1 }, { otherwise });
    expect(decision).toMatchObject({
      lead: 'row 1',
      outcome: { kind: 'invalid', queue: 'vault' },
      attempts: [],
      scores: [],
      changes: [],
      effects: [],
      issues: [
        { field: 'id', kind: 'missing', fatal: true },
        { field: 'size', held: '-1', fatal: false },
      ],
    });
    expect(decision).not.toHaveProperty('rule');
    expect(decision).not.toHaveProperty('claim');
  });

  it('has the queue’s clock running', () => {
    expect(decideWith([], { id: '' })).toMatchObject({
      outcome: { kind: 'invalid', queue: 'triage' },
      claim: { due: '2026-11-24T10:30:00Z' },
    });
  });
});
