// What rules, targets, weights, queues and effects are compiled into; private values stay inside, whatever wrote the policy.
import type { Action, Effect, Policy, Target, Value } from '@fairlead/ir';
import {
  compare,
  field,
  fixed,
  lasting,
  lead,
  plain,
  policyOf,
  rep,
  repOf,
  routeTo,
  rule,
  toTeam,
  type,
} from '@fairlead/testkit/ir-builders';
import { describe, expect, test } from 'vitest';
import { withRep } from '../../src/plan/eval.ts';
import type { Eval } from '../../src/plan/evaluation.ts';
import type { PlanAction, PlanSplit, PlanTarget } from '../../src/plan/plan-route.ts';
import { evalOf, planOf } from './sample.ts';

const optional = { optional: true };

function sample(actions: readonly Action[], effects: readonly Effect[] = []): Policy {
  return policyOf({
    fields: [
      field('owner', type('rep'), optional),
      field('region', type('team'), optional),
      field('boss', type('rep'), { ...optional, private: true }),
      field('desk', type('team'), { ...optional, private: true }),
      field('mail', type('email'), { ...optional, private: true }),
      field('channel', type('text'), optional),
    ],
    repFields: [field('level', type('count'), optional)],
    reps: [
      repOf('ana', 'sales', { backup: 'ben', values: { level: 3 } }),
      repOf('ben', 'sales', { left: { on: '2026-01-01', successor: 'cy' } }),
      repOf('cy', 'heads'),
    ],
    teams: [
      { id: 'heads', label: 'Heads', members: ['cy'], counts: [] },
      { id: 'sales', label: 'Sales', manager: 'ben', members: ['ana', 'ben'], counts: [] },
    ],
    queues: [
      { id: 'late', label: 'Late', owner: 'cy' },
      {
        id: 'triage',
        label: 'Triage',
        owner: 'ana',
        priority: lead('mail'),
        claim: {
          within: { ...lasting(1, 'hour'), working: false },
          ladder: [
            {
              after: { ...lasting(2, 'hour'), working: false },
              step: { kind: 'route', to: { kind: 'queue', queue: 'late' } },
            },
            { after: { ...lasting(3, 'hour'), working: false }, step: { kind: 'reassign' } },
          ],
        },
      },
    ],
    rules: actions.map((action, index) =>
      rule(String(index), plain('known', lead('id')), { action, ...(index === 0 ? { effects } : {}) }),
    ),
  });
}

const value = (as: 'rep' | 'team', of: Value): Target => ({ kind: 'value', as, value: of });

/** Whom the primary target of each rule is. */
function whom(targets: readonly Target[], row: Record<string, unknown>): readonly string[] {
  const plan = planOf(sample(targets.map(routeTo)));
  const e = evalOf(plan, row);
  return plan.rules.map(({ action }) => (action.kind === 'route' ? describeTarget(action.to, e) : action.kind));
}

function describeTarget(to: PlanTarget | PlanSplit, e: Eval): string {
  switch (to.kind) {
    case 'split':
      return 'split';
    case 'rep':
      return `rep ${to.rep.id}`;
    case 'team':
      return `team ${to.team.id}: ${to.team.members.map(({ id }) => id).join(' ')}`;
    case 'queue':
      return `queue ${to.queue.id}`;
    case 'rep-value': {
      const pointed = to.read(e);
      const instead = pointed?.successorOf === undefined ? '' : ` for ${pointed.successorOf}`;
      return pointed === undefined ? 'nobody' : `rep ${pointed.rep.id}${instead}`;
    }
    case 'team-value':
      return to.read(e)?.id ?? 'nobody';
  }
}

describe('targets', () => {
  const owner = lead('owner');
  const all: readonly Target[] = [
    { kind: 'rep', rep: 'ben' },
    { kind: 'team', team: 'sales' },
    { kind: 'queue', queue: 'triage' },
    value('rep', owner),
    value('rep', { kind: 'backup', of: owner }),
    value('rep', { kind: 'manager', of: owner }),
    value('team', { kind: 'team-of', of: owner }),
    value('team', lead('region')),
  ];

  test('who is named in the text is meant, also after they have left; who data points at may have a successor', () => {
    expect(whom(all, { owner: 'ana', region: 'Heads' })).toEqual([
      'rep ben',
      'team sales: ana ben',
      'queue triage',
      'rep ana',
      'rep cy for ben',
      'rep cy for ben',
      'sales',
      'heads',
    ]);
    // The value is cy, wherever it stands.
    expect(whom(all.slice(3), { owner: 'ben' })).toEqual(['rep cy for ben', 'nobody', 'nobody', 'heads', 'nobody']);
  });

  test('a missing value is nobody', () => {
    expect(whom(all.slice(3), {})).toEqual(['nobody', 'nobody', 'nobody', 'nobody', 'nobody']);
  });

  test('a private value is nobody', () => {
    const hidden = [
      value('rep', lead('boss')),
      value('rep', { kind: 'backup', of: lead('boss') }),
      value('team', { kind: 'team-of', of: lead('boss') }),
      value('team', lead('desk')),
    ];
    expect(whom(hidden, { boss: 'ana', desk: 'sales' })).toEqual(['nobody', 'nobody', 'nobody', 'nobody']);
  });
});

