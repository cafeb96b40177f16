// `fairlead compile`: a policy's text → its compiled form, canonical, and its hash.
import { canonicalJson } from '@fairlead/ir';
import { type BindingOptions, boundFiles, readBindingArgs } from '../bindings/binding-args.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { writeWhole } from '../files/atomic-write.ts';
import { clean, quoted } from '../output/clean-text.ts';
import { compileFile } from '../policy/compile-file.ts';
import { boundPlan } from '../policy/open-policy.ts';
import { tellProblems } from '../policy/tell-problems.ts';
import { clashOf } from '../route/clash.ts';
import type { Shell } from '../shell.ts';

/** What the command line says. */
export interface CompileOptions extends Pick<BindingOptions, 'table' | 'roster'> {
  readonly output?: string;
}

/** Compiles to a file, or to standard output. */
export async function runCompile(shell: Shell, name: string, options: CompileOptions): Promise<ExitCode> {
  const { output } = options;
  if (output === undefined) return shell.usage('Name the file to write: -o FILE, or -o - for standard output.');
  const args = await readBindingArgs(shell, options);
  if (!args.ok) return args.exit;
  const clash = clashOf(shell, [['--output', output]], [['the policy', name], ...boundFiles(args.value)]);
  if (clash !== undefined) return shell.usage(clash);
  const compiled = await compileFile(shell, name);
  if (!compiled.ok) return compiled.exit;
  const { files } = compiled.value;
  if (compiled.value.policy === undefined) {
    await tellProblems(shell.err, compiled.value, ['error']);
    return shell.problem(`${quoted(name)} has errors, so nothing was written.`);
  }
  const used = files.map((file): readonly [string, string] => [`the file ${quoted(file.name)}`, file.name]);
  const usedClash = clashOf(shell, [['--output', output]], used);
  if (usedClash !== undefined) return shell.usage(usedClash);
  const plan = await boundPlan(shell, name, compiled.value.policy, args.value);
  if (!plan.ok) return plan.exit;
  const { policy, hash } = plan.value;
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
