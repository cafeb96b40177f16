// The laws of the formatter over generated policies of the whole language, and over any text.
import { policyText } from '@fairlead/testkit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatText } from '../../src/format/format.ts';
import { lex } from '../../src/syntax/lexer.ts';
import { formatted } from './laws.ts';

const wholePolicies = policyText({ wholeLanguage: true, maxRules: 3, maxReps: 2 });

describe('every policy of the whole language', () => {
  test('keeps its tree, and a second pass changes nothing', () => {
    fc.assert(
      fc.property(wholePolicies, (text) => void formatted(text)),
      { seed: 1, numRuns: 150 },
    );
  });

  test('looks the same however it was spaced', () => {
    fc.assert(
      fc.property(wholePolicies, gapsOf([' ', '\n', '\t  ', '\r\n', '']), (text, gaps) => {
        expect(formatted(respaced(text, gaps))).toBe(formatted(text));
      }),
      { seed: 2, numRuns: 150 },
    );
  });

  test('keeps its comments and empty lines, wherever they are', () => {
    const gaps = gapsOf([
      ' ',
      ' ',
      ' ',
      '\n',
      '\n\n\n',
      ' # end of the line\n',
      '\n# its own line\n',
      '\r\n\r\n#of a paragraph  \r\n\r\n',
    ]);
    fc.assert(
      fc.property(wholePolicies, gaps, (text, chosen) => void formatted(respaced(text, chosen))),
      { seed: 3, numRuns: 150 },
    );
  });
});

test('no text makes it throw; what cannot be read stays as it is', () => {
  const pieces = fc.constantFrom(
    ...'policy lead { } [ ] ( ) , . .. | = + "a" "b 12 -3 2026-01-01 10% ana when and or not is in rule route to # \n'.split(
      ' ',
    ),
  );
  const soup = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(soup, (text) => {
      const result = formatText({ name: 'test.route', text, order: 0 });
      if (result.diagnostics.some(({ severity }) => severity === 'error')) expect(result.text).toBe(text);
      else formatted(text);
    }),
    { seed: 4, numRuns: 2000 },
  );
});

/** What to put between one token and the next, used over and over. */
function gapsOf(choices: readonly string[]): fc.Arbitrary<readonly string[]> {
  return fc.array(fc.constantFrom(...choices), { minLength: 1, maxLength: 40, size: 'max' });
}

/** The tokens of the text with other gaps; tokens that would grow together without one get a space. */
function respaced(text: string, gaps: readonly string[]): string {
  const { tokens } = lex(text);
  return tokens
    .map(({ image }, i) => {
      const gap = gaps[i % gaps.length] ?? ' ';
      const sign = /^[[\]{}(),|=]$/;
      const apart = gap !== '' || sign.test(image) || sign.test(tokens[i + 1]?.image ?? '');
      return image + (apart ? gap : ' ');
    })
    .join('');
}
