// A case and its plan → what became of its leads, one after the other, in one state.
import {
  type Decision,
  type Enrichment,
  type Explanation,
  explain,
  memoryState,
  type Plan,
  parseInstant,
  readLead,
  readSnapshot,
  renderText,
  renderWhyNotText,
  routeLead,
  whyNot,
} from '@fairlead/runtime';
import { domains } from '@fairlead/runtime/domains';
import { createAlmanac, createWrittenTimes, createZoneClock } from '@fairlead/runtime/time';
import type { CaseAnswer, CaseFile } from './case.ts';

/** What became of one lead. */
export interface Ran {
  readonly decision: Decision;
  readonly repeated: boolean;
  readonly explanation: Explanation;
  readonly text: string;
  /** What a step in time brought about, in order. */
  readonly events?: readonly string[];
  /** The answer to the case's "why not", as text. */
  readonly whyNotText?: string;
}

/** Routes the leads of a case in order. */
export function runLeads(plan: Plan, file: CaseFile): readonly Ran[] {
  const state = memoryState(stateOf(file.state));
  const almanac = createAlmanac(plan.policy);
  const writtenTimes = createWrittenTimes(createZoneClock());
  return (file.leads ?? []).map((one, index) => {
    const how = one.row === undefined ? 'json' : 'csv';
    const reading = readLead(plan, one.row ?? one.lead, how, { row: `row ${index + 1}`, domains, writtenTimes });
    state.apply(one.changes ?? []);
    const atMs = instantOf(one.at ?? file.at);
    const enrichment = enrichmentOf(plan, one.answers ?? {}, atMs);
    const world = { atMs, almanac, domains, state, enrichment };
    const { decision, repeated } = routeLead(plan, reading, world, state);
    const explanation = explain(plan, decision);
    const answer = one.whyNot === undefined ? {} : { whyNotText: renderWhyNotText(whyNot(plan, decision, one.whyNot)) };
    return { decision, repeated, explanation, text: renderText(explanation), ...answer };
  });
}

/** What each enricher's provider says of a lead. */
function enrichmentOf(plan: Plan, answers: Readonly<Record<string, CaseAnswer>>, atMs: number): Enrichment {
  return {
    answer: (enricher) => {
      const provider = plan.policy.enrichers.find(({ name }) => name === enricher)?.provider;
      const answer = provider === undefined ? undefined : answers[provider];
      if (answer === undefined) return undefined;
      if (answer === 'late') return { kind: 'late' };
      if (answer === 'fails') return { kind: 'failed', why: 'the case says so' };
      return answer === 'nothing'
        ? { kind: 'nothing', askedAtMs: atMs }
        : { kind: 'answered', values: answer, askedAtMs: atMs };
    },
  };
}

function instantOf(text: string | undefined): number {
  const atMs = text === undefined ? undefined : parseInstant(text);
  if (atMs === undefined) throw new Error(`case.json: ${text ?? 'nothing'} is not an instant`);
  return atMs;
}

function stateOf(state: unknown): Parameters<typeof memoryState>[0] {
  if (state === undefined) return undefined;
  const read = readSnapshot({ format: 'fairlead-state/1', pools: {}, reps: {}, decisions: [], ...Object(state) });
  if (read.kind === 'bad') throw new Error(`case.json: state: ${JSON.stringify(read.issues)}`);
  return read.data;
}
