// `includes` → membership in a list, or how many signals of a kind.

import type { Test, Value } from '../../ast/nodes.ts';
import { type Checking, problem, rewrite } from '../checking.ts';
import { checkAgeDuration } from '../durations.ts';
import { checkWhole } from '../literals.ts';
import { comparedAs, type Operand, wordsOf } from '../operand.ts';
import type { ComparisonMeaning } from '../types.ts';
import { checkOperand } from '../values.ts';
import { typeWords } from '../words.ts';
import { checkNeedles } from './needles.ts';

type IncludesTest = Extract<Test, { readonly kind: 'includes' }>;

/** `includes "x"`, `includes any of […]`, and of signals `at least 2 times within the last 3 days` */
export function checkIncludes(value: Value, test: IncludesTest, checking: Checking): ComparisonMeaning | undefined {
  const left = checkOperand(value, checking);
  if (test.atLeast !== undefined) checkWhole(test.atLeast, 'The number of times', { from: 1 }, checking);
  if (test.withinLast !== undefined) checkAgeDuration(test.withinLast, checking);
  const { type } = left;
  switch (type.kind) {
    case 'unknown':
      return undefined;
    case 'signals': {
      const needles = checkNeedles(test.several, { ...left, type: { kind: 'text' } }, checking);
      return needles && { kind: 'signals', needles };
    }
    case 'list': {
      if (countsSignals(left, test, checking)) return undefined;
      const items: Operand = { ...left, type: type.of, named: `an item of ${wordsOf(left)}` };
      const as = comparedAs(type.of);
      const needles = checkNeedles(test.several, items, checking);
      return as === undefined || needles === undefined ? undefined : { kind: 'includes', as, needles };
    }
    default:
      reportNoList(left, test, checking);
      return undefined;
  }
}

/** A list has no times: only signals can be counted. */
function countsSignals(left: Operand, test: IncludesTest, checking: Checking): boolean {
  const first = test.atLeast ?? test.withinLast;
  if (first === undefined) return false;
  const words = test.atLeast === undefined ? 'within the last …' : 'at least … times';
  problem('FL323', first.span, { value: wordsOf(left), type: typeWords(left.type), words }, checking);
  return true;
}

function reportNoList(left: Operand, { several, span }: IncludesTest, checking: Checking): void {
  const isText = comparedAs(left.type) === 'text' || comparedAs(left.type) === 'code';
  const verb = { ...span, end: span.start + 'includes'.length };
  const instead = left.type.kind === 'choice' && several.quantifier === 'one' ? 'is' : 'contains';
  const fixes = isText ? [rewrite(verb, instead)] : [];
  const params = { value: wordsOf(left), type: typeWords(left.type), instead: isText ? instead : undefined };
  problem('FL322', verb, params, checking, { fixes });
}
