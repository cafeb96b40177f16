// Seeds one mistake at a time in pages held in memory: each must be found at its line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@fairlead/dsl';
import { describe, expect, test } from 'vitest';
import { sampleCompiler } from '../docs/compile-sample.ts';
import { saysWhatIs, stepsOf } from '../docs/console.ts';
import {
  checkCodes,
  checkDependencies,
  checkLinks,
  checkWords,
  DEPENDENCIES_PAGE,
  type Problem,
} from '../docs/find-problems.ts';
import { type FragmentKind, PRELUDE_FILE, policyAround, SAMPLE_FILE } from '../docs/fragments.ts';
import { readMarkdown } from '../docs/markdown.ts';
import { checkSamples, findSamples, type SampleCompiler } from '../docs/samples.ts';
import { ROOT, readRepository } from '../repository-files.ts';

const places = (problems: readonly Problem[]): readonly string[] => problems.map(({ file, line }) => `${file}:${line}`);
const pages = (texts: Readonly<Record<string, string>>): ReadonlyMap<string, string> => new Map(Object.entries(texts));

describe('links', () => {
  const guide = '# The guide\n\n## What `when` sees, and what not!\n\n## Twice\n\n## Twice\n';
  test.each([
    ['a file', '[x](docs/guide.md)', []],
    ['a folder', '[x](docs/) and [y](docs)', []],
    ['a heading', '[x](docs/guide.md#what-when-sees-and-what-not)', []],
    ['the second heading of one name', '[x](docs/guide.md#twice-1)', []],
    ['a heading of its own', '# Own\n[x](#own)', []],
    ['another place', '[x](https://fairlead.example/nowhere) [y](mailto:a@b.example)', []],
    ['in code', '`[x](nowhere.md)`\n```\n[x](nowhere.md)\n```', []],
    ['no file', 'a\n[x](docs/gone.md)', ['README.md:2']],
    ['no image', '![x](logo.png)', ['README.md:1']],
    ['no heading', '[x](docs/guide.md#gone)', ['README.md:1']],
    ['no heading of its own', '[x](#gone)', ['README.md:1']],
    ['a reference', '[x][y]\n\n[y]: gone.md', ['README.md:3']],
  ])('to %s', (_, text, expected) => {
    const files = pages({ 'README.md': text, 'docs/guide.md': guide });
    expect(places(checkLinks(files, new Set(['.', 'docs'])))).toEqual(expected);
  });
});

describe('words', () => {
  // Put together here, so that this file passes the check itself.
  const slash = '/';
  test.each([
    ['a machine path', `see ${slash}work/main for it`, 1],
    ['a home', `${slash}home/dana/leads.csv`, 1],
    ['a registry', `from ${['registry', 'npmjs', 'org'].join('.')}`, 1],
    ['a path of an address', 'https://fairlead.example/work/main', 0],
    ['a folder of the repository', 'docs/work/main', 0],
  ])('%s', (_, text, count) => {
    expect(checkWords(pages({ 'docs/page.md': text }))).toHaveLength(count);
  });

  test('an address in the lockfile', () => {
    const text = 'a: 1\nb: https://packages.example/b.tgz';
    expect(places(checkWords(pages({ 'pnpm-lock.yaml': text, 'docs/page.md': text })))).toEqual(['pnpm-lock.yaml:2']);
  });
});

test('codes in the pages are those of the catalogue', () => {
  const catalogue = 'export interface P {\n  readonly FL999: {};\n}\n  FL101: {\n  FL901: alike(),\n';
  const files = pages({
    'packages/dsl/src/diagnostics/catalogue/a.ts': catalogue,
    'docs/page.md': 'FL101\nFL901, FL102',
  });
  expect(places(checkCodes(files))).toEqual(['docs/page.md:2']);
});

test('dependencies and their page agree', () => {
  const manifest = JSON.stringify({
    dependencies: { a: '1.0.0', b: '2.0.0', c: '3.0.0', '@fairlead/ir': 'workspace:*' },
  });
  const page = '| `a` | 1.0.0 | Does a. |\n| `b` | 1.9.0 | Does b. |\n| `d` | 4.0.0 | Did d. |\n';
  const found = checkDependencies(pages({ 'packages/dsl/package.json': manifest, [DEPENDENCIES_PAGE]: page }));
  expect(found.map(({ message }) => message)).toEqual([
    `b 2.0.0 has no line in ${DEPENDENCIES_PAGE}: say there why it earns its place.`,
    `c 3.0.0 has no line in ${DEPENDENCIES_PAGE}: say there why it earns its place.`,
    'No package depends on d any more: remove the line.',
  ]);
});

