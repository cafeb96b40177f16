// Files of reps, by the ids of teams → the policy with these reps added to, or in place of, what it says of them. (TABLES writes this.)
import type { Policy } from '@fairlead/ir';
import { failed, type Result } from '../exit-code.ts';
import type { Shell } from '../shell.ts';
import type { FileArg } from './file-args.ts';

/** Reads the files. Names are those of teams of the policy: that has been seen to. Tells what is wrong with a file, with row and column. */
export async function bindRosters(shell: Shell, _policy: Policy, args: readonly FileArg[]): Promise<Result<Policy>> {
  return failed(await shell.usage(`--roster is not there yet (${args.length}).`));
}
