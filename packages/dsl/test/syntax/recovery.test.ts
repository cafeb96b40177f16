// Broken text: one problem for one mistake, at its place, and everything after it still read. Laws over any text.
import { damagedPolicyText, fixtures, golden, policyText } from '@fairlead/testkit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printTree } from '../../src/ast/print.ts';
import { applyFix } from '../../src/diagnostics/apply.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../../src/diagnostics/render.ts';
import { lineStarts, positionAt } from '../../src/source/source.ts';
import { lex } from '../../src/syntax/lexer.ts';
import { parse } from '../../src/syntax/parse.ts';
import { MAX_DEPTH } from '../../src/syntax/repair/depth.ts';
import { keywordByText } from '../../src/syntax/tokens.ts';

const name = 'policy.route';
const read = (text: string): ReturnType<typeof parse> => parse({ name, text, order: 0 });
const lineOf = (text: string, { span }: Diagnostic): number => positionAt(lineStarts(text), span.start).line;

describe.each(fixtures(new URL('../fixtures/recovery/', import.meta.url), '.route'))('$file', (fixture) => {
  const { value, diagnostics } = read(fixture.text);
  // Each mistake is marked at the end of its line.
  const marked = fixture.text.split('\n').flatMap((line, index) => (line.includes('#!') ? [index + 1] : []));

  test('gives one problem for each mistake, at its line', () => {
    expect(diagnostics.map((diagnostic) => lineOf(fixture.text, diagnostic))).toEqual(marked);
  });

  test('reads everything else', () => {
    const text = `${diagnostics.map((one) => renderDiagnostic(fixture.text, one)).join('\n')}\n${printTree(value)}\n`;
    expect(text).toBe(golden(fixture.path.replace(/route$/, 'txt'), text));
  });
});

describe('a word or sign left out anywhere in the whole language', () => {
  const texts = fixtures(new URL('../fixtures/ok/', import.meta.url), '.route').filter(
    ({ name: one }) => one !== 'layout',
  );
  const cases = texts.flatMap(({ text }) =>
    lex(text).tokens.map((token) => {
      const end = token.startOffset + token.image.length;
      const without = text.slice(0, token.startOffset) + text.slice(end);
      return {
        without,
        image: token.image,
        line: positionAt(lineStarts(text), token.startOffset).line,
        ...read(without),
      };
    }),
  );

  test('is one problem, or none', () => {
    const many = cases.filter(({ diagnostics }) => diagnostics.length > 1);
    // A few leave a text that means two things at once, such as a rule that took the name of the next line.
    expect(
      many.length / cases.length,
      many.map(({ image, line }) => `${image} in line ${line}`).join('\n'),
    ).toBeLessThan(0.015);
    expect(Math.max(...cases.map(({ diagnostics }) => diagnostics.length))).toBeLessThanOrEqual(4);
  });

  test('is told at its line or the one before', () => {
    const far = cases.filter(({ without, line, diagnostics: [first] }) => {
      if (first === undefined || first.code === 'FL104' || first.code === 'FL105') return false;
      return Math.abs(lineOf(without, first) - line) > 1;
    });
    expect(far.length / cases.length, far.map(({ image, line }) => `${image} in line ${line}`).join('\n')).toBeLessThan(
      0.01,
    );
  });
});

const soup = fc
  .array(
    fc.constantFrom(
      ...keywordByText.keys(),
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      ',',
      '.',
      '..',
      '|',
      '=',
      '+',
      '*',
      '-',
      '>',
      '<=',
      '"text"',
      "'x'",
      '5',
      '25%',
      'USD',
      '2026-01-01',
      '==',
      '&&',
      'name',
      'Foo',
      '5min',
      '$5',
      '"open',
      '// c',
      '\n',
      'constructor',
      '__proto__',
      '5toString',
    ),
    { maxLength: 80 },
  )
  .map((words) => words.join(' '));
