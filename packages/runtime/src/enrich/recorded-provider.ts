// Answers that somebody wrote down, or that stand on earlier decisions → providers that say them once more: for tests, and to try another policy.

import { foldText, isJsonObject } from '@fairlead/ir';
import type { Decision, JsonValue } from '../decision.ts';
import type { Plan } from '../plan/plan.ts';
import { answerOfNote } from '../record/provider-answer.ts';
import { QUESTIONS } from '../record/questions.ts';
import type { Enrichment, ProviderAnswer } from '../world.ts';
import type { Provider, Reply, StopSignal } from './provider.ts';

/** What a recorded provider says under one key: fields and values, or that it knows nothing, fails, or never answers. */
export type RecordedReply = Readonly<Record<string, JsonValue>> | 'nothing' | 'fails' | 'late';

/** Says what was recorded under the key, which is compared folded; under any other that it knows nothing. */
export function recordedProvider(replies: Iterable<readonly [key: string, reply: RecordedReply]>): Provider {
  const byKey = new Map([...replies].map(([key, reply]) => [foldText(key), reply]));
  return {
    ask: ({ key, stop }) => {
      const reply = byKey.get(foldText(key)) ?? 'nothing';
      return reply === 'late' ? silence(stop) : Promise.resolve(replyOf(reply));
    },
  };
}

/** Says nothing for as long as anybody waits. */
function silence(stop: StopSignal): Promise<Reply> {
  return new Promise((resolve) => {
    stop.onStop(() => resolve({ kind: 'nothing' }));
  });
}

function replyOf(reply: Exclude<RecordedReply, 'late'>): Reply {
  if (reply === 'nothing') return { kind: 'nothing' };
  return reply === 'fails' ? { kind: 'failed', why: 'it was recorded so' } : { kind: 'answered', values: reply };
}

/** A provider that goes by decisions, which are added before it is asked. */
export interface DecisionsProvider extends Provider {
  readonly add: (decision: Decision) => void;
}

/** Says of each lead what the provider said when it was decided, the last time. Private values were not kept, so they are missing. */
export function decisionsProvider(provider: string): DecisionsProvider {
  const byLead = new Map<string, Reply | 'late'>();
  return {
    perLead: true,
    add: (decision) => {
      const reply = replyIn(decision, provider);
      if (reply !== undefined) byLead.set(decision.lead, reply);
    },
    ask: ({ lead, stop }) => {
      const reply = byLead.get(lead) ?? { kind: 'nothing' };
      return reply === 'late' ? silence(stop) : Promise.resolve(reply);
    },
  };
}

function replyIn(decision: Decision, provider: string): Reply | 'late' | undefined {
  let values: Readonly<Record<string, JsonValue>> | undefined;
  let last: Reply | 'late' | undefined;
  for (const result of decision.enriched) {
    if (result.provider !== provider) continue;
    const answer = recordedAnswer(decision, result.enricher);
    if (answer?.kind === 'answered') values = { ...values, ...answer.values };
    else if (answer?.kind === 'nothing') last ??= { kind: 'nothing' };
    else if (answer?.kind === 'late') last ??= 'late';
    else if (answer !== undefined) last ??= { kind: 'failed', why: 'it did then, too' };
  }
  return values === undefined ? last : { kind: 'answered', values };
}

/** What an enricher's provider said when the decision was made; what was private is not in it. */
export function recordedAnswer({ inputs }: Decision, enricher: string): ProviderAnswer | undefined {
  const question = QUESTIONS.enrich(enricher);
  const note = Object.hasOwn(inputs.answers, question) ? inputs.answers[question] : undefined;
  const answer = note === undefined ? undefined : answerOfNote(note);
  if (answer?.kind !== 'answered') return answer;
  return { kind: 'answered', askedAtMs: answer.askedAtMs, values: withoutMarks(answer.values) };
}

type JsonObject = { readonly [key: string]: JsonValue };

/** Leaves out what stands for private values, in records too. */
function withoutMarks(values: JsonObject): JsonObject {
  const entries = Object.entries(values).filter(([, value]) => !isJsonObject(value) || value['private'] !== true);
  return Object.fromEntries(
    entries.map(([field, value]) => [field, isJsonObject(value) ? withoutMarks(value) : value]),
  );
}

/** The answers of tests, by provider, for every enricher that asks it. A provider that is not named was not asked. */
export function answersByProvider(plan: Plan, answers: ReadonlyMap<string, ProviderAnswer>): Enrichment {
  const providers = new Map(plan.policy.enrichers.map(({ name, provider }) => [name, provider]));
  return { answer: (enricher) => answers.get(providers.get(enricher) ?? '') };
}
