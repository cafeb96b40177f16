// Seeds one broken rule at a time in a small repository held in memory: each must be found, at its place, alone.
import { describe, expect, test } from 'vitest';
import { findViolations } from '../boundaries/find-violations.ts';

const manifest = (dependencies: Record<string, string> = {}, exports: readonly string[] = ['index.ts']): string =>
  JSON.stringify({
    exports: Object.fromEntries(exports.map((file) => [`./${file}`, { source: `./src/${file}` }])),
    dependencies,
  });

/** A repository that keeps every rule. */
const sound: Readonly<Record<string, string>> = {
  'packages/ir/package.json': manifest(),
  'packages/ir/src/index.ts': "// The entry.\nexport { type Policy } from './policy.ts';\n",
  'packages/ir/src/policy.ts': '// A policy.\nexport interface Policy {\n  readonly name: string;\n}\n',
  'packages/dsl/package.json': manifest({ '@fairlead/ir': 'workspace:*', chevrotain: '13.2.0' }),
  'packages/dsl/src/index.ts': "// The entry.\nexport { lower } from './lower.ts';\n",
  'packages/dsl/src/lower.ts': [
    '// Turns text into a policy.',
    "import { createToken } from 'chevrotain';",
    "import type { Policy } from '@fairlead/ir';",
    'export const lower = (name: string): Policy => ({ name: createToken({ name }).name });',
    '',
  ].join('\n'),
  'packages/dsl/test/lower.test.ts': [
    "import { readFileSync } from 'node:fs';",
    "import { fixture } from '@fairlead/testkit';",
    "import { lower } from '../src/index.ts';",
    'lower(readFileSync(fixture, "utf8"));',
    '',
  ].join('\n'),
  'packages/runtime/package.json': manifest({ '@fairlead/ir': 'workspace:*', 'date-fns': '4.4.0' }, [
    'index.ts',
    'time/index.ts',
  ]),
  'packages/runtime/src/index.ts': "// The entry.\nexport { decide } from './decide.ts';\n",
  'packages/runtime/src/decide.ts': [
    '// Turns a policy and a lead into a decision.',
    "import type { Policy } from '@fairlead/ir';",
    "import { parse } from 'date-fns';",
    "export const decide = (policy: Policy): Date => parse(policy.name, 'yyyy', new Date(0));",
    '',
  ].join('\n'),
  'packages/runtime/src/time/index.ts': "// The entry.\nexport { zone } from './zone.ts';\n",
  'packages/runtime/src/time/zone.ts': '// Names a zone.\nexport const zone = new Intl.Locale("en").language;\n',
};

/** The sound repository with some files changed; a text that starts with `+` is added to the end of the file. */
function findIn(changes: Readonly<Record<string, string>>): readonly string[] {
  const files = new Map(Object.entries(sound));
  for (const [path, text] of Object.entries(changes)) {
    files.set(path, text.startsWith('+') ? `${files.get(path) ?? ''}${text.slice(1)}\n` : text);
  }
  return findViolations(files).map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}

test('a repository that keeps the rules has no violations', () => {
  expect(findIn({})).toEqual([]);
});

describe('arrows', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
    [
      'runtime imports dsl',
      { 'packages/runtime/src/decide.ts': "+import { lower } from '@fairlead/dsl';" },
      ['packages/runtime/src/decide.ts:5 arrow'],
    ],
    [
      'dsl imports runtime for a type only',
      { 'packages/dsl/src/lower.ts': "+import type { Decision } from '@fairlead/runtime';" },
      ['packages/dsl/src/lower.ts:5 arrow'],
    ],
    [
      'ir imports dsl while it runs',
      { 'packages/ir/src/policy.ts': "+export const late = import('@fairlead/dsl');" },
      ['packages/dsl/src/index.ts:1 cycle', 'packages/ir/src/policy.ts:5 arrow'],
    ],
    [
      'a type is imported in place',
      { 'packages/ir/src/policy.ts': "+export type Late = import('@fairlead/dsl').Ast;" },
      ['packages/dsl/src/index.ts:1 cycle', 'packages/ir/src/policy.ts:5 arrow'],
    ],
    [
      'a relative path leads into another package',
      { 'packages/runtime/src/decide.ts': "+import type { Policy as P } from '../../ir/src/policy.ts';" },
      ['packages/runtime/src/decide.ts:5 arrow'],
    ],
    [
      'sources import the testkit',
      { 'packages/dsl/src/lower.ts': "+export { fixture } from '@fairlead/testkit';" },
      ['packages/dsl/src/lower.ts:5 arrow'],
    ],
    [
      'a test of one engine imports the other',
      { 'packages/dsl/test/lower.test.ts': "+import { decide } from '@fairlead/runtime';" },
      ['packages/dsl/test/lower.test.ts:5 arrow'],
    ],
    [
      'package.json names what may not be imported',
      {
        'packages/ir/package.json': manifest({ '@fairlead/dsl': 'workspace:*' }),
        'packages/ir/src/policy.ts': "+import { lower } from '@fairlead/dsl';",
      },
      ['packages/dsl/src/index.ts:1 cycle', 'packages/ir/package.json:1 arrow', 'packages/ir/src/policy.ts:5 arrow'],
    ],
    [
      'a package nobody has heard of',
      { 'packages/extra/package.json': manifest(), 'packages/extra/src/index.ts': '// The entry.\nexport {};\n' },
      ['packages/extra/package.json:1 package'],
    ],
  ];
  test.each(cases)('%s', (_, changes, expected) => {
    expect(findIn(changes)).toEqual(expected);
  });
});