describe('samples', () => {
  /** A compiler that finds fault with each line that holds a `!`, in a whole policy also with `?`, in any other way with `~`; `_` is laid out wrongly. */
  const compiler: SampleCompiler = {
    parse: (text) => faults(text, '!'),
    compile: (text, kind) => [...faults(text, '!'), ...faults(text, kind === 'whole' ? '?' : '~')],
    format: (text) => text.replaceAll('_', ' '),
  };
  function faults(text: string, sign: string): ReturnType<SampleCompiler['parse']> {
    return text.split('\n').flatMap((content, index) => {
      const isError = !content.startsWith('perhaps');
      return content.includes(sign) ? [{ code: sign, message: content, isError, line: index + 1 }] : [];
    });
  }
  const check = (text: string): readonly string[] =>
    places(checkSamples(findSamples(pages({ 'docs/page.md': text })), compiler));

  test.each([
    ['a whole policy', '```route\nfine\n```', []],
    ['a mistake in a whole policy', 'text\n\n```route\nfine\nwhy?\n```', ['docs/page.md:5']],
    ['a warning in a whole policy', '```route\nperhaps?\n```', []],
    ['another layout', '```route\nfine\nnot_so\n```', ['docs/page.md:3']],
    ['an unknown name in a part', '```route part\nwhy?\n```', []],
    ['a mistake in a part', '```route part\n\nno!\n```', ['docs/page.md:3']],
    ['a mistake in a rule of a part', '```route part\nrule "x"\n  no!\n```', ['docs/page.md:3']],
    ['a fragment', '```route condition\nwhy?\n```', []],
    ['a mistake in a fragment', '```route rule\nfine\nno~\n```', ['docs/page.md:3']],
    ['the expected mistake', '```route wrong ?\nwhy?\n```', []],
    ['the expected mistake and another', '```route wrong ?\nwhy?!\n```', []],
    ['the expected warning', '```route test wrong ~\nperhaps~\n```', []],
    ['another mistake', '```route wrong !\nwhy?\n```', ['docs/page.md:1']],
    ['no mistake', '```route wrong ?\nfine\n```', ['docs/page.md:1']],
    ['words that mean nothing', '```route rule maybe\nfine\n```', ['docs/page.md:1']],
    ['another language', '```json\nno!\n```', []],
  ])('%s', (_, text, expected) => {
    expect(check(text)).toEqual(expected);
  });
});

describe('the text around a fragment', () => {
  const prelude = readFileSync(join(ROOT, 'scripts/docs/prelude.route'), 'utf8');
  const around = (text: string, kind: FragmentKind): string =>
    policyAround(text, kind, prelude).get(PRELUDE_FILE) ?? '';
  const compiler = sampleCompiler(prelude);
  const errors = (text: string, kind: FragmentKind): readonly string[] =>
    compiler.compile(text, kind).flatMap(({ isError, code, line }) => (isError ? [`${code}:${line}`] : []));

  test('is a policy by itself', () => {
    expect(compiler.compile(prelude, 'whole').filter(({ isError }) => isError)).toEqual([]);
  });

  test('holds what is named, and what that names', () => {
    const text = around('employees in sizes and hot and manager of owner is ben', 'condition');
    expect(text).toContain('define hot ');
    expect(text).toContain('team enterprise ');
    expect(text).toContain('team leadership ');
    expect(text).not.toContain('team commercial ');
  });

  test('leaves out what the fragment declares', () => {
    expect(around('team x "X" {\n  rep ana "Ana"\n}\n', 'declaration')).not.toContain('team enterprise ');
    expect(around('define hot = opted_in', 'declaration')).not.toContain('define hot ');
    expect(errors('lead {\n  id code\n  created time\n}', 'declaration')).toEqual([]);
  });

  test('keeps the lines of the fragment', () => {
    expect(errors('list a = ["x"]\n\ndefine b = nothing is a', 'declaration')).toEqual(['FL201:3', 'FL237:3']);
    expect(errors('rule "x"\n  when hot\n  route to nowhere', 'rule')).toEqual(['FL201:3']);
  });
});

test('the samples of the reference show every construct of the language', () => {
  const nodes = [...readRepository((path) => path.startsWith('packages/dsl/src/ast/nodes')).values()].join('\n');
  const kinds = [...nodes.matchAll(/kind: ((?:'[a-z-]+'(?: \| )?)+)/g)].flatMap(
    ([, some = '']) => some.match(/[a-z-]+/g) ?? [],
  );
  const shown = new Set<string>();
  for (const { text, kind } of findSamples(readRepository((path) => path.startsWith('docs/reference/')))) {
    const whole = kind === undefined || kind === 'whole' || kind === 'part';
    const file = whole ? text : policyAround(text, kind, '').get(SAMPLE_FILE);
    addKinds(parse({ name: SAMPLE_FILE, text: file ?? '', order: 0 }).value, shown);
  }
  expect(kinds.length).toBeGreaterThan(100);
  expect(kinds.filter((kind) => kind !== 'broken' && !shown.has(kind))).toEqual([]);
});

function addKinds(node: unknown, kinds: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if ('kind' in node && typeof node.kind === 'string') kinds.add(node.kind);
  for (const part of Object.values(node)) addKinds(part, kinds);
}

describe('what a page says is printed', () => {
  test('commands and files come in the order of the page', () => {
    const page =
      'a\n\n<!-- write a/b.route -->\n\n```route\nx\n```\n\n```console\n$ npx fairlead check "a b"\nfine\n\n$ npx fairlead fmt c\n```\n';
    expect(stepsOf(page)).toEqual([
      { kind: 'write', file: 'a/b.route', text: 'x\n', line: 5 },
      { kind: 'run', argv: ['check', 'a b'], printed: ['fine', ''], line: 10 },
      { kind: 'run', argv: ['fmt', 'c'], printed: [], line: 13 },
    ]);
  });

  test.each([
    ['the same', ['a', 'b'], ['a', 'b'], true],
    ['less', ['a'], ['a', 'b'], false],
    ['more', ['a', 'b', 'c'], ['a', 'b'], false],
    ['the end left out', ['a', '…'], ['a', 'b', 'c'], true],
    ['the middle left out', ['a', '  …', 'd'], ['a', 'b', 'c', 'd'], true],
    ['nothing left out', ['a', '…', 'd'], ['a', 'd'], true],
    ['something else behind it', ['a', '…', 'x'], ['a', 'b', 'd'], false],
  ])('%s', (_, page, printed, expected) => {
    expect(saysWhatIs(page, printed)).toBe(expected);
  });
});

test('a longer fence may hold a shorter one', () => {
  const { blocks } = readMarkdown('````md\n```route\nx\n```\n````\n');
  expect(blocks).toEqual([{ info: ['md'], text: '```route\nx\n```', line: 1 }]);
});
