// A value → its type: constants, readings, sums and products.

import { assertNever } from '@fairlead/ir';
import type { Product, Sum, Value } from '../ast/nodes.ts';
import { type Checking, problem } from './checking.ts';
import { checkLiteral } from './literals.ts';
import { comparedAs, type Operand, operandOf } from './operand.ts';
import { checkReading } from './readings.ts';
import type { ValueType } from './types.ts';
import { typeWords, valueWords } from './words.ts';

const UNKNOWN: ValueType = { kind: 'unknown' };
const NUMBER: ValueType = { kind: 'number' };
const COUNT: ValueType = { kind: 'count' };

/** Notes and returns the type of a value; unknown where it has none, which is reported. */
export function checkValue(value: Value, checking: Checking): ValueType {
  const known = checking.values.get(value.id);
  if (known !== undefined) return known;
  const type = typeOf(value, checking);
  checking.values.set(value.id, type);
  return type;
}

/** A value as one side of a comparison. */
export function checkOperand(value: Value, checking: Checking): Operand {
  return operandOf(value, checkValue(value, checking));
}

function typeOf(value: Value, checking: Checking): ValueType {
  switch (value.kind) {
    case 'sum':
      return sumType(value, checking);
    case 'product':
      return productType(value, checking);
    case 'reading':
      return checkReading(value, checking);
    case 'broken':
      return UNKNOWN;
    case 'text-literal':
    case 'number-literal':
    case 'money-literal':
    case 'percent-literal':
    case 'date-literal':
    case 'instant-literal':
    case 'flag-literal':
      return checkLiteral(value, checking);
    default:
      return assertNever(value);
  }
}

/** Numbers, or money of one currency. */
function sumType({ terms }: Sum, checking: Checking): ValueType {
  const types = terms.map((term) => numberType(term, '+', checking));
  if (types.some((type) => type.kind === 'unknown')) return UNKNOWN;
  const [first = UNKNOWN] = types;
  const other = types.findIndex((type) => !sameMoney(first, type));
  if (other === -1) return joined(types, first);
  const [one, two] = [terms[0], terms[other]];
  const type = types[other];
  if (one === undefined || two === undefined || type === undefined) return UNKNOWN;
  const params = {
    left: valueWords(one),
    leftType: typeWords(first),
    right: valueWords(two),
    rightType: typeWords(type),
  };
  problem('FL326', two.span, { ...params, operator: '+' }, checking);
  return UNKNOWN;
}

/** Numbers, of which one may be money. */
function productType({ factors }: Product, checking: Checking): ValueType {
  const types = factors.map((factor) => numberType(factor, '*', checking));
  if (types.some((type) => type.kind === 'unknown')) return UNKNOWN;
  const money = types.flatMap((type, at) => (type.kind === 'money' ? [at] : []));
  const [first, second] = money;
  if (first === undefined) return joined(types, types[0] ?? UNKNOWN);
  const type = types[first] ?? UNKNOWN;
  if (second === undefined) return type;
  const [one, two] = [factors[first], factors[second]];
  if (one === undefined || two === undefined) return UNKNOWN;
  const params = {
    left: valueWords(one),
    leftType: typeWords(type),
    right: valueWords(two),
    rightType: typeWords(types[second] ?? UNKNOWN),
  };
  problem('FL326', two.span, { ...params, operator: '*' }, checking);
  return UNKNOWN;
}

function joined(types: readonly ValueType[], first: ValueType): ValueType {
  if (first.kind === 'money') return first;
  return types.every((type) => type.kind === 'count') ? COUNT : NUMBER;
}

function numberType(value: Value, operator: '+' | '*', checking: Checking): ValueType {
  const type = checkValue(value, checking);
  if (type.kind === 'unknown' || comparedAs(type) === 'number') return type;
  problem('FL325', value.span, { operator, value: valueWords(value), type: typeWords(type) }, checking);
  return UNKNOWN;
}

function sameMoney(one: ValueType, other: ValueType): boolean {
  const currency = (type: ValueType): string | undefined => (type.kind === 'money' ? type.currency : undefined);
  return currency(one) === currency(other);
}
