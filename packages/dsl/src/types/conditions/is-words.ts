// `is missing`, `is known`, `is matched`, `is free mail`, `is like` → which condition it is.

import type { Value } from '../../ast/nodes.ts';
import type { Span } from '../../source/source.ts';
import { type Checking, problem } from '../checking.ts';
import { wordsOf } from '../operand.ts';
import type { ComparisonMeaning, ValueType } from '../types.ts';
import { checkOperand, checkValue } from '../values.ts';
import { typeWords, valueWords } from '../words.ts';
import { isBlank } from './equality.ts';

/** `is missing`, `is known`: of a value of any type that is read. */
export function checkKnown(
  value: Value,
  kind: 'is-missing' | 'is-known',
  span: Span,
  checking: Checking,
): ComparisonMeaning | undefined {
  const left = checkOperand(value, checking);
  if (left.type.kind === 'unknown') return undefined;
  if (left.literal !== undefined) {
    problem('FL335', span, { left: wordsOf(left), right: undefined }, checking);
    return undefined;
  }
  return { kind: kind === 'is-missing' ? 'missing' : 'known' };
}

/** `account is matched`; `resolve` has seen to it that a match or table stands there. */
export function checkMatched(value: Value, checking: Checking): ComparisonMeaning | undefined {
  if (value.kind === 'broken') return undefined;
  const referent = value.kind === 'reading' ? checking.bindings.references.get(value.path.id) : undefined;
  if (value.kind === 'reading' && value.of === undefined) return referent && { kind: 'matched' };
  const type = checkValue(value, checking);
  const name = valueWords(value).replaceAll('`', '');
  if (type.kind !== 'unknown')
    problem('FL203', value.span, { name, found: typeWords(type), needed: 'a match or a table' }, checking);
  return undefined;
}

/** `email is free mail` */
export function checkFreeMail(value: Value, checking: Checking): ComparisonMeaning | undefined {
  const left = checkOperand(value, checking);
  if (left.type.kind === 'email') return { kind: 'free-mail' };
  if (left.type.kind !== 'unknown') {
    problem(
      'FL327',
      value.span,
      { value: wordsOf(left), type: typeWords(left.type), isText: left.type.kind === 'text' },
      checking,
    );
  }
  return undefined;
}

/** `account.name is like company` */
export function checkLike(value: Value, other: Value, checking: Checking): ComparisonMeaning | undefined {
  const [left, right] = [checkOperand(value, checking), checkOperand(other, checking)];
  if (left.literal !== undefined && right.literal !== undefined) {
    const span = { ...left.span, end: right.span.end };
    problem('FL335', span, { left: wordsOf(left), right: wordsOf(right) }, checking);
    return undefined;
  }
  let fine = true;
  for (const side of [left, right]) {
    if (side.type.kind === 'unknown') fine = false;
    else if (isBlank(side)) {
      problem('FL334', side.span, {}, checking);
      fine = false;
    } else if (!holdsNames(side.type)) {
      problem('FL339', side.span, { value: wordsOf(side), type: typeWords(side.type) }, checking);
      fine = false;
    }
  }
  return fine ? { kind: 'like' } : undefined;
}

/** Whether values of a type can be names of companies: text, and choices to which others may come. */
function holdsNames(type: ValueType): boolean {
  return type.kind === 'text' || (type.kind === 'choice' && type.open);
}
