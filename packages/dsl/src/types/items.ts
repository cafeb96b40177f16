// A constant and the type of what it stands beside or fills → what it means there, or why it means nothing.

import { assertNever, type Constant, foldText } from '@fairlead/ir';
import type { Literal } from '../ast/nodes.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import { suggest } from '../names/suggest.ts';
import { type Checking, problem, rewrite } from './checking.ts';
import type { Item } from './item.ts';
import { checkLiteral, constantType } from './literals.ts';
import { comparedAs, type Operand, reportDifferent, wordsOf } from './operand.ts';
import type { ValueType } from './types.ts';
import { unquoted } from './unquoted.ts';
import { typeWords } from './words.ts';

/** A literal as an item; undefined where it means nothing, which is reported. */
export function itemOf(literal: Literal, checking: Checking): Item | undefined {
  checkLiteral(literal, checking);
  const constant = checking.constants.get(literal.id);
  if (constant === undefined) return undefined;
  return {
    constant,
    named: literal,
    span: literal.span,
    editable: literal.span,
    percent: literal.kind === 'percent-literal',
  };
}

/** What a constant is read for: to be compared with a value, or to be what a field holds. */
export type Purpose = 'compare' | 'hold';

/** What an item means beside a value or in a field: a choice as it is declared, else itself. Undefined, and reported, where it does not fit. */
export function fitItem(item: Item, beside: Operand, purpose: Purpose, checking: Checking): Constant | undefined {
  if (beside.type.kind === 'unknown') return undefined;
  const fitted = fits(item, beside.type) ? item.constant : undefined;
  if (fitted !== undefined && item.constant.kind === 'text' && beside.type.kind === 'choice') {
    return fitChoice(item, item.constant.text, beside, beside.type, checking);
  }
  if (fitted === undefined) reportMisfit(item, beside, purpose, checking);
  return fitted;
}

/** Whether the constant is of a type, choices aside. */
function fits({ constant, percent }: Item, type: ValueType): boolean {
  const as = comparedAs(type);
  switch (constant.kind) {
    case 'text':
      return as === 'text' || as === 'code';
    case 'number':
      return type.kind === 'number' || (type.kind === 'count' && !percent);
    case 'money':
      return type.kind === 'money' && type.currency === constant.currency;
    case 'date':
    case 'time':
    case 'flag':
    case 'rep':
    case 'team':
      return type.kind === constant.kind;
    default:
      return assertNever(constant);
  }
}

type ChoiceType = Extract<ValueType, { kind: 'choice' }>;

/** One of the choices, or any text where others may come. */
function fitChoice(
  item: Item,
  text: string,
  { named }: Operand,
  type: ChoiceType,
  checking: Checking,
): Constant | undefined {
  const wanted = foldText(text);
  const choice = type.choices.find((one) => foldText(one) === wanted);
  if (choice !== undefined) return { kind: 'text', text: choice };
  const suggestion = suggest(text, type.choices);
  const more = { fixes: suggestion === undefined ? [] : fixOf(item, JSON.stringify(suggestion)) };
  if (!type.open) {
    problem(
      'FL312',
      item.span,
      { choice: text, holder: wordsOf({ named }), choices: type.choices, suggestion },
      checking,
      more,
    );
    return undefined;
  }
  if (suggestion !== undefined) {
    // The text as it stands may be meant: other texts can come.
    const fixes = more.fixes.map((fix): Fix => ({ ...fix, guess: true }));
    problem('FL606', item.span, { choice: text, holder: wordsOf({ named }), suggestion }, checking, { fixes });
  }
  return item.constant;
}

/** Finds the most helpful words for a constant of the wrong type. */
function reportMisfit(item: Item, beside: Operand, purpose: Purpose, checking: Checking): void {
  const { constant, span } = item;
  const words = wordsOf(item);
  const { type } = beside;
  const holder = wordsOf(beside);
  const as = comparedAs(type);
  const typed = { holder, type: typeWords(type) };
  if (constant.kind === 'text' && (type.kind === 'rep' || type.kind === 'team')) {
    const name = personOf(constant.text, type.kind, checking);
    const params = { text: constant.text, holder, kind: type.kind, name };
    problem('FL318', span, params, checking, { fixes: name === undefined ? [] : fixOf(item, name) });
    return;
  }
  const bare = constant.kind === 'text' ? unquoted(constant.text, type) : undefined;
  if (constant.kind === 'text' && bare !== undefined) {
    problem('FL311', span, { text: constant.text, unquoted: bare, ...typed }, checking, { fixes: fixOf(item, bare) });
  } else if (constant.kind === 'number' && type.kind === 'money' && !item.percent) {
    const params = { holder, currency: type.currency, amount: words };
    problem('FL314', span, params, checking, { fixes: fixOf(item, `${words} ${type.currency}`) });
  } else if (item.percent && as === 'number') {
    problem('FL315', span, { percent: words, ...typed }, checking);
  } else if ((constant.kind === 'number' || constant.kind === 'flag') && (as === 'text' || as === 'code')) {
    problem('FL316', span, { literal: words, ...typed }, checking, { fixes: fixOf(item, JSON.stringify(words)) });
  } else if (constant.kind === 'money' && type.kind === 'money') {
    const params = { left: holder, leftCurrency: type.currency, right: words, rightCurrency: constant.currency };
    problem('FL313', span, params, checking);
  } else if (constant.kind === 'date' && type.kind === 'time') {
    problem('FL319', span, { date: words, time: holder, constant: 'date' }, checking);
  } else if (constant.kind === 'time' && type.kind === 'date') {
    const fixes = fixOf(item, words.slice(0, 10));
    problem('FL319', span, { date: holder, time: words, constant: 'time' }, checking, { fixes });
  } else if (purpose === 'compare') {
    reportDifferent(beside, { named: words, type: constantType(constant) }, span, checking);
  } else {
    const valueType = typeWords(constantType(constant));
    problem('FL347', span, { field: holder, type: typed.type, value: words, valueType }, checking);
  }
}

function fixOf({ editable }: Item, text: string): readonly Fix[] {
  return editable === undefined ? [] : [rewrite(editable, text)];
}

/** The rep or team that a text means by name or label; undefined where it could be several. */
function personOf(text: string, kind: 'rep' | 'team', { bindings }: Checking): string | undefined {
  const wanted = foldText(text);
  const labels: [string, string | undefined][] =
    kind === 'rep'
      ? [...bindings.reps].map(([name, { member }]) => [name, member.label?.value])
      : [...bindings.teams].map(([name, { label }]) => [name, label.value]);
  const [one, ...others] = labels.filter(
    ([name, label]) => name === wanted || (label !== undefined && foldText(label) === wanted),
  );
  return others.length === 0 ? one?.[0] : undefined;
}
