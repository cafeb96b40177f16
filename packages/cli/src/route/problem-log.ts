// Rows that could not be read → what the terminal is told of them, and a file with all of them.
import { canonicalJson } from '@fairlead/ir';
import { type Draft, openDraft } from '../files/atomic-write.ts';
import { type LineFile, lineFile } from '../history/line-file.ts';
import { count } from '../output/words.ts';
import { placeOf } from '../rows/place-of.ts';
import type { BrokenRow } from '../rows/row.ts';
import type { Shell } from '../shell.ts';

/** Collects broken rows. */
export interface ProblemLog {
  readonly add: (row: BrokenRow) => void;
  /** Tells what was added since; `before` clears the progress line. */
  readonly tell: (before: () => Promise<void>) => Promise<void>;
  /** Puts the file in its place, and says how many were not told. */
  readonly finish: () => Promise<void>;
  readonly discard: () => void;
}

const MAX_TOLD = 20;

/** `file` is the name of the leads, cleaned; `path` where all problems are written to, if anywhere. Throws what the system says. */
export function problemLog(shell: Shell, file: string, path: string | undefined): ProblemLog {
  const draft: Draft | undefined = path === undefined ? undefined : openDraft(path, shell.stops);
  const lines: LineFile | undefined = draft === undefined ? undefined : lineFile(draft.fd);
  const { paint } = shell.err;
  let seen = 0;
  let waiting: string[] = [];
  return {
    add: (broken) => {
      seen += 1;
      if (seen <= MAX_TOLD) waiting.push(`${paint.yellow(placeOf(file, broken))} ${broken.what}`);
      const { row, line, column, what } = broken;
      lines?.append(canonicalJson({ file, row, line, column, message: what }));
    },
    tell: async (before) => {
      if (waiting.length === 0) return;
      const told = waiting;
      waiting = [];
      await before();
      await shell.err.write(`${told.join('\n')}\n`);
    },
    finish: async () => {
      lines?.flush();
      draft?.commit();
      if (seen <= MAX_TOLD) return;
      const where = path === undefined ? ' Name a file with --problems to see them all.' : '';
      await shell.err.write(`… and ${count(seen - MAX_TOLD, 'more row')} that could not be read.${where}\n`);
    },
    discard: () => draft?.discard(),
  };
}
