// The reference evaluator comes to what the conformance cases say, as far as it can read them: leads as JSON, in the language's own writing.
import { canonicalJson, type Policy } from '@fairlead/ir';
import { buildPlan, type MemoryState, type ProviderAnswer, readLead, routeLead, type World } from '@fairlead/runtime';
import { companyName } from '@fairlead/runtime/records';
import { describe, expect, test } from 'vitest';
import { comparable } from '../../src/agreement/both-answers.ts';
import { plainAlmanac } from '../../src/reference/almanac.ts';
import { evaluate } from '../../src/reference/evaluate.ts';
import { likeness } from '../../src/reference/likeness.ts';
import type { Surroundings } from '../../src/reference/scene.ts';
import { allCases, type Case, type CaseFile, isStep } from '../conformance/case.ts';
import { caseWorld, instantOf } from '../conformance/case-world.ts';
import { compileCase } from '../conformance/problems.ts';

/** How weights are rounded that are too fine for the ledger, the reference does not say. */
const TOO_FINE = 'weights/too-fine';

describe('conformance cases, decided a second time', () => {
  for (const one of allCases().filter(({ file }) => file.leads !== undefined)) {
    const { policy } = compileCase(one);
    if (policy === undefined || !isReadable(policy, one.file) || one.name === TOO_FINE) continue;
    test(`${one.name}: ${one.file.title}`, () => check(one, policy));
  }
});

/** Whether everything is written in the language's own way, and nothing but leads come. */
function isReadable({ lead, records, repFields }: Policy, { leads = [] }: CaseFile): boolean {
  const fields = [lead, ...records].flatMap((shape) => shape.fields);
  const isWritten = [...fields, ...repFields].some(({ written }) => written !== undefined);
  return !isWritten && leads.every((one) => !isStep(one) && one.row === undefined);
}

function check({ file }: Case, policy: Policy): void {
  const plan = buildPlan(policy);
  const { state, worldAt, reading } = caseWorld(plan, file);
  for (const [i, one] of (file.leads ?? []).entries()) {
    if (isStep(one)) continue;
    state.apply(one.changes ?? []);
    const row = `row ${i + 1}`;
    const world = worldAt(instantOf(one.at ?? file.at), one.answers);
    const around = surroundings(policy, file, world, state);
    const { decision, repeated } = routeLead(plan, readLead(plan, one.lead, 'json', reading(row)), world, state);
    if (repeated || decision.again !== undefined) continue;
    const answer = evaluate(policy, one.lead, around, row);
    expect(JSON.parse(canonicalJson(answer)), `${decision.lead}`).toEqual(comparable(decision));
  }
}

function surroundings(policy: Policy, file: CaseFile, world: World, state: MemoryState): Surroundings {
  const { pools, reps, recent = [] } = structuredClone(state.data());
  const answers = policy.enrichers.flatMap(({ name }): readonly (readonly [string, ProviderAnswer])[] => {
    const answer = world.enrichment?.answer(name);
    return answer === undefined ? [] : [[name, answer]];
  });
  return {
    atMs: world.atMs,
    almanac: plainAlmanac(policy),
    domains: world.domains,
    state: { pools, reps, recent, reviews: [], decisions: [] },
    records: file.records ?? {},
    answers: Object.fromEntries(answers),
    models: modelsOf(file, world),
    similarity: (a, b) => likeness(companyName(a)?.words ?? [], companyName(b)?.words ?? []),
    likeFrom: 8_000,
  };
}

/** The counts from the file, what else is known as it was bound. */
function modelsOf(file: CaseFile, world: World): Surroundings['models'] {
  const models = Object.entries(file.models ?? {}).flatMap(([name, json]) => {
    const facts = world.models?.facts(name);
    // A file in another form is refused before.
    const { rows } = json as { readonly rows: Surroundings['models'][string]['counts'] };
    return facts === undefined ? [] : [[name, { ...facts, counts: rows }]];
  });
  return Object.fromEntries(models);
}
