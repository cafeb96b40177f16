// Words of a command line, and what stands in a folder → what the command prints and ends with. In this process, with captured streams.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { main, type OutputStream } from '@fairlead/cli';
import { onTestFinished } from 'vitest';

/** What a command did. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** How it is run, where that matters. */
export interface How {
  readonly stdin?: string | Uint8Array;
  /** Both streams are terminals. */
  readonly terminal?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Standard output is closed after so many bytes, as by `head`. */
  readonly closesAfter?: number;
  /** The disk behind standard output is full. */
  readonly full?: boolean;
  /** The clock throws: stands for a fault of our own. */
  readonly breaks?: boolean;
}

/** The instant at which tests are run: the shell's clock, for what has no `--at`. */
export const NOW: string = '2026-11-24T09:00:00Z';

/** A folder that is gone when the test is. */
export interface Folder {
  readonly path: string;
  readonly write: (name: string, text: string | Uint8Array) => string;
  readonly read: (name: string) => string;
  readonly run: (...argv: readonly string[]) => Promise<Ran>;
  readonly runWith: (how: How, ...argv: readonly string[]) => Promise<Ran>;
}

/** Makes a folder with these files. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), 'fairlead-test-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const write = (name: string, text: string | Uint8Array): string => {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const runWith = (how: How, ...argv: readonly string[]): Promise<Ran> => run(path, argv, how);
  return {
    path,
    write,
    read: (name) => readFileSync(join(path, name), 'utf8'),
    run: (...argv) => runWith({}, ...argv),
    runWith,
  };
}

async function run(cwd: string, argv: readonly string[], how: How): Promise<Ran> {
  const out = captured(
    how.terminal === true,
    how.full === true ? 0 : how.closesAfter,
    how.full === true ? 'ENOSPC' : 'EPIPE',
  );
  const err = captured(how.terminal === true, undefined, 'EPIPE');
  const code = await main(argv, {
    stdin: Readable.from(how.stdin === undefined ? [] : [Buffer.from(how.stdin)]),
    stdout: out.stream,
    stderr: err.stream,
    cwd,
    env: how.env ?? {},
    nowMs: () => {
      if (how.breaks === true) throw new Error('broken clock');
      return Date.parse(NOW);
    },
  });
  return { code, out: out.text(), err: err.text() };
}

function captured(
  isTTY: boolean,
  closesAfter: number | undefined,
  code: string,
): { readonly stream: OutputStream; readonly text: () => string } {
  const pieces: Buffer[] = [];
  let bytes = 0;
  const stream = new Writable({
    write(piece: Buffer, _encoding, callback) {
      bytes += piece.length;
      if (closesAfter !== undefined && bytes > closesAfter) {
        callback(Object.assign(new Error(`write ${code}`), { code, syscall: 'write' }));
        return;
      }
      pieces.push(Buffer.from(piece));
      callback();
    },
  });
  return {
    stream: Object.assign(stream, { isTTY, columns: 80 }),
    text: () => Buffer.concat(pieces).toString('utf8'),
  };
}
