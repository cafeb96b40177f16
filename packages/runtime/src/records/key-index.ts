// Turns keys of records into lists of the records that may have a key: 12 bytes a record, whatever the keys are.

import { numberList } from './number-list.ts';

/** Records by key. What it gives holds every record with the key, and, where two keys have one hash, now and then another. */
export interface KeyIndex {
  /** By ascending number, each once. */
  readonly find: (key: Key) => readonly number[];
  /** How many `find` gives. */
  readonly count: (key: Key) => number;
}

/** An index that is being filled. */
export interface KeyIndexBuilder {
  /** Record numbers come in ascending order. */
  readonly add: (key: Key, record: number) => void;
  readonly finish: () => KeyIndex;
}

type Key = string | number | boolean;

/** Starts an index. */
export function keyIndex(): KeyIndexBuilder {
  const hashes = numberList();
  const records = numberList();
  return {
    add: (key, record) => {
      hashes.push(hashOf(key));
      records.push(record);
    },
    finish: () => sealed(hashes.all(), records.all()),
  };
}

/** Puts the records into buckets by the last bits of their hashes; within a bucket they keep their order. */
function sealed(hashes: Uint32Array, records: Uint32Array): KeyIndex {
  let buckets = 16;
  while (buckets < hashes.length) buckets *= 2;
  const starts = new Uint32Array(buckets + 1);
  for (const hash of hashes) starts[(hash & (buckets - 1)) + 1] = at(starts, (hash & (buckets - 1)) + 1) + 1;
  for (let bucket = 0; bucket < buckets; bucket += 1) starts[bucket + 1] = at(starts, bucket + 1) + at(starts, bucket);
  const next = starts.slice();
  const [ownHashes, ownRecords] = [new Uint32Array(hashes.length), new Uint32Array(hashes.length)];
  hashes.forEach((hash, index) => {
    const bucket = hash & (buckets - 1);
    const place = at(next, bucket);
    ownHashes[place] = hash;
    ownRecords[place] = at(records, index);
    next[bucket] = place + 1;
  });
  const each = (key: Key, found: (record: number) => void): void => {
    const hash = hashOf(key);
    const bucket = hash & (buckets - 1);
    for (let place = at(starts, bucket); place < at(starts, bucket + 1); place += 1) {
      if (at(ownHashes, place) === hash) found(at(ownRecords, place));
    }
  };
  return {
    find: (key) => {
      const found: number[] = [];
      each(key, (record) => found.push(record));
      return found;
    },
    count: (key) => {
      let count = 0;
      each(key, () => {
        count += 1;
      });
      return count;
    },
  };
}

/** 32 bits over the UTF-16 units (FNV-1a, with a last mixing so that the low bits differ). Where the index lives, not what it says, depends on it. */
export function hashOf(key: Key): number {
  const text = typeof key === 'string' ? key : String(key);
  let hash = typeof key === 'string' ? 0x811c9dc5 : 0x7ee3623b;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Every place that is asked for is within the array. */
function at(array: Uint32Array, index: number): number {
  return array[index] ?? 0;
}
