// The nearest name to a word: what counts as near, and which of two is taken.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance, suggest } from '../../src/names/suggest.ts';

test.each([
  ['wehn', ['where', 'when'], 'when'],
  ['rout', ['rule', 'route'], 'route'],
  ['fallbak', ['fallback'], 'fallback'],
  ['Country', ['company', 'country'], 'country'],
  ['enterprize', ['commercial', 'enterprise'], 'enterprise'],
  ['zebra', ['ana', 'ben'], undefined],
  ['x', ['y'], undefined],
  ['', ['a'], undefined],
  ['bet', ['ben', 'beg'], 'beg'],
])('%s among %j', (word, candidates, expected) => {
  expect(suggest(word, candidates)).toBe(expected);
});

test('a swap of neighbours is one slip', () => {
  expect(distance('industry', 'indsutry')).toBe(1);
});

test('the order of the candidates does not matter', () => {
  const words = fc.stringMatching(/^[a-d]{1,6}$/);
  fc.assert(
    fc.property(words, fc.uniqueArray(words, { maxLength: 8 }), (word, candidates) => {
      expect(suggest(word, [...candidates].reverse())).toBe(suggest(word, candidates));
    }),
    { seed: 1 },
  );
});

test('the distance is the same both ways and zero only for the same word', () => {
  const words = fc.stringMatching(/^[a-c]{0,6}$/);
  fc.assert(
    fc.property(words, words, (a, b) => {
      expect(distance(a, b)).toBe(distance(b, a));
      expect(distance(a, b) === 0).toBe(a === b);
    }),
    { seed: 1 },
  );
});
