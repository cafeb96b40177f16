// Answers that were given → answers that need not be asked for again.

import type { JsonValue } from '../decision.ts';

/** An answer that is kept. Whether it is fresh enough, whoever takes it out decides: by each enricher's own `reuse for`. */
export interface Kept {
  readonly askedAtMs: number;
  /** Undefined: the provider knew nothing. */
  readonly values?: Readonly<Record<string, JsonValue>>;
  readonly cells?: true;
}

/** What an answer is kept under. `isPrivate`: the key, or a field that is filled, is private; keep it nowhere but in memory. */
export interface CacheKey {
  readonly text: string;
  readonly isPrivate: boolean;
}

/** Where answers are kept. May be a host's own, that outlives the process. One that rejects counts as empty. */
export interface Cache {
  readonly get: (key: CacheKey) => Kept | undefined | Promise<Kept | undefined>;
  readonly put: (key: CacheKey, kept: Kept) => void | Promise<void>;
}

const MOST_KEPT = 10_000;

/** Keeps so many answers in memory; the one that was used longest ago goes first. */
export function memoryCache(most: number = MOST_KEPT): Cache {
  const kept = new Map<string, Kept>();
  return {
    get: ({ text }) => {
      const found = kept.get(text);
      if (found === undefined) return undefined;
      // A map goes by when its keys were put in.
      kept.delete(text);
      kept.set(text, found);
      return found;
    },
    put: ({ text }, answer) => {
      kept.delete(text);
      kept.set(text, answer);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
  };
}
