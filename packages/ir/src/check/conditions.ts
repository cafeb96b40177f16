// A condition of a policy → what in it refers to nothing, does not fit together, or is read where it may not be.

import { assertNever } from '../assert-never.ts';
import type { ComparedAs, Condition, Constant, Needles, Value } from '../conditions.ts';
import type { Type } from '../shapes.ts';
import { DEEPEST_CONDITION } from './defines.ts';
import { type At, quote, type Report, under } from './report.ts';
import {
  checkConstant,
  checkName,
  checkValue,
  comparedAs,
  fits,
  needMatch,
  needTable,
  type Scope,
  sameCurrency,
  typeWords,
} from './values.ts';

/** Checks a condition and everything in it. Defines are checked once by themselves; here, whether what they read may be read. */
export function checkCondition(condition: Condition, at: At, scope: Scope, report: Report): void {
  checkInside(condition, at, { ...scope, report }, 1);
}

interface Context extends Scope {
  readonly report: Report;
}

function checkInside(condition: Condition, at: At, context: Context, depth: number): void {
  const { names, report } = context;
  switch (condition.kind) {
    case 'and':
    case 'or':
      condition.of.forEach((part, i) => {
        checkInside(part, under(at, 'of', i), context, depth + 1);
      });
      return;
    case 'not':
      checkInside(condition.of, under(at, 'of'), context, depth + 1);
      return;
    case 'define':
      checkDefine(condition.define, under(at, 'define'), context, depth);
      return;
    case 'compare':
      checkCompare(condition, at, context);
      return;
    case 'in-range':
      checkMembers(
        [condition.from, condition.to],
        ['from', 'to'],
        at,
        operand(condition, at, context),
        condition.as,
        context,
      );
      return;
    case 'in-list': {
      const type = operand(condition, at, context);
      checkMembers(condition.members, undefined, under(at, 'members'), type, condition.as, context);
      return;
    }
    case 'in-field':
      checkListOf(condition.field, under(at, 'field'), operand(condition, at, context), condition.as, context);
      return;
    case 'text':
      checkNeedles(
        condition.needles,
        under(at, 'needles'),
        need(condition.value, 'text', at, context),
        'text',
        context,
      );
      return;
    case 'includes':
      checkIncludes(condition, at, context);
      return;
    case 'signals':
      needKind(condition.value, 'signals', at, context);
      checkNeedles(condition.needles, under(at, 'needles'), undefined, 'text', context);
      return;
    case 'free-mail':
      return void need(condition.value, 'text', at, context);
    case 'flag':
      return void need(condition.value, 'flag', at, context);
    case 'age':
      return void need(condition.value, condition.as, at, context);
    case 'missing':
    case 'known':
      return void checkValue(condition.value, under(at, 'value'), context, report);
    case 'during':
      checkName('calendar', condition.calendar, names.calendars, under(at, 'calendar'), report);
      return;
    case 'matched':
      checkMatched(condition, at, context);
      return;
    case 'like':
      needAs(condition.left, 'text', under(at, 'left'), context);
      needAs(condition.right, 'text', under(at, 'right'), context);
      return;
    default:
      assertNever(condition);
  }
}

/** A define is there, and all that it reads in the end may be read here. */
function checkDefine(name: string, at: At, context: Context, depth: number): void {
  const { names, defines, report } = context;
  checkName('define', name, names.defines, at, report);
  const reads = defines.get(name);
  if (reads === undefined) return;
  if (reads.rep && !context.rep) {
    report.add(at, 'invariant', `${quote(name)} reads a field of the rep, and no rep is looked at here`);
  }
  if (depth + reads.depth > DEEPEST_CONDITION) {
    report.add(at, 'too-deep', `With ${quote(name)} the conditions lie ${depth + reads.depth} deep`);
  }
  for (const score of reads.scores) {
    if (!names.scores.has(score) || context.scores.has(score)) continue;
    report.add(at, 'order', `${quote(name)} reads the score ${quote(score)}, which is computed later`);
  }
  for (const match of reads.matches) needMatch(match, 'record', at, context, report);
  for (const match of reads.matched) needMatch(match, 'whether', at, context, report);
  for (const table of reads.tables) needTable(table, at, context, report);
}

function checkMatched(condition: Condition & { readonly kind: 'matched' }, at: At, context: Context): void {
  const { of, name } = condition;
  const { names, report } = context;
  const place = under(at, 'name');
  checkName(of, name, of === 'match' ? names.matches : names.tables, place, report);
  if (of === 'match') needMatch(name, 'whether', place, context, report);
  else needTable(name, place, context, report);
}

