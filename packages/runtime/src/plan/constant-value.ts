// Turns constants of a policy and the values of its reps into runtime values.

import { assertNever, type Constant, foldText, parseDate, parseInstant, type RepValue, type Type } from '@fairlead/ir';
import type { ListValue, Rating, RatingsValue, RuntimeValue, SignalsValue } from '../values/runtime-value.ts';
import { textValue, tidyText } from '../values/text-value.ts';

/** The list that a list field holds where nothing was given: lists are empty, never missing. */
const EMPTY_LIST: ListValue = { kind: 'list', items: [] };
/** The same for signals. */
const EMPTY_SIGNALS: SignalsValue = { kind: 'signals', items: [] };

/** The same for ratings. */
const EMPTY_RATINGS: RatingsValue = { kind: 'ratings', byName: new Map() };

/** What a field of this type holds where nothing was given; undefined where it is then missing. */
export function emptyOf(type: Type): ListValue | SignalsValue | RatingsValue | undefined {
  switch (type.kind) {
    case 'list':
      return EMPTY_LIST;
    case 'signals':
      return EMPTY_SIGNALS;
    case 'ratings':
      return EMPTY_RATINGS;
    default:
      return undefined;
  }
}

/** The value of a constant. Texts are compared folded; where they stand beside a code, `raw` is looked at. */
export function constantValue(constant: Constant): RuntimeValue | undefined {
  switch (constant.kind) {
    case 'text':
      return textValue(constant.text);
    case 'number':
      return constant.number;
    case 'money':
      return constant.amount;
    case 'date':
      return parseDate(constant.date);
    case 'time':
      return parseInstant(constant.time);
    case 'flag':
      return constant.flag;
    case 'rep':
      return constant.rep;
    case 'team':
      return constant.team;
    default:
      return assertNever(constant);
  }
}

/** The value of a rep's field; what does not fit the type is missing (a validated policy has none such). */
export function repValue(type: Type, value: RepValue | undefined): RuntimeValue | undefined {
  if (type.kind === 'list') {
    if (!Array.isArray(value)) return EMPTY_LIST;
    return { kind: 'list', items: value.flatMap((item: RepValue) => repValue(type.of, item) ?? []) };
  }
  if (type.kind === 'ratings') return typeof value === 'object' ? ratingsOf(value) : EMPTY_RATINGS;
  switch (typeof value) {
    case 'string':
      return valueOfText(type, value);
    case 'number':
      return type.kind === 'number' || type.kind === 'count' || type.kind === 'money' ? value : undefined;
    case 'boolean':
      return type.kind === 'flag' ? value : undefined;
    default:
      return emptyOf(type);
  }
}

function valueOfText(type: Type, text: string): RuntimeValue | undefined {
  switch (type.kind) {
    case 'text':
    case 'email':
    case 'choice':
      return textValue(text);
    case 'code':
      return tidyText(text) || undefined;
    case 'rep':
    case 'team':
      return text;
    case 'date':
      return parseDate(text);
    case 'time':
      return parseInstant(text);
    default:
      return undefined;
  }
}

function ratingsOf(value: RepValue & object): RatingsValue {
  const byName = new Map<string, Rating>();
  for (const [name, rating] of Object.entries(value)) {
    if (typeof rating === 'number') byName.set(foldText(name), { raw: name, rating });
  }
  return { kind: 'ratings', byName };
}
