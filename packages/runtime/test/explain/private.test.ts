// What explanations say about private fields: how each condition came out, never what it was compared with.
import type { Condition } from '@fairlead/ir';
import {
  age,
  and,
  compare,
  constant,
  field,
  fixed,
  inList,
  inRange,
  lasting,
  lead,
  not,
  one,
  plain,
  policyOf,
  routeTo,
  rule,
  several,
  signals,
  text,
  type,
} from '@fairlead/testkit/ir-builders';
import { expect, it } from 'vitest';
import { decide } from '../../src/decide/decide.ts';
import { explain } from '../../src/explain/explain.ts';
import { renderText } from '../../src/explain/render-text.ts';
import { whyNot } from '../../src/explain/why-not.ts';
import { readLead } from '../../src/input/read-lead.ts';
import { CONTEXT, planOf, worldOf } from '../plan/sample.ts';

const salary = lead('salary');
const raise = { kind: 'sum', of: [salary, fixed(7001)] } as const;

/** Each holds for the lead below, so what it compares with would tell what the field holds. */
const TOLD: readonly (readonly [Condition, string])[] = [
  [compare('text', lead('mail'), 'is', fixed('canary@x.example')), 'mail is … — mail is private'],
  [compare('text', lead('contact'), 'is', lead('mail')), 'contact is mail — mail is private'],
  [compare('number', salary, '>=', fixed(7001)), 'salary >= … — salary is private'],
  [compare('number', raise, 'is', fixed(14_002)), 'salary + … is … — salary + … is private'],
  [inRange('number', salary, constant(7001), constant(7001)), 'salary in … — salary is private'],
  [inList('text', lead('name'), [constant('canary')]), 'name in […] — name is private'],
  [text(lead('name'), 'starts-with', one('canary')), 'name starts with … — name is private'],
  [text(lead('name'), 'mentions', several('any', ['canary'])), 'name mentions any of […] — name is private'],
  [
    signals(lead('calls'), one('canary'), 1, lasting(7001, 'day')),
    'calls includes … within the last … — calls is private',
  ],
  [age('date', lead('born'), 'more-than-ago', lasting(7001, 'day')), 'born more than … ago — born is private'],
  [not(compare('text', lead('name'), 'is', fixed('canary 2'))), 'not (name is …) — name is private'],
  [plain('missing', lead('gone')), 'gone is missing — gone was missing'],
  [compare('text', lead('public'), 'is', fixed('seen')), 'public is "seen" — public was "seen"'],
];

const secret = { private: true, optional: true };

const policy = policyOf({
  fields: [
    field('mail', type('email'), secret),
    field('contact', type('text')),
    field('salary', type('number'), secret),
    field('name', type('text'), secret),
    field('calls', type('signals'), { private: true }),
    field('born', type('date'), secret),
    field('gone', type('text'), secret),
    field('public', type('text')),
  ],
  rules: [
    rule('Taken', and(...TOLD.map(([condition]) => condition)), {
      action: routeTo({ kind: 'queue', queue: 'triage' }),
    }),
    rule('After', compare('text', lead('name'), 'is', fixed('canary 2'))),
  ],
});

it('never shows what a private field was compared with', () => {
  const plan = planOf(policy);
  const given = {
    id: 'L1',
    mail: 'canary@x.example',
    contact: 'canary@x.example',
    salary: 7001,
    name: 'Canary',
    calls: [{ kind: 'canary', at: '2026-11-01T00:00:00Z' }],
    born: '1980-01-01',
    public: 'seen',
  };
  const decision = decide(plan, readLead(plan, given, 'json', CONTEXT), worldOf(policy));
  const explanation = explain(plan, decision);
  const said = renderText(explanation);
  for (const [, words] of TOLD) expect(said).toContain(`✓ ${words}\n`);

  const all = [explanation, whyNot(plan, decision, { kind: 'rule', id: 'After' })].map((one) => JSON.stringify(one));
  for (const text of [...all, said]) expect(text.toLowerCase()).not.toMatch(/canary|7001|14002|1980/);
});
