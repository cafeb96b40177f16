// One side of a comparison: a value, its type, and how values of that type are compared.

import type { ComparedAs } from '@fairlead/ir';
import type { Literal, Value } from '../ast/nodes.ts';
import type { Span } from '../source/source.ts';
import { type Checking, problem } from './checking.ts';
import type { ValueType } from './types.ts';
import { isLiteral, typeWords, valueWords } from './words.ts';

/** One side of a comparison. */
export interface Operand {
  readonly type: ValueType;
  readonly span: Span;
  /** As it is called in a message: by its own text, or by these words. */
  readonly named: Value | string;
  /** Set where it is a constant as it is written. */
  readonly literal: Literal | undefined;
}

/** An operand for a value whose type is known. */
export function operandOf(value: Value, type: ValueType): Operand {
  return { type, span: value.span, named: value, literal: isLiteral(value) ? value : undefined };
}

/** How an operand or a constant is called in a message: `employees`, "DE". */
export function wordsOf({ named }: { readonly named: Value | string }): string {
  return typeof named === 'string' ? named : valueWords(named);
}

/** How values of a type are compared; undefined for those that are not: signals, ratings, lists, records. */
export function comparedAs(type: ValueType): ComparedAs | undefined {
  switch (type.kind) {
    case 'text':
    case 'email':
    case 'choice':
      return 'text';
    case 'number':
    case 'count':
    case 'money':
      return 'number';
    case 'code':
    case 'date':
    case 'time':
    case 'flag':
    case 'rep':
    case 'team':
      return type.kind;
    default:
      return undefined;
  }
}

/** Reports two values of types that are never equal. */
export function reportDifferent(
  left: Pick<Operand, 'named' | 'type'>,
  right: Pick<Operand, 'named' | 'type'>,
  span: Span,
  checking: Checking,
): void {
  const params = {
    left: wordsOf(left),
    leftType: typeWords(left.type),
    right: wordsOf(right),
    rightType: typeWords(right.type),
  };
  problem('FL310', span, params, checking);
}

/** The currency of money; undefined for every other type. */
export function currencyOf(type: ValueType): string | undefined {
  return type.kind === 'money' ? type.currency : undefined;
}
