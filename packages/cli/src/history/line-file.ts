// Lines that are appended → a file from which each can be read back by its offset. Writes go through one buffer.
import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAll } from '../files/atomic-write.ts';
import type { Stops } from '../stops.ts';

/** A growing file of lines. */
export interface LineFile {
  /** Appends the line and a line break; gives where it begins. */
  readonly append: (line: string) => number;
  /** The line that begins there, without its break. */
  readonly lineAt: (offset: number) => string;
  /** Bytes so far. */
  readonly size: () => number;
  /** Writes what is still in the buffer. */
  readonly flush: () => void;
}

const BUFFER_BYTES = 1_048_576;

/** Lines in a file that is open for reading and writing and empty. */
export function lineFile(fd: number): LineFile {
  let buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  let used = 0;
  let written = 0;
  const readLine = lineReader(fd);
  const flush = (): void => {
    writeAll(fd, buffer.subarray(0, used));
    written += used;
    used = 0;
  };
  return {
    append: (line) => {
      const bytes = Buffer.byteLength(line) + 1;
      if (used + bytes > buffer.length) flush();
      if (bytes > buffer.length) buffer = Buffer.allocUnsafe(bytes);
      const offset = written + used;
      buffer.write(line, used, 'utf8');
      buffer[used + bytes - 1] = NEW_LINE;
      used += bytes;
      return offset;
    },
    lineAt: (offset) => {
      if (offset < written) return readLine(offset);
      const from = offset - written;
      return buffer.toString('utf8', from, buffer.indexOf(NEW_LINE, from));
    },
    size: () => written + used,
    flush,
  };
}

const NEW_LINE = 10;
const WINDOW_BYTES = 32_768;

/**
 * Reads lines of a file by the offset at which they begin. Keeps the stretch that was read last, in one buffer: lines that are asked for in order
 * cost next to nothing. The file may grow, and what was read may not change.
 */
export function lineReader(fd: number): (offset: number) => string {
  let window = Buffer.allocUnsafe(WINDOW_BYTES);
  let start = 0;
  let length = 0;
  const lineInWindow = (offset: number): string | undefined => {
    const from = offset - start;
    if (from < 0 || from >= length) return undefined;
    const end = window.subarray(0, length).indexOf(NEW_LINE, from);
    return end === -1 ? undefined : window.toString('utf8', from, end);
  };
  return (offset) => {
    const known = lineInWindow(offset);
    if (known !== undefined) return known;
    for (start = offset, length = 0; ; ) {
      if (length === window.length) window = Buffer.concat([window, Buffer.allocUnsafe(window.length)]);
      const got = readSync(fd, window, length, window.length - length, offset + length);
      length += got;
      const line = lineInWindow(offset);
      // The last line of a file may have no break.
      if (line !== undefined || got === 0) return line ?? window.toString('utf8', 0, length);
    }
  };
}

/** A line file that nobody else sees and that is gone when the process is. `close` it when it is no longer needed. */
export function passingLineFile(stops: Stops): { readonly lines: LineFile; readonly close: () => void } {
  const path = join(tmpdir(), `fairlead-${process.pid}-${Math.trunc(performance.now() * 1000)}.ndjson`);
  const fd = openSync(path, 'wx+', 0o600);
  const remove = (): void => {
    try {
      rmSync(path, { force: true });
    } catch {
      // Some systems keep an open file; then it goes when it is closed.
    }
  };
  remove();
  const forget = stops.add(remove);
  return {
    lines: lineFile(fd),
    close: () => {
      closeSync(fd);
      remove();
      forget();
    },
  };
}

/** All lines of a file, in order. */
export function* linesIn(file: LineFile): Generator<string> {
  for (let at = 0; at < file.size(); ) {
    const line = file.lineAt(at);
    yield line;
    at += Buffer.byteLength(line) + 1;
  }
}

/** A passing line file that is opened when it is first asked for. */
export interface LaterLines {
  readonly lines: () => LineFile;
  readonly close: () => void;
}

/** Nothing is opened until it is needed. */
export function laterLines(stops: Stops): LaterLines {
  let open: ReturnType<typeof passingLineFile> | undefined;
  return {
    lines: () => {
      open ??= passingLineFile(stops);
      return open.lines;
    },
    close: () => open?.close(),
  };
}
