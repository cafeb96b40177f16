// What a test says is given → the world in which its lead is decided: no history, no load, no records and no answers but those.
import { assertNever, type TestCase } from '@fairlead/ir';
import {
  type Enrichment,
  type Models,
  memoryState,
  type Plan,
  type ProviderAnswer,
  type Records,
  type World,
} from '@fairlead/runtime';
import { createRecords, type RecordRow } from '@fairlead/runtime/records';
import type { Outside } from '../leads/outside.ts';

/** Makes the world of one test at its instant. */
export function worldOfTest(
  plan: Plan,
  outside: Outside,
  { given }: TestCase,
  atMs: number,
  models: Models | undefined,
): World {
  const state = memoryState();
  const answers = new Map<string, ProviderAnswer>();
  const rows = new Map<string, RecordRow[]>();
  for (const one of given) {
    switch (one.kind) {
      case 'away':
        state.addLeave(one.rep, { fromMs: atMs });
        break;
      case 'open':
        state.setOpen(one.rep, one.open);
        break;
      case 'answer':
        answers.set(one.provider, { kind: 'answered', values: one.values, askedAtMs: atMs });
        break;
      case 'failure':
        answers.set(one.provider, { kind: 'failed', why: 'the test says so' });
        break;
      case 'record':
        rows.set(one.record, [...(rows.get(one.record) ?? []), { kind: 'own', row: one.values }]);
        break;
      default:
        assertNever(one);
    }
  }
  return {
    atMs,
    almanac: outside.almanac,
    domains: outside.domains,
    state,
    records: recordsOf(plan, outside, rows),
    enrichment: enrichmentOf(plan, answers),
    ...(models === undefined ? {} : { models }),
  };
}

/** The given records, each in the source of its shape, in the order of the text. */
function recordsOf(plan: Plan, outside: Outside, given: ReadonlyMap<string, readonly RecordRow[]>): Records {
  const sources = plan.policy.records.map(({ name, source }) => [source, given.get(name) ?? []] as const);
  const { domains, writtenTimes } = outside.reading('');
  return createRecords(plan, new Map(sources), { domains, writtenTimes }).records;
}

/** Every enricher that asks a provider gets what that provider says. */
function enrichmentOf(plan: Plan, answers: ReadonlyMap<string, ProviderAnswer>): Enrichment {
  const providers = new Map(plan.policy.enrichers.map(({ name, provider }) => [name, provider]));
  return {
    answer: (enricher) => {
      const provider = providers.get(enricher);
      return provider === undefined ? undefined : answers.get(provider);
    },
  };
}
