// Records by index and by looking at all of them: the same decision, whatever the names, domains and leads are.
import { canonicalJson } from '@fairlead/ir';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decided, planFor, reportOf, scanOf } from './matching.ts';

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

const plan = planFor(
  `100% when account.domain is domain of email
    97% when account.name is like company and account.country is country
    90% when account.name is like company
    80% when account.size is size and account.tier is known
   accept 88%
   review 60% in desk
   prefer account.tier is "A"
   prefer the highest account.size`,
  { lead: 'country text optional  size count optional', account: 'country text optional' },
);
const domain = fc.constantFrom('zentara.example', 'kalomi.example', 'vex.example', 'gmail.com');
const country = fc.constantFrom('DE', 'de', 'FR');
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });
const row = fc.record({
  name,
  domain: maybe(domain),
  country: maybe(country),
  size: maybe(fc.nat(4)),
  tier: maybe(fc.constantFrom('A', 'B', 'none')),
  owner: maybe(fc.constantFrom('ana', 'ben')),
});
const lead = fc.record({
  company: maybe(misspelt(name)),
  email: maybe(domain.map((host) => `x@mail.${host}`)),
  country: maybe(country),
  size: maybe(fc.nat(4)),
});

test('indexed and scanned records lead to the same decision, byte for byte, and to the same one from the notes', () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 40 }),
      fc.array(lead, { minLength: 1, maxLength: 4 }),
      fc.nat(39),
      (rows, leads, same) => {
        const accounts = rows.map((one, index) => ({ ...one, id: `a${index}` }));
        const indexed = reportOf(plan, accounts).records;
        const scanned = scanOf(plan, accounts);
        const known = rows[same % Math.max(1, rows.length)];
        for (const one of [...leads, { company: known?.name }]) {
          expect(canonicalJson(decided(plan, one, indexed))).toBe(canonicalJson(decided(plan, one, scanned)));
        }
      },
    ),
    { seed: 5, numRuns: 150 },
  );
});
