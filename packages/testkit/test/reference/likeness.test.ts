// The second implementation of the similarity says the same as the runtime's, of names that differ by a word, a letter or all.
import { companyName, nameLikeness } from '@fairlead/runtime/records';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likeness } from '../../src/reference/likeness.ts';

const words = [
  'Harbour',
  'Harbor',
  'Bank',
  'of',
  'Chad',
  'China',
  'Zentara',
  'Müller',
  'Mueller',
  'GmbH',
  'Ω',
  '東京',
  'A',
  'AB',
  'and',
  '&',
];
const name = fc
  .array(
    fc.oneof(fc.constantFrom(...words), fc.string({ unit: fc.constantFrom(...'abcn'), minLength: 1, maxLength: 6 })),
    {
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(' '));

test('both implementations agree', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      const [left, right] = [companyName(a)?.words ?? [], companyName(b)?.words ?? []];
      expect(nameLikeness(a, b), `${a} | ${b}`).toBe(likeness(left, right));
    }),
    { seed: 51, numRuns: 5000 },
  );
});

test('the examples of the page', () => {
  expect(Math.floor(likeness(['bank', 'of', 'chad'], ['bank', 'of', 'china']) / 100)).toBe(61);
  expect(Math.floor(likeness(['bank', 'of', 'chima'], ['bank', 'of', 'china']) / 100)).toBe(87);
});
