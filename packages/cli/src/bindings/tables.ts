// Files of tables, by their names → the policy with these rows in place of its own. (TABLES writes this.)
import type { Policy } from '@fairlead/ir';
import { failed, type Result } from '../exit-code.ts';
import type { Shell } from '../shell.ts';
import type { FileArg } from './file-args.ts';

/** Reads the files. Names are those of tables of the policy: that has been seen to. Tells what is wrong with a file, with row and column. */
export async function bindTables(shell: Shell, _policy: Policy, args: readonly FileArg[]): Promise<Result<Policy>> {
  return failed(await shell.usage(`--table is not there yet (${args.length}).`));
}
