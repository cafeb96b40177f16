// Text for a file → the file, whole or not at all: written beside it, then put in its place in one step.
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Stops } from '../stops.ts';

/** A file in the making. */
export interface Draft {
  readonly fd: number;
  /** Puts it in place of the file; what was there is replaced in one step. The file keeps its permissions. */
  readonly commit: () => void;
  /** Throws it away; does nothing after `commit`. */
  readonly discard: () => void;
}

/** Writes the whole text. Throws what the system says. */
export function writeWhole(path: string, text: string | Uint8Array, stops: Stops): void {
  const draft = openDraft(path, stops);
  try {
    writeAll(draft.fd, typeof text === 'string' ? Buffer.from(text) : text);
    draft.commit();
  } finally {
    draft.discard();
  }
}

/**
 * Opens a draft beside the file: `<file>.<process>.part`. A process that is killed leaves its draft behind and the file as it was; the next
 * one to write that file clears it away. A device or pipe is written to as it is: putting a file in its place would remove it.
 */
export function openDraft(path: string, stops: Stops): Draft {
  const target = resolved(path);
  if (!isPlainFile(target)) return directDraft(target);
  // The folder would let a file be replaced that may not be written.
  if (existsSync(target)) accessSync(target, constants.W_OK);
  clearLeftovers(target);
  const part = `${target}.${process.pid}.part`;
  const mode = modeOf(target);
  const fd = openPart(part, target, mode);
  if (mode !== undefined) fchmodSync(fd, mode);
  const forget = stops.add(() => rmSync(part, { force: true }));
  let open = true;
  const close = (): void => {
    if (open) closeSync(fd);
    open = false;
    forget();
  };
  return {
    fd,
    commit: () => {
      fsyncSync(fd);
      close();
      renameSync(part, target);
    },
    discard: () => {
      if (!open) return;
      close();
      rmSync(part, { force: true });
    },
  };
}

/** Whether there is a plain file, or nothing yet; behind links. */
export function isPlainFile(path: string): boolean {
  return !existsSync(path) || statSync(path).isFile();
}

function directDraft(target: string): Draft {
  const fd = openSync(target, 'w');
  let open = true;
  const close = (): void => {
    if (open) closeSync(fd);
    open = false;
  };
  return { fd, commit: close, discard: close };
}

/** What the system says is about the file that was meant, or its folder, and not about the draft. */
function openPart(part: string, target: string, mode: number | undefined): number {
  try {
    return openSync(part, 'w+', mode ?? 0o666);
  } catch (error) {
    if (error instanceof Error && 'path' in error && 'code' in error) {
      error.path = error.code === 'ENOENT' ? dirname(target) : target;
    }
    throw error;
  }
}

/** Writes every byte, however many the system takes at a time. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; ) from += writeSync(fd, bytes, from, bytes.length - from);
}

/** Behind links, so that a link stays a link. */
function resolved(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function modeOf(path: string): number | undefined {
  try {
    return statSync(path).mode & 0o777;
  } catch {
    return undefined;
  }
}

/** Drafts of processes that are no more. */
function clearLeftovers(target: string): void {
  const folder = dirname(target);
  const name = basename(target);
  for (const one of names(folder)) {
    if (!one.startsWith(`${name}.`) || !one.endsWith('.part')) continue;
    const pid = Number(one.slice(name.length + 1, -'.part'.length));
    if (Number.isSafeInteger(pid) && pid > 0 && !isRunning(pid)) rmSync(join(folder, one), { force: true });
  }
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whether a process with this number runs on this machine. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
