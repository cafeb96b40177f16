// A comparison → which condition it is: each kind of test has its own file.

import { assertNever } from '@fairlead/ir';
import type { Comparison } from '../../ast/nodes.ts';
import type { Checking } from '../checking.ts';
import type { ComparisonMeaning } from '../types.ts';
import { checkAge } from './ages.ts';
import { checkAlone } from './alone.ts';
import { checkEquals, checkRelation } from './equality.ts';
import { checkIncludes } from './includes.ts';
import { checkFreeMail, checkKnown, checkLike, checkMatched } from './is-words.ts';
import { checkMembership } from './membership.ts';
import { checkText } from './text.ts';

/** Notes what a comparison means, or reports why it means nothing. */
export function checkComparison(comparison: Comparison, checking: Checking): void {
  const meaning = meaningOf(comparison, checking);
  if (meaning !== undefined) checking.comparisons.set(comparison.id, meaning);
}

function meaningOf(comparison: Comparison, checking: Checking): ComparisonMeaning | undefined {
  const { value, test } = comparison;
  if (test === undefined) return checkAlone(value, checking);
  switch (test.kind) {
    case 'relation':
      return checkRelation(value, test, checking);
    case 'equals':
      return checkEquals(value, test, checking);
    case 'is-like':
      return checkLike(value, test.right, checking);
    case 'is-missing':
    case 'is-known':
      return checkKnown(value, test.kind, comparison.span, checking);
    case 'is-matched':
      return checkMatched(value, checking);
    case 'is-free-mail':
      return checkFreeMail(value, checking);
    case 'in':
      return checkMembership(value, test, checking);
    case 'text':
      return checkText(value, test, checking);
    case 'includes':
      return checkIncludes(value, test, checking);
    case 'within':
    case 'more-than-ago':
      return checkAge(value, test, checking);
    case 'broken':
      return undefined;
    default:
      return assertNever(test);
  }
}
