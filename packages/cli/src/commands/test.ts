// `fairlead test`: policies' files → their tests run, each with what was expected and what there was instead.
import { EXIT, type ExitCode } from '../exit-code.ts';
import { quoted } from '../output/clean-text.ts';
import type { Shell } from '../shell.ts';
import { runSuites, type Suite } from '../testing/run-suites.ts';
import { suitesAsJson, suitesAsText } from '../testing/suite-formats.ts';

/** What the command line says. */
export interface TestOptions {
  readonly coverage?: boolean;
  readonly filter?: string;
  readonly format: 'text' | 'json';
}

/** Runs the tests. No test at all is a failure: it would look like success and prove nothing. */
export async function runTest(shell: Shell, names: readonly string[], options: TestOptions): Promise<ExitCode> {
  const suites = await runSuites(shell, names, options.filter);
  if (!suites.ok) return suites.exit;
  const withCoverage = options.coverage === true;
  const all = suites.value;
  const text = options.format === 'json' ? suitesAsJson(all, withCoverage) : suitesAsText(all, withCoverage, shell.out);
  await shell.out.write(text);
  if (all.every(({ results }) => results.length === 0)) return shell.problem(nothingRun(options.filter, all));
  return all.some(fails) ? EXIT.problems : EXIT.ok;
}

function fails({ results }: Suite): boolean {
  return results.some(({ failures }) => failures.length > 0);
}

function nothingRun(filter: string | undefined, suites: readonly Suite[]): string {
  const there = suites.some(({ tests }) => tests > 0);
  if (filter !== undefined && there) return `No test has ${quoted(filter)} in its name, so nothing was tested.`;
  return 'There are no tests, so nothing was tested. A test looks like this:\n  test "what it shows" { lead { … } expect rule "…" }';
}
