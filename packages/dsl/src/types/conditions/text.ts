// `contains`, `mentions`, `starts with`, `ends with` → part of a text.

import type { Test, TextVerb, Value } from '../../ast/nodes.ts';
import type { Fix } from '../../diagnostics/diagnostic.ts';
import { type Checking, problem, rewrite } from '../checking.ts';
import { comparedAs, type Operand, wordsOf } from '../operand.ts';
import type { ComparisonMeaning } from '../types.ts';
import { checkOperand } from '../values.ts';
import { typeWords } from '../words.ts';
import { checkNeedles } from './needles.ts';

type TextTest = Extract<Test, { readonly kind: 'text' }>;

/** `contains`, `mentions`, `starts with`, `ends with` */
export function checkText(value: Value, test: TextTest, checking: Checking): ComparisonMeaning | undefined {
  const left = checkOperand(value, checking);
  const as = comparedAs(left.type);
  if (left.type.kind === 'unknown') return undefined;
  if (as !== 'text' && as !== 'code') {
    reportNoText(left, test, checking);
    return undefined;
  }
  if (left.literal !== undefined && test.several.quantifier === 'one' && test.several.value.kind === 'text-literal') {
    const right = checkOperand(test.several.value, checking);
    problem('FL335', { ...left.span, end: right.span.end }, { left: wordsOf(left), right: wordsOf(right) }, checking);
    return undefined;
  }
  // Any text may be part of a choice: a part need not be a choice itself.
  const within: Operand = { ...left, type: { kind: 'text' } };
  const needles = checkNeedles(test.several, within, checking);
  return needles && { kind: 'text', needles };
}

function reportNoText(left: Operand, { verb, several, span }: TextTest, checking: Checking): void {
  const isList = left.type.kind === 'list' || left.type.kind === 'signals';
  const end = several.quantifier === 'one' ? several.value.span.start : span.start + verb.length;
  const verbSpan = { ...span, end: several.quantifier === 'one' ? end : end };
  const fixes: readonly Fix[] = isList
    ? [rewrite(verbSpan, several.quantifier === 'one' ? 'includes ' : 'includes', 'Write `includes`')]
    : [];
  const params = { value: wordsOf(left), type: typeWords(left.type), verb: verbWords[verb], isList };
  problem('FL321', verbSpan, params, checking, { fixes });
}

const verbWords: { readonly [V in TextVerb]: string } = {
  contains: 'contains',
  mentions: 'mentions',
  'starts-with': 'starts with',
  'ends-with': 'ends with',
};
