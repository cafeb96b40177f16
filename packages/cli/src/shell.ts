// The streams of a process → what commands speak through: painted text, back-pressure, and a quiet end when nobody reads on.
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import picocolors from 'picocolors';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io, OutputStream } from './io.ts';
import { type Stops, stopList } from './stops.ts';

/** Colours and weights; each leaves the text as it is where there are no colours. */
export type Paint = ReturnType<typeof picocolors.createColors>;

/** One of the two streams of text. */
export interface Sink {
  /** Resolves when there is room for more. False: nobody reads any longer (`… | head`), and nothing more needs to be made. */
  readonly write: (text: string | Uint8Array) => Promise<boolean>;
  readonly isTerminal: boolean;
  /** Columns to fill, from 40 to 100; 80 where nobody knows. */
  readonly width: number;
  readonly paint: Paint;
  /** Whether nothing more can be written. */
  readonly isClosed: () => boolean;
  /** Why not, if it is not that the reader has gone: a full disk. */
  readonly failure: () => Error | undefined;
}

/** What a command is given. */
export interface Shell {
  readonly out: Sink;
  readonly err: Sink;
  readonly stdin: Readable & { readonly isTTY?: boolean | undefined };
  readonly env: Io['env'];
  readonly nowMs: () => number;
  /** What is to be cleared away if the process is asked to stop. */
  readonly stops: Stops;
  /** The absolute path of what a user named. */
  readonly path: (name: string) => string;
  /** Tells what is wrong with how the command was called, and gives the code for that. */
  readonly usage: (message: string) => Promise<ExitCode>;
  /** Tells of a problem that is not in the call. */
  readonly problem: (message: string) => Promise<ExitCode>;
  readonly note: (message: string) => Promise<void>;
}

/** Whether colours were asked for (`--color`), forbidden (`--no-color`), or neither. */
export type ColorWish = boolean | undefined;

/** Opens the shell. Call `close` when the command has ended. */
export function openShell(io: Io, color: ColorWish): { readonly shell: Shell; readonly close: () => void } {
  const out = sinkOf(io.stdout, hasColors(io, io.stdout, color));
  const err = sinkOf(io.stderr, hasColors(io, io.stderr, color));
  const say = async (mark: string, message: string): Promise<void> => {
    await err.sink.write(`${mark} ${message}\n`);
  };
  const { paint } = err.sink;
  const shell: Shell = {
    out: out.sink,
    err: err.sink,
    stdin: io.stdin,
    env: io.env,
    nowMs: io.nowMs,
    stops: stopList(),
    path: (name) => resolve(io.cwd, name),
    usage: async (message) => {
      await say(paint.red('error:'), message);
      return EXIT.usage;
    },
    problem: async (message) => {
      await say(paint.red('error:'), message);
      return EXIT.problems;
    },
    note: (message) => say(paint.cyan('note:'), message),
  };
  return {
    shell,
    close: () => {
      out.close();
      err.close();
    },
  };
}

function hasColors({ env }: Io, stream: OutputStream, wish: ColorWish): boolean {
  if (wish !== undefined) return wish;
  const forbidden = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return stream.isTTY === true && !forbidden;
}

const MAX_WIDTH = 100;
const MIN_WIDTH = 40;

/** A terminal that does not know its width says 0, and in a very narrow one tables are of no use. */
function widthOf({ columns = 0 }: OutputStream): number {
  return columns < MIN_WIDTH ? 80 : Math.min(columns, MAX_WIDTH);
}

function sinkOf(stream: OutputStream, colors: boolean): { readonly sink: Sink; readonly close: () => void } {
  let closed = false;
  let failure: Error | undefined;
  const onError = (error: Error): void => {
    closed = true;
    if (!('code' in error && error.code === 'EPIPE')) failure = error;
  };
  stream.on('error', onError);
  const write = (text: string | Uint8Array): Promise<boolean> =>
    closed
      ? Promise.resolve(false)
      : new Promise((resolveWrite) => {
          stream.write(text, (problem) => {
            if (problem !== null && problem !== undefined) onError(problem);
            resolveWrite(!closed);
          });
        });
  return {
    sink: {
      write,
      isTerminal: stream.isTTY === true,
      width: widthOf(stream),
      paint: picocolors.createColors(colors),
      isClosed: () => closed,
      failure: () => failure,
    },
    // The error of a pipe that nobody reads may come late: from the real streams the listener is not taken away.
    close: () => {
      if (stream !== process.stdout && stream !== process.stderr) stream.off('error', onError);
    },
  };
}
