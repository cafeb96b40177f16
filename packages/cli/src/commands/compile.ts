// `fairlead compile`: a policy's text → its compiled form, canonical, and its hash.
import { canonicalJson } from '@fairlead/ir';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { writeWhole } from '../files/atomic-write.ts';
import { clean, quoted } from '../output/clean-text.ts';
import { compileFile } from '../policy/compile-file.ts';
import { tellProblems } from '../policy/tell-problems.ts';
import { clashOf } from '../route/clash.ts';
import type { Shell } from '../shell.ts';

/** What the command line says. */
export interface CompileOptions {
  readonly output?: string;
}

/** Compiles to a file, or to standard output. */
export async function runCompile(shell: Shell, name: string, { output }: CompileOptions): Promise<ExitCode> {
  if (output === undefined) return shell.usage('Name the file to write: -o FILE, or -o - for standard output.');
  const clash = clashOf(shell, [['--output', output]], [['the policy', name]]);
  if (clash !== undefined) return shell.usage(clash);
  const compiled = await compileFile(shell, name);
  if (!compiled.ok) return compiled.exit;
  const { policy, hash, files } = compiled.value;
  if (policy === undefined || hash === undefined) {
    await tellProblems(shell.err, compiled.value, ['error']);
    return shell.problem(`${quoted(name)} has errors, so nothing was written.`);
  }
  const used = files.map((file): readonly [string, string] => [`the file ${quoted(file.name)}`, file.name]);
  const usedClash = clashOf(shell, [['--output', output]], used);
  if (usedClash !== undefined) return shell.usage(usedClash);
  const text = `${canonicalJson(policy)}\n`;
  if (output === '-') {
    await shell.out.write(text);
    await shell.err.write(`${hash}\n`);
  } else {
    writeWhole(shell.path(output), text, shell.stops);
    await shell.out.write(`${clean(output)}: policy ${clean(policy.name)}, hash ${hash}\n`);
  }
  return EXIT.ok;
}
