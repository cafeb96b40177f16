// Whatever comes instead of a policy, the validator answers with issues and in reasonable time; it never throws.
import { type IrIssue, validatePolicy } from '@fairlead/ir';
import { samplePolicy } from '@fairlead/testkit/sample-policy';
import { expect, test } from 'vitest';

function issuesOf(json: unknown): readonly IrIssue[] {
  const result = validatePolicy(json);
  return result.ok ? [] : result.issues;
}

/** The sample with another condition in its first rule. */
function withWhen(when: unknown): unknown {
  const policy = JSON.parse(JSON.stringify(samplePolicy()));
  policy.route.rules[0].when = when;
  return policy;
}

test.each([[undefined], [null], [0], ['policy'], [[]], [{}], [() => 0], [Symbol('policy')], [new Map()]])(
  '%s',
  (json) => {
    expect(issuesOf(json)).not.toEqual([]);
  },
);

test('what is nested without end', () => {
  let when: unknown = { id: 1, kind: 'flag', value: { kind: 'lead', path: ['opted_in'] } };
  for (let i = 0; i < 100_000; i += 1) when = { id: i + 2, kind: 'not', of: when };
  expect(new Set(issuesOf(withWhen(when)).map(({ code }) => code))).toEqual(new Set(['too-deep']));
});

test('what refers to itself', () => {
  const when: Record<string, unknown> = { id: 1, kind: 'not' };
  when['of'] = when;
  expect(new Set(issuesOf(withWhen(when)).map(({ code }) => code))).toEqual(new Set(['too-deep']));
});

test('a long chain of defines is refused where it is too deep, without running out of stack', () => {
  const policy = JSON.parse(JSON.stringify(samplePolicy()));
  const name = (i: number): string => `d${String(i).padStart(6, '0')}`;
  const defines = Array.from({ length: 50_000 }, (_, i) => ({
    name: name(i),
    condition: { id: 1000 + i, kind: 'define', define: i === 49_999 ? 'hot' : name(i + 1) },
  }));
  policy.defines = [...defines, ...policy.defines];
  expect(new Set(issuesOf(policy).map(({ code }) => code))).toEqual(new Set(['too-deep']));
});

test('a circle of very many defines is one issue', () => {
  const policy = JSON.parse(JSON.stringify(samplePolicy()));
  const name = (i: number): string => `d${String(i).padStart(6, '0')}`;
  const defines = Array.from({ length: 20_000 }, (_, i) => ({
    name: name(i),
    condition: { id: 1000 + i, kind: 'define', define: name((i + 1) % 20_000) },
  }));
  policy.defines = [...defines, ...policy.defines];
  expect(issuesOf(policy).map(({ code }) => code)).toEqual(['circle']);
});

test('no more than a hundred issues about the structure', () => {
  expect(issuesOf(Array.from({ length: 1000 }, () => 0))).toHaveLength(1);
  const policy = JSON.parse(JSON.stringify(samplePolicy()));
  policy.lead.blank = Array.from({ length: 100_000 }, () => 0);
  expect(issuesOf(policy)).toHaveLength(100);
});

test('keys of the language under our feet are unknown like any other', () => {
  const json = JSON.parse('{"__proto__": {}, "constructor": {}, "toString": 1}');
  const codes = issuesOf(json).map(({ code, path, message }) => `${code} ${path} ${message}`);
  expect(codes).toContain('unknown-key  The key "__proto__" does not belong here');
  expect(codes).toContain('unknown-key  The key "toString" does not belong here');
  expect(codes).toContain('missing-key  The key "format" is missing');
});

test('long texts are cut short in messages, and say where they stand', () => {
  const policy = JSON.parse(JSON.stringify(samplePolicy()));
  policy.format = 'x'.repeat(10_000);
  policy.reps[0].values['a/b~c'] = 1;
  expect(issuesOf(policy)).toEqual([
    { path: '/format', code: 'structure', message: `Expected is "fairlead-ir/1", found "${'x'.repeat(57)}..."` },
    {
      path: '/reps/0/values/a~1b~0c',
      code: 'structure',
      message: 'Expected is a lower-case name such as "enterprise_eu", found "a/b~c"',
    },
  ]);
});

test('a table of very many rows that are all wrong, in reasonable time and with a bounded list', () => {
  const policy = JSON.parse(JSON.stringify(samplePolicy()));
  policy.tables[0].rows = Array.from({ length: 100_000 }, (_, i) => ({
    line: i + 2,
    keys: [`${i}|`, '9..1', ''],
    gives: { owner: 'zoe' },
  }));
  const issues = issuesOf(policy);
  expect(issues).toHaveLength(1000);
  expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(['invariant']));
});

test('a cell of a million alternatives', () => {
  const policy = JSON.parse(JSON.stringify(samplePolicy()));
  const cell = Array.from({ length: 120_000 }, (_, i) => `DE${i}`).join('|');
  policy.tables[0].rows[0].keys[0] = cell;
  expect(issuesOf(policy)).toEqual([]);
  policy.tables[0].rows[0].keys[0] = '|'.repeat(900_000);
  expect(issuesOf(policy).map(({ path }) => path)).toEqual(['/tables/0/rows/0/keys/0']);
});

test('very many matches, tables and arms that read each other', () => {
  const policy = JSON.parse(JSON.stringify(samplePolicy()));
  const [, family] = policy.matches;
  let id = 10_000;
  const nextId = (): string => {
    id += 1;
    return `"id":${id}`;
  };
  const renamed = (name: string): unknown =>
    JSON.parse(
      JSON.stringify(family)
        .replaceAll('"family"', `"${name}"`)
        .replaceAll(/"id":\d+/g, nextId),
    );
  policy.matches.push(...Array.from({ length: 5000 }, (_, i) => renamed(`m${i}`)));
  const { to } = policy.route.rules[6].action;
  to.arms = Array.from({ length: 10_000 }, (_, i) => ({ share: 0.01, to: { kind: 'queue', queue: `q${i}` } }));
  expect(new Set(issuesOf(policy).map(({ code }) => code))).toEqual(new Set(['unknown-name']));
});