const anyText = fc.oneof(
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
  { weight: 4, arbitrary: soup },
  { weight: 4, arbitrary: damagedPolicyText() },
  {
    weight: 2,
    arbitrary: fc
      .tuple(policyText({ wholeLanguage: true }), fc.nat(100))
      .map(([text, part]) => text.slice(0, (text.length * part) / 100)),
  },
);

/** Words that are ours, not the reader's. */
const parserWords =
  /\btokens?\b|expecting|\bEOF\b|NoViable|identifier|literal|undefined|\[object|\bNaN\b|syntax error|unexpected|\bparse/i;

describe('any text', () => {
  test('is read into a frozen tree with its own ids, inside the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { value } = read(text);
        const ids = new Set<unknown>();
        visit(value, (node) => {
          expect(Object.isFrozen(node)).toBe(true);
          if (!('span' in node) || !('id' in node)) return;
          const { start, end } = node['span'] as { start: number; end: number }; // every node has one
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeLessThanOrEqual(end);
          expect(ids.has(node['id'])).toBe(false);
          ids.add(node['id']);
        });
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  test('is told about in plain words, in order, at places inside it, with repairs that can be made', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { diagnostics } = read(text);
        for (const [index, diagnostic] of diagnostics.entries()) {
          const words = [diagnostic.message, diagnostic.hint ?? '', ...diagnostic.fixes.map(({ title }) => title)].join(
            ' ',
          );
          expect(withoutQuotes(words)).not.toMatch(parserWords);
          expect(diagnostic.span.start).toBeLessThanOrEqual(diagnostic.span.end);
          expect(diagnostic.span.end).toBeLessThanOrEqual(text.length);
          expect(diagnostic.span.start).toBeGreaterThanOrEqual(diagnostics[index - 1]?.span.start ?? 0);
          expect(renderDiagnostic(text, diagnostic)).toContain(diagnostic.code);
          for (const fix of diagnostic.fixes) expect(() => read(applyFix(text, fix))).not.toThrow();
        }
      }),
      { seed: 2, numRuns: 400 },
    );
  });

  test('gives the same result again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(read(text)).toEqual(read(text));
      }),
      { seed: 3, numRuns: 50 },
    );
  });
});

describe('depth and size', () => {
  test.each([
    ['brackets', `define a = ${'('.repeat(10_000)}b${')'.repeat(10_000)}`, ['FL107']],
    ['brackets never closed', `define a = ${'('.repeat(10_000)}b`, ['FL107', 'FL108']],
    ['negations', `define a = ${'not ('.repeat(10_000)}b${')'.repeat(10_000)}`, ['FL107']],
    ['as many brackets as there may be', `define a = ${'('.repeat(MAX_DEPTH)}b${')'.repeat(MAX_DEPTH)}`, []],
    ['closing brackets', `define a = b${')'.repeat(2_000)}`, undefined],
    ['braces', `team a "A" ${'{'.repeat(5_000)}`, undefined],
    ['a long chain', `define a = ${'b and '.repeat(20_000)}b`, []],
    ['a long sum', `define a = ${'b + '.repeat(20_000)}b > 0`, []],
    ['a long path', `define a = b${'.c'.repeat(20_000)}`, []],
  ])('%s', (_, text, codes) => {
    const found = read(text).diagnostics.map(({ code }) => code);
    if (codes !== undefined) expect([...found].sort()).toEqual(codes);
  });

  test('more mistakes than anybody wants to read', () => {
    const found = read('define a = b == "c"\n'.repeat(3_000)).diagnostics;
    expect(found.length).toBe(101);
    expect(found.at(-1)?.code).toBe('FL109');
  });
});

function withoutQuotes(words: string): string {
  return words.replace(/`[^`]*`|"[^"]*"/g, '');
}

function visit(value: unknown, see: (node: Readonly<Record<string, unknown>>) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) see(value as Readonly<Record<string, unknown>>); // a plain object
  for (const part of Object.values(value)) visit(part, see);
}
