// A lead, before it is decided → what providers say of it: all asked side by side, each as long as its enricher waits.

import { durationMs, foldText } from '@fairlead/ir';
import type { LeadReading } from '../input/lead-reading.ts';
import { formatValue } from '../plan/format-value.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanEnricher } from '../plan/plan-stages.ts';
import type { RuntimeValue } from '../values/runtime-value.ts';
import type { Enrichment, ProviderAnswer, World } from '../world.ts';
import { type Cache, type CacheKey, type Kept, memoryCache } from './cache.ts';
import { type Call, callProvider, type Wait } from './call-provider.ts';
import { type Patience, startPatience } from './patience.ts';
import { type Provider, type Reply, startStop } from './provider.ts';
import { submitted, toAsk } from './to-ask.ts';

/** What asking needs of the host. */
export interface AskingOptions {
  /** What counts as now, in epoch milliseconds: on a decision it stands as the time of asking, and by it answers grow old. */
  readonly nowMs: () => number;
  readonly wait: Wait;
  /** Where answers are kept; without one in memory. */
  readonly cache?: Cache;
}

/** What is shared by all leads: answers that are kept, questions under way, and the patience with each provider. Make one and keep it. */
export interface Asking extends Required<AskingOptions> {
  readonly underWay: Map<string, Call>;
  readonly patience: Map<string, Patience>;
}

/** What is shared, at its start: nothing known, nothing under way. */
export function startAsking({ nowMs, wait, cache = memoryCache() }: AskingOptions): Asking {
  return { nowMs, wait, cache, underWay: new Map(), patience: new Map() };
}

/** One question, for the statistics of a host. Nothing private is in it. */
export interface AskEvent {
  readonly enricher: string;
  readonly provider: string;
  readonly kind: ProviderAnswer['kind'];
  /** `shared`: with another lead that asked the same at the same time. `nobody`: it failed so often that it is left alone for a while. */
  readonly from: 'provider' | 'cache' | 'shared' | 'nobody';
  /** How often the provider was asked for it. */
  readonly tries: number;
}

/** What providers said of a lead, and how. */
export interface Asked {
  readonly enrichment: Enrichment;
  /** In the order of the enrichers. */
  readonly events: readonly AskEvent[];
}

/**
 * Asks for what the lead does not say. Never rejects. `world`: the one in which the lead will be decided; only keys are read from it. A provider that is
 * not among `providers` (by the names that the policy uses) is not asked, and the decision says so.
 */
export async function askProviders(
  plan: Plan,
  reading: LeadReading,
  world: World,
  providers: ReadonlyMap<string, Provider>,
  asking: Asking,
): Promise<Asked> {
  if (reading.invalid || plan.enrichers.length === 0) return NOBODY;
  const e = submitted(plan, reading, world);
  const questions = plan.enrichers.map(async (one) => {
    const provider = providers.get(one.enricher.provider);
    const ask = toAsk(one, e);
    const key = ask.kind === 'ask' ? keyText(one, ask.key) : undefined;
    return provider === undefined || key === undefined
      ? undefined
      : askOne(asking, wishOf(plan, one, provider, key, reading.id));
  });
  const answers = await Promise.all(questions);
  const byName = new Map(plan.enrichers.map(({ enricher }, index) => [enricher.name, answers[index]?.answer]));
  return {
    enrichment: { answer: (enricher) => byName.get(enricher) },
    events: answers.flatMap((one) => one?.event ?? []),
  };
}

const NOBODY: Asked = { enrichment: { answer: () => undefined }, events: [] };

/** Undefined for a key that was private when it was recorded: nobody knows it any more. */
function keyText({ byType }: PlanEnricher, key: RuntimeValue): string | undefined {
  return typeof key === 'object' && key.kind === 'sealed' ? undefined : formatValue(byType, key);
}

/** One enricher's question. */
interface Wish {
  readonly one: PlanEnricher;
  readonly provider: Provider;
  readonly key: string;
  readonly lead: string;
  readonly fields: readonly string[];
  readonly cacheKey: CacheKey;
  readonly withinMs: number;
  readonly reuseMs: number;
}

function wishOf(plan: Plan, one: PlanEnricher, provider: Provider, key: string, lead: string): Wish {
  const { enricher, byType, byPrivate } = one;
  const alike = plan.enrichers.filter((other) => other.enricher.provider === enricher.provider);
  const wanted = alike.flatMap(({ shape }) => shape.fields);
  const fields = [...new Set(wanted.map(({ name }) => name))];
  const folded = byType.kind === 'code' ? key : foldText(key);
  const perLead = provider.perLead === true ? [lead] : [];
  return {
    one,
    provider,
    key,
    lead,
    fields,
    cacheKey: {
      text: JSON.stringify([enricher.provider, fields, folded, ...perLead]),
      isPrivate: byPrivate || wanted.some((field) => field.private),
    },
    withinMs: durationMs(enricher.within) ?? 0,
    reuseMs: provider.perLead === true || enricher.reuseFor === undefined ? 0 : (durationMs(enricher.reuseFor) ?? 0),
  };
}

