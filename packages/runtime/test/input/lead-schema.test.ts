// The JSON Schema of a lead accepts what is read without an issue, and nothing else.
import type { Policy } from '@fairlead/ir';
import { field, policyOf, repOf, type } from '@fairlead/testkit/ir-builders';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leadSchema } from '../../src/input/lead-schema.ts';
import { readLead } from '../../src/input/read-lead.ts';
import { anyLead, goodLead, seed } from '../plan/arbitrary.ts';
import { CONTEXT, planOf, samplePolicy } from '../plan/sample.ts';
import { readingPolicy } from './reading.ts';

function validator(policy: Policy): ValidateFunction {
  return new Ajv2020({ strict: true, allErrors: true }).compile(leadSchema(policy));
}

/** The schema's answer and the reader's are the same. */
function agree(policy: Policy, validate: ValidateFunction, row: unknown): void {
  const { issues } = readLead(planOf(policy), row, 'json', CONTEXT);
  const accepted = validate(row);
  const why = { row, issues, errors: validate.errors };
  expect({ ...why, accepted }).toEqual({ ...why, accepted: issues.length === 0 });
}

describe('the schema and the reader agree', () => {
  const sample = samplePolicy([]);
  const validateSample = validator(sample);
  const plan = planOf(sample);

  test('on leads of every type, as declared or not', () => {
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.oneof(anyLead, goodLead),
        fc.constantFrom<unknown>('L1', 'L1', 'L1', '', 5, undefined),
        (fields, id) => {
          const row = JSON.parse(JSON.stringify(spelled({ id, ...fields })));
          const { issues } = readLead(plan, row, 'json', CONTEXT);
          if (issues.length === 0) accepted += 1;
          const valid = validateSample(row);
          // Digits are what a schema cannot count.
          const known = issues.every(({ kind }) => kind === 'too-many-digits') && valid;
          expect({ row, issues, errors: validateSample.errors, valid }).toMatchObject({
            valid: known || issues.length === 0,
          });
        },
      ),
      { seed, numRuns: 1500 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  /** As they are declared: reading takes choices and names in other spellings too, which the schema does not. */
  function spelled(row: Record<string, unknown>): Record<string, unknown> {
    const declared: Readonly<Record<string, string>> = { EVENT: 'event', Heads: 'heads' };
    const respell = (value: unknown): unknown => (typeof value === 'string' ? (declared[value] ?? value) : value);
    return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, respell(value)]));
  }

  const strict = policyOf({
    blank: ['N/A'],
    fields: [
      field('name', type('text')),
      field('size', type('count')),
      field('day', type('date')),
      field('at', type('time'), { optional: true, column: 'Created At' }),
      field('mail', type('email'), { private: true }),
      field('kind', { kind: 'choice', choices: ['a', 'b'], open: false }),
      field('owner', type('rep')),
      field('team', type('team'), { optional: true }),
      field('tags', { kind: 'list', of: { kind: 'choice', choices: ['x', 'y'], open: false } }),
      field('activity', type('signals')),
      field('home', { kind: 'record', record: 'place' }),
    ],
    records: [
      {
        name: 'place',
        source: 'places',
        blank: ['?'],
        fields: [field('city', type('text')), field('inside', { kind: 'record', record: 'place' }, { optional: true })],
      },
    ],
    repFields: [
      field('crm', type('code'), { optional: true, unique: true }),
      field('desk', type('count'), { optional: true, unique: true }),
    ],
    reps: [
      repOf('ana', 'sales', { label: 'Ana', values: { crm: 'U1', desk: 7 } }),
      repOf('ben', 'sales', { label: 'Same' }),
      repOf('cy', 'sales', { label: 'same' }),
    ],
  });
  const good = {
    id: 'L1',
    name: 'Acme',
    size: 3,
    day: '2024-02-29',
    mail: 'a@acme.example',
    kind: 'a',
    owner: 'ana',
    home: { city: 'Berlin' },
  };

  test.each<readonly [string, Record<string, unknown>]>([
    ['a whole lead', {}],
    ['more fields', { other: [1], __proto: 1 }],
    ['blank by the policy', { name: 'N/A' }],
    ['blank in an optional field', { 'Created At': 'N/A', team: '' }],
    ['white space', { name: ' \u00a0' }],
    ['white space around a date', { day: ' 2026-11-24\n' }],
    ['null in a required field', { name: null }],
    ['a missing number', { size: '' }],
    ['a fraction', { size: 2.5 }],
    ['a whole number with a point', { size: 2.0 }],
    ['a number as text', { size: '2' }],
    ['no leap year', { day: '2023-02-29' }],
    ['no leap century', { day: '1900-02-29' }],
    ['a leap century', { day: '2000-02-29' }],
    ['31 April', { day: '2026-04-31' }],
    ['the year 0', { day: '0000-01-01' }],
    ['an instant', { 'Created At': '2026-11-24T23:59:59.123456789+18:00' }],
    ['an instant with an offset too far', { 'Created At': '2026-11-24T23:59:59+18:01' }],
    ['an instant without a zone', { 'Created At': '2026-11-24T23:59:59' }],
    ['an instant at 24:00', { 'Created At': '2026-11-24T24:00Z' }],
    ['an instant under the inner name', { at: 5 }],
    ['no address', { mail: 'a@b@c' }],
    ['an address with white space', { mail: ' a@b ' }],
    ['no choice', { kind: 'c' }],
    ['a rep by label', { owner: 'Ana' }],
    ['a rep by code', { owner: 'U1' }],
    ['a rep by number', { owner: 7 }],
    ['a rep by a number as text', { owner: '7' }],
    ['a rep by a label of two', { owner: 'Same' }],
    ['nobody', { owner: 'zoe' }],
    ['no team', { team: 'x' }],
    ['a list with blanks', { tags: ['x', '', null, 'N/A', ' '] }],
    ['a list with something else', { tags: ['x', 'z'] }],
    ['a list of lists', { tags: [['x']] }],
    ['no list', { tags: 'x' }],
    ['a null list', { tags: null }],
    ['signals', { activity: [{ kind: 'a', at: '2026-11-24T23:59Z', more: 1 }] }],
    ['signals without a kind', { activity: [{ kind: ' ', at: '2026-11-24T23:59Z' }] }],
    ['signals without a time', { activity: [{ kind: 'a' }] }],
    ['a null signal', { activity: [null] }],
    ['a record in a record', { home: { city: 'Berlin', inside: { city: 'Mitte' } } }],
    ['a record in a record that lacks a field', { home: { city: 'Berlin', inside: { city: '?' } } }],
    ['a record that lacks a field', { home: {} }],
    ['a record that is a list', { home: [] }],
    ['a text of 100,001 letters', { name: 'x'.repeat(100_001) }],
    ['a text of 100,000 letters', { name: 'x'.repeat(100_000) }],
    ['100,001 spaces', { team: ' '.repeat(100_001) }],
    ['a list of 10,001 items', { tags: Array.from({ length: 10_001 }, () => 'x') }],
  ])('on %s', (_, change) => {
    agree(strict, validator(strict), { ...good, ...change });
  });

  test.each(Object.keys(good))('on a lead without %s', (key) => {
    agree(strict, validator(strict), Object.fromEntries(Object.entries(good).filter(([name]) => name !== key)));
  });

  test.each([[[]], [null], ['L1'], [5]])('on %j', (row) => {
    agree(strict, validator(strict), row);
  });
});

test('a policy without people still has a schema', () => {
  const policy: Policy = {
    ...policyOf({ fields: [field('owner', type('rep'), { optional: true })] }),
    reps: [],
    teams: [],
  };
  const validate = validator(policy);
  expect([validate({ id: 'L1' }), validate({ id: 'L1', owner: 'ana' })]).toEqual([true, false]);
});

test('the schema can be read', async () => {
  const json = `${JSON.stringify(leadSchema(readingPolicy()), undefined, 2)}\n`;
  await expect(json).toMatchFileSnapshot('goldens/lead-schema.json');
});
