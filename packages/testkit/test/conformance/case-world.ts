// What a case says of the world around its leads (state, records, models, answers of providers) → that world.
import {
  bindModels,
  type Enrichment,
  type MemoryState,
  memoryState,
  type Plan,
  type ProviderAnswer,
  parseInstant,
  type ReadingContext,
  readModel,
  readSnapshot,
  type World,
} from '@fairlead/runtime';
import { domains } from '@fairlead/runtime/domains';
import { createRecords } from '@fairlead/runtime/records';
import { createAlmanac, createWrittenTimes, createZoneClock } from '@fairlead/runtime/time';
import type { CaseAnswer, CaseFile } from './case.ts';

/** The world of a case. Its state changes as leads come. */
export interface CaseWorld {
  readonly state: MemoryState;
  readonly worldAt: (atMs: number, answers?: Readonly<Record<string, CaseAnswer>>) => World;
  readonly reading: (row: string) => ReadingContext;
}

/** Makes it. */
export function caseWorld(plan: Plan, file: CaseFile): CaseWorld {
  const state = memoryState(stateOf(file.state));
  const almanac = createAlmanac(plan.policy);
  const writtenTimes = createWrittenTimes(createZoneClock());
  const records = recordsOf(plan, file, { domains, writtenTimes });
  const models = modelsOf(plan, file);
  return {
    state,
    worldAt: (atMs, answers = {}) => ({
      ...{ atMs, almanac, domains, state, records, models },
      enrichment: enrichmentOf(plan, answers, atMs),
    }),
    reading: (row) => ({ row, domains, writtenTimes }),
  };
}

/** The instant that a case names. */
export function instantOf(text: string | undefined): number {
  const atMs = text === undefined ? undefined : parseInstant(text);
  if (atMs === undefined) throw new Error(`case.json: ${text ?? 'nothing'} is not an instant`);
  return atMs;
}

function recordsOf(
  plan: Plan,
  file: CaseFile,
  context: Parameters<typeof createRecords>[2],
): NonNullable<World['records']> {
  const sources = Object.entries(file.records ?? {});
  const unknown = sources.find(([name]) => plan.policy.records.every(({ source }) => source !== name));
  if (unknown !== undefined) throw new Error(`case.json: the policy has no source ${unknown[0]}`);
  const rows = sources.map(([name, all]) => [name, all.map((row) => ({ kind: 'json' as const, row }))] as const);
  return createRecords(plan, new Map(rows), context).records;
}

function modelsOf(plan: Plan, file: CaseFile): NonNullable<World['models']> {
  const read = Object.entries(file.models ?? {}).map(([name, json]) => {
    const model = readModel(json);
    if (!model.ok) throw new Error(`case.json: the model ${name}: ${JSON.stringify(model.issues)}`);
    return [name, model.model] as const;
  });
  const { models, issues } = bindModels(plan, new Map(read));
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(`case.json: ${errors.map(({ words }) => words).join(' ')}`);
  return models;
}

/** What each enricher's provider says of a lead. */
function enrichmentOf(plan: Plan, answers: Readonly<Record<string, CaseAnswer>>, atMs: number): Enrichment {
  return {
    answer: (enricher) => {
      const provider = plan.policy.enrichers.find(({ name }) => name === enricher)?.provider;
      return provider === undefined ? undefined : answerOf(answers[provider], atMs);
    },
  };
}

function answerOf(answer: CaseAnswer | undefined, askedAtMs: number): ProviderAnswer | undefined {
  if (answer === undefined) return undefined;
  if (answer === 'late') return { kind: 'late' };
  if (answer === 'fails') return { kind: 'failed', why: 'the case says so' };
  return answer === 'nothing' ? { kind: 'nothing', askedAtMs } : { kind: 'answered', values: answer, askedAtMs };
}

function stateOf(state: unknown): Parameters<typeof memoryState>[0] {
  if (state === undefined) return undefined;
  const read = readSnapshot({ format: 'fairlead-state/1', pools: {}, reps: {}, decisions: [], ...Object(state) });
  if (read.kind === 'bad') throw new Error(`case.json: state: ${JSON.stringify(read.issues)}`);
  return read.data;
}
