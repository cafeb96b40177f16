// Files of records, by the names of their sources → what matches look among. (MATCH writes this.)
import type { Plan, Records } from '@fairlead/runtime';
import { failed, type Result } from '../exit-code.ts';
import type { Shell } from '../shell.ts';
import type { FileArg } from './file-args.ts';

/** Opens the files. Names are those of sources that the policy's records come from: that has been seen to. Tells what is wrong with a file. */
export async function openRecords(shell: Shell, _plan: Plan, args: readonly FileArg[]): Promise<Result<Records>> {
  return failed(await shell.usage(`--records is not there yet (${args.length}).`));
}
