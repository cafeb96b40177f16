// Test blocks → the values of their leads, and tests that could not say anything.

import { parseInstant } from '@fairlead/ir';
import type { Expect, Given, TestBlock, ValueEntry } from '../ast/nodes.ts';
import { type Checking, isAbsent, problem } from './checking.ts';
import { checkDatum, type DatumContext } from './data.ts';
import { instantProblem } from './days.ts';
import { checkClock } from './durations.ts';
import { checkGivens, isRequired } from './given.ts';
import { checkInstant, checkLiteral, checkWhole } from './literals.ts';

/** Checks all tests. */
export function checkTests(checking: Checking): void {
  for (const test of checking.bindings.tests) checkTest(test, checking);
}

function checkTest(test: TestBlock, checking: Checking): void {
  if (!isAbsent(test.name) && test.name.value.trim() === '')
    problem('FL365', test.name.span, { what: 'The name of a test' }, checking);
  if (test.at !== undefined) checkLiteral(test.at, checking);
  const atMs = instantOf(test, checking);
  const anything = test.expect.some((expect) => expect.kind === 'expect-invalid');
  checkValues(test.lead, { checking, atMs, anything });
  if (!anything) checkRequired(test, checking);
  for (const given of test.given) checkGiven(given, atMs, checking);
  checkGivens(test, checking);
  checkExpectations(test, checking);
}

/** The instant of the decision: `at`, else the lead's field `created`. Reports a test that has neither. */
function instantOf(test: TestBlock, checking: Checking): number | undefined {
  if (test.at !== undefined)
    return instantProblem(test.at.text) === undefined ? checkInstant(test.at, checking) : undefined;
  const created = checking.bindings.leadFieldsByName.get('created');
  const type = created && checking.fieldTypes.get(created.id)?.kind;
  const entry = test.lead.find(({ name }) => name.text === 'created');
  if (type === 'unknown' || (type === 'time' && entry !== undefined && entry.value.kind !== 'instant-literal'))
    return undefined;
  if (type === 'time' && entry?.value.kind === 'instant-literal') {
    return instantProblem(entry.value.text) === undefined ? parseInstant(entry.value.text) : undefined;
  }
  if (!checking.part && checking.bindings.lead !== undefined) {
    const span = isAbsent(test.name) ? test.span : test.name.span;
    problem('FL356', span, { hasCreated: type === 'time' }, checking);
  }
  return undefined;
}

function checkValues(values: readonly ValueEntry[], context: DatumContext): void {
  const { checking } = context;
  for (const entry of values) {
    const referent = checking.bindings.references.get(entry.name.id);
    const field =
      referent?.kind === 'lead-field'
        ? referent.path[0]
        : referent?.kind === 'record-field'
          ? referent.field
          : undefined;
    const json = field && checkDatum(entry.value, field, context);
    if (json !== undefined) checking.testValues.set(entry.id, json);
  }
}

/** A lead without a required field is invalid, which is seldom what a test wants to show. */
function checkRequired(test: TestBlock, checking: Checking): void {
  // A field that nobody declared (reported) may be the one that is missing, misspelt.
  if (test.lead.some(({ name }) => !checking.bindings.references.has(name.id))) return;
  const given = new Set(test.lead.map(({ name }) => name.text));
  const missing = [...checking.bindings.leadFieldsByName.values()].filter(
    (field) => isRequired(field, checking) && !given.has(field.name.text),
  );
  if (missing.length === 0 || isAbsent(test.name)) return;
  const fields = missing.map((field) => field.name.text);
  problem('FL357', test.name.span, { fields }, checking);
}

function checkGiven(given: Given, atMs: number | undefined, checking: Checking): void {
  if (given.kind === 'given-open') checkWhole(given.open, 'The number of open leads', { from: 0 }, checking);
  if (given.kind === 'given-record' || given.kind === 'given-answer') {
    checkValues(given.values, { checking, atMs, anything: false });
  }
}

/** What can have become of a lead of which this is expected. A queue holds what was sent there, and invalid leads. */
const outcomes: ReadonlyMap<Expect['kind'], readonly string[]> = new Map<Expect['kind'], readonly string[]>([
  ['expect-rep', ['assigned']],
  ['expect-team', ['assigned']],
  ['expect-queue', ['queued', 'invalid']],
  ['expect-nurture', ['nurtured']],
  ['expect-reject', ['rejected']],
  ['expect-invalid', ['invalid']],
]);

/** What may be expected once. */
const single: ReadonlyMap<Expect['kind'], string> = new Map<Expect['kind'], string>([
  ['expect-rule', 'rule'],
  ['expect-otherwise', 'otherwise'],
  ['expect-rep', 'rep'],
  ['expect-team', 'team'],
  ['expect-queue', 'queue'],
  ['expect-nurture', 'nurture'],
  ['expect-reject', 'reject'],
  ['expect-respond', 'respond'],
]);

function checkExpectations(test: TestBlock, checking: Checking): void {
  const byKind = new Map<Expect['kind'], Expect>();
  let outcome: Expect | undefined;
  for (const expect of test.expect) {
    checkExpect(expect, checking);
    const earlier = byKind.get(expect.kind);
    const what = single.get(expect.kind);
    const ruleToo =
      expect.kind === 'expect-otherwise'
        ? byKind.get('expect-rule')
        : expect.kind === 'expect-rule'
          ? byKind.get('expect-otherwise')
          : undefined;
    const own = outcomes.get(expect.kind);
    const other = outcome === undefined ? undefined : outcomes.get(outcome.kind);
    const excluded = own !== undefined && other !== undefined && !own.some((one) => other.includes(one));
    if (earlier !== undefined && what !== undefined) {
      const related = [{ span: earlier.span, message: 'the first one:' }];
      problem('FL213', expect.span, { what: `expect ${what}`, where: 'this test' }, checking, { related });
    } else if (ruleToo !== undefined || excluded) {
      const against = ruleToo ?? outcome;
      const related = against === undefined ? [] : [{ span: against.span, message: 'the other expectation:' }];
      problem('FL358', expect.span, {}, checking, { related });
    }
    byKind.set(expect.kind, earlier ?? expect);
    if (own !== undefined) outcome ??= expect;
  }
}

function checkExpect(expect: Expect, checking: Checking): void {
  if (expect.kind === 'expect-score') checkWhole(expect.value, 'A score', { from: Number.MIN_SAFE_INTEGER }, checking);
  if (expect.kind === 'expect-respond') checkClock(expect.within, checking);
}
