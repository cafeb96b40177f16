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
      if (offset < written) return readLine(fd, offset);
      const from = offset - written;
      return buffer.toString('utf8', from, buffer.indexOf(NEW_LINE, from));
    },
    size: () => written + used,
    flush,
  };
}

const NEW_LINE = 10;
const FIRST_READ_BYTES = 8192;

/** The line that begins at an offset of a file. */
export function readLine(fd: number, offset: number): string {
  let bytes = Buffer.allocUnsafe(FIRST_READ_BYTES);
  let have = 0;
  for (;;) {
    const got = readSync(fd, bytes, have, bytes.length - have, offset + have);
    const end = bytes.subarray(0, have + got).indexOf(NEW_LINE, have);
    have += got;
    if (end !== -1) return bytes.toString('utf8', 0, end);
    if (got === 0) return bytes.toString('utf8', 0, have);
    if (have === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(bytes.length)]);
  }
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
