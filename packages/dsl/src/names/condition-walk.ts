// A condition or value → every part of it, in text order.

import { assertNever } from '@fairlead/ir';
import type { Comparison, Condition, Reading, Test, Value } from '../ast/nodes.ts';

/** Calls for the condition and every condition in it, the outer ones first. */
export function eachCondition(condition: Condition, visit: (condition: Condition) => void): void {
  visit(condition);
  if (condition.kind === 'and' || condition.kind === 'or')
    for (const part of condition.parts) eachCondition(part, visit);
  else if (condition.kind === 'not') eachCondition(condition.condition, visit);
}

/** Calls for every reading of a condition. */
export function eachReading(condition: Condition, visit: (reading: Reading) => void): void {
  eachCondition(condition, (part) => {
    if (part.kind !== 'comparison') return;
    for (const value of comparisonValues(part)) eachValueReading(value, visit);
  });
}

/** Calls for every reading of a value. */
export function eachValueReading(value: Value, visit: (reading: Reading) => void): void {
  if (value.kind === 'reading') visit(value);
  else if (value.kind === 'sum') for (const term of value.terms) eachValueReading(term, visit);
  else if (value.kind === 'product') for (const factor of value.factors) eachValueReading(factor, visit);
}

/** The values that a comparison reads, also the list that a field holds; not the items of a listing. */
export function comparisonValues({ value, test }: Comparison): readonly Value[] {
  return test === undefined ? [value] : [value, ...testValues(test)];
}

function testValues(test: Test): readonly Value[] {
  switch (test.kind) {
    case 'relation':
    case 'equals':
    case 'is-like':
      return [test.right];
    case 'in':
      return test.of.kind === 'reading' ? [test.of] : [];
    case 'text':
    case 'includes': {
      const { several } = test;
      if (several.quantifier === 'one') return [several.value];
      return several.of.kind === 'reading' ? [several.of] : [];
    }
    case 'is-missing':
    case 'is-known':
    case 'is-matched':
    case 'is-free-mail':
    case 'within':
    case 'more-than-ago':
    case 'broken':
      return [];
    default:
      return assertNever(test);
  }
}
