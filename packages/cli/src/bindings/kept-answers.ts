// A file of answers from earlier runs → a cache that begins with them, and writes them back at the end.
import { existsSync, readFileSync } from 'node:fs';
import { type Cache, type Kept, memoryCache } from '@fairlead/runtime/enrich';
import { writeWhole } from '../files/atomic-write.ts';
import type { Stops } from '../stops.ts';

/** A cache that outlives the run. */
export interface KeptAnswers {
  readonly cache: Cache;
  /** How many lines of the file were none of ours and are dropped. */
  readonly broken: number;
  readonly save: () => void;
}

/** More are not kept: the oldest go. */
const MOST_KEPT = 100_000;

/** Opens the file; there need not be one yet. Whatever is private, key or field, is kept in memory only. */
export function openKeptAnswers(path: string, stops: Stops): KeptAnswers {
  const inMemory = memoryCache(MOST_KEPT);
  const onDisk = new Map<string, Kept>();
  let broken = 0;
  let isChanged = false;
  for (const line of existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []) {
    if (line.trim() === '') continue;
    const entry = entryOf(line);
    if (entry === undefined) broken += 1;
    else onDisk.set(entry.key, entry.kept);
  }
  return {
    broken,
    cache: {
      get: (key) => (key.isPrivate ? inMemory.get(key) : onDisk.get(key.text)),
      put: (key, kept) => {
        if (key.isPrivate) return inMemory.put(key, kept);
        isChanged = true;
        onDisk.set(key.text, kept);
      },
    },
    save: () => {
      if (!isChanged) return;
      const newest = [...onDisk].sort(([, a], [, b]) => b.askedAtMs - a.askedAtMs).slice(0, MOST_KEPT);
      const lines = newest.map(([key, kept]) => `${JSON.stringify({ key, ...kept })}\n`);
      writeWhole(path, lines.reverse().join(''), stops);
    },
  };
}

function entryOf(line: string): { readonly key: string; readonly kept: Kept } | undefined {
  try {
    const json: unknown = JSON.parse(line);
    if (typeof json !== 'object' || json === null || !('key' in json) || !('askedAtMs' in json)) return undefined;
    const { key, ...kept } = json;
    if (typeof key !== 'string' || !Number.isSafeInteger(kept.askedAtMs)) return undefined;
    if ('values' in kept && (typeof kept.values !== 'object' || kept.values === null)) return undefined;
    // What values hold is checked when a lead is filled.
    return { key, kept: kept as Kept };
  } catch {
    return undefined;
  }
}