test('values that leave the engine are missing where they are private, but for the domain', () => {
  const to = (of: Value): Effect => ({ verb: 'notify', channel: 'mail', to: { kind: 'value', value: of } });
  const effects = [
    to(lead('channel')),
    to(lead('mail')),
    to({ kind: 'domain', of: lead('mail') }),
    { ...to(lead('channel')), when: compare('text', lead('channel'), 'is', fixed('#a')) },
  ];
  const plan = planOf(sample([toTeam('sales')], effects));
  const e = evalOf(plan, { mail: 'canary@acme.example', channel: '#b' });
  const read = plan.rules[0]?.effects.map((effect) =>
    effect.to.kind === 'value' ? effect.to.read(e) : effect.to.text,
  );
  expect(read?.map((one) => (typeof one === 'object' && one.kind === 'text' ? one.raw : one))).toEqual([
    '#b',
    undefined,
    'acme.example',
    '#b',
  ]);
  expect(JSON.stringify(read)).not.toContain('canary');
  expect(plan.rules[0]?.effects.map(({ when }) => when?.(e))).toEqual([undefined, undefined, undefined, false]);
  expect(plan.queues.get('triage')?.priority?.read(e)).toBe(undefined);
});

test('where, weights and strategies look at a rep', () => {
  const action: Action = {
    kind: 'route',
    to: { kind: 'team', team: 'sales' },
    pick: {
      strategy: { kind: 'rotation', rule: '0' },
      where: plain('known', rep('level')),
      weight: [
        { weight: 2, applies: { kind: 'for', reps: ['ben'] } },
        { weight: 3, applies: { kind: 'when', condition: compare('number', rep('level'), '>', fixed(2)) } },
        { weight: 1, applies: { kind: 'otherwise' } },
      ],
      availableWithin: lasting(5, 'minute'),
      evenOffDuty: true,
      evenOverCapacity: false,
    },
    fallback: [{ to: { kind: 'queue', queue: 'triage' } }],
  };
  const highest: Action = {
    ...routeTo({ kind: 'team', team: 'sales' }),
    pick: {
      strategy: { kind: 'highest', value: rep('level') },
      weight: [],
      evenOffDuty: false,
      evenOverCapacity: true,
    },
  };
  const plan = planOf(sample([action, highest]));
  const looks = (id: string): Eval => {
    const e = evalOf(plan, {});
    const found = plan.reps.get(id);
    return found === undefined ? e : withRep(e, found);
  };
  const [first, second] = plan.rules.map(({ action: compiled }) => routed(compiled));
  expect(['ana', 'ben'].map((id) => first?.pick.where?.(looks(id)))).toEqual([true, false]);
  const fits = (id: string): readonly (number | false)[] => {
    return first?.pick.weight.map((line) => line.fits(looks(id)) && line.weight) ?? [];
  };
  expect([fits('ana'), fits('ben'), fits('nobody')]).toEqual([
    [false, 3, 1],
    [2, false, 1],
    [false, false, 1],
  ]);
  expect(first?.pick).toMatchObject({
    availableWithin: lasting(5, 'minute'),
    evenOffDuty: true,
    evenOverCapacity: false,
  });
  expect(first?.fallback.map(({ to }) => to.kind)).toEqual(['queue']);
  const strategy = second?.pick.strategy;
  expect(strategy?.kind === 'highest' ? strategy.read(looks('ana')) : undefined).toBe(3);
});

test('the ladder of a queue leads to queues', () => {
  const plan = planOf(sample([]));
  const ladder = plan.queues.get('triage')?.claim?.ladder;
  expect(
    ladder?.map(({ step, target }) => [step.step.kind, target?.kind === 'queue' ? target.queue.id : undefined]),
  ).toEqual([
    ['route', 'late'],
    ['reassign', undefined],
  ]);
});

function routed(action: PlanAction): Extract<PlanAction, { readonly kind: 'route' }> {
  if (action.kind !== 'route') throw new Error('This rule routes.');
  return action;
}
