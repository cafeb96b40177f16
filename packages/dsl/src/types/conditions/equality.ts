// `is`, `is not`, `>`, `>=`, `<`, `<=` → what both sides are compared as.

import type { Test, Value } from '../../ast/nodes.ts';
import { type Checking, problem } from '../checking.ts';
import { compareOperands } from '../compare.ts';
import { comparedAs, type Operand, wordsOf } from '../operand.ts';
import type { ComparisonMeaning } from '../types.ts';
import { checkOperand } from '../values.ts';
import { typeWords } from '../words.ts';

type Of<K extends Test['kind']> = Extract<Test, { readonly kind: K }>;

/** `is`, `is not` */
export function checkEquals(value: Value, test: Of<'equals'>, checking: Checking): ComparisonMeaning | undefined {
  const left = checkOperand(value, checking);
  const right = checkOperand(test.right, checking);
  if (isBlank(left) || isBlank(right)) {
    problem('FL334', isBlank(right) ? test.right.span : value.span, {}, checking);
    return undefined;
  }
  if (nothingIsRead(left, right, checking) || isUncompared(left, checking) || isUncompared(right, checking))
    return undefined;
  const as = compareOperands(left, right, checking);
  return as === undefined ? undefined : { kind: 'compare', as };
}

/** `>`, `>=`, `<`, `<=` */
export function checkRelation(value: Value, test: Of<'relation'>, checking: Checking): ComparisonMeaning | undefined {
  const left = checkOperand(value, checking);
  const right = checkOperand(test.right, checking);
  if (nothingIsRead(left, right, checking)) return undefined;
  const unordered = [left, right].find((side) => side.literal === undefined && !hasOrder(side));
  if (unordered !== undefined) {
    const params = { value: wordsOf(unordered), type: typeWords(unordered.type), operator: test.operator };
    problem('FL336', unordered.span, params, checking);
    return undefined;
  }
  const as = compareOperands(left, right, checking);
  return as === undefined ? undefined : { kind: 'compare', as };
}

function hasOrder({ type }: Operand): boolean {
  const as = comparedAs(type);
  return type.kind === 'unknown' || as === 'number' || as === 'date' || as === 'time';
}

/** Both sides are constants: it holds always or never. */
function nothingIsRead(left: Operand, right: Operand, checking: Checking): boolean {
  if (left.literal === undefined || right.literal === undefined) return false;
  if (left.type.kind !== 'unknown' && right.type.kind !== 'unknown') {
    const span = { ...left.span, end: right.span.end };
    problem('FL335', span, { left: wordsOf(left), right: wordsOf(right) }, checking);
  }
  return true;
}

/** Lists, signals, ratings and records are not compared as a whole. */
export function isUncompared(side: Operand, checking: Checking): boolean {
  if (side.type.kind === 'unknown' || comparedAs(side.type) !== undefined) return false;
  problem('FL333', side.span, { value: wordsOf(side), type: typeWords(side.type), kind: side.type.kind }, checking);
  return true;
}

/** Text that is blank after trimming is missing, so nothing is equal to it. */
export function isBlank({ literal, span }: Operand): boolean {
  return literal?.kind === 'text-literal' && span.start !== span.end && literal.value.trim() === '';
}
