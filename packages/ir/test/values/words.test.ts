// Mentions: whole words, against a slow oracle that splits the text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../src/values/fold.ts';
import { mentions } from '../../src/values/words.ts';

const seed = 20261122;

function says(text: string, needle: string): boolean {
  return mentions(foldText(text), foldText(needle));
}

describe('mentions', () => {
  test.each([
    ['CTO', 'cto'],
    ['Deputy CTO, Cloud', 'CTO'],
    ['(CTO)', 'cto'],
    ['CEO/CTO', 'cto'],
    ['Director and CTO', 'CTO'],
    ['Director-cto', 'CTO'],
    ['Senior Vice   President of Sales', 'vice president'],
    ['Vice\tPresident', 'Vice President'],
    ['Vice President', 'vice  president'],
    ['C++ developer', 'c++'],
    ['C++17', 'c++'],
    ['.NET Core', '.net'],
    ['ASP.NET', '.net'],
    ['R&D', 'r&d'],
    ['Ημερήσια Νέα', 'νέα'],
    ['Größe XL', 'GRÖSSE'],
    ['IT-Leiter', 'it'],
    ["O'Brien", 'brien'],
    ['☎\ufe0fCTO', 'cto'],
    ['director, cto', 'cto'],
    ['aab aa', 'aa'],
  ])('%s mentions %s', (text, needle) => {
    expect(says(text, needle)).toBe(true);
  });

  test.each([
    ['Director', 'CTO'],
    ['CTOs', 'cto'],
    ['CTO2', 'cto'],
    ['Ex𐐀cto', 'cto'],
    ['ctoé', 'cto'],
    ['cto\u0300', 'cto'],
    ['x\u0300cto', 'cto'],
    ['Vice-President', 'vice president'],
    ['MC++', 'c++'],
    ['Größer', 'GRÖSSE'],
    ['anything', ''],
    ['', 'cto'],
    ['ct', 'cto'],
  ])('%s does not mention %s', (text, needle) => {
    expect(says(text, needle)).toBe(false);
  });
});

/** Splits into words (with their marks) and single other characters; what is sought must be a run of whole pieces. */
function oracle(text: string, needle: string): boolean {
  const pieces = (any: string): string[] =>
    any.replace(/\s+/g, ' ').match(/(?:[\p{L}\p{N}]\p{M}*)+|[^\p{L}\p{N}]/gu) ?? [];
  const hay = pieces(text);
  const sought = pieces(needle);
  if (sought.length === 0) return false;
  return hay.some((_, at) => sought.every((piece, n) => hay[at + n] === piece));
}

test('the same as looking for a run of whole pieces', () => {
  const unit = fc.constantFrom('a', 'b', 'é', '1', '𐐨', ' ', '  ', '\t', '+', '-', '.', '日');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 24 }), fc.string({ unit, minLength: 1, maxLength: 4 }), (text, needle) => {
      expect(mentions(text, needle)).toBe(oracle(text, needle));
    }),
    { seed, numRuns: 20000 },
  );
});

test('every text mentions what stands between its spaces', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })), (parts) => {
      const words = parts.map(foldText).filter((part) => part !== '');
      for (const word of words) expect(mentions(words.join(' '), word)).toBe(true);
    }),
    { seed, numRuns: 2000 },
  );
});

test('one long word is looked at once', () => {
  const long = 'a'.repeat(200_000);
  expect(mentions(long, 'a'.repeat(1000))).toBe(false);
  expect(mentions(`${long} ${'a'.repeat(1000)}`, 'a'.repeat(1000))).toBe(true);
});
