// Files of models, by their names → the counts that `by likelihood` goes by. (PICK writes this.)
import type { Models, Plan } from '@fairlead/runtime';
import { failed, type Result } from '../exit-code.ts';
import type { Shell } from '../shell.ts';
import type { FileArg } from './file-args.ts';

/** Opens the files. Names are those of models that the policy uses: that has been seen to. Tells what is wrong with a file. */
export async function openModels(shell: Shell, _plan: Plan, args: readonly FileArg[]): Promise<Result<Models>> {
  return failed(await shell.usage(`--model is not there yet (${args.length}).`));
}
