// Every problem of the catalogue has words that people understand, a fixture that shows it, a page that explains it, and repairs that work.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fixtures } from '@fairlead/testkit';
import { describe, expect, test } from 'vitest';
import { type Compiled, compile } from '../../src/compile.ts';
import { applyFix } from '../../src/diagnostics/apply.ts';
import { catalogue } from '../../src/diagnostics/catalogue.ts';
import type { Fix } from '../../src/diagnostics/diagnostic.ts';

const errors = new URL('../fixtures/err/', import.meta.url);
const pages = new URL('../../../../docs/diagnostics/', import.meta.url);
const all = fixtures(errors, '.route').filter(({ name }) => /^FL\d{3}-/.test(name));
const codes = Object.keys(catalogue).sort();
const titles = new Map(Object.entries(catalogue).map(([code, { title }]) => [code, title]));

/** What takes several files, or hundreds of lines, is told on its page without a sample that could be compiled. */
const manyFiles: ReadonlySet<string> = new Set(['FL216', 'FL217', 'FL218', 'FL234', 'FL320', 'FL340']);

/** Compiles a fixture, with another text in its place if one is given. */
function compiled(file: string, text?: string): Compiled {
  const readFile = (name: string): string | undefined => {
    if (name === file && text !== undefined) return text;
    const url = new URL(name, errors);
    return existsSync(url) ? readFileSync(url, 'utf8') : undefined;
  };
  return compile(file, readFile);
}

const count = ({ diagnostics }: Compiled, code: string): number =>
  diagnostics.filter((one) => one.code === code).length;

describe.each(codes)('%s', (code) => {
  const title = titles.get(code) ?? '';

  test('has a title of its own, without a full stop', () => {
    expect(title).not.toMatch(/[.!]$/);
    expect(codes.filter((other) => titles.get(other) === title)).toEqual([code]);
  });

  test('has a fixture in which it is reported', () => {
    const own = all.filter(({ name }) => name.startsWith(`${code}-`));
    expect(own.length, `no fixtures/err/${code}-….route`).toBeGreaterThan(0);
    for (const { file } of own) expect(count(compiled(file), code), file).toBeGreaterThan(0);
  });

  test('has a page with its title and a sample that is wrong', () => {
    const url = new URL(`${code}.md`, pages);
    expect(existsSync(url), `no docs/diagnostics/${code}.md`).toBe(true);
    const lines = readFileSync(url, 'utf8').split('\n');
    expect(lines[0]).toBe(`# ${code}: ${title}`);
    // What the samples give is compared by `npm run docs:check`, which compiles them.
    const samples = lines.filter((line) => line.startsWith('```') && line.length > 3);
    const wrong = samples.filter((line) => new RegExp(`^\`\`\`route.* wrong ${code}$`).test(line));
    expect(manyFiles.has(code) ? samples.length : wrong.length, 'no sample that is wrong').toBeGreaterThan(0);
  });
});

test('no page and no fixture speaks of a code that is not there', () => {
  const known = new Set(codes);
  const paged = readdirSync(pages).filter((file) => /^FL\d{3}\.md$/.test(file) && !known.has(file.slice(0, 5)));
  const shown = all.filter(({ name }) => !known.has(name.slice(0, 5)));
  expect([...paged, ...shown.map(({ file }) => file)]).toEqual([]);
});

describe.each(all)('the repairs of $file', (fixture) => {
  const code = fixture.name.slice(0, 5);
  const before = compiled(fixture.file);
  const mine = before.diagnostics.filter((one) => one.code === code && one.span.file === fixture.file);
  // The one that says "and so on" has none.
  const repairs = mine.flatMap(({ fixes }) => fixes).filter((fix) => isOnlyOf(fix, fixture.file));

  test('take the problem away and leave a text that can be read', () => {
    for (const fix of repairs) {
      const after = compiled(fixture.file, applyFix(fixture.text, fix));
      expect(count(after, code), fix.title).toBeLessThan(count(before, code));
      const reading = (found: Compiled): number => found.diagnostics.filter((one) => one.code.startsWith('FL1')).length;
      expect(reading(after), fix.title).toBeLessThanOrEqual(reading(before));
    }
  });
});

function isOnlyOf({ edits }: Fix, file: string): boolean {
  return edits.every(({ span }) => span.file === file);
}
