// `within the last`, `within the next`, `more than … ago` → the age of a date or an instant.

import type { Test, Value } from '../../ast/nodes.ts';
import { type Checking, problem } from '../checking.ts';
import { checkAgeDuration } from '../durations.ts';
import { wordsOf } from '../operand.ts';
import type { ComparisonMeaning } from '../types.ts';
import { checkOperand } from '../values.ts';
import { typeWords } from '../words.ts';

type AgeTest = Extract<Test, { readonly kind: 'within' | 'more-than-ago' }>;

/** The age of a date or instant at the instant of the decision. */
export function checkAge(value: Value, test: AgeTest, checking: Checking): ComparisonMeaning | undefined {
  const left = checkOperand(value, checking);
  checkAgeDuration(test.duration, checking);
  const { kind } = left.type;
  if (kind === 'date' || kind === 'time') {
    if (left.literal === undefined) return { kind: 'age', as: kind };
    problem('FL335', left.span, { left: wordsOf(left), right: undefined }, checking);
  } else if (kind !== 'unknown') {
    problem(
      'FL324',
      value.span,
      { value: wordsOf(left), type: typeWords(left.type), isSignals: kind === 'signals' },
      checking,
    );
  }
  return undefined;
}
