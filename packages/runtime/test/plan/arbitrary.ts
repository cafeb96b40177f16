// Random leads of the sample and random conditions on them, all of which a checked policy could hold.
import type { Condition, Value } from '@fairlead/ir';
import { and, compare, defined, fixed, lead, not, or, rep } from '@fairlead/testkit/ir-builders';
import fc from 'fast-check';
import { CONDITIONS } from './conditions.ts';

export const seed = 20261124;

const word = fc.constantFrom(
  'DE',
  'de',
  'FR',
  ' de ',
  'CTO',
  'Director',
  'Head of Sales',
  'Straße',
  'Acme',
  'ACME',
  '',
);
const mail = fc.constantFrom('ana@acme.example', 'Ana@MAIL.acme.example', 'x@gmail.com', 'b@bolt.example');
const instant = fc
  .integer({ min: Date.UTC(2026, 7, 1), max: Date.UTC(2026, 11, 1) })
  .map((ms) => new Date(ms).toISOString());
const date = instant.map((text) => text.slice(0, 10));
const signal = fc.record({ kind: fc.constantFrom('demo', 'call', 'pricing page', 'DEMO'), at: instant });
const number = fc.oneof(fc.integer({ min: -5, max: 1200 }), fc.constantFrom(0.1, 0.2, 0.3, 3, 999999999999999));
/** What no field is declared as. */
const garbage: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    '',
    'x'.repeat(300),
    -1,
    1e300,
    0.1 + 0.2,
    {},
    [],
    [null],
    [[]],
    { kind: 'text' },
    { private: true },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

const FIELDS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  email: mail,
  website: fc.constantFrom('https://www.acme.example', 'bolt.example'),
  company: word,
  title: word,
  country: word,
  sku: fc.constantFrom('aB-1', 'ab-1', 'DE-7', 'a'),
  employees: fc.integer({ min: 0, max: 1100 }),
  revenue: number,
  budget: number,
  opted_in: fc.boolean(),
  founded: date,
  created: instant,
  industry: fc.constantFrom('healthcare', 'Finance', 'Mining', 'security'),
  source: fc.constantFrom('form', 'EVENT'),
  languages: fc.array(word, { maxLength: 3 }),
  prices: fc.array(number, { maxLength: 3 }),
  activity: fc.array(signal, { maxLength: 4 }),
  interests: fc.dictionary(fc.constantFrom('price', 'Speed'), fc.integer({ min: 0, max: 5 })),
  owner: fc.constantFrom('ana', 'Ben Okafor', 'eve', 'U-2', 'nobody'),
  region: fc.constantFrom('closers', 'Heads'),
  account: fc.record(
    { name: word, tags: fc.array(word, { maxLength: 2 }), owner: fc.constantFrom('ana', 'eve'), tier: word },
    { requiredKeys: ['name'] },
  ),
  secret: word,
  mail,
  calls: fc.array(signal, { maxLength: 4 }),
};

/** A lead with any of the fields, each as declared, malformed or of another type. */
export const anyLead: fc.Arbitrary<Record<string, unknown>> = fc.record(
  Object.fromEntries(
    Object.entries(FIELDS).map(([name, good]) => [name, fc.oneof({ weight: 5, arbitrary: good }, garbage)]),
  ),
  { requiredKeys: [] },
);

/** A lead whose fields are all as declared. */
export const goodLead: fc.Arbitrary<Record<string, unknown>> = fc.record(FIELDS, { requiredKeys: [] });

/** Values by how they are compared. */
const values: Readonly<Record<'text' | 'number', fc.Arbitrary<Value>>> = {
  text: fc.constantFrom(
    lead('country'),
    lead('company'),
    lead('title'),
    lead('industry'),
    lead('secret'),
    lead('account', 'tier'),
    { kind: 'domain' as const, of: lead('email') },
    fixed('de'),
  ),
  number: fc.constantFrom(
    lead('employees'),
    lead('revenue'),
    { kind: 'sum' as const, of: [lead('revenue'), fixed(0.1)] },
    { kind: 'product' as const, of: [lead('revenue'), lead('employees')] },
    { kind: 'rep-load' as const },
    { kind: 'rating' as const, ratings: rep('skills'), by: lead('industry') },
    fixed(0.3),
  ),
};

const OPERATORS = ['is', 'is-not', '>', '>=', '<', '<='] as const;

/** A text and another, or a number and another. */
export const anyTexts: fc.Arbitrary<readonly [Value, Value]> = fc.tuple(values.text, values.text);
export const anyNumbers: fc.Arbitrary<readonly [Value, Value]> = fc.tuple(values.number, values.number);

const anyAtom: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom(...CONDITIONS),
  anyTexts.map(([a, b]) => compare('text', a, 'is', b)),
  fc.tuple(anyNumbers, fc.constantFrom(...OPERATORS)).map(([[a, b], operator]) => compare('number', a, operator, b)),
);

/** Conditions in conditions, some by the defines `one` and `two`. */
export const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyAtom,
    fc.constantFrom(defined('one'), defined('two')),
    tie('condition').map(not),
    fc.array(tie('condition'), { minLength: 2, maxLength: 4 }).map((parts) => and(...parts)),
    fc.array(tie('condition'), { minLength: 2, maxLength: 4 }).map((parts) => or(...parts)),
  ),
})).condition;
