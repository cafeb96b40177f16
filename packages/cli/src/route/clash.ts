// The files that a call names → the sentence that says which two must not be one.
import { realpathSync } from 'node:fs';
import { quoted } from '../output/clean-text.ts';
import type { Shell } from '../shell.ts';

/** A file and what it is to the command: `--out`, `the leads`. */
export type NamedFile = readonly [what: string, file: string | undefined];

/** Says which written file is one of the others, and would be lost; undefined if none is. `-` is no file. */
export function clashOf(shell: Shell, written: readonly NamedFile[], read: readonly NamedFile[]): string | undefined {
  for (const [index, [what, file]] of written.entries()) {
    if (file === undefined || file === '-') continue;
    for (const [otherWhat, other] of [...read, ...written.slice(index + 1)]) {
      if (other === undefined || other === '-' || real(shell.path(file)) !== real(shell.path(other))) continue;
      return `${what} and ${otherWhat} are the same file, ${quoted(file)}, which would be overwritten. Name another one.`;
    }
  }
  return undefined;
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
