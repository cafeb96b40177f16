// A value beside another → whether they can be compared, and as what.

import type { ComparedAs } from '@fairlead/ir';
import type { Literal } from '../ast/nodes.ts';
import { type Checking, problem } from './checking.ts';
import { fitItem, itemOf } from './items.ts';
import { comparedAs, currencyOf, type Operand, reportDifferent, wordsOf } from './operand.ts';

/** How two operands are compared with each other; undefined where they are not, which is reported, or was before. */
export function compareOperands(left: Operand, right: Operand, checking: Checking): ComparedAs | undefined {
  if (left.type.kind === 'unknown' || right.type.kind === 'unknown') return undefined;
  if (right.literal !== undefined) return fitLiteral(right.literal, left, checking);
  if (left.literal !== undefined) return fitLiteral(left.literal, right, checking);
  return compareTypes(left, right, checking);
}

/** Reads a constant as the type of what it stands beside, and notes what it means there. */
function fitLiteral(literal: Literal, beside: Operand, checking: Checking): ComparedAs | undefined {
  const item = itemOf(literal, checking);
  if (item === undefined) return undefined;
  const constant = fitItem(item, beside, 'compare', checking);
  if (constant === undefined) return undefined;
  if (constant !== item.constant) checking.constants.set(literal.id, constant);
  return comparedAs(beside.type);
}

/** Two values that are both read. */
function compareTypes(left: Operand, right: Operand, checking: Checking): ComparedAs | undefined {
  const as = comparedAs(left.type);
  const other = comparedAs(right.type);
  const [one, two] = [currencyOf(left.type), currencyOf(right.type)];
  if (as !== undefined && as === other && one === two) return as;
  if (one !== undefined && two !== undefined) {
    const params = { left: wordsOf(left), leftCurrency: one, right: wordsOf(right), rightCurrency: two };
    problem('FL313', right.span, params, checking);
  } else if ((as === 'date' && other === 'time') || (as === 'time' && other === 'date')) {
    const [date, time] = as === 'date' ? [left, right] : [right, left];
    problem('FL319', right.span, { date: wordsOf(date), time: wordsOf(time), constant: 'none' }, checking);
  } else {
    reportDifferent(left, right, right.span, checking);
  }
  return undefined;
}
