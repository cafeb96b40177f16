// What a rep's block or a test's lead says a field holds → the value as JSON, or why it does not fit.

import { type Constant, type DurationUnit, durationMs, formatInstant, type Json } from '@fairlead/ir';
import type { Datum, DatumElement, Field, Literal, Name, RatingEntry } from '../ast/nodes.ts';
import { type Checking, isAbsent, problem } from './checking.ts';
import { monthsEarlier } from './days.ts';
import { checkAgeDuration } from './durations.ts';
import type { Item } from './item.ts';
import { fitItem, itemOf } from './items.ts';
import { checkNumber } from './literals.ts';
import { type Operand, wordsOf } from './operand.ts';
import type { ValueType } from './types.ts';
import { typeWords, valueWords } from './words.ts';

/** What is known where a value stands. */
export interface DatumContext {
  readonly checking: Checking;
  /** The instant from which `2 hours ago` counts, in epoch milliseconds; undefined where there is none. */
  readonly atMs: number | undefined;
  /** Values that do not fit are left as they are, without a problem: the test expects the lead to be invalid. */
  readonly anything: boolean;
}

/** The value as a lead's JSON has it; undefined where it does not fit, which is reported. */
export function checkDatum(value: Datum, field: Field, context: DatumContext): Json | undefined {
  const { checking } = context;
  const type: ValueType = checking.fieldTypes.get(field.id) ?? { kind: 'unknown' };
  if (type.kind === 'unknown' || value.kind === 'broken') return undefined;
  const holder: Operand = { type, span: field.span, named: `\`${field.name.text}\``, literal: undefined };
  switch (type.kind) {
    case 'list':
      return value.kind === 'datum-list'
        ? listOf(value.elements, holder, type.of, context)
        : unfit(value, holder, context);
    case 'signals':
      return value.kind === 'datum-list' ? signalsOf(value.elements, context) : unfit(value, holder, context);
    case 'ratings':
      return value.kind === 'ratings' ? ratingsOf(value.entries, checking) : unfit(value, holder, context);
    default:
      return value.kind === 'datum-list' || value.kind === 'ratings'
        ? unfit(value, holder, context)
        : single(value, holder, context);
  }
}

/** A value of a kind that the field cannot hold at all. */
function unfit(value: Datum, holder: Operand, { checking, anything }: DatumContext): Json | undefined {
  if (anything) return asWritten(value, checking);
  const valueType =
    value.kind === 'datum-list' ? 'a list' : value.kind === 'ratings' ? 'a set of ratings' : 'one value';
  const params = { field: wordsOf(holder), type: typeWords(holder.type), value: valueWords(value), valueType };
  problem('FL347', value.span, params, checking);
  return undefined;
}

function single(value: Literal | Name, holder: Operand, context: DatumContext): Json | undefined {
  const { checking, anything } = context;
  const item = itemFor(value, checking);
  if (item === undefined) return undefined;
  if (anything) {
    const silent: Checking = { ...checking, problems: [] };
    return jsonOf(fitItem(item, holder, 'hold', silent) ?? item.constant);
  }
  const constant = fitItem(item, holder, 'hold', checking);
  if (constant === undefined) return undefined;
  if (holder.type.kind === 'email' && constant.kind === 'text' && !/^[^\s@]+@[^\s@]+$/.test(constant.text.trim())) {
    problem(
      'FL347',
      value.span,
      { field: wordsOf(holder), type: 'an e-mail address', value: wordsOf(item), valueType: 'not one' },
      checking,
    );
    return undefined;
  }
  if (
    holder.type.kind !== 'count' ||
    constant.kind !== 'number' ||
    (Number.isInteger(constant.number) && constant.number >= 0)
  ) {
    return jsonOf(constant);
  }
  const what = wordsOf(holder);
  if (Number.isInteger(constant.number))
    problem('FL306', value.span, { what, number: wordsOf(item), bounds: '0 or more' }, checking);
  else problem('FL305', value.span, { what, number: wordsOf(item), instead: undefined }, checking);
  return undefined;
}