describe('circles', () => {
  test('two modules that take types from each other', () => {
    expect(
      findIn({
        'packages/ir/src/policy.ts': "+import type { Rule } from './rule.ts';\nexport type First = Rule;",
        'packages/ir/src/rule.ts':
          "// A rule.\nimport type { Policy } from './policy.ts';\nexport type Rule = Policy;\n",
      }),
    ).toEqual(['packages/ir/src/policy.ts:1 cycle']);
  });

  test('the message walks the circle', () => {
    const files = new Map([
      ['packages/ir/src/a.ts', "// a\nimport type { B } from './b.ts';\nexport type A = B;\n"],
      ['packages/ir/src/b.ts', "// b\nimport type { C } from './c.ts';\nexport type B = C;\n"],
      ['packages/ir/src/c.ts', "// c\nimport type { A } from './a.ts';\nexport type C = A;\n"],
    ]);
    expect(findViolations(files).map(({ message }) => message)).toEqual([
      'These import each other, types included: packages/ir/src/a.ts → packages/ir/src/b.ts → packages/ir/src/c.ts → packages/ir/src/a.ts.',
    ]);
  });

  test('a circle through two packages', () => {
    expect(findIn({ 'packages/ir/src/policy.ts': "+import type { lower } from '@fairlead/dsl';" })).toEqual([
      'packages/dsl/src/index.ts:1 cycle',
      'packages/ir/src/policy.ts:5 arrow',
    ]);
  });

  test('two separate circles are two violations, and what only leads to one is none', () => {
    const link = (to: string): string => `// A link.\nimport type { X as Y } from './${to}.ts';\nexport type X = Y;\n`;
    const files = new Map([
      ['packages/ir/src/a.ts', link('b')],
      ['packages/ir/src/b.ts', link('a')],
      ['packages/ir/src/c.ts', link('d')],
      ['packages/ir/src/d.ts', link('c')],
      ['packages/ir/src/z.ts', link('a')],
    ]);
    expect(findViolations(files).map(({ file }) => file)).toEqual(['packages/ir/src/a.ts', 'packages/ir/src/c.ts']);
  });
});

describe('entries', () => {
  test.each([
    ['its own index', 'packages/ir/src/policy.ts', "+import './index.ts';"],
    ['its own name', 'packages/ir/src/policy.ts', "+import '@fairlead/ir';"],
    ['another entry of its own', 'packages/runtime/src/decide.ts', "+export { zone } from './time/index.ts';"],
  ])('a module imports %s', (_, path, text) => {
    expect(findIn({ [path]: text }).filter((line) => !line.endsWith(' cycle'))).toEqual([`${path}:5 entry`]);
  });

  test.each(["+export * from './policy.ts';", "+export * as policy from './policy.ts';"])('%s', (text) => {
    expect(findIn({ 'packages/ir/src/index.ts': text })).toEqual(['packages/ir/src/index.ts:3 star']);
  });
});

