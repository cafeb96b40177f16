// A policy's file, `.route` text or compiled `.json` → a plan that decides, or what is wrong with it, told.
import { extname } from 'node:path';
import { canonicalJson, type Policy } from '@fairlead/ir';
import { loadPolicy, type Plan, type PlanOptions } from '@fairlead/runtime';
import type { BindingArgs } from '../bindings/binding-args.ts';
import { bindPolicy } from '../bindings/open-bindings.ts';
import { done, failed, type Result } from '../exit-code.ts';
import { readJson } from '../files/read-json.ts';
import { clean, quoted } from '../output/clean-text.ts';
import { count } from '../output/words.ts';
import type { Shell } from '../shell.ts';
import { zoneIssues } from './zones.ts';

/** A policy that is ready. */
export interface OpenPolicy {
  readonly plan: Plan;
  readonly policy: Policy;
  /** The name of its file, cleaned. */
  readonly name: string;
  /** The compiled policy, canonical, with a line break at its end. */
  readonly text: string;
}

/**
 * Opens a policy. Text is compiled; its errors are told as `check` tells them. Warnings are not: that is what `check` is for. With `args` the tables
 * and rosters behind them take the place of the policy's own.
 */
export async function openPolicy(shell: Shell, name: string, args?: BindingArgs): Promise<Result<OpenPolicy>> {
  const policy = extname(name).toLowerCase() === '.json' ? await readJson(shell, name) : await fromText(shell, name);
  if (!policy.ok) return policy;
  const plan = await boundPlan(shell, name, policy.value, args);
  if (!plan.ok) return plan;
  const { value } = plan;
  return done({
    plan: value,
    policy: value.policy,
    name: clean(name),
    text: `${canonicalJson(value.policy)}\n`,
  });
}

/** The plan of a compiled policy with the tables and rosters that `args` bind to it. */
export async function boundPlan(
  shell: Shell,
  name: string,
  json: unknown,
  args: BindingArgs | undefined,
  options: PlanOptions = {},
): Promise<Result<Plan>> {
  const plan = await planOf(shell, name, json, options);
  if (!plan.ok || args === undefined || (args.tables.length === 0 && args.rosters.length === 0)) return plan;
  const bound = await bindPolicy(shell, plan.value.policy, args);
  return bound.ok ? planOf(shell, `${name} with the files bound to it`, bound.value, options) : bound;
}

/** Builds the plan of a compiled policy; tells what is wrong with it. `name` is where it came from. */
export async function planOf(
  shell: Shell,
  name: string,
  json: unknown,
  options: PlanOptions = {},
): Promise<Result<Plan>> {
  const loaded = loadPolicy(json, options);
  const issues = loaded.ok ? zoneIssues(loaded.plan.policy) : loaded.issues;
  if (loaded.ok && issues.length === 0) return done(loaded.plan);
  const shown = issues.slice(0, MAX_ISSUES).map(({ path, message }) => {
    return `  ${clean(path === '' ? 'the whole file' : path)}: ${clean(message)}`;
  });
  const more = issues.length - shown.length;
  if (more > 0) shown.push(`  … and ${count(more, 'more problem')}`);
  const message = `${quoted(name)} is not a compiled policy.\n${shown.join('\n')}`;
  return failed(await shell.problem(message));
}

const MAX_ISSUES = 10;

async function fromText(shell: Shell, name: string): Promise<Result<unknown>> {
  // Only here: a compiled policy needs no compiler.
  const { compileFile } = await import('./compile-file.ts');
  const { tellProblems } = await import('./tell-problems.ts');
  const compiled = await compileFile(shell, name);
  if (!compiled.ok) return compiled;
  const { policy } = compiled.value;
  if (policy !== undefined) return done(policy);
  await tellProblems(shell.err, compiled.value, ['error']);
  return failed(await shell.problem(`${quoted(name)} has errors, so it cannot be run. \`fairlead check\` says more.`));
}
