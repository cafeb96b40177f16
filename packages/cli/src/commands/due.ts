// `fairlead due`: a state, the policy of the moment and an instant → everything that was due until then, carried out, told and logged.
import { formatInstant, runDue } from '@fairlead/runtime';
import { type BindingOptions, boundFiles, readBindingArgs } from '../bindings/binding-args.ts';
import { openBindings } from '../bindings/open-bindings.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { printLines } from '../follow-up/print-lines.ts';
import { withSession } from '../follow-up/session.ts';
import { instantOf } from '../leads/parse-at.ts';
import { count } from '../output/words.ts';
import { openPolicy } from '../policy/open-policy.ts';
import { clashOf } from '../route/clash.ts';
import type { Shell } from '../shell.ts';

/** What the command line says. */
export interface DueOptions extends Omit<BindingOptions, 'providers'> {
  readonly at?: string;
  readonly log?: string;
  readonly format: 'text' | 'json';
}

/** Carries out what is due. Leads are routed anew by the named policy; ladders stay those of the policies that started them. */
export async function runDueSteps(
  shell: Shell,
  state: string,
  policyName: string,
  options: DueOptions,
): Promise<ExitCode> {
  const { at, log, format } = options;
  const args = await readBindingArgs(shell, options);
  if (!args.ok) return args.exit;
  const written = [
    ['the state', state],
    ['--log', log],
  ] as const;
  const clash = clashOf(shell, written, [['the policy', policyName], ...boundFiles(args.value)]);
  if (clash !== undefined) return shell.usage(clash);
  const atMs = await instantOf(shell, at);
  if (!atMs.ok) return atMs.exit;
  const policy = await openPolicy(shell, policyName, args.value);
  if (!policy.ok) return policy.exit;
  const bindings = await openBindings(shell, policy.value.plan, args.value, ['models']);
  if (!bindings.ok) return bindings.exit;
  const wish = { state, log, policy: policy.value, bindings: bindings.value, untilMs: atMs.value };
  const used = await withSession(shell, wish, async ({ book, host, told, save }) => {
    const amount = runDue(host, book, atMs.value);
    if (!(await save())) return EXIT.problems;
    if (format === 'json') {
      await printLines(shell, book.log);
      return EXIT.ok;
    }
    const until = formatInstant(atMs.value);
    const words = amount === 0 ? `Nothing was due up to ${until}.` : `${count(amount, 'step')} up to ${until}.`;
    await shell.out.write(`${told()}${words}\n`);
    return EXIT.ok;
  });
  return used.ok ? used.value : used.exit;
}
