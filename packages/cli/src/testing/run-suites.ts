// Policies' files → the tests of each, run.
import type { Source } from '@fairlead/dsl';
import type { BindingArgs } from '../bindings/binding-args.ts';
import { openBindings } from '../bindings/open-bindings.ts';
import { argsFor } from '../bindings/used-names.ts';
import { type Checked, checkFiles } from '../check/check-files.ts';
import { done, failed, type Result } from '../exit-code.ts';
import { outsideOf } from '../leads/outside.ts';
import { quoted } from '../output/clean-text.ts';
import { boundPlan } from '../policy/open-policy.ts';
import { tellProblems } from '../policy/tell-problems.ts';
import type { Shell } from '../shell.ts';
import { type TestPlace, testPlaces } from './places.ts';
import { type Coverage, coverageOf } from './reached/coverage.ts';
import { textAtoms } from './reached/text-atoms.ts';
import { startWatch } from './reached/watch.ts';
import { runTestCase, type TestResult } from './run-test.ts';

/** The tests of one policy. */
export interface Suite {
  /** The policy's file, as it was named. */
  readonly name: string;
  readonly files: readonly Source[];
  /** How many tests there are, whatever the filter. */
  readonly tests: number;
  /** Of those that were run, in text order. */
  readonly results: readonly TestResult[];
  readonly places: ReadonlyMap<string, TestPlace>;
  readonly coverage: Coverage;
}

/**
 * Runs them all. `filter`: only tests with this text in their name, whatever its case. A file that another one uses, or that is only a part of a
 * policy, has no suite of its own. Fails, and tells, where a policy has errors.
 */
export async function runSuites(
  shell: Shell,
  names: readonly string[],
  filter: string | undefined,
  args: BindingArgs,
): Promise<Result<readonly Suite[]>> {
  const checked = await checkFiles(shell, names);
  if (!checked.ok) return checked;
  const policies = checked.value.flatMap(({ policy }) => (policy === undefined ? [] : [policy]));
  const suites: Suite[] = [];
  for (const one of checked.value) {
    if (one.kind === 'part') continue;
    const own = one.policy === undefined ? args : argsFor(one.policy, policies, args);
    const suite = await runSuite(shell, one, filter, own);
    if (!suite.ok) return suite;
    suites.push(suite.value);
  }
  return done(suites);
}

async function runSuite(
  shell: Shell,
  checked: Checked,
  filter: string | undefined,
  args: BindingArgs,
): Promise<Result<Suite>> {
  const { name, policy, sourceMap = {}, tests, files } = checked;
  if (policy === undefined) {
    await tellProblems(shell.err, checked, ['error']);
    return failed(await shell.problem(`${quoted(name)} has errors, so its tests were not run.`));
  }
  const { watch, watchBorders } = startWatch(policy);
  const plan = await boundPlan(shell, name, policy, args, { watch: watch.saw });
  if (!plan.ok) return plan;
  const bindings = await openBindings(shell, plan.value, args, ['models']);
  if (!bindings.ok) return bindings;
  const atoms = textAtoms(plan.value.policy, sourceMap);
  watchBorders(plan.value, atoms);
  const outside = outsideOf(plan.value);
  const wanted = filter?.toLowerCase();
  const chosen = tests.filter((test) => wanted === undefined || test.name.toLowerCase().includes(wanted));
  const results = chosen.map((test) => runTestCase(plan.value, outside, test, bindings.value.models));
  for (const { decision } of results) if (decision !== undefined) watch.decided(decision);
  const coverage = coverageOf(plan.value, atoms, sourceMap, files, watch);
  return done({ name, files, tests: tests.length, results, places: testPlaces(files), coverage });
}
