// A condition → what each comparison in it means.

import { assertNever } from '@fairlead/ir';
import type { Condition } from '../../ast/nodes.ts';
import type { Checking } from '../checking.ts';
import { checkComparison } from './comparison.ts';

/** Checks a condition and all conditions in it. */
export function checkCondition(condition: Condition, checking: Checking): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const part of condition.parts) checkCondition(part, checking);
      return;
    case 'not':
      checkCondition(condition.condition, checking);
      return;
    case 'comparison':
      checkComparison(condition, checking);
      return;
    case 'during':
    case 'broken':
      return;
    default:
      assertNever(condition);
  }
}
