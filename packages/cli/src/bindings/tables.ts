// Files of tables, by their names → the policy with these rows in place of its own.
import { type Policy, withTable } from '@fairlead/ir';
import { done, type Result } from '../exit-code.ts';
import { quoted } from '../output/clean-text.ts';
import type { Shell } from '../shell.ts';
import type { FileArg } from './file-args.ts';
import { boundOrTold, readSheetFile } from './sheet-file.ts';

/** Reads the files. Names are those of tables of the policy: that has been seen to. Tells what is wrong with a file, with row and column. */
export async function bindTables(shell: Shell, policy: Policy, args: readonly FileArg[]): Promise<Result<Policy>> {
  let bound = policy;
  for (const { name, file } of args) {
    const read = await readSheetFile(shell, file);
    if (!read.ok) return read;
    const { sheet } = read.value;
    const result = await boundOrTold(
      shell,
      withTable(bound, name, sheet, read.value.name),
      `--table ${name}`,
      file,
      read.value,
    );
    if (!result.ok) return result;
    bound = result.value;
    if (sheet.rows.length === 0) await shell.note(`${quoted(file)} has no rows, so the table ${name} never fits.`);
  }
  return done(bound);
}
