// What --out says → where decisions are written: a finished log in one step, a stream, or only a file that passes.
import { closeSync, openSync } from 'node:fs';
import { isPlainFile, openDraft, writeAll } from '../files/atomic-write.ts';
import { type LineFile, lineFile, passingLineFile } from '../history/line-file.ts';
import type { Shell } from '../shell.ts';

/** Where decisions go. */
export interface Output {
  /** Every decision of the run, to be found again. */
  readonly lines: LineFile;
  /** The log's path, where `lines` becomes one: then repeated decisions belong in it too. */
  readonly log: string | undefined;
  /** Where lines are also sent at once. */
  readonly stream: LineStream | undefined;
  /** Puts the log in its place. */
  readonly commit: () => void;
  readonly discard: () => void;
}

/** Lines that are sent on and not kept. */
export interface LineStream {
  readonly add: (line: string) => void;
  /** Sends them. False: nobody reads any longer. */
  readonly flush: () => Promise<boolean>;
}

/** Opens it. Throws what the system says. */
export function openOutput(shell: Shell, out: string | undefined): Output {
  if (out !== undefined && out !== '-' && isPlainFile(shell.path(out))) {
    const log = shell.path(out);
    const draft = openDraft(log, shell.stops);
    const lines = lineFile(draft.fd);
    const commit = (): void => {
      lines.flush();
      draft.commit();
    };
    return { lines, log, stream: undefined, commit, discard: draft.discard };
  }
  const passing = passingLineFile(shell.stops);
  const { stream, close } = openStream(shell, out);
  let open = true;
  const end = (): void => {
    if (open) {
      passing.close();
      close();
    }
    open = false;
  };
  return { lines: passing.lines, log: undefined, stream, commit: end, discard: end };
}

function openStream(
  shell: Shell,
  out: string | undefined,
): { readonly stream: LineStream | undefined; readonly close: () => void } {
  if (out === undefined) return { stream: undefined, close: () => {} };
  if (out === '-') return { stream: lineStream((text) => shell.out.write(text)), close: () => {} };
  const fd = openSync(shell.path(out), 'w');
  const send = (text: string): Promise<boolean> => {
    writeAll(fd, Buffer.from(text));
    return Promise.resolve(true);
  };
  return { stream: lineStream(send), close: () => closeSync(fd) };
}

function lineStream(send: (text: string) => Promise<boolean>): LineStream {
  let waiting: string[] = [];
  return {
    add: (line) => void waiting.push(line),
    flush: () => {
      if (waiting.length === 0) return Promise.resolve(true);
      const text = `${waiting.join('\n')}\n`;
      waiting = [];
      return send(text);
    },
  };
}
