// A clock that stands still until it is told to go on → waiting without real time.
import type { StopSignal } from '../../src/enrich/provider.ts';

/** Time that only `pass` moves. */
export interface VirtualTime {
  readonly nowMs: () => number;
  readonly wait: (ms: number, stop: StopSignal) => Promise<void>;
  /** Lets so much time pass; whoever waited for an instant on the way goes on at that instant. */
  readonly pass: (ms: number) => Promise<void>;
  /** How many still wait. */
  readonly waiting: () => number;
}

export function virtualTime(startMs: number): VirtualTime {
  let now = startMs;
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();
  return {
    nowMs: () => now,
    waiting: () => sleepers.size,
    wait: (ms, stop) =>
      new Promise((resolve) => {
        const sleeper = {
          until: now + ms,
          wake: () => {
            sleepers.delete(sleeper);
            resolve();
          },
        };
        sleepers.add(sleeper);
        stop.onStop(sleeper.wake);
      }),
    pass: async (ms) => {
      const end = now + ms;
      await settled();
      for (;;) {
        const next = [...sleepers].sort((a, b) => a.until - b.until)[0];
        if (next === undefined || next.until > end) break;
        now = next.until;
        next.wake();
        await settled();
      }
      now = end;
    },
  };
}

/** Whatever only waits for promises has gone as far as it can. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
}
