// What stands behind `--records accounts=accounts.csv` and its like → names with their files, or the sentence that says what is wrong.
import { quoted } from '../output/clean-text.ts';

/** A name of the policy and the file that is bound to it. */
export interface FileArg {
  readonly name: string;
  readonly file: string;
}

/** The options that bind a file to a name. */
export type FileOption = '--records' | '--model' | '--table' | '--roster';

/** The names and files, or what is wrong with how they were written. */
export type ReadArgs =
  | { readonly ok: true; readonly args: readonly FileArg[] }
  | { readonly ok: false; readonly message: string };

/** What a name of each option is called, and an example. */
const EXAMPLES: { readonly [option in FileOption]: string } = {
  '--records': '--records accounts=accounts.csv',
  '--model': '--model wins=model.json',
  '--table': '--table territory=territories.csv',
  '--roster': '--roster commercial=reps.csv',
};

/** Reads `NAME=FILE`; what comes behind the first `=` is the file. Each name once. */
export function readFileArgs(option: FileOption, texts: readonly string[]): ReadArgs {
  const args: FileArg[] = [];
  for (const text of texts) {
    const at = text.indexOf('=');
    const [name, file] = [text.slice(0, at).trim(), text.slice(at + 1)];
    if (at === -1 || name === '' || file === '') return { ok: false, message: misread(option, text) };
    const earlier = args.find((one) => one.name === name);
    if (earlier !== undefined) {
      const both = earlier.file === file ? quoted(file) : `${quoted(earlier.file)} and ${quoted(file)}`;
      return { ok: false, message: `${option} binds ${name} twice: to ${both}. Say it once.` };
    }
    args.push({ name, file });
  }
  return { ok: true, args };
}

function misread(option: FileOption, text: string): string {
  return `${option} ${quoted(text)} does not say which file is bound to which name. Write NAME=FILE: ${EXAMPLES[option]}.`;
}