describe('purity', () => {
  test.each([
    'export const at = Date.now();',
    'export const at = new Date();',
    'export const at = Date();',
    'export const at = new UTCDate();',
    'export const at = Temporal.Now.instant();',
    'export const at = performance.now();',
    'export const chance = Math.random();',
    'export const order = "a".localeCompare("b");',
    'export const big = "a".toLocaleUpperCase();',
    'export const parts = new Intl.DateTimeFormat("en");',
    'export const zone = Intl.DateTimeFormat().resolvedOptions();',
    'export const made = new Function("return 1");',
    'export const made = Function("return 1");',
    'export const made = eval("1");',
    'export const made = fetch("x");',
    "import { readFileSync } from 'node:fs';",
    "import { readFileSync } from 'fs';",
    "import { isPast } from 'date-fns';",
    "import { formatDistanceToNow } from 'date-fns';",
  ])('%s', (line) => {
    expect(findIn({ 'packages/runtime/src/decide.ts': `+${line}` })).toEqual(['packages/runtime/src/decide.ts:5 pure']);
  });

  test('the same words in comments, texts and other places do no harm', () => {
    const harmless = [
      '// Date.now() and eval() are for others.',
      'export const advice = "never new Date(), Math.random() or toLocaleString()";',
      'export const epoch = new Date(0);',
      'export const now = { now: 1 }.now;',
    ];
    expect(findIn({ 'packages/runtime/src/decide.ts': `+${harmless.join('\n')}` })).toEqual([]);
  });

  test('the time folder may use Intl, and still has no clock', () => {
    expect(findIn({ 'packages/runtime/src/time/zone.ts': '+export const at = Date.now();' })).toEqual([
      'packages/runtime/src/time/zone.ts:3 pure',
    ]);
  });

  test('the command line may use Node and the clock', () => {
    expect(
      findIn({
        'packages/cli/package.json': manifest(),
        'packages/cli/src/index.ts': "// The entry.\nimport 'node:fs';\nexport const at = Date.now();\n",
      }),
    ).toEqual([]);
  });
});

describe('dependencies', () => {
  test('imported and not declared', () => {
    expect(findIn({ 'packages/ir/src/policy.ts': "+import 'left-pad/deep';" })).toEqual([
      'packages/ir/src/policy.ts:5 dependency',
    ]);
  });

  test.each([
    ['not pinned', { chevrotain: '^13.2.0', '@fairlead/ir': 'workspace:*' }],
    ['another copy of a package of this repository', { chevrotain: '13.2.0', '@fairlead/ir': '0.1.0' }],
    ['declared and not imported', { chevrotain: '13.2.0', '@fairlead/ir': 'workspace:*', 'left-pad': '1.3.0' }],
  ])('%s', (_, dependencies) => {
    expect(findIn({ 'packages/dsl/package.json': manifest(dependencies) })).toEqual([
      'packages/dsl/package.json:1 dependency',
    ]);
  });
});

describe('texts', () => {
  test('a module without a first comment', () => {
    expect(findIn({ 'packages/ir/src/bare.ts': 'export const bare = 1;\n' })).toEqual([
      'packages/ir/src/bare.ts:1 header',
    ]);
  });

  test('a module that is too long', () => {
    const text = `// Long.\n${'export {};\n'.repeat(500)}`;
    expect(findIn({ 'packages/ir/src/long.ts': text, 'packages/ir/src/tables.gen.ts': text })).toEqual([
      'packages/ir/src/long.ts:1 length',
    ]);
  });

  test.each(['export const n = given as number;', 'export const n = given!;', 'export const n = <number>given;'])(
    'a cast without its reason: %s',
    (line) => {
      const given = 'export declare const given: number | undefined;\nexport const gap = 1;';
      expect(findIn({ 'packages/ir/src/policy.ts': `+${given}\n${line}` })).toEqual([
        'packages/ir/src/policy.ts:7 cast',
      ]);
      expect(findIn({ 'packages/ir/src/policy.ts': `+${given}\n// The table has it.\n${line}` })).toEqual([]);
      expect(findIn({ 'packages/ir/src/policy.ts': `+${given}\n${line} // The table has it.` })).toEqual([]);
    },
  );

  test('`as const` needs no reason', () => {
    expect(findIn({ 'packages/ir/src/policy.ts': '+export const kinds = ["a"] as const;' })).toEqual([]);
  });

  test('a module that cannot be read', () => {
    expect(findIn({ 'packages/ir/src/policy.ts': '// Broken.\nexport const = ;\n' })).toContain(
      'packages/ir/src/policy.ts:1 syntax',
    );
  });
});