/** A constant or somebody's name. */
function itemFor(value: Literal | Name, checking: Checking): Item | undefined {
  if (value.kind !== 'name') return itemOf(value, checking);
  const referent = checking.bindings.references.get(value.id);
  const named = `\`${value.text}\``;
  if (referent?.kind === 'rep') {
    return { constant: { kind: 'rep', rep: referent.rep.name }, named, span: value.span, percent: false };
  }
  if (referent?.kind !== 'team') return undefined;
  return { constant: { kind: 'team', team: referent.team.name.text }, named, span: value.span, percent: false };
}

function jsonOf(constant: Constant): Json {
  switch (constant.kind) {
    case 'text':
      return constant.text;
    case 'number':
      return constant.number;
    case 'money':
      return constant.amount;
    case 'date':
      return constant.date;
    case 'time':
      return constant.time;
    case 'flag':
      return constant.flag;
    case 'rep':
      return constant.rep;
    case 'team':
      return constant.team;
  }
}

function listOf(
  elements: readonly DatumElement[],
  holder: Operand,
  of: ValueType,
  context: DatumContext,
): Json | undefined {
  const items: Json[] = [];
  const item: Operand = { ...holder, type: of, named: `an item of ${wordsOf(holder)}` };
  let fits = true;
  for (const { value, ago, span } of elements) {
    if (ago !== undefined) {
      problem('FL359', span, { problem: 'ago', holder: wordsOf(holder) }, context.checking);
      fits = false;
      continue;
    }
    const json = value.kind === 'broken' ? undefined : single(value, item, context);
    if (json === undefined) fits = false;
    else items.push(json);
  }
  return fits ? items : undefined;
}

/** `["pricing page" 2 hours ago]` */
function signalsOf(elements: readonly DatumElement[], { checking, atMs }: DatumContext): Json | undefined {
  const signals: Json[] = [];
  for (const { value, ago, span } of elements) {
    if (value.kind === 'broken') return undefined;
    if (value.kind !== 'text-literal' || ago === undefined) {
      problem('FL359', span, { problem: value.kind === 'text-literal' ? 'no-ago' : 'kind', holder: '' }, checking);
      return undefined;
    }
    checkAgeDuration(ago, checking, 0);
    const amount = checkNumber(ago.amount, checking);
    if (amount === undefined || isAbsent(value)) return undefined;
    // Without an instant the test is reported.
    if (atMs !== undefined) signals.push({ kind: value.value, at: formatInstant(earlier(atMs, amount, ago.unit)) });
  }
  return signals;
}

function earlier(atMs: number, amount: number, unit: DurationUnit): number {
  const ms = durationMs({ amount, unit });
  return ms === undefined ? monthsEarlier(atMs, amount) : atMs - ms;
}

function ratingsOf(entries: readonly RatingEntry[], checking: Checking): Json | undefined {
  const ratings = new Map<string, number>();
  let fits = true;
  for (const { name, rating } of entries) {
    const key = name.kind === 'name' ? name.text : name.value;
    const number = checkNumber(rating, checking);
    if (key === '' || number === undefined) fits = false;
    else if (ratings.has(key)) {
      problem('FL213', name.span, { what: key, where: 'these ratings' }, checking);
      fits = false;
    } else ratings.set(key, number);
  }
  return fits ? Object.fromEntries(ratings) : undefined;
}

/** A value as JSON, whatever the field wants. */
function asWritten(value: Datum, checking: Checking): Json | undefined {
  switch (value.kind) {
    case 'broken':
      return undefined;
    case 'datum-list':
      return value.elements.flatMap((element) =>
        element.value.kind === 'broken' ? [] : (asWritten(element.value, checking) ?? []),
      );
    case 'ratings':
      return ratingsOf(value.entries, checking);
    default: {
      const item = itemFor(value, checking);
      return item && jsonOf(item.constant);
    }
  }
}
