// A condition or value → every part of it, in text order.

import { assertNever } from '@fairlead/ir';
import type { Comparison, Condition, Reading, Value } from '../ast/nodes.ts';

/** Calls for the condition and every condition in it, the outer ones first. */
export function eachCondition(condition: Condition, visit: (condition: Condition) => void): void {
  visit(condition);
  if (condition.kind === 'and' || condition.kind === 'or')
    for (const part of condition.parts) eachCondition(part, visit);
  else if (condition.kind === 'not') eachCondition(condition.condition, visit);
}

/** Calls for every reading of a condition. */
export function eachReading(condition: Condition, visit: (reading: Reading) => void): void {
  if (condition.kind === 'and' || condition.kind === 'or') for (const part of condition.parts) eachReading(part, visit);
  else if (condition.kind === 'not') eachReading(condition.condition, visit);
  else if (condition.kind === 'comparison') eachComparisonReading(condition, visit);
}

/** Calls for every reading of a value. */
export function eachValueReading(value: Value, visit: (reading: Reading) => void): void {
  if (value.kind === 'reading') visit(value);
  else if (value.kind === 'sum') for (const term of value.terms) eachValueReading(term, visit);
  else if (value.kind === 'product') for (const factor of value.factors) eachValueReading(factor, visit);
}

/** Calls for every reading of a comparison, also of the list that a field holds; not for the items of a listing. */
export function eachComparisonReading({ value, test }: Comparison, visit: (reading: Reading) => void): void {
  eachValueReading(value, visit);
  if (test === undefined) return;
  switch (test.kind) {
    case 'relation':
    case 'equals':
    case 'is-like':
      eachValueReading(test.right, visit);
      return;
    case 'in':
      if (test.of.kind === 'reading') visit(test.of);
      return;
    case 'text':
    case 'includes': {
      const { several } = test;
      if (several.quantifier === 'one') eachValueReading(several.value, visit);
      else if (several.of.kind === 'reading') visit(several.of);
      return;
    }
    case 'is-missing':
    case 'is-known':
    case 'is-matched':
    case 'is-free-mail':
    case 'within':
    case 'more-than-ago':
    case 'broken':
      return;
    default:
      assertNever(test);
  }
}