interface OneAnswer {
  readonly answer: ProviderAnswer;
  readonly event: AskEvent;
}

/** As long as the enricher waits, whatever keeps it waiting: the provider, a retry, or a cache far away. */
async function askOne(asking: Asking, wish: Wish): Promise<OneAnswer> {
  const limit = startStop();
  const waiting: { call?: Call; from: AskEvent['from'] } = { from: 'provider' };
  const found = findAnswer(asking, wish, (call, from) => {
    if (limit.isStopped()) call.leave();
    else Object.assign(waiting, { call, from });
  });
  const late = asking.wait(wish.withinMs, limit).then((): OneAnswer => {
    const tries = waiting.from === 'provider' ? (waiting.call?.tries() ?? 0) : 0;
    return oneAnswer(wish, { kind: 'late' }, waiting.from, tries);
  });
  const first = await Promise.race([found, late]);
  limit.stop();
  waiting.call?.leave();
  return first;
}

async function findAnswer(
  asking: Asking,
  wish: Wish,
  joined: (call: Call, from: AskEvent['from']) => void,
): Promise<OneAnswer> {
  const kept = wish.reuseMs > 0 ? await keptAnswer(asking, wish) : undefined;
  if (kept !== undefined) return oneAnswer(wish, answerOfKept(kept), 'cache', 0);
  const { text } = wish.cacheKey;
  const running = asking.underWay.get(text);
  if (running !== undefined && !running.isStopped()) {
    running.join();
    joined(running, 'shared');
    return oneAnswer(wish, answerOf(await running.reply, running.askedAtMs), 'shared', 0);
  }
  const patience = patienceWith(asking, wish.one.enricher.provider);
  if (!patience.mayAsk(asking.nowMs())) {
    return oneAnswer(
      wish,
      { kind: 'failed', why: 'it failed many times in a row and is left alone for now' },
      'nobody',
      0,
    );
  }
  const { provider, key, lead, fields } = wish;
  const { wait, nowMs } = asking;
  const call = callProvider({ provider, question: { key, lead, fields }, patience, wait, nowMs });
  asking.underWay.set(text, call);
  joined(call, 'provider');
  const reply = await call.reply;
  // One that was stopped may have had a successor.
  if (asking.underWay.get(text) === call) asking.underWay.delete(text);
  // Once nobody waits any longer, what comes is no answer.
  if (!call.isStopped()) await keep(asking, wish, reply, call.askedAtMs);
  return oneAnswer(wish, answerOf(reply, call.askedAtMs), 'provider', call.tries());
}

function patienceWith({ patience }: Asking, provider: string): Patience {
  const known = patience.get(provider) ?? startPatience();
  patience.set(provider, known);
  return known;
}

/** Only one that is fresh; one from a later instant (leads are routed as of an earlier day) is. */
async function keptAnswer({ cache, nowMs }: Asking, { cacheKey, reuseMs }: Wish): Promise<Kept | undefined> {
  try {
    const kept = await cache.get(cacheKey);
    return kept !== undefined && nowMs() - kept.askedAtMs < reuseMs ? kept : undefined;
  } catch {
    return undefined;
  }
}

async function keep(
  { cache }: Asking,
  { cacheKey, fields, provider }: Wish,
  reply: Reply,
  askedAtMs: number,
): Promise<void> {
  if (reply.kind === 'failed' || provider.perLead === true) return;
  const values = reply.kind === 'answered' ? { values: only(reply.values, fields) } : {};
  const cells = reply.kind === 'answered' && reply.cells === true ? { cells: true as const } : {};
  try {
    await cache.put(cacheKey, { askedAtMs, ...values, ...cells });
  } catch {
    // It is asked for again, that is all.
  }
}

function only<T>(values: Readonly<Record<string, T>>, fields: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => fields.includes(name)));
}

function answerOfKept({ askedAtMs, values, cells }: Kept): ProviderAnswer {
  if (values === undefined) return { kind: 'nothing', askedAtMs };
  return { kind: 'answered', values, askedAtMs, ...(cells === undefined ? {} : { cells }) };
}

function answerOf(reply: Reply, askedAtMs: number): ProviderAnswer {
  if (reply.kind === 'failed') return { kind: 'failed', why: reply.why };
  if (reply.kind === 'nothing') return { kind: 'nothing', askedAtMs };
  const { values, cells } = reply;
  return { kind: 'answered', values, askedAtMs, ...(cells === undefined ? {} : { cells }) };
}

function oneAnswer({ one }: Wish, answer: ProviderAnswer, from: AskEvent['from'], tries: number): OneAnswer {
  const { name: enricher, provider } = one.enricher;
  return { answer, event: { enricher, provider, kind: answer.kind, from, tries } };
}
