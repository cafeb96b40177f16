// A file that one process at a time may change → the right to do so, held in a file beside it.
import { randomUUID } from 'node:crypto';
import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Stops } from '../stops.ts';
import { isRunning } from './atomic-write.ts';

/** A lock that is held. */
export interface Lock {
  /** Whether it is still this process's: look before the file is put in place. */
  readonly isHeld: () => boolean;
  readonly release: () => void;
}

/** A lock, or who holds it. */
export type Locked =
  | { readonly ok: true; readonly lock: Lock }
  | { readonly ok: false; readonly path: string; readonly holder: Holder | undefined };

/** Who holds a lock, as the lock says. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** What a lock is asked with. */
export interface LockWish {
  readonly stops: Stops;
  /** So long it is tried before giving up, in milliseconds. */
  readonly patienceMs: number;
  /** Called once if there is somebody to wait for. */
  readonly onWait: (holder: Holder | undefined) => Promise<void>;
}

/** Takes the lock `<file>.lock`. One whose process is no more (killed, crashed) is taken over. Throws what the system says. */
export async function takeLock(file: string, { stops, patienceMs, onWait }: LockWish): Promise<Locked> {
  const path = `${file}.lock`;
  const key = randomUUID();
  const token = `${JSON.stringify({ pid: process.pid, host: hostname(), key })}\n`;
  const endMs = performance.now() + patienceMs;
  let told = false;
  for (;;) {
    if (create(path, token, key)) {
      const forget = stops.add(() => release(path, token));
      return {
        ok: true,
        lock: {
          isHeld: () => textOf(path) === token,
          release: () => {
            forget();
            release(path, token);
          },
        },
      };
    }
    const text = textOf(path);
    const holder = text === undefined ? undefined : holderOf(text);
    if (text !== undefined && holder !== undefined && isGone(holder)) {
      takeAway(path, text, key);
      continue;
    }
    if (performance.now() >= endMs) return { ok: false, path, holder };
    if (!told) await onWait(holder);
    told = true;
    await wait(POLL_MS);
  }
}

const POLL_MS = 50;

function create(path: string, token: string, key: string): boolean {
  // Written apart and then linked: a lock is never there without its text.
  const draft = `${path}.${key}`;
  const fd = openDraft(draft, path);
  try {
    writeSync(fd, token);
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    closeSync(fd);
    rmSync(draft, { force: true });
  }
}

/** What the system says is about the lock, or the folder that is not there. */
function openDraft(draft: string, path: string): number {
  try {
    return openSync(draft, 'w', 0o666);
  } catch (error) {
    if (error instanceof Error && 'path' in error && 'code' in error) {
      error.path = error.code === 'ENOENT' ? dirname(path) : path;
    }
    throw error;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function holderOf(text: string): Holder | undefined {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null || !('pid' in json) || !('host' in json)) return undefined;
    const { pid, host } = json;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : undefined;
  } catch {
    return undefined;
  }
}

function isGone({ pid, host }: Holder): boolean {
  return host === hostname() && !isRunning(pid);
}

/** Removes a lock that nobody holds. If another process was quicker and the lock is a new one, it is put back. */
function takeAway(path: string, text: string, key: string): void {
  const aside = `${path}.${key}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  try {
    if (textOf(aside) !== text) linkSync(aside, path);
  } catch {
    // A third process holds it by now; the one whose lock this was finds out before it writes.
  } finally {
    rmSync(aside, { force: true });
  }
}

function release(path: string, token: string): void {
  if (textOf(path) === token) rmSync(path, { force: true });
}
