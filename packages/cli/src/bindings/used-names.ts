// A policy → the names that it uses and leaves to the host; what is bound to them, and what is said where nothing is.
import type { Policy } from '@fairlead/ir';
import { quoted } from '../output/clean-text.ts';
import { count, listed } from '../output/words.ts';
import type { BindingArgs } from './binding-args.ts';
import type { FileArg, FileOption } from './file-args.ts';
import type { Providers } from './providers.ts';

/** The names that a policy uses and leaves to the host, each once, in the order of the text. */
export interface UsedNames {
  readonly sources: readonly string[];
  /** Those that matches look into. */
  readonly matched: ReadonlyMap<string, readonly string[]>;
  readonly providers: readonly string[];
  readonly models: readonly string[];
}

/** Gathers them. */
export function usedBy({ records, matches, enrichers, route }: Policy): UsedNames {
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
export async function unknownName(
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

/** What the policy uses and nothing is bound to, a sentence each, as far as the command takes it. `opened`: the providers that are there. */
export async function unboundNotes(
  { matched, providers, models }: UsedNames,
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

/** What concerns one of several policies: a name that only others use is left out, one that none uses stays, to be refused. */
export function argsFor(policy: Policy, all: readonly Policy[], args: BindingArgs): BindingArgs {
  const own = namesIn(policy);
  const others = all.map(namesIn);
  const narrowed = (kind: keyof Names): readonly FileArg[] =>
    args[kind].filter(({ name }) => own[kind].has(name) || others.every((names) => !names[kind].has(name)));
  return {
    ...args,
    records: narrowed('records'),
    models: narrowed('models'),
    tables: narrowed('tables'),
    rosters: narrowed('rosters'),
  };
}

type Names = { readonly [kind in 'records' | 'models' | 'tables' | 'rosters']: ReadonlySet<string> };

function namesIn(policy: Policy): Names {
  const { sources, models } = usedBy(policy);
  return {
    records: new Set(sources),
    models: new Set(models),
    tables: new Set(policy.tables.map(({ name }) => name)),
    rosters: new Set(policy.teams.map(({ id }) => id)),
  };
}
