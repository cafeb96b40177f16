// Names by index and by looking at all of them: whatever is alike enough is found.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { companyName } from '../../src/match/company-name.ts';
import { LIKE_FROM, nameLikeness } from '../../src/match/likeness.ts';
import { nameIndex } from '../../src/records/name-index.ts';

const syllable = fc.constantFrom('ze', 'nta', 'ra', 'ka', 'lo', 'mi', 'ta', 'no', 'vex', 'b');
const word = fc.oneof(
  { weight: 5, arbitrary: fc.array(syllable, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('Systems', 'Group', 'of', 'and', 'Bank', 'GmbH', 'The', '青空', 'Müller', '7'),
  },
);
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

/** The name with up to three slips of the hand. */
const misspelt = (given: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(given, fc.array(fc.tuple(fc.nat(30), fc.nat(2)), { maxLength: 3 })).map(([text, slips]) =>
    slips.reduce((now, [place, kind]) => {
      const at = now.length === 0 ? 0 : place % now.length;
      if (kind === 0) return now.slice(0, at) + now.slice(at + 1);
      if (kind === 1) return `${now.slice(0, at)}e${now.slice(at)}`;
      return now.slice(0, at) + now.charAt(at + 1) + now.charAt(at) + now.slice(at + 2);
    }, text),
  );

test('the index of names leaves out no name that is alike enough', () => {
  fc.assert(
    fc.property(
      fc.array(name, { minLength: 1, maxLength: 60 }),
      fc.nat(59),
      fc.nat(59),
      fc.array(misspelt(name), { maxLength: 3 }),
      (names, a, b, asked) => {
        const index = nameIndex();
        for (const [record, one] of names.entries()) index.add(one, record);
        const { find } = index.finish();
        const near = [names[a % names.length] ?? '', `${names[b % names.length] ?? ''}a`];
        for (const text of [...asked, ...near]) {
          const found = new Set(find(text));
          names.forEach((one, record) => {
            if (nameLikeness(one, text) >= LIKE_FROM) expect([text, one, found.has(record)]).toEqual([text, one, true]);
          });
          expect([...found]).toEqual([...found].sort((x, y) => x - y));
        }
      },
    ),
    { seed: 3, numRuns: 400 },
  );
});

test('the index of names holds up with long names, odd letters, and none at all', () => {
  const names = [
    'x'.repeat(499),
    `${'x'.repeat(250)}y${'x'.repeat(248)}`,
    'ﷺ'.repeat(40),
    '𝔸𝔹ℂ',
    'a',
    'ab',
    'abc',
    '!!',
    '',
  ];
  const index = nameIndex();
  for (const [record, one] of names.entries()) index.add(one, record);
  const { find } = index.finish();
  for (const [record, one] of names.entries()) expect(find(one).includes(record)).toBe(companyName(one) !== undefined);
  expect(find('x'.repeat(498))).toEqual([0, 1]);
  expect(nameIndex().finish().find('anything')).toEqual([]);
});
