// What a test says is given → the world in which its lead is decided: no history, no load, no records and no answers but those.
import { assertNever, type TestCase } from '@fairlead/ir';
import {
  type Enrichment,
  type Models,
  memoryState,
  type Plan,
  type ProviderAnswer,
  type World,
} from '@fairlead/runtime';
import type { Outside } from '../leads/outside.ts';

/** Makes the world of one test at its instant. */
export function worldOfTest(
  plan: Plan,
  { almanac, domains }: Outside,
  { given }: TestCase,
  atMs: number,
  models: Models | undefined,
): World {
  const state = memoryState();
  const answers = new Map<string, ProviderAnswer>();
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
        break;
      default:
        assertNever(one);
    }
  }
  return {
    atMs,
    almanac,
    domains,
    state,
    enrichment: enrichmentOf(plan, answers),
    ...(models === undefined ? {} : { models }),
  };
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
