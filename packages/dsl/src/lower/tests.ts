// The `test` blocks of the tree → test cases.

import { assertNever, type Expectation, type Given, type TestCase } from '@fairlead/ir';
import type * as ast from '../ast/nodes.ts';
import { constantOf, factOf, type Lowering, notFound, place } from './context.ts';
import { lowerClock } from './values.ts';

/** Lowers the tests, in text order. */
export function lowerTests(lowering: Lowering): readonly TestCase[] {
  return lowering.bindings.tests.map((block) => {
    const name = block.name.value;
    place(`test:${name}`, block, lowering);
    return {
      name,
      ...(block.at === undefined ? {} : { at: instantOf(block.at, lowering) }),
      lead: lowerValues(block.lead, lowering),
      given: block.given.map((given) => lowerGiven(given, lowering)),
      expect: block.expect.map(lowerExpectation),
    };
  });
}

function instantOf(node: ast.InstantLiteral, lowering: Lowering): string {
  const constant = constantOf(node.id, lowering);
  if (constant.kind !== 'time') throw notFound('the instant of a test');
  return constant.time;
}

function lowerValues(entries: readonly ast.ValueEntry[], lowering: Lowering): TestCase['lead'] {
  return Object.fromEntries(
    entries.map((entry) => [entry.name.text, factOf(lowering.types.testValues, entry.id, "a test's value")]),
  );
}

function lowerGiven(node: ast.Given, lowering: Lowering): Given {
  switch (node.kind) {
    case 'given-away':
      return { kind: 'away', rep: node.rep.text };
    case 'given-open':
      return { kind: 'open', rep: node.rep.text, open: Number(node.open.decimal) };
    case 'given-record': {
      const referent = factOf(lowering.bindings.references, node.record.id, 'the record that is given');
      if (referent.kind !== 'record') throw notFound('a record that is given');
      return { kind: 'record', record: referent.record.name.text, values: lowerValues(node.values, lowering) };
    }
    case 'given-answer':
      return { kind: 'answer', provider: node.provider.text, values: lowerValues(node.values, lowering) };
    case 'given-failure':
      return { kind: 'failure', provider: node.provider.text };
    case 'broken':
      throw notFound('what is given');
    default:
      return assertNever(node);
  }
}

function lowerExpectation(node: ast.Expect): Expectation {
  switch (node.kind) {
    case 'expect-rule':
      return { kind: 'rule', rule: node.rule.value };
    case 'expect-otherwise':
      return { kind: 'otherwise' };
    case 'expect-rep':
      return { kind: 'rep', rep: node.rep.text };
    case 'expect-team':
      return { kind: 'team', team: node.team.text };
    case 'expect-queue':
      return { kind: 'queue', queue: node.queue.text };
    case 'expect-nurture':
      return { kind: 'nurture', track: node.track.value };
    case 'expect-reject':
      return { kind: 'reject', reason: node.reason.value };
    case 'expect-invalid':
      return { kind: 'invalid' };
    case 'expect-respond':
      return { kind: 'respond', within: lowerClock(node.within) };
    case 'expect-score':
      return { kind: 'score', score: node.score.text, operator: node.operator, value: Number(node.value.decimal) };
    case 'broken':
      throw notFound('what is expected');
    default:
      return assertNever(node);
  }
}
