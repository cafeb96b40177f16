// The JSON Schema and the validator come from one description: they must agree on every JSON value, and the written schema must be the current one.
import { readFileSync } from 'node:fs';
import { policySchema, validatePolicy } from '@fairlead/ir';
import { samplePolicy } from '@fairlead/testkit/sample-policy';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const accepts = new Ajv2020({ strict: true, strictTypes: false }).compile(policySchema());

/** What the schema can say too. */
const STRUCTURAL: ReadonlySet<string> = new Set(['structure', 'missing-key', 'unknown-key', 'too-deep', 'too-large']);

function structureHolds(json: unknown): boolean {
  const result = validatePolicy(json);
  return result.ok || !result.issues.some(({ code }) => STRUCTURAL.has(code));
}

test('grammar/policy.schema.json is the current schema (node --conditions=source scripts/ir-schema.ts writes it)', () => {
  const written = readFileSync(new URL('../../../grammar/policy.schema.json', import.meta.url), 'utf8');
  expect(written).toBe(`${JSON.stringify(policySchema(), undefined, 2)}\n`);
});

test('both accept the sample', () => {
  expect(validatePolicy(samplePolicy())).toEqual({ ok: true, policy: samplePolicy() });
  expect(accepts(samplePolicy()), JSON.stringify(accepts.errors)).toBe(true);
});

test('the sample holds every kind that the schema knows', () => {
  const kinds = (json: unknown): readonly string[] => {
    if (typeof json !== 'object' || json === null) return [];
    const { kind, quantifier } = json as { readonly kind?: unknown; readonly quantifier?: unknown };
    return [kind, quantifier, ...Object.values(json).flatMap(kinds)].filter((found) => typeof found === 'string');
  };
  const used = new Set(kinds(samplePolicy()));
  const known = [
    ...JSON.stringify(policySchema()).matchAll(/"(?:kind|quantifier)":\{"(?:const":"([^"]+)"|enum":\[([^\]]+)\])/g),
  ].flatMap(([, one, several]) => one ?? several?.split(',').map((quoted) => quoted.slice(1, -1)) ?? []);
  expect(known.length).toBeGreaterThan(50);
  expect(known.filter((kind) => !used.has(kind))).toEqual([]);
});

/** Values that are put where others were. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1,
    1.5,
    1e15,
    1e300,
    7,
    1440,
    '',
    'a',
    'A',
    'ana',
    'EUR',
    'Europe/Berlin',
    'text',
    'rep',
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    [1],
    ['ana'],
    { kind: 'text' },
    { a: 1 },
    { 'no name': 1 },
    '2026-02-30',
    '2026-02-30T00:00:00Z',
  ),
  fc.constantFrom<unknown>(
    { kind: 'team', team: 'enterprise' },
    { kind: 'queue', queue: 'triage' },
    { kind: 'constructor' },
    '__proto__',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

type Change = {
  readonly at: number;
  readonly how: 'replace' | 'delete' | 'add' | 'duplicate' | 'copy';
  readonly value: unknown;
  readonly key: string;
};

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'delete', 'add', 'duplicate', 'copy'),
  value: strange,
  key: fc.constantFrom('kind', 'extra', 'calendar', 'list', 'field', 'rule', '__proto__', 'zone'),
});

/** Changes one place of the policy, found by counting. */
function apply(json: unknown, { at, how, value: given, key }: Change): void {
  const value = structuredClone(given);
  const places: { readonly holder: Record<string, unknown>; readonly name: string }[] = [];
  const visit = (here: unknown): void => {
    if (typeof here !== 'object' || here === null) return;
    for (const name of Object.keys(here)) {
      // Arrays and objects are both written by their keys here.
      const holder = here as Record<string, unknown>;
      places.push({ holder, name });
      visit(holder[name]);
    }
  };
  visit(json);
  const place = places[at % places.length];
  if (place === undefined) return;
  const { holder, name } = place;
  const here = holder[name];
  const put = (target: Record<string, unknown>, k: string, v: unknown): void => {
    Object.defineProperty(target, k, { value: v, enumerable: true, configurable: true, writable: true });
  };
  if (how === 'replace') put(holder, name, value);
  if (how === 'delete') Array.isArray(holder) ? holder.splice(Number(name), 1) : delete holder[name];
  if (how === 'add' && typeof here === 'object' && here !== null)
    Array.isArray(here) ? here.push(value) : put(here as Record<string, unknown>, key, value);
  if (how === 'duplicate' && Array.isArray(holder)) holder.push(structuredClone(here));
  if (how === 'copy') put(holder, name, structuredClone(places[(at * 7919) % places.length]?.holder));
}

const sample = JSON.stringify(samplePolicy());

test('schema and validator agree on policies that were changed here and there', () => {
  let broken = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const json: unknown = JSON.parse(sample);
      for (const one of changes) apply(json, one);
      const bySchema = accepts(json);
      if (!bySchema) broken += 1;
      if (structureHolds(json) !== bySchema) expect.fail(JSON.stringify(accepts.errors ?? 'the validator refuses it'));
    }),
    { seed: 4, numRuns: 3000 },
  );
  expect(broken).toBeGreaterThan(1000);
});

test('schema and validator agree on any JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(structureHolds(json)).toBe(accepts(json));
    }),
    { seed: 5, numRuns: 500 },
  );
});
