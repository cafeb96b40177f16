// Private fields: their conditions are decided, and nothing that is kept holds their values.
import type { Condition, Value } from '@fairlead/ir';
import {
  compare,
  field,
  fixed,
  freeMail,
  lead,
  one,
  plain,
  policyOf,
  rule,
  signals,
  text,
  type,
} from '@fairlead/testkit/ir-builders';
import { expect, test } from 'vitest';
import { readLead } from '../../src/input/read-lead.ts';
import { restoreLead } from '../../src/input/restore-lead.ts';
import { sealAll, startEval } from '../../src/plan/eval.ts';
import { recordingWorld } from '../../src/record/recording-world.ts';
import { CONTEXT, planOf, worldOf } from './sample.ts';

const domain = (...path: readonly string[]): Value => ({ kind: 'domain', of: lead(...path) });
const acme = fixed('canary-domain.example');

const CONDITIONS: readonly (readonly [Condition, boolean])[] = [
  [compare('text', domain('mail'), 'is', acme), true],
  [freeMail(lead('mail')), false],
  [freeMail(lead('other')), true],
  [plain('missing', domain('other')), true],
  [compare('text', lead('name'), 'is', fixed('Canary')), true],
  [text(lead('name'), 'starts-with', one('x')), false],
  // Inside a private record even the domain is private.
  [compare('text', domain('vault', 'mail'), 'is', acme), true],
  [freeMail(lead('vault', 'mail')), false],
  [compare('text', domain('vault', 'site'), 'is', fixed('canary.example')), true],
  [freeMail(lead('vault', 'site')), false],
  [compare('text', domain('account', 'mail'), 'is', acme), true],
  [compare('text', domain('account', 'site'), 'is', fixed('open.example')), true],
  [signals(lead('calls'), one('canary call')), true],
];

const policy = policyOf({
  fields: [
    field('mail', type('email'), { private: true }),
    field('other', type('email'), { private: true }),
    field('name', type('text'), { private: true }),
    field('calls', type('signals'), { private: true }),
    field('vault', { kind: 'record', record: 'box' }, { private: true }),
    field('account', { kind: 'record', record: 'box' }),
  ],
  records: [
    {
      name: 'box',
      source: 'boxes',
      blank: [],
      fields: [field('mail', type('email'), { private: true }), field('site', type('text'), { optional: true })],
    },
  ],
  rules: CONDITIONS.map(([condition], index) => rule(String(index), condition)),
});

test('conditions on private fields hold, are recorded by their outcome, and come out the same again', () => {
  const plan = planOf(policy);
  const reading = readLead(
    plan,
    {
      id: 'L1',
      mail: 'canary@mail.canary-domain.example',
      other: 'canary@gmail.com',
      name: 'Canary',
      calls: [{ kind: 'canary call', at: '2026-11-01T00:00:00Z' }],
      vault: { mail: 'canary@canary-domain.example', site: 'canary.example' },
      account: { mail: 'canary@canary-domain.example', site: 'www.open.example' },
    },
    'json',
    CONTEXT,
  );
  const world = recordingWorld(worldOf(policy));
  const e = startEval(plan, reading, world);
  expect(plan.rules.map(({ when }) => when?.(e))).toEqual(CONDITIONS.map(([, holds]) => holds));
  sealAll(plan, e);
  const kept = { lead: reading.recorded, answers: world.answers(), sealed: Object.fromEntries(e.sealed.noted) };
  expect(kept).toEqual({
    lead: {
      id: 'L1',
      mail: { private: true, domain: 'canary-domain.example' },
      other: { private: true },
      name: { private: true },
      calls: { private: true },
      vault: { private: true },
      account: { mail: { private: true, domain: 'canary-domain.example' }, site: 'www.open.example' },
    },
    answers: { 'domain www.open.example': 'open.example', 'free mail www.open.example': false },
    sealed: { 2: false, 3: true, 5: true, 6: false, 7: true, 8: false, 9: true, 10: false, 13: true },
  });
  expect(JSON.stringify(kept).toLowerCase().replaceAll('canary-domain.example', '')).not.toContain('canary');

  // Also where no rule was tried.
  const untried = startEval(plan, reading, worldOf(policy));
  sealAll(plan, untried);
  expect(Object.fromEntries(untried.sealed.noted)).toEqual(kept.sealed);

  const restored = restoreLead(plan, { id: 'L1', lead: JSON.parse(JSON.stringify(kept.lead)), issues: [] });
  if (restored === undefined) throw new Error('The recorded lead was refused.');
  const again = startEval(plan, restored, recordingWorld(worldOf(policy)), kept.sealed);
  expect(plan.rules.map(({ when }) => when?.(again))).toEqual(CONDITIONS.map(([, holds]) => holds));
});

test('a recorded lead that was changed by hand is refused, or is not recorded so again', () => {
  const plan = planOf(policy);
  const restored = (lead: Parameters<typeof restoreLead>[1]['lead']): unknown =>
    restoreLead(plan, { id: 'L1', lead, issues: [] })?.recorded;
  expect(restored({ id: 5 })).toBe(undefined);
  expect(restored({ id: 'L1', account: { mail: { private: true }, site: ['x'] } })).toBe(undefined);
  expect(restored({ id: 'L1', name: 'Canary' })).toEqual({ id: 'L1', name: { private: true } });
  expect(restored({ id: ' L1 ', more: 1 })).toEqual({ id: 'L1' });
});
