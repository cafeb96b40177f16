// A comment anywhere survives formatting, and changes nothing but the layout.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lex } from '../../src/syntax/lexer.ts';
import { formatted, read } from './laws.ts';

const folder = new URL('./fixtures/', import.meta.url);
const fixtures = readdirSync(folder).filter((file) => file.endsWith('.out.route') && !file.startsWith('comments'));

/** Every way in which a comment can stand between two tokens. */
const insertions = {
  'at the end of the line': ' # here\n',
  'on its own line': '\n# here\n',
  'with empty lines around it': '\n\n# here\n\n',
  'at the end of the line, and one below': '# one\n  # two\n',
} as const;

describe.each(fixtures)('a comment at every gap of %s', (fixture) => {
  const declarations = declarationsOf(readFileSync(new URL(fixture, folder), 'utf8'));

  test.each(Object.entries(insertions))('%s', (_, comment) => {
    for (const text of declarations) {
      for (const gap of gaps(text)) formattedOnce(text.slice(0, gap) + comment + text.slice(gap));
    }
  });

  test('stays between its tokens, or passes the one sign that belongs to the other side', () => {
    for (const text of declarations) {
      const all = words(text);
      for (const gap of gaps(text)) {
        const before = words(text.slice(0, gap));
        for (const comment of [' # here\n', '\n# here\n']) {
          const once = formattedOnce(text.slice(0, gap) + comment + text.slice(gap));
          const now = words(once.slice(0, once.indexOf('# here')));
          const passed =
            now.length > before.length ? all.slice(before.length, now.length) : all.slice(now.length, before.length);
          expect(now, once).toEqual(all.slice(0, now.length));
          expect(passed.length, once).toBeLessThanOrEqual(1);
          expect(now.length > before.length ? ['', '{', '='] : ['', 'and', 'or', '+', '*', '|'], once).toContain(
            passed.join(),
          );
        }
      }
    }
  });

  test('and at all gaps at once', () => {
    for (const text of declarations) {
      for (const style of ['# c\n', '\n# c\n'] as const) {
        let commented = '';
        let from = 0;
        gaps(text).forEach((gap, i) => {
          commented += text.slice(from, gap) + style.replace('c', `c${i}`);
          from = gap;
        });
        formatted(commented + text.slice(from));
      }
    }
  });
});

const known = new Map<string, string>();

/** The formatted text; what was formatted before is not formatted, and checked, a second time. */
function formattedOnce(text: string): string {
  const once = known.get(text) ?? formatted(text);
  known.set(text, once);
  return once;
}

/** Each top-level construct as a text of its own. */
function declarationsOf(text: string): readonly string[] {
  const { uses, policies, declarations } = read(text);
  return [...uses, ...policies, ...declarations].map(({ span }) => text.slice(span.start, span.end));
}

/** The tokens but commas and round brackets, which come and go. */
function words(text: string): readonly string[] {
  return lex(text)
    .tokens.map(({ image }) => image)
    .filter((image) => !/^[(),]$/.test(image));
}

/** The offsets between two tokens, and before the first and after the last. */
function gaps(text: string): readonly number[] {
  return [0, ...lex(text).tokens.map((token) => token.startOffset + token.image.length)];
}
