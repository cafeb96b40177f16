// Seeds one mistake at a time in pages held in memory: each must be found at its line.
import { describe, expect, test } from 'vitest';
import { checkDependencies, checkLinks, checkWords, DEPENDENCIES_PAGE, type Problem } from '../docs/find-problems.ts';
import { readMarkdown } from '../docs/markdown.ts';
import { checkSamples, findSamples, type SampleCompiler } from '../docs/samples.ts';

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
  /** A compiler that finds fault with each line that holds a `!`, and in a whole policy also with `?`. */
  const compiler: SampleCompiler = {
    parse: (text) => faults(text, '!'),
    compile: (text) => [...faults(text, '!'), ...faults(text, '?')],
  };
  function faults(text: string, sign: string): ReturnType<SampleCompiler['parse']> {
    return text
      .split('\n')
      .flatMap((content, index) => (content.includes(sign) ? [{ code: sign, message: content, line: index + 1 }] : []));
  }
  const check = (text: string): readonly string[] =>
    places(checkSamples(findSamples(pages({ 'docs/page.md': text })), compiler));

  test.each([
    ['a whole policy', '```route\nfine\n```', []],
    ['a mistake in a whole policy', 'text\n\n```route\nfine\nwhy?\n```', ['docs/page.md:5']],
    ['an unknown name in a part', '```route part\nwhy?\n```', []],
    ['a mistake in a part', '```route part\n\nno!\n```', ['docs/page.md:3']],
    ['a mistake in a rule', '```route part\nrule "x"\n  no!\n```', ['docs/page.md:3']],
    ['the expected mistake', '```route wrong ?\nwhy?\n```', []],
    ['another mistake', '```route wrong !\nwhy?\n```', ['docs/page.md:1']],
    ['no mistake', '```route wrong ?\nfine\n```', ['docs/page.md:1']],
    ['another language', '```json\nno!\n```', []],
  ])('%s', (_, text, expected) => {
    expect(check(text)).toEqual(expected);
  });
});

test('a longer fence may hold a shorter one', () => {
  const { blocks } = readMarkdown('````md\n```route\nx\n```\n````\n');
  expect(blocks).toEqual([{ info: ['md'], text: '```route\nx\n```', line: 1 }]);
});
