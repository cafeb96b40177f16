// The conformance cases → compiled, decided, explained, and compared: with what a person expected, and with what is kept, byte for byte.
import { formatText } from '@fairlead/dsl';
import { canonicalJson } from '@fairlead/ir';
import { buildPlan, explain, redecide } from '@fairlead/runtime';
import { describe, expect, test } from 'vitest';
import { allCases, type Case } from './conformance/case.ts';
import { laidOut } from './conformance/layout.ts';
import { compileCase, errorsOnceMended, problemsOf, problemsSaid } from './conformance/problems.ts';
import { type Ran, runLeads } from './conformance/run-leads.ts';
import { saidOf } from './conformance/said.ts';

const cases = allCases();

test('there are at least 150 cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(150);
});

test('every case has a title of its own', () => {
  expect(new Set(cases.map(({ file }) => file.title)).size).toBe(cases.length);
});

describe('leads', () => {
  for (const one of cases.filter(({ file }) => file.leads !== undefined)) {
    test(`${one.name}: ${one.file.title}`, () => checkLeads(one));
  }
});

describe('problems', () => {
  for (const one of cases.filter(({ file }) => file.leads === undefined)) {
    test(`${one.name}: ${one.file.title}`, () => checkProblems(one));
  }
});

function checkLeads(one: Case): void {
  const { policy, diagnostics } = compileCase(one);
  expect(
    diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`),
  ).toEqual([]);
  if (policy === undefined) throw new Error('A policy without errors has no IR.');
  const plan = buildPlan(policy);
  const ran = runLeads(plan, one.file);
  const expected = (one.file.leads ?? []).map((lead) => lead.expect);
  expect(ran.map((each, index) => saidOf(each, expected[index] ?? {}))).toEqual(expected);
  const decided = ran.flatMap((each) => each.decided);
  for (const { decision, explanation } of decided) {
    const again = redecide(plan, decision);
    expect(canonicalJson(again)).toBe(canonicalJson(decision));
    if (again !== undefined) expect(canonicalJson(explain(plan, again))).toBe(canonicalJson(explanation));
  }
  const ofLeads = ran.filter(({ step }) => step === undefined).flatMap((each) => each.decided);
  const [decisions, explanations] = [laidOut(ofLeads.map(({ decision }) => decision)), explanationsOf(ran)];
  for (const secret of one.file.hidden ?? []) {
    expect(`${decisions}${explanations}${canonicalJson(ran)}`.toLowerCase()).not.toContain(secret.toLowerCase());
  }
  expectKept(one, 'decision.json', decisions);
  expectKept(one, 'explanation.txt', explanations);
  const lines = ran.flatMap(({ step }) => step?.lines ?? []);
  if (lines.length > 0) expectKept(one, 'entries.json', laidOut(lines));
  const text = one.read('policy.route') ?? '';
  expect(formatText({ name: 'policy.route', text, order: 0 }).text).toBe(text);
}

function checkProblems(one: Case): void {
  const compiled = compileCase(one);
  expect(problemsSaid(compiled, one.file.problems ?? [])).toEqual(one.file.problems);
  if (one.file.mended === true) expect(errorsOnceMended(one)).toEqual([]);
  expectKept(one, 'diagnostics.json', laidOut(problemsOf(compiled)));
}

function expectKept(one: Case, name: string, text: string): void {
  const { made, kept } = one.golden(name, text);
  expect(made).toBe(kept);
}

/** Each lead's explanation, and the answer to its "why not", with a line of signs in between. */
function explanationsOf(ran: readonly Ran[]): string {
  return ran
    .flatMap(({ decided, whyNotText }) => [
      ...decided.map(({ text }) => text),
      ...(whyNotText === undefined ? [] : [whyNotText]),
    ])
    .join(`${'='.repeat(80)}\n`);
}
