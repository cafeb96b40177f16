// What the command line binds to a policy (records, providers, models, tables, rosters) → what decisions read beside it, and notes on what is not bound.
import type { Policy } from '@fairlead/ir';
import type { Enrichment, LeadReading, Models, Plan, Records, World } from '@fairlead/runtime';
import { done, failed, type Result } from '../exit-code.ts';
import type { Shell } from '../shell.ts';
import type { BindingArgs } from './binding-args.ts';
import type { Providers } from './providers.ts';
import { unboundNotes, unknownName, usedBy } from './used-names.ts';

/** What decisions read beside the policy, the lead and the state. */
export interface Bindings {
  readonly records?: Records;
  readonly models?: Models;
  readonly providers?: Providers;
}

/** The policy with the rows and reps of these files: a policy of its own, with its own hash. The same one where there are none. */
export async function bindPolicy(shell: Shell, policy: Policy, args: BindingArgs): Promise<Result<Policy>> {
  const { tables, rosters } = args;
  const names = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);
  const tableNames = policy.tables.map(({ name }) => name);
  const unknown =
    (await unknownName('--table', 'table', tables, tableNames)) ??
    (await unknownName('--roster', 'team', rosters, names(policy.teams)));
  if (unknown !== undefined) return failed(await shell.usage(unknown));
  let bound = policy;
  if (rosters.length > 0) {
    const { bindRosters } = await import('./rosters.ts');
    const result = await bindRosters(shell, bound, rosters);
    if (!result.ok) return result;
    bound = result.value;
  }
  // Behind the rosters: a row may name a rep whom only they bring.
  if (tables.length === 0) return done(bound);
  const { bindTables } = await import('./tables.ts');
  return bindTables(shell, bound, tables);
}

/** What a command can be given. Tests bring their own records and answers. */
const EVERYTHING = ['records', 'providers', 'models'] as const;

/**
 * Opens all that is bound to the plan, and notes what the policy names and nothing is bound to, as far as the command takes it. Close the providers
 * at the end.
 */
export async function openBindings(
  shell: Shell,
  plan: Plan,
  args: BindingArgs,
  taken: readonly (typeof EVERYTHING)[number][] = EVERYTHING,
): Promise<Result<Bindings>> {
  const wanted = usedBy(plan.policy);
  const unknown =
    (await unknownName('--records', 'source', args.records, wanted.sources)) ??
    (await unknownName('--model', 'model', args.models, wanted.models));
  if (unknown !== undefined) return failed(await shell.usage(unknown));
  const bindings: { records?: Records; models?: Models; providers?: Providers } = {};
  if (args.records.length > 0) {
    const { openRecords } = await import('./records.ts');
    const records = await openRecords(shell, plan, args.records);
    if (!records.ok) return records;
    bindings.records = records.value;
  }
  if (args.models.length > 0) {
    const { openModels } = await import('./models.ts');
    const models = await openModels(shell, plan, args.models);
    if (!models.ok) return models;
    bindings.models = models.value;
  }
  if (args.providers !== undefined) {
    const { openProviders } = await import('./providers.ts');
    const providers = await openProviders(shell, plan, args.providers);
    if (!providers.ok) return providers;
    bindings.providers = providers.value;
  }
  for (const note of await unboundNotes(wanted, args, bindings.providers, taken)) await shell.note(note);
  return done(bindings);
}

/** What a decision of this lead reads, with what the providers say of it. `base`: the world without bindings. */
export function boundWorld(base: World, { records, models }: Bindings, enrichment: Enrichment | undefined): World {
  return {
    ...base,
    ...(records === undefined ? {} : { records }),
    ...(models === undefined ? {} : { models }),
    ...(enrichment === undefined ? {} : { enrichment }),
  };
}

/** Asks the providers about a lead; undefined where there are none. Nothing is asked about an invalid lead: no rule sees it. */
export function askProviders(
  { providers }: Bindings,
  reading: LeadReading,
  atMs: number,
): Promise<Enrichment | undefined> {
  return providers === undefined || reading.invalid ? Promise.resolve(undefined) : providers.ask(reading, atMs);
}
