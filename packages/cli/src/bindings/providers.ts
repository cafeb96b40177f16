// A file that says which providers there are → those providers, ready to be asked.
import { dirname, isAbsolute, join } from 'node:path';
import { assertNever } from '@fairlead/ir';
import { type Enrichment, type LeadReading, memoryState, type Plan } from '@fairlead/runtime';
import {
  type AskEvent,
  type Asking,
  askProviders,
  httpProvider,
  memoryCache,
  type Provider,
  startAsking,
} from '@fairlead/runtime/enrich';
import { done, failed, type Result } from '../exit-code.ts';
import { readJson } from '../files/read-json.ts';
import { outsideOf } from '../leads/outside.ts';
import { clean, quoted } from '../output/clean-text.ts';
import { count, listed } from '../output/words.ts';
import type { Shell } from '../shell.ts';
import { fetchGet, waitReally } from './fetch-get.ts';
import { type KeptAnswers, openKeptAnswers } from './kept-answers.ts';
import { openDecisions, openRecorded, openTable } from './provider-files.ts';
import { type ProviderConfig, type ProvidersConfig, readProvidersConfig } from './providers-config.ts';

/** Providers that can be asked. */
export interface Providers {
  /** All that the file names, also those that the policy does not. */
  readonly names: readonly string[];
  /** Asks everybody whom the policy asks about this lead, side by side. Never rejects: who fails or is late has said so in the answer. */
  readonly ask: (reading: LeadReading, atMs: number) => Promise<Enrichment>;
  /** How the questions so far were answered, by provider. */
  readonly asks: () => ReadonlyMap<string, AskCounts>;
  /** Writes what is kept for later runs, closes what is open. Called once, at the end. */
  readonly close: () => Promise<void>;
}

/** Questions about leads by where the answer came from. */
export interface AskCounts {
  provider: number;
  cache: number;
  shared: number;
  nobody: number;
  /** How often the provider itself was asked, retries among them. */
  tries: number;
}

/** Opens the file. Tells what is wrong with it, and notes what the policy wants and it does not say. */
export async function openProviders(shell: Shell, plan: Plan, file: string): Promise<Result<Providers>> {
  const wanted = new Set(plan.policy.enrichers.map(({ provider }) => provider));
  const config = await readConfig(shell, file, wanted);
  if (!config.ok) return config;
  const { providers: described, keep } = config.value;
  /** A file that this one names, as the user would name it. */
  const beside = (name: string): string => (isAbsolute(name) ? name : join(dirname(file), name));
  const providers = new Map<string, Provider>();
  for (const [name, one] of described) {
    // What this policy does not ask need not be there.
    if (!wanted.has(name)) continue;
    const provider = await openProvider(shell, beside, name, one);
    if (!provider.ok) return provider;
    providers.set(name, provider.value);
    await noteUnsaid(shell, plan, name, one);
  }
  const kept = keep === undefined ? undefined : openKeptAnswers(shell.path(beside(keep)), shell.stops);
  if (kept !== undefined && kept.broken > 0) {
    await shell.note(
      `${count(kept.broken, 'line')} of ${quoted(keep ?? '')} could not be read: these answers are asked for again.`,
    );
  }
  return done(startProviders(plan, [...described.keys()], providers, kept));
}

function startProviders(
  plan: Plan,
  names: readonly string[],
  providers: ReadonlyMap<string, Provider>,
  kept: KeptAnswers | undefined,
): Providers {
  const { almanac, domains } = outsideOf(plan);
  const state = memoryState();
  const shared = startAsking({
    nowMs: () => 0,
    wait: waitReally,
    cache: kept?.cache ?? memoryCache(MOST_IN_MEMORY),
  });
  const asks = new Map<string, AskCounts>();
  return {
    names,
    asks: () => asks,
    ask: async (reading, atMs) => {
      // What counts as now is when the lead is decided: the same run gives the same decisions.
      const asking: Asking = { ...shared, nowMs: () => atMs };
      const world = { atMs, almanac, domains, state };
      const { enrichment, events } = await askProviders(plan, reading, world, providers, asking);
      for (const event of events) countAsk(asks, event);
      return enrichment;
    },
    close: async () => kept?.save(),
  };
}

/** Answers of one run. */
const MOST_IN_MEMORY = 100_000;

function countAsk(asks: Map<string, AskCounts>, { provider, from, tries }: AskEvent): void {
  const counts = asks.get(provider) ?? { provider: 0, cache: 0, shared: 0, nobody: 0, tries: 0 };
  counts[from] += 1;
  counts.tries += tries;
  asks.set(provider, counts);
}

async function readConfig(shell: Shell, file: string, wanted: ReadonlySet<string>): Promise<Result<ProvidersConfig>> {
  const json = await readJson(shell, file);
  if (!json.ok) return json;
  const read = readProvidersConfig(json.value, shell.env, wanted);
  if (read.ok) return done(read.config);
  const shown = read.problems.slice(0, MAX_PROBLEMS).map((problem) => `  ${clean(problem)}.`);
  const more = read.problems.length - shown.length;
  if (more > 0) shown.push(`  … and ${count(more, 'more problem')}`);
  return failed(await shell.problem(`${quoted(file)} does not say how providers are asked.\n${shown.join('\n')}`));
}

const MAX_PROBLEMS = 10;

async function openProvider(
  shell: Shell,
  beside: (name: string) => string,
  name: string,
  config: ProviderConfig,
): Promise<Result<Provider>> {
  switch (config.kind) {
    case 'http':
      return done(httpProvider(config, fetchGet(globalThis.fetch)));
    case 'csv':
      return openTable(shell, name, beside(config.file), config);
    case 'recorded':
      return openRecorded(shell, beside(config.file));
    case 'decisions':
      return openDecisions(shell, name, beside(config.file));
    default:
      return assertNever(config);
  }
}

/** A field that the policy fills from a provider whose description does not know it is most often a slip. */
async function noteUnsaid(shell: Shell, plan: Plan, name: string, config: ProviderConfig): Promise<void> {
  if (!('fields' in config)) return;
  const fill = plan.policy.enrichers.filter(({ provider }) => provider === name).flatMap((one) => one.fill);
  const unsaid = [...new Set(fill)].filter((field) => !Object.hasOwn(config.fields, field));
  if (unsaid.length === 0) return;
  const fields = listed(unsaid);
  await shell.note(
    `The policy fills ${fields} from ${name}, but its "fields" do not say where ${unsaid.length === 1 ? 'that stands, so it stays' : 'they stand, so they stay'} missing.`,
  );
}
