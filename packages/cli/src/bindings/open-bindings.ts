// What the command line binds to a policy (records, providers, models, tables, rosters) → what decisions read beside it, and notes on what is not bound.
import type { Policy } from '@fairlead/ir';
import type { Enrichment, LeadReading, Models, Plan, Records, World } from '@fairlead/runtime';
import { done, failed, type Result } from '../exit-code.ts';
import { quoted } from '../output/clean-text.ts';
import { count, listed } from '../output/words.ts';
import type { NamedFile } from '../route/clash.ts';
import type { Shell } from '../shell.ts';
import { type FileArg, type FileOption, readFileArgs } from './file-args.ts';
import type { Providers } from './providers.ts';

/** What the command line says, as it was written. */
export interface BindingOptions {
  readonly records?: readonly string[];
  readonly providers?: string;
  readonly model?: readonly string[];
  readonly table?: readonly string[];
  readonly roster?: readonly string[];
}

/** The same, taken apart; each name once. */
export interface BindingArgs {
  readonly records: readonly FileArg[];
  readonly providers: string | undefined;
  readonly models: readonly FileArg[];
  readonly tables: readonly FileArg[];
  readonly rosters: readonly FileArg[];
}

/** What decisions read beside the policy, the lead and the state. */
export interface Bindings {
  readonly records?: Records;
  readonly models?: Models;
  readonly providers?: Providers;
}

/** Takes the options apart. Tells what is wrong with how they were written; no file is opened yet. */
export async function readBindingArgs(shell: Shell, options: BindingOptions): Promise<Result<BindingArgs>> {
  const read: { [option in FileOption]?: readonly FileArg[] } = {};
  const written: readonly (readonly [FileOption, readonly string[] | undefined])[] = [
    ['--records', options.records],
    ['--model', options.model],
    ['--table', options.table],
    ['--roster', options.roster],
  ];
  for (const [option, texts] of written) {
    const args = readFileArgs(option, texts ?? []);
    if (!args.ok) return failed(await shell.usage(args.message));
    read[option] = args.args;
  }
  return done({
    records: read['--records'] ?? [],
    providers: options.providers,
    models: read['--model'] ?? [],
    tables: read['--table'] ?? [],
    rosters: read['--roster'] ?? [],
  });
}

/** The files that are read, for `clashOf`. */
export function boundFiles({ records, providers, models, tables, rosters }: BindingArgs): readonly NamedFile[] {
  const named = (option: string, args: readonly FileArg[]): readonly NamedFile[] =>
    args.map(({ name, file }) => [`${option} ${name}`, file]);
  return [
    ...named('--records', records),
    ...(providers === undefined ? [] : [['--providers', providers] as const]),
    ...named('--model', models),
    ...named('--table', tables),
    ...named('--roster', rosters),
  ];
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
  const wanted = wantedBy(plan.policy);
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

/** The names that a policy uses and leaves to the host, each once, in the order of the text. */
interface Wanted {
  readonly sources: readonly string[];
  /** Those that matches look into. */
  readonly matched: ReadonlyMap<string, readonly string[]>;
  readonly providers: readonly string[];
  readonly models: readonly string[];
}

function wantedBy({ records, matches, enrichers, route }: Policy): Wanted {
  const sourceOf = new Map(records.map(({ name, source }) => [name, source]));
  const matched = new Map<string, string[]>();
  for (const { name, record } of matches) {
    const source = sourceOf.get(record);
    if (source !== undefined) matched.set(source, [...(matched.get(source) ?? []), name]);
  }
  const strategies = [...route.rules, route.otherwise].flatMap(({ action }) =>
    action.kind === 'route' ? [action.pick.strategy] : [],
  );
  return {
    sources: [...new Set(sourceOf.values())],
    matched,
    providers: [...new Set(enrichers.map(({ provider }) => provider))],
    models: [...new Set(strategies.flatMap((one) => (one.kind === 'likelihood' ? [one.model] : [])))],
  };
}

/** A sentence about the first name that the policy does not know; undefined if it knows all. */
async function unknownName(
  option: FileOption,
  what: string,
  args: readonly FileArg[],
  known: readonly string[],
): Promise<string | undefined> {
  const unknown = args.find(({ name }) => !known.includes(name));
  if (unknown === undefined) return undefined;
  const { suggest } = await import('@fairlead/dsl');
  const nearest = suggest(unknown.name, known);
  const said = `${option} binds ${quoted(unknown.name)}, and this policy has no ${what} of that name.`;
  if (nearest !== undefined) return `${said} Did you mean ${quoted(nearest)}?`;
  if (known.length === 0) return `${said} It names no ${what} at all.`;
  return `${said} It has ${listed(known.slice(0, MAX_NAMED).map(quoted))}${known.length > MAX_NAMED ? ` and ${count(known.length - MAX_NAMED, 'other')}` : ''}.`;
}

const MAX_NAMED = 5;

async function unboundNotes(
  { matched, providers, models }: Wanted,
  args: BindingArgs,
  opened: Providers | undefined,
  taken: readonly string[],
): Promise<readonly string[]> {
  const notes: string[] = [];
  for (const [source, matches] of taken.includes('records') ? matched : []) {
    if (args.records.some(({ name }) => name === source)) continue;
    const them = matches.length === 1 ? `the match ${matches[0] ?? ''} finds` : `the matches ${listed(matches)} find`;
    notes.push(
      `No records are bound to the source ${source}, so ${them} nobody. Bind a file: --records ${source}=FILE.`,
    );
  }
  const missing = !taken.includes('providers') ? [] : providers.filter((name) => opened?.names.includes(name) !== true);
  for (const provider of missing) notes.push(await unboundProvider(provider, args.providers, opened));
  for (const model of models) {
    if (args.models.some(({ name }) => name === model)) continue;
    notes.push(
      `No file is bound to the model ${model}, so everybody is as likely and rotation decides. Bind one: --model ${model}=FILE.`,
    );
  }
  return notes;
}

async function unboundProvider(name: string, file: string | undefined, opened: Providers | undefined): Promise<string> {
  if (file === undefined || opened === undefined) {
    return `The provider ${name} is not there, so what it would fill in stays missing. Say how it is asked: --providers FILE.`;
  }
  const { suggest } = await import('@fairlead/dsl');
  const nearest = suggest(name, opened.names);
  const hint = nearest === undefined ? '' : ` Did you mean ${quoted(nearest)} there?`;
  return `The provider ${name} is not in ${quoted(file)}, so what it would fill in stays missing.${hint}`;
}
