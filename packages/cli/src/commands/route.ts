// `fairlead route`: a policy and a file of leads → decisions, a summary, and the state after it.
import { assertNever } from '@fairlead/ir';
import { type BindingArgs, type BindingOptions, boundFiles, readBindingArgs } from '../bindings/binding-args.ts';
import { openBindings } from '../bindings/open-bindings.ts';
import { done, type ExitCode, failed, type Result } from '../exit-code.ts';
import { isPlainFile } from '../files/atomic-write.ts';
import { clockField, type InstantOf } from '../leads/lead-instant.ts';
import { instantOf } from '../leads/parse-at.ts';
import { quoted } from '../output/clean-text.ts';
import { type OpenPolicy, openPolicy } from '../policy/open-policy.ts';
import { clashOf } from '../route/clash.ts';
import { lockState } from '../route/lock-state.ts';
import { type RouteJob, routeLeads } from '../route/route-leads.ts';
import { openLeads } from '../rows/read-rows.ts';
import type { LeadFormat } from '../rows/row.ts';
import type { Shell } from '../shell.ts';

/** What the command line says. */
export interface RouteOptions extends BindingOptions {
  readonly at?: string;
  readonly clock?: string;
  readonly state?: string;
  readonly out?: string;
  readonly log?: string;
  readonly problems?: string;
  readonly format?: LeadFormat;
}

/** Routes the leads of a file. */
export async function runRoute(
  shell: Shell,
  policyName: string,
  leadsName: string,
  options: RouteOptions,
): Promise<ExitCode> {
  const args = await readBindingArgs(shell, options);
  if (!args.ok) return args.exit;
  const misuse = misuseOf(shell, policyName, leadsName, options, args.value);
  if (misuse !== undefined) return shell.usage(misuse);
  const atMs = await instantOf(shell, options.at);
  if (!atMs.ok) return atMs.exit;
  const policy = await openPolicy(shell, policyName, args.value);
  if (!policy.ok) return policy.exit;
  const own = await ownInstants(shell, policy.value, options.clock);
  if (!own.ok) return own.exit;
  const leads = await openLeads(shell, leadsName, options.format);
  if (!leads.ok) return leads.exit;
  const bindings = await openBindings(shell, policy.value.plan, args.value);
  if (!bindings.ok) return bindings.exit;
  const { out, log, state, problems } = options;
  const opened = {
    policy: policy.value,
    leads: leads.value,
    bindings: bindings.value,
    atMs: atMs.value,
    instantOf: own.value,
  };
  try {
    return await routeInState({ shell, ...opened, out, log, problems, state: undefined }, state);
  } finally {
    await bindings.value.providers?.close();
  }
}

async function routeInState(job: RouteJob, state: string | undefined): Promise<ExitCode> {
  if (state === undefined) return routeLeads(job);
  const lock = await lockState(job.shell, state);
  if (!lock.ok) return lock.exit;
  try {
    return await routeLeads({ ...job, state: { name: state, lock: lock.value } });
  } finally {
    lock.value.release();
  }
}

/** What is wrong with the options, before any file is opened: a sentence. */
function misuseOf(
  shell: Shell,
  policy: string,
  leads: string,
  { at, clock, out, log, state, problems }: RouteOptions,
  args: BindingArgs,
): string | undefined {
  const written = [
    ['--out', out],
    ['--log', log],
    ['--state', state],
    ['--problems', problems],
  ] as const;
  const read = [['the policy', policy], ['the leads', leads], ...boundFiles(args)] as const;
  const clash = clashOf(shell, written, read);
  if (clash !== undefined) return clash;
  if (at !== undefined && clock !== undefined) {
    return 'Say either --at, an instant for all leads, or --clock, the field that holds each one’s own.';
  }
  for (const [option, file] of [
    ['--state', state],
    ['--log', log],
  ] as const) {
    if (file !== undefined && !isPlainFile(shell.path(file))) {
      return `${option} ${quoted(file)} is a folder or a device. Name a file.`;
    }
  }
  if (log === undefined) return undefined;
  if (state === undefined)
    return '--log appends to what was decided before. Say with --state where that is remembered.';
  const writesLog = out !== undefined && out !== '-' && isPlainFile(shell.path(out));
  return writesLog
    ? 'Say either --out, a file with the decisions of this run, or --log, a file that they are appended to.'
    : undefined;
}

async function ownInstants(
  shell: Shell,
  { plan }: OpenPolicy,
  name: string | undefined,
): Promise<Result<InstantOf | undefined>> {
  if (name === undefined) return done(undefined);
  const field = clockField(plan, name);
  if (field.ok) return done(field.instantOf);
  const shown = `--clock ${quoted(name)}`;
  switch (field.why) {
    case 'unknown': {
      const { suggest } = await import('@fairlead/dsl');
      const names = plan.lead.fields.map((one) => one.name);
      const nearest = suggest(name, names);
      const hint = nearest === undefined ? '' : ` Did you mean ${quoted(nearest)}?`;
      return failed(await shell.usage(`${shown} is not a field of the lead.${hint}`));
    }
    case 'private':
      return failed(await shell.usage(`${shown} is a private field, and its value would stand on every decision.`));
    case 'type':
      return failed(await shell.usage(`${shown} is neither a date nor a time. Name a field of one of these types.`));
    default:
      return assertNever(field.why);
  }
}
