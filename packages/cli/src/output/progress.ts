// How far long work has come → one line on a terminal that is written over, and nothing anywhere else.
import type { Sink } from '../shell.ts';
import { count, grouped, roughly } from './words.ts';

/** The line. */
export interface Progress {
  /** Writes it anew if it is time. */
  readonly show: (rows: number, bytes: number) => Promise<void>;
  /** Takes it away, before something else is written. */
  readonly clear: () => Promise<void>;
}

const EVERY_MS = 200;
/** Work that is done sooner shows none. */
const QUIET_MS = 500;

/** `totalBytes`: how much there is to read; undefined where nobody knows. */
export function progressLine(sink: Sink, totalBytes: number | undefined): Progress {
  const startMs = performance.now();
  let nextMs = startMs + QUIET_MS;
  let shown = false;
  return {
    show: async (rows, bytes) => {
      const nowMs = performance.now();
      if (!sink.isTerminal || nowMs < nextMs) return;
      nextMs = nowMs + EVERY_MS;
      shown = true;
      await sink.write(`\r${progressText(rows, bytes, totalBytes, (nowMs - startMs) / 1000)}\u001b[K`);
    },
    clear: async () => {
      if (!shown) return;
      shown = false;
      await sink.write('\r\u001b[K');
    },
  };
}

function progressText(rows: number, bytes: number, totalBytes: number | undefined, seconds: number): string {
  const rate = `${count(rows, 'lead')}, ${grouped(rows / Math.max(seconds, 0.001))} a second`;
  if (totalBytes === undefined || totalBytes === 0 || bytes === 0) return rate;
  const part = Math.min(1, bytes / totalBytes);
  return `${rate}, ${Math.floor(part * 100)} %, ${roughly((seconds * (1 - part)) / part)} left`;
}
