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

it('never repeats what stood in place of a record with private fields', () => {
  const plan = planOf(
    policyOf({
      fields: [
        field('account', { kind: 'record', record: 'account' }, { optional: true }),
        field('company', { kind: 'record', record: 'company' }, { optional: true }),
      ],
      records: [
        { name: 'account', source: 'accounts', blank: [], fields: [field('phone', type('text'), { private: true })] },
        {
          name: 'company',
          source: 'companies',
          blank: [],
          fields: [
            field('name', type('text')),
            field('size', type('count'), { optional: true }),
            field('account', { kind: 'record', record: 'account' }, { optional: true }),
          ],
        },
      ],
    }),
  );
  const said = (how: 'json' | 'csv', given: object): readonly string[] => {
    const decision = decide(plan, readLead(plan, { id: 'L1', ...given }, how, CONTEXT), worldOf(plan.policy));
    expect(JSON.stringify(decision)).not.toContain('canary');
    return explain(plan, decision).issues.map(({ words }) => words);
  };
  const account =
    'what account held (private) does not fit; expected the fields of account, as an object. It counts as missing.';
  expect(said('json', { account: [{ phone: 'canary' }] })).toEqual([account]);
  expect(said('json', { account: 'canary' })).toEqual([account]);
  expect(said('csv', { account: '{"phone": "canary"' })).toHaveLength(1);
  expect(said('json', { company: [{ account: { phone: 'canary' } }] })).toHaveLength(1);
  expect(said('json', { company: { name: 'x', account: ['canary'] } })).toHaveLength(1);

  expect(said('json', { company: { size: 5 } })).toEqual([
    'company.name is missing; expected text in quotes. company cannot do without it, so all of company counts as missing.',
  ]);
  expect(said('json', { company: { name: 'x', size: 'y' } })).toEqual([
    expect.stringMatching(/^company\.size held "y"; expected .* It counts as missing\.$/),
  ]);
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
