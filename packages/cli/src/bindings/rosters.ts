// Files of reps, by the ids of teams → the policy with these reps added to their teams, and what is new of those who are there.
import { type Policy, withRoster } from '@fairlead/ir';
import { done, type Result } from '../exit-code.ts';
import type { Shell } from '../shell.ts';
import type { FileArg } from './file-args.ts';
import { boundOrTold, readSheetFile } from './sheet-file.ts';

/** Reads the files. Names are those of teams of the policy: that has been seen to. Tells what is wrong with a file, with row and column. */
export async function bindRosters(shell: Shell, policy: Policy, args: readonly FileArg[]): Promise<Result<Policy>> {
  let bound = policy;
  for (const { name, file } of args) {
    const read = await readSheetFile(shell, file);
    if (!read.ok) return read;
    const result = await boundOrTold(
      shell,
      withRoster(bound, name, read.value.sheet),
      `--roster ${name}`,
      file,
      read.value,
    );
    if (!result.ok) return result;
    bound = result.value;
  }
  return done(bound);
}
