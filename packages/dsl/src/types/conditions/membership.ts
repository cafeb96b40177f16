// `in`, `not in` → a range, a list, or a list that a field holds.

import { assertNever, type ComparedAs, type Constant } from '@fairlead/ir';
import type { Bound, Range, Reading, Test, Value } from '../../ast/nodes.ts';
import { type Checking, problem, rewrite } from '../checking.ts';
import { compareOperands } from '../compare.ts';
import { checkLiteral } from '../literals.ts';
import { type FittedMembers, fitListing, fitNamedList, namedList } from '../members.ts';
import { type Operand, operandOf, reportDifferent, wordsOf } from '../operand.ts';
import type { ComparisonMeaning, ValueType } from '../types.ts';
import { checkOperand, checkValue } from '../values.ts';
import { literalText, typeWords, valueWords } from '../words.ts';
import { isUncompared } from './equality.ts';

type InTest = Extract<Test, { readonly kind: 'in' }>;

/** `in`, `not in` */
export function checkMembership(value: Value, test: InTest, checking: Checking): ComparisonMeaning | undefined {
  const left = checkOperand(value, checking);
  const { of } = test;
  if (left.type.kind === 'list' || left.type.kind === 'signals') {
    reportListInList(left, test, checking);
    return undefined;
  }
  if (isUncompared(left, checking)) return undefined;
  switch (of.kind) {
    case 'listing':
      return inList(fitListing(left, of, checking));
    case 'range':
      return inRange(left, of, checking);
    case 'reading':
      return inNamed(left, of, checking);
    case 'broken':
      return undefined;
    default:
      return assertNever(of);
  }
}

/** `languages in ["de"]`: a list is not in a list, it includes something. */
function reportListInList(left: Operand, test: InTest, checking: Checking): void {
  const several = `includes ${test.negated ? 'none' : 'any'} of `;
  const at = test.of.span.start;
  const fixes =
    test.of.kind === 'range' ? [] : [rewrite({ ...test.span, end: at }, several, `Write \`${several.trim()}\``)];
  problem('FL337', test.span, { value: wordsOf(left), type: typeWords(left.type), instead: several.trim() }, checking, {
    fixes,
  });
}

function inNamed(left: Operand, of: Reading, checking: Checking): ComparisonMeaning | undefined {
  if (namedList(of, checking) !== undefined) return inList(fitNamedList(left, of, checking));
  const as = fitListField(left, of, checking);
  return as === undefined ? undefined : { kind: 'in-field', as };
}

function inList(fitted: FittedMembers | undefined): ComparisonMeaning | undefined {
  return fitted === undefined ? undefined : { kind: 'in-list', ...fitted };
}

/** A field that holds a list: how a value is compared with its items. Reports a field that holds something else. */
export function fitListField(value: Operand, field: Reading, checking: Checking): ComparedAs | undefined {
  const type = checkValue(field, checking);
  if (type.kind === 'unknown' || value.type.kind === 'unknown') return undefined;
  if (type.kind !== 'list') {
    problem('FL338', field.span, { value: valueWords(field), type: typeWords(type) }, checking);
    return undefined;
  }
  const items: Operand = {
    type: type.of,
    span: field.span,
    named: `an item of ${valueWords(field)}`,
    literal: undefined,
  };
  return compareOperands(value, items, checking);
}

function inRange(left: Operand, range: Range, checking: Checking): ComparisonMeaning | undefined {
  const from = boundOf(range.from, checking);
  const to = boundOf(range.to, checking);
  if (from === undefined || to === undefined || left.type.kind === 'unknown') return undefined;
  const [one, two] = [range.from, range.to];
  if (one.kind === 'number-literal' && two.kind === 'money-literal') {
    const text = `${one.raw} ${two.currency.text}`;
    const fixes = [rewrite(one.span, text)];
    problem('FL361', range.span, { from: literalText(one), to: literalText(two) }, checking, { fixes });
    return undefined;
  }
  if (!sameType(from, to)) {
    problem('FL361', range.span, { from: boundWords(one), to: boundWords(two) }, checking);
    return undefined;
  }
  const as = compareOperands(left, bound(one, checking), checking);
  if (as !== 'number' && as !== 'date') {
    if (as !== undefined) reportDifferent(left, bound(one, checking), range.span, checking);
    return undefined;
  }
  if (isAfter(from, to)) {
    const fixes = [rewrite(range.span, `${boundWords(two)}..${boundWords(one)}`)];
    problem('FL317', range.span, { from: boundWords(one), to: boundWords(two) }, checking, { fixes });
    return undefined;
  }
  return { kind: 'in-range', as, from, to };
}

function boundOf(node: Bound, checking: Checking): Constant | undefined {
  if (node.kind === 'broken') return undefined;
  checkLiteral(node, checking);
  return checking.constants.get(node.id);
}

function bound(node: Bound, checking: Checking): Operand {
  const type: ValueType = checking.values.get(node.id) ?? { kind: 'unknown' };
  return operandOf(node, type);
}

function boundWords(node: Bound): string {
  return node.kind === 'broken' ? '' : literalText(node);
}

function sameType(from: Constant, to: Constant): boolean {
  if (from.kind === 'money' && to.kind === 'money') return from.currency === to.currency;
  return from.kind === to.kind;
}

function isAfter(from: Constant, to: Constant): boolean {
  if (from.kind === 'number' && to.kind === 'number') return from.number > to.number;
  if (from.kind === 'money' && to.kind === 'money') return from.amount > to.amount;
  return from.kind === 'date' && to.kind === 'date' && from.date > to.date;
}
