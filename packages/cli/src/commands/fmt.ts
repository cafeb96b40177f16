// `fairlead fmt`: policies' files → the same files in the one layout that there is.
import { existsSync, readFileSync } from 'node:fs';
import { formatText } from '@fairlead/dsl';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { writeWhole } from '../files/atomic-write.ts';
import { readInput, readText } from '../files/read-text.ts';
import { clean } from '../output/clean-text.ts';
import { count } from '../output/words.ts';
import { MAX_POLICY_SIZE, tooLarge } from '../policy/policy-size.ts';
import { tellProblems } from '../policy/tell-problems.ts';
import type { Shell } from '../shell.ts';

/** What the command line says. */
export interface FmtOptions {
  readonly check?: boolean;
}

/** Formats the files in place; `-` reads standard input and writes standard output. */
export async function runFmt(shell: Shell, names: readonly string[], options: FmtOptions): Promise<ExitCode> {
  const checking = options.check === true;
  const results: Result[] = [];
  for (const name of names) {
    const result = name === '-' ? await formatInput(shell, checking) : await formatFile(shell, name, checking);
    if (typeof result === 'number') return result;
    results.push(result);
  }
  const changed = results.filter((result) => result === 'changed').length;
  const broken = results.filter((result) => result === 'broken').length;
  if (!names.includes('-')) await shell.out.write(`${verdict(results.length, changed, broken, checking)}\n`);
  return broken > 0 || (checking && changed > 0) ? EXIT.problems : EXIT.ok;
}

type Result = 'same' | 'changed' | 'broken';

async function formatInput(shell: Shell, checking: boolean): Promise<Result | ExitCode> {
  const text = await readInput(shell);
  if (!text.ok) return text.exit;
  const formatted = await format(shell, 'standard input', text.value);
  if (formatted === undefined) return 'broken';
  if (!checking) await shell.out.write(formatted);
  else if (formatted !== text.value) await shell.out.write('standard input\n');
  return formatted === text.value ? 'same' : 'changed';
}

async function formatFile(shell: Shell, name: string, checking: boolean): Promise<Result | ExitCode> {
  const text = await readText(shell, name);
  if (!text.ok) return text.exit;
  const formatted = await format(shell, name, text.value);
  if (formatted === undefined) return 'broken';
  const path = shell.path(name);
  // Compared with the bytes as they are: a byte order mark goes too.
  if (existsSync(path) && readFileSync(path, 'utf8') === formatted) return 'same';
  if (!checking) writeWhole(path, formatted, shell.stops);
  await shell.out.write(`${clean(name)}\n`);
  return 'changed';
}

/** Undefined, and told, where the text has errors: what is meant is not known, so nothing is changed. */
async function format(shell: Shell, name: string, text: string): Promise<string | undefined> {
  if (text.length > MAX_POLICY_SIZE) {
    await shell.problem(tooLarge(name));
    return undefined;
  }
  const { text: formatted, diagnostics } = formatText({ name, text, order: 0 });
  if (!diagnostics.some(({ severity }) => severity === 'error')) return formatted;
  await tellProblems(shell.err, { files: [{ name, text, order: 0 }], diagnostics }, ['error']);
  return undefined;
}

function verdict(all: number, changed: number, broken: number, checking: boolean): string {
  const parts: string[] = [];
  if (changed > 0)
    parts.push(checking ? `${count(changed, 'file')} would change` : `${count(changed, 'file')} formatted`);
  if (broken > 0) parts.push(`${count(broken, 'file')} with errors left as ${broken === 1 ? 'it is' : 'they are'}`);
  if (parts.length > 0) return `${parts.join(', ')}.`;
  return all === 1 ? 'Formatted already.' : `All ${all} files are formatted already.`;
}
