// `fairlead check`: policies' files → what is wrong with them, for people, for tools or for a pull request.
import type { Diagnostic } from '@fairlead/dsl';
import { assertNever } from '@fairlead/ir';
import { type Checked, checkFiles } from '../check/check-files.ts';
import { problemsAsJson, problemsForGithub } from '../check/problem-formats.ts';
import { repairFiles } from '../check/repair.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { clean } from '../output/clean-text.ts';
import { count } from '../output/words.ts';
import { tellProblems } from '../policy/tell-problems.ts';
import type { Shell } from '../shell.ts';

/** What the command line says. */
export interface CheckOptions {
  readonly format: 'text' | 'json' | 'github';
  readonly fix?: boolean;
  readonly strict?: boolean;
}

/** Checks. */
export async function runCheck(shell: Shell, names: readonly string[], options: CheckOptions): Promise<ExitCode> {
  if (options.fix === true) {
    const repaired = await repairFiles(shell, names);
    if (!repaired.ok) return repaired.exit;
  }
  const checked = await checkFiles(shell, names);
  if (!checked.ok) return checked.exit;
  const all = checked.value;
  switch (options.format) {
    case 'text':
      await tellAsText(shell, all);
      break;
    case 'json':
      await shell.out.write(problemsAsJson(all));
      break;
    case 'github':
      await shell.out.write(problemsForGithub(all));
      break;
    default:
      assertNever(options.format);
  }
  return all.some((one) => fails(one.diagnostics, options.strict === true)) ? EXIT.problems : EXIT.ok;
}

function fails(diagnostics: readonly Diagnostic[], strict: boolean): boolean {
  return diagnostics.some(({ severity }) => severity === 'error' || (strict && severity === 'warning'));
}

async function tellAsText(shell: Shell, all: readonly Checked[]): Promise<void> {
  for (const one of all) {
    await tellProblems(shell.out, one, ['error', 'warning', 'hint']);
    await shell.out.write(`${verdict(one, shell)}\n`);
  }
}

/** The line at the end: `2 errors, 1 warning in inbound.route`. */
function verdict({ name, kind, diagnostics, policy }: Checked, { out: { paint } }: Shell): string {
  const shown = clean(name);
  const counts = (['error', 'warning', 'hint'] as const).flatMap((severity) => {
    const amount = diagnostics.filter((one) => one.severity === severity).length;
    return amount === 0 ? [] : [{ severity, words: count(amount, severity) }];
  });
  const worst = counts[0]?.severity;
  const partly =
    kind === 'part'
      ? ' It has no policy block: names that it does not declare were not looked up. Check the file that uses it, too.'
      : '';
  if (worst !== undefined) {
    const color = worst === 'error' ? paint.red : worst === 'warning' ? paint.yellow : paint.cyan;
    return `${color(counts.map(({ words }) => words).join(', '))} in ${shown}.${partly}`;
  }
  if (policy === undefined) return `${shown}: ${paint.green('no problems')}.${partly}`;
  const { route, teams, reps } = policy;
  const sizes = [count(route.rules.length, 'rule'), count(teams.length, 'team'), count(reps.length, 'rep')];
  return `${shown}: ${paint.green('no problems')}. ${sizes.join(', ')}.`;
}
