// The second implementation of `split-1`, written from its description, meets the published vectors.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { armOfKey, hashOf, timeOf } from '../../src/reference/split-hash.ts';

interface Vectors {
  readonly times: readonly { readonly u: number; readonly time: number }[];
  readonly splits: readonly {
    readonly split: string;
    readonly arms: readonly { readonly name: string; readonly share: number }[];
    readonly keys: readonly {
      readonly key: string;
      readonly hashes: readonly number[];
      readonly times: readonly number[];
      readonly arm: number;
    }[];
  }[];
}

const path = new URL('../../../../conformance/vectors/split-1.json', import.meta.url);
// The file is ours, and a test of the runtime reads all of it.
const vectors = JSON.parse(readFileSync(path, 'utf8')) as Vectors;

test('times', () => {
  for (const { u, time } of vectors.times) expect(Number(timeOf(BigInt(u) - 1n)), String(u)).toBe(time);
});

test('hashes, times and arms of keys', () => {
  expect(vectors.splits.length).toBeGreaterThan(0);
  for (const { split, arms, keys } of vectors.splits) {
    for (const { key, hashes, times, arm } of keys) {
      const own = arms.map(({ name }) => hashOf(split, name, key));
      expect(own.map(Number), `${split} ${key}`).toEqual(hashes);
      expect(own.map((hash) => Number(timeOf(hash)))).toEqual(times);
      const asPercent = arms.map(({ name, share }) => ({ target: name, share: share / 100 }));
      expect(armOfKey(split, asPercent, key) + 1).toBe(arm);
    }
  }
});
