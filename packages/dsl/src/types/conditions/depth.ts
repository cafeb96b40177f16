// Conditions → those that lie deeper in each other, looking through defines, than whoever runs them goes.

import type { Condition, DefineDeclaration } from '../../ast/nodes.ts';
import { type Checking, problem } from '../checking.ts';

/** As deep as the compiled form allows. */
const DEEPEST = 500;

/** Looks at all defines, and gives the check of one condition. A define that is too deep counts as flat where it is referred to. */
export function depthCheck(checking: Checking): (condition: Condition) => void {
  const defines = new Map<DefineDeclaration, number>();
  for (const define of checking.bindings.defineOrder) defines.set(define, depthOf(define.condition, defines, checking));
  return (condition) => {
    if (depthOf(condition, defines, checking) > DEEPEST)
      problem('FL340', condition.span, { deepest: DEEPEST }, checking);
  };
}

function depthOf(condition: Condition, defines: ReadonlyMap<DefineDeclaration, number>, checking: Checking): number {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return 1 + condition.parts.reduce((deepest, part) => Math.max(deepest, depthOf(part, defines, checking)), 0);
    case 'not':
      return 1 + depthOf(condition.condition, defines, checking);
    case 'comparison': {
      const meaning = checking.comparisons.get(condition.id);
      if (meaning?.kind !== 'define') return 1;
      const inside = defines.get(meaning.define) ?? 0;
      return inside > DEEPEST ? 1 : 1 + inside;
    }
    case 'during':
    case 'broken':
      return 1;
  }
}
