// `fairlead test`: policies' files → their tests run, each with what was expected and what there was instead.
import { type BindingOptions, readBindingArgs } from '../bindings/binding-args.ts';
import { done, EXIT, type ExitCode, failed, type Result } from '../exit-code.ts';
import { quoted } from '../output/clean-text.ts';
import { listed } from '../output/words.ts';
import type { Shell } from '../shell.ts';
import { suitesAsJunit } from '../testing/junit.ts';
import { type Demand, readDemands, shortfalls } from '../testing/reached/fail-under.ts';
import { runSuites, type Suite } from '../testing/run-suites.ts';
import { suitesAsJson, suitesAsText } from '../testing/suite-formats.ts';

/** What the command line says. */
export interface TestOptions extends Pick<BindingOptions, 'model' | 'table' | 'roster'> {
  readonly coverage?: boolean;
  readonly failUnder?: string;
  readonly filter?: string;
  readonly format: 'text' | 'json' | 'junit';
}

/** Runs the tests. No test at all is a failure: it would look like success and prove nothing. */
export async function runTest(shell: Shell, names: readonly string[], options: TestOptions): Promise<ExitCode> {
  const demands = await demandsOf(shell, options.failUnder);
  if (!demands.ok) return demands.exit;
  const args = await readBindingArgs(shell, options);
  if (!args.ok) return args.exit;
  const suites = await runSuites(shell, names, options.filter, args.value);
  if (!suites.ok) return suites.exit;
  const all = suites.value;
  await shell.out.write(FORMATS[options.format](all, options.coverage === true, shell));
  const nothing = nothingRun(options.filter, all);
  if (nothing !== undefined) return shell.problem(nothing);
  const coverages = all.map(({ coverage }) => coverage);
  const missing = shortfalls(coverages, demands.value);
  const hint = options.coverage === true ? '' : ' `--coverage` says what is missing.';
  for (const sentence of missing) await shell.problem(`${sentence}${hint}`);
  return missing.length > 0 || all.some(fails) ? EXIT.problems : EXIT.ok;
}

const FORMATS: {
  readonly [format in TestOptions['format']]: (suites: readonly Suite[], withCoverage: boolean, shell: Shell) => string;
} = {
  text: (suites, withCoverage, { out }) => suitesAsText(suites, withCoverage, out),
  json: suitesAsJson,
  junit: suitesAsJunit,
};

async function demandsOf(shell: Shell, text: string | undefined): Promise<Result<readonly Demand[]>> {
  if (text === undefined) return done([]);
  const read = readDemands(text);
  return read.ok ? done(read.demands) : failed(await shell.usage(read.message));
}

function fails({ results }: Suite): boolean {
  return results.some(({ failures }) => failures.length > 0);
}

/** A sentence where nothing was tested, or nothing of one of the policies; undefined where all is well. */
function nothingRun(filter: string | undefined, suites: readonly Suite[]): string | undefined {
  const empty = suites.filter(({ tests }) => tests === 0).map(({ name }) => quoted(name));
  const there = empty.length < suites.length;
  if (!there) {
    return 'There are no tests, so nothing was tested. A test looks like this:\n  test "what it shows" { lead { … } expect rule "…" }';
  }
  if (filter !== undefined && suites.every(({ results }) => results.length === 0)) {
    return `No test has ${quoted(filter)} in its name, so nothing was tested.`;
  }
  if (empty.length === 0 || filter !== undefined) return undefined;
  return `${listed(empty)} ${empty.length === 1 ? 'has' : 'have'} no tests, so nothing of ${empty.length === 1 ? 'it' : 'them'} was tested.`;
}
