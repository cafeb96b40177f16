// Policies → the same with mistakes in them: words missing, doubled, swapped and foreign.

import fc from 'fast-check';
import { type PolicyTextOptions, policyText } from './policy-text.ts';

// biome-ignore format: a table reads better in rows
const foreign: readonly string[] = [
  '{', '}', '[', ']', '(', ')', ',', '"', '#', '..', '.', '|', '=', '==', '!=', '&&', "'x'", '“x”', 'and', 'or', 'not', 'when', 'rule', 'lead', 'route', 'otherwise',
  'then', 'NULL', 'Upper', '1,000', '-', '99999999999999999999', '2026-13-45', '25:99-26:00', '%', '\u0000', '\ud800', '\r', '/* */', '-- x', 'is not', 'a - b', '\\',
];

interface Damage {
  readonly kind: 'drop' | 'double' | 'swap' | 'insert' | 'cut';
  /** Which word, counted round and round. */
  readonly at: number;
  readonly word: string;
}

/** Policies of the whole language with one to a few mistakes each. */
export function damagedPolicyText(options: PolicyTextOptions = {}): fc.Arbitrary<string> {
  const damage: fc.Arbitrary<Damage> = fc.record({
    kind: fc.constantFrom('drop', 'double', 'swap', 'insert', 'cut'),
    at: fc.nat({ max: 100_000 }),
    word: fc.constantFrom(...foreign),
  });
  return fc
    .tuple(policyText({ wholeLanguage: true, ...options }), fc.array(damage, { minLength: 1, maxLength: 6 }))
    .map(([text, damages]) => damages.reduce(damaged, text));
}

function damaged(text: string, { kind, at, word }: Damage): string {
  const words = text.split(/(\s+|[^\s\w])/).filter((each) => each !== '');
  const place = words.length === 0 ? 0 : at % words.length;
  const here = words[place] ?? '';
  switch (kind) {
    case 'drop':
      return words.toSpliced(place, 1).join('');
    case 'double':
      return words.toSpliced(place, 0, here, ' ').join('');
    case 'swap':
      return words.toSpliced(place, 2, words[place + 1] ?? '', here).join('');
    case 'insert':
      return words.toSpliced(place, 0, ' ', word, ' ').join('');
    case 'cut':
      return words.slice(0, place).join('');
  }
}
