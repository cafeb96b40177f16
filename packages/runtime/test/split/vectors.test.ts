// The published function of splits by key: its vectors, made by the engine and checked by a second implementation that shares nothing with it.
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { armOfKey, hashOfArm, minusLog2, SPLIT_VERSION } from '../../src/split/arm-of-key.ts';
import { murmur32 } from '../../src/split/murmur.ts';
import { armAgain, murmurAgain, timeAgain } from './second.ts';

const FILE = new URL('../../../../conformance/vectors/split-1.json', import.meta.url);
const seed = 20261122;

/** `share`: in hundredths of a percent. */
interface Sample {
  readonly split: string;
  readonly arms: readonly { readonly name: string; readonly share: number }[];
  readonly keys: readonly string[];
}

const half = (a: string, b: string): Sample['arms'] => [
  { name: a, share: 5000 },
  { name: b, share: 5000 },
];

const SAMPLES: readonly Sample[] = [
  {
    split: 'email|team:commercial|0',
    arms: [
      { name: 'commercial', share: 6000 },
      { name: 'enterprise', share: 4000 },
    ],
    keys: [
      'ana@acme.example',
      'ben@acme.example',
      'c@d.example',
      'ελένη@asklipios.example',
      '苏@beijing.example',
      'a',
      '',
    ],
  },
  {
    split: 'email|team:commercial|1',
    arms: half('commercial', 'enterprise'),
    keys: ['ana@acme.example', 'ben@acme.example'],
  },
  {
    split: 'account.domain|value:account.owner|0',
    arms: [
      { name: 'account.owner', share: 3333 },
      { name: 'ana', share: 3333 },
      { name: 'triage', share: 3334 },
    ],
    keys: ['acme.example', 'viento-norte.example', 'x'],
  },
  {
    split: 'employees|team:a|0',
    arms: [
      { name: 'a', share: 1 },
      { name: 'b', share: 9999 },
    ],
    keys: ['0', '-40', '1200.5', '1000000'],
  },
  { split: 'budget|team:a|0', arms: half('a', 'b'), keys: ['1200.5 USD', '20000 EUR'] },
  { split: 'created|team:a|0', arms: half('a', 'b'), keys: ['2026-11-24', '2026-11-24T09:00:00Z'] },
  { split: 'opted_in|team:a|0', arms: half('a', 'b'), keys: ['yes', 'no'] },
];

const TEXTS = [
  '',
  'a',
  'ab',
  'abc',
  'abcd',
  'Fairlead',
  'Ασκληπιός',
  '🙂',
  'The quick brown fox jumps over the lazy dog',
];
const NUMBERS = [
  1,
  2,
  3,
  1000,
  65_535,
  65_536,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 31 + 1,
  3_000_000_019,
  2 ** 32 - 2,
  2 ** 32 - 1,
  2 ** 32,
];

function made(): unknown {
  return {
    version: SPLIT_VERSION,
    hashes: TEXTS.map((text) => ({ text, hash: murmur32(text) })),
    times: NUMBERS.map((u) => ({ u, time: minusLog2(u) })),
    splits: SAMPLES.map(({ split, arms, keys }) => ({
      split,
      arms,
      keys: keys.map((key) => {
        const hashes = arms.map(({ name }) => hashOfArm(split, name, key));
        return { key, hashes, times: hashes.map((hash) => minusLog2(hash + 1)), arm: armOfKey(split, arms, key) + 1 };
      }),
    })),
  };
}

interface Vectors {
  readonly hashes: readonly { readonly text: string; readonly hash: number }[];
  readonly times: readonly { readonly u: number; readonly time: number }[];
  readonly splits: readonly (Omit<Sample, 'keys'> & {
    readonly keys: readonly {
      readonly key: string;
      readonly hashes: readonly number[];
      readonly times: readonly number[];
      readonly arm: number;
    }[];
  })[];
}

test('conformance/vectors/split-1.json is what the engine does', () => {
  const text = `${JSON.stringify(made(), null, 2)}\n`;
  if (process.env['UPDATE_GOLDENS'] !== undefined) writeFileSync(FILE, text);
  expect(readFileSync(FILE, 'utf8')).toBe(text);
});

test('and what a second implementation makes of the published text', () => {
  const vectors: Vectors = JSON.parse(readFileSync(FILE, 'utf8'));
  for (const { text, hash } of vectors.hashes) expect(Number(murmurAgain(text))).toBe(hash);
  for (const { u, time } of vectors.times) expect(Number(timeAgain(BigInt(u)))).toBe(time);
  for (const { split, arms, keys } of vectors.splits) {
    for (const { key, hashes, times, arm } of keys) {
      expect(arms.map(({ name }) => Number(murmurAgain(`split-1\n${split}\n${name}\n${key}`)))).toEqual(hashes);
      expect(hashes.map((hash) => Number(timeAgain(BigInt(hash + 1))))).toEqual(times);
      expect(armAgain(split, arms, key)).toBe(arm);
    }
  }
});

describe('the parts', () => {
  test('the hash is MurmurHash3 with its known values', () => {
    expect(murmur32('')).toBe(0);
    expect(murmur32('hello')).toBe(0x248bfa47);
    expect(murmur32('hello, world')).toBe(0x149bbb7f);
    expect(murmur32('The quick brown fox jumps over the lazy dog')).toBe(0x2e4ff723);
  });

  test('agree with the second implementation on any text and number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 2 ** 32 }), (text, u) => {
        expect(murmur32(text)).toBe(Number(murmurAgain(text)));
        expect(minusLog2(u)).toBe(Number(timeAgain(BigInt(u))));
      }),
      { seed, numRuns: 2000 },
    );
  });

  test('the logarithm is one: exact to a billionth, and never more for a greater number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 32 }), fc.integer({ min: 1, max: 2 ** 32 }), (a, b) => {
        expect(Math.abs(minusLog2(a) / 2 ** 32 - (32 - Math.log2(a)))).toBeLessThan(1e-9);
        if (a <= b) expect(minusLog2(a)).toBeGreaterThanOrEqual(minusLog2(b));
      }),
      { seed, numRuns: 5000 },
    );
    expect(minusLog2(1)).toBe(2 ** 37);
    expect(minusLog2(2 ** 32)).toBe(0);
  });

  test('whole arms agree on any split', () => {
    const arms = fc
      .uniqueArray(fc.constantFrom('commercial', 'enterprise', 'ana', 'owner', 'triage'), { minLength: 2 })
      .chain((names) =>
        fc
          .array(fc.integer({ min: 1, max: 9996 }), { minLength: names.length, maxLength: names.length })
          .map((shares) => names.map((name, index) => ({ name, share: shares[index] ?? 1 }))),
      );
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        arms,
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        (split, given, key) => {
          expect(armOfKey(split, given, key) + 1).toBe(armAgain(split, given, key));
        },
      ),
      { seed, numRuns: 1000 },
    );
  });
});
