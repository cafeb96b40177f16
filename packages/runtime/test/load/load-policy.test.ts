// JSON that claims to be a policy becomes a plan, or what is wrong with it; never an error.
import { and, compare, defined, field, fixed, lead, policyOf, rule, type } from '@fairlead/testkit/ir-builders';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadPolicy } from '../../src/load/load-policy.ts';
import { seed } from '../plan/arbitrary.ts';
import { CONDITIONS } from '../plan/conditions.ts';
import { evalOf, planOf, samplePolicy, testsOf } from '../plan/sample.ts';

test('a policy becomes a plan with its hash, its names and its rules in order', () => {
  const policy = policyOf({
    fields: [field('country', type('text'), { optional: true })],
    rules: ['one', 'two'].map((name) => rule(name, compare('text', lead('country'), 'is', fixed(name)))),
  });
  const plan = planOf(policy);
  expect(plan.hash).toMatch(/^[0-9a-f]{64}$/);
  expect([...plan.lead.slots]).toEqual([
    ['id', 0],
    ['country', 1],
  ]);
  expect([...plan.reps.keys(), ...plan.teams.keys(), ...plan.queues.keys()]).toEqual(['ana', 'sales', 'triage']);
  expect(plan.rules.map(({ name, index }) => [name, index])).toEqual([
    ['one', 0],
    ['two', 1],
  ]);
  expect(plan.rules.map(({ when }) => when?.(evalOf(plan, { country: 'TWO' })))).toEqual([false, true]);
  expect(plan.otherwise.action.kind).toBe('route');
});

test('what is wrong is said', () => {
  const policy = policyOf({ rules: [rule('one', defined('nothing'))] });
  expect(loadPolicy(policy)).toMatchObject({
    ok: false,
    issues: [{ path: '/route/rules/0/when/define', code: 'unknown-name' }],
  });
});

test('any JSON, and any policy with one part changed, loads or says why', () => {
  const paths: (readonly (string | number)[])[] = [];
  const visit = (part: unknown, path: readonly (string | number)[]): void => {
    paths.push(path);
    if (typeof part !== 'object' || part === null) return;
    for (const [key, value] of Object.entries(part)) visit(value, [...path, Array.isArray(part) ? Number(key) : key]);
  };
  const policy = samplePolicy(CONDITIONS.slice(0, 40), { defines: { both: and(defined('a'), defined('b')) } });
  const good = samplePolicy(CONDITIONS.slice(0, 40));
  visit(good, []);
  const part = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>('ana', 'country', 0, -1, 1e300, [], {}, null, true));
  fc.assert(
    fc.property(fc.constantFrom(...paths), part, (path, value) => {
      const changed = replaced(good, path, value);
      const loaded = loadPolicy(changed);
      if (!loaded.ok) {
        expect(loaded.issues.length).toBeGreaterThan(0);
        return;
      }
      const e = evalOf(loaded.plan, { country: 'DE' });
      for (const holds of testsOf(loaded.plan)) expect(typeof holds(e)).toBe('boolean');
    }),
    { seed, numRuns: 600 },
  );
  expect(loadPolicy(policy).ok).toBe(false);
});

/** JSON with one part replaced. */
function replaced(json: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(json)) return json.map((item, index) => (index === key ? replaced(item, rest, value) : item));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, item]) => [name, name === key ? replaced(item, rest, value) : item]),
  );
}
