// A test of a policy → whether each of its expectations is met, and what happened instead.
import type { Expectation, TestCase } from '@fairlead/ir';
import {
  type Decision,
  decide,
  explain,
  type LeadReading,
  type Models,
  type Plan,
  parseInstant,
  readLead,
} from '@fairlead/runtime';
import { clockField } from '../leads/lead-instant.ts';
import type { Outside } from '../leads/outside.ts';
import { expectedWords, gotWords, isMet } from './expectations.ts';
import { worldOfTest } from './test-world.ts';

/** What came of a test. */
export interface TestResult {
  readonly test: TestCase;
  readonly failures: readonly Failure[];
  /** Absent where the test has no instant. */
  readonly decision?: Decision;
  /** What became of the lead, in one sentence. */
  readonly outcome: string;
}

/** An expectation that was not met. `index`: its place among the test's expectations. */
export interface Failure {
  readonly index: number;
  readonly expectation: Expectation;
  readonly expected: string;
  readonly got: string;
}

/** Runs one test with no history, no load, no records and nobody away but what the test says. */
export function runTestCase(plan: Plan, outside: Outside, test: TestCase, models?: Models): TestResult {
  const reading = readLead(plan, test.lead, 'own', outside.reading('the lead of this test'));
  const atMs = instantOf(plan, test, reading);
  if (atMs === undefined) return withoutInstant(test);
  const decision = decide(plan, reading, worldOfTest(plan, outside, test, atMs, models));
  const failures = test.expect.flatMap((expectation, index): readonly Failure[] => {
    if (isMet(expectation, decision)) return [];
    return [{ index, expectation, expected: expectedWords(expectation), got: gotWords(expectation, decision) }];
  });
  return { test, failures, decision, outcome: explain(plan, decision).outcome.words };
}

/** What `at` says, else the lead's `created`. */
function instantOf(plan: Plan, { at }: TestCase, reading: LeadReading): number | undefined {
  if (at !== undefined) return parseInstant(at);
  const created = clockField(plan, 'created', { evenPrivate: true });
  return created.ok ? created.instantOf(reading) : undefined;
}

function withoutInstant(test: TestCase): TestResult {
  const failures = test.expect.map((expectation, index) => ({
    index,
    expectation,
    expected: expectedWords(expectation),
    got: 'no instant to decide at',
  }));
  return { test, failures, outcome: 'Write `at` and an instant into the test, or give its lead a `created`.' };
}
