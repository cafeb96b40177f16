// Code-point order agrees with comparing the code points one by one.
import { compareCodePoints, sortedBy } from '@fairlead/ir';
import fc from 'fast-check';
import { expect, test } from 'vitest';

function byCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return Math.sign(left.length - right.length);
}

test('what lies beyond the basic plane comes last, unlike with <', () => {
  expect('\u{1f600}' < '\uffff').toBe(true);
  expect(compareCodePoints('\u{1f600}', '\uffff')).toBeGreaterThan(0);
  expect(sortedBy(['\u{1f600}', '\ufffd', 'b', 'a', ''], (text) => text)).toEqual([
    '',
    'a',
    'b',
    '\ufffd',
    '\u{1f600}',
  ]);
});

test('equal keys keep their order', () => {
  const items = [
    ['b', 1],
    ['a', 2],
    ['b', 3],
    ['a', 4],
  ] as const;
  expect(sortedBy(items, ([key]) => key).map(([, n]) => n)).toEqual([2, 4, 1, 3]);
});

test('any two texts compare as their code points do', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', 'é', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}'),
    maxLength: 5,
  });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareCodePoints(a, b))).toBe(byCodePoints(a, b));
    }),
    { seed: 1, numRuns: 5000 },
  );
});
