// Whatever providers say: the lead is routed, deciding again gives the same bytes, an unchanged lead is a repetition, and nothing private is kept.
import { canonicalJson } from '@fairlead/ir';
import { compare, fixed, lead, one, plain, rule, text, toTeam } from '@fairlead/testkit/ir-builders';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decide } from '../../src/decide/decide.ts';
import { redecide } from '../../src/decide/redecide.ts';
import { isUnchanged } from '../../src/decide/route-lead.ts';
import { explain } from '../../src/explain/explain.ts';
import { renderMarkdown } from '../../src/explain/render-markdown.ts';
import { renderText } from '../../src/explain/render-text.ts';
import type { ProviderAnswer } from '../../src/world.ts';
import { AT_MS, domainOf, enricher, enriching, FIELDS, saying, worldOf } from './enriching.ts';

const NAMES = FIELDS.map(({ name }) => name).filter((name) => name !== 'website' && name !== 'tags');
const here = enriching(
  [enricher('first', NAMES), enricher('second', [...NAMES].reverse(), { provider: 'other', by: lead('email') })],
  [
    rule('Large', compare('number', lead('employees'), '>=', fixed(1000)), { action: toTeam('big') }),
    rule('Mobile', text(lead('phone'), 'starts-with', one('+4')), { action: toTeam('small') }),
    rule('Partner', compare('text', domainOf(lead('email')), 'is', fixed('mill.example')), { action: toTeam('small') }),
    rule('Owned', plain('known', lead('owner')), { action: { kind: 'nurture', track: 'x' } }),
  ],
);

/** Stands in every private value. */
const CANARY = 'canary';
const privateValue = fc.oneof(
  fc.constantFrom(`+43 ${CANARY}`, `${CANARY}@mill.example`, `${CANARY}@gmail.com`, ` ${CANARY} `, [CANARY], {
    a: CANARY,
  }),
);
const value = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    'N/A',
    'Harbour',
    'large',
    1200,
    -1,
    0.5,
    true,
    '2020-02-02',
    'ana',
    '1200',
    'yes',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const answered = fc.record({
  kind: fc.constant('answered' as const),
  askedAtMs: fc.constantFrom(AT_MS, AT_MS - 1, 0, Number.NaN, -1e300),
  values: fc
    .record(
      Object.fromEntries(NAMES.map((name) => [name, name === 'phone' || name === 'email' ? privateValue : value])),
      {
        requiredKeys: [],
      },
    )
    .map((values) => ({ ...values, constructor: 'x', __proto__: 'y' })),
  cells: fc.constantFrom(undefined, true as const),
});
// Providers are other people's: what they say is not typed.
const answer = fc.oneof(
  { weight: 5, arbitrary: answered },
  fc.constantFrom({ kind: 'late' }, { kind: 'failed', why: 'HTTP 503' }, { kind: 'nothing', askedAtMs: AT_MS }),
) as fc.Arbitrary<ProviderAnswer>;
const given = fc.record(
  {
    website: fc.constantFrom('harbour.example', ' '),
    email: fc.constantFrom(`${CANARY}@mill.example`, 'nonsense'),
    employees: fc.constantFrom<unknown>(5, 'x'),
    phone: fc.constant(`+43 ${CANARY}`),
  },
  { requiredKeys: [] },
);

it('routes, replays, repeats, and keeps nothing private', () => {
  fc.assert(
    fc.property(given, answer, fc.option(answer, { nil: undefined }), (fields, first, second) => {
      const reading = here.read({ id: 'L1', ...fields });
      const world = worldOf(here, saying({ first, ...(second === undefined ? {} : { second }) }));
      const decision = decide(here.plan, reading, world);
      const json = canonicalJson(decision);
      const again = redecide(here.plan, JSON.parse(json));
      expect(again && canonicalJson(again)).toBe(json);
      const explanation = explain(here.plan, decision);
      const said = json + canonicalJson(explanation) + renderText(explanation) + renderMarkdown(explanation);
      expect(said).not.toContain(CANARY);
      expect(isUnchanged(here.plan, decision, reading, worldOf(here, saying({ first: { kind: 'late' } })))).toBe(true);
      expect(decision.enriched.every(({ issues }) => issues.every(({ fatal }) => !fatal))).toBe(true);
      const filled = decision.enriched.flatMap((one) => one.filled);
      expect(new Set(filled).size).toBe(filled.length);
      expect(filled.filter((name) => Object.hasOwn(decision.inputs.lead, name))).toEqual([]);
    }),
    { seed: 4, numRuns: 2000 },
  );
});
