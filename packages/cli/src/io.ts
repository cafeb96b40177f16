// The process around a command (streams, folder, environment, clock) → one object that a test can replace.
import type { Readable, Writable } from 'node:stream';

/** Where text goes. `columns`: the width of the terminal. */
export type OutputStream = Writable & { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined };

/** Everything that a command reads and writes beside files. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean | undefined };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** The folder from which relative paths are read. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Epoch milliseconds. Only the shell has a clock; the engines are given instants. */
  readonly nowMs: () => number;
}

/** The real one. */
export function processIo(): Io {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
    nowMs: () => Date.now(),
  };
}