function checkCompare(condition: Condition & { readonly kind: 'compare' }, at: At, context: Context): void {
  const { as, left, right, operator } = condition;
  const leftType = needAs(left, as, under(at, 'left'), context);
  const rightType = needAs(right, as, under(at, 'right'), context);
  if (leftType !== undefined && rightType !== undefined && !sameCurrency(leftType, rightType)) {
    context.report.add(at, 'invariant', `${typeWords(leftType)} is not compared with ${typeWords(rightType)}`);
  }
  const ordered = as === 'number' || as === 'date' || as === 'time';
  if (!ordered && operator !== 'is' && operator !== 'is-not') {
    context.report.add(
      under(at, 'operator'),
      'invariant',
      `"${operator}" orders numbers, dates and instants, not ${as}`,
    );
  }
}

function checkIncludes(condition: Condition & { readonly kind: 'includes' }, at: At, context: Context): void {
  const place = under(at, 'value');
  const type = checkValue(condition.value, place, context, context.report);
  if (type !== undefined && type.kind !== 'list') {
    context.report.add(place, 'invariant', `A ${typeWords(type)} is no list`);
  }
  const of = type?.kind === 'list' ? type.of : undefined;
  if (of !== undefined && !fits(of, condition.as)) {
    context.report.add(place, 'invariant', `A ${typeWords(of)} is not compared as ${condition.as}`);
  }
  checkNeedles(condition.needles, under(at, 'needles'), of, condition.as, context);
}

/** What is searched for must be compared like that in which it is searched; `type` is that, where it is known. */
function checkNeedles(needles: Needles, at: At, type: Type | undefined, as: ComparedAs, context: Context): void {
  if (needles.quantifier === 'one') {
    const place = under(at, 'value');
    const needle = needAs(needles.value, as, place, context);
    if (type !== undefined && needle !== undefined) needSameCurrency(type, needle, place, context);
  } else if ('field' in needles) checkListOf(needles.field, under(at, 'field'), type, as, context);
  else checkMembers(needles.members, undefined, under(at, 'members'), type, as, context);
}

/** Constants that a value is compared with; `keys` are the keys they stand under, if not their numbers. */
function checkMembers(
  members: readonly Constant[],
  keys: readonly string[] | undefined,
  at: At,
  type: Type | undefined,
  as: ComparedAs,
  context: Context,
): void {
  const seen = new Set<string>();
  members.forEach((member, i) => {
    const place = under(at, keys?.[i] ?? i);
    const memberType = checkConstant(member, place, context.names, context.report);
    if (!fits(memberType, as))
      context.report.add(place, 'invariant', `A ${typeWords(memberType)} is not compared as ${as}`);
    else if (type !== undefined) needSameCurrency(type, memberType, place, context);
    const key = JSON.stringify(member);
    if (keys === undefined && seen.has(key)) context.report.add(place, 'duplicate', 'It is in the list already');
    seen.add(key);
  });
}

function checkListOf(field: Value, at: At, type: Type | undefined, as: ComparedAs, context: Context): void {
  const list = checkValue(field, at, context, context.report);
  if (list === undefined) return;
  if (list.kind !== 'list') {
    context.report.add(at, 'invariant', `A ${typeWords(list)} is no list`);
    return;
  }
  if (!fits(list.of, as)) context.report.add(at, 'invariant', `A ${typeWords(list)} is not compared as ${as}`);
  else if (type !== undefined) needSameCurrency(type, list.of, at, context);
}

function needSameCurrency(a: Type, b: Type, at: At, context: Context): void {
  if (sameCurrency(a, b)) return;
  context.report.add(at, 'invariant', `${typeWords(b)} is not compared with ${typeWords(a)}`);
}

/** The type of what stands under `value`, which must be compared as the condition says. */
function operand(
  condition: { readonly value: Value; readonly as: ComparedAs },
  at: At,
  context: Context,
): Type | undefined {
  return need(condition.value, condition.as, at, context);
}

function need(value: Value, as: ComparedAs, at: At, context: Context): Type | undefined {
  return needAs(value, as, under(at, 'value'), context);
}

function needAs(value: Value, as: ComparedAs, at: At, context: Context): Type | undefined {
  const type = checkValue(value, at, context, context.report);
  if (type === undefined || fits(type, as)) return type;
  const words = comparedAs(type) === undefined ? 'is not compared' : `is not compared as ${as}`;
  context.report.add(at, 'invariant', `A ${typeWords(type)} ${words}`);
  return undefined;
}

function needKind(value: Value, kind: Type['kind'], at: At, context: Context): void {
  const place = under(at, 'value');
  const type = checkValue(value, place, context, context.report);
  if (type !== undefined && type.kind !== kind) {
    context.report.add(place, 'invariant', `A ${typeWords(type)} is no ${kind}`);
  }
}
