// The structure of values and conditions.

import type { ComparedAs, Condition, Constant, Define, Needles, Value } from '../conditions.ts';
import { bare, currency, dateText, duration, instantText, LARGEST, name, prose } from './scalars.ts';
import {
  flag,
  keyed,
  list,
  named,
  number,
  object,
  oneOf,
  optional,
  type Structure,
  tagged,
  wholeNumber,
} from './structure.ts';

const constant = named('constant', () =>
  tagged<Constant, 'kind'>('kind', {
    text: { text: prose },
    number: { number: number() },
    money: { amount: number(), currency },
    date: { date: dateText },
    time: { time: instantText },
    flag: { flag: flag() },
    rep: { rep: name },
    team: { team: name },
  }),
);

/** A value. */
export const value: Structure<Value> = named('value', () => {
  const several = { of: list(value, 2) };
  const ofOne = { of: value };
  return tagged<Value, 'kind'>('kind', {
    constant: { constant },
    lead: { path: list(name, 1) },
    rep: { field: name },
    'rep-open': bare,
    'rep-load': bare,
    score: { score: name },
    match: { match: name, path: list(name, 1) },
    table: { table: name, field: name },
    sum: several,
    product: several,
    domain: ofOne,
    rating: { ratings: value, by: value },
    backup: ofOne,
    'team-of': ofOne,
    manager: ofOne,
  });
});

/** As what two values are compared. */
export const comparedAs: Structure<ComparedAs> = oneOf<ComparedAs>({
  text: true,
  code: true,
  number: true,
  date: true,
  time: true,
  flag: true,
  rep: true,
  team: true,
});

type FromField = Omit<Extract<Needles, { readonly field: Value }>, 'quantifier'>;
type FromMembers = Omit<Extract<Needles, { readonly members: readonly Constant[] }>, 'quantifier'>;
const fromSeveral = keyed<FromField, FromMembers>(
  'field',
  { field: value },
  { members: list(constant), list: optional(name) },
);
const needles = tagged<Needles, 'quantifier'>('quantifier', {
  one: { value },
  any: fromSeveral,
  all: fromSeveral,
  none: fromSeveral,
});

/** A condition, numbered. */
export const condition: Structure<Condition> = named('condition', () => {
  const id = wholeNumber(1, LARGEST);
  const chain = { id, of: list(condition, 2) };
  const ofValue = { id, value };
  return tagged<Condition, 'kind'>('kind', {
    and: chain,
    or: chain,
    not: { id, of: condition },
    define: { id, define: name },
    compare: {
      id,
      operator: oneOf({ is: true, 'is-not': true, '>': true, '>=': true, '<': true, '<=': true }),
      as: comparedAs,
      left: value,
      right: value,
    },
    'in-range': { id, as: oneOf({ number: true, date: true }), value, from: constant, to: constant, negated: flag() },
    'in-list': { id, as: comparedAs, value, members: list(constant), list: optional(name), negated: flag() },
    'in-field': { id, as: comparedAs, value, field: value, negated: flag() },
    text: {
      id,
      verb: oneOf({ contains: true, mentions: true, 'starts-with': true, 'ends-with': true }),
      value,
      needles,
    },
    includes: { id, as: comparedAs, value, needles },
    signals: { id, value, needles, atLeast: wholeNumber(1, LARGEST), withinLast: optional(duration) },
    missing: ofValue,
    known: ofValue,
    'free-mail': { id, value, negated: flag() },
    flag: ofValue,
    age: {
      id,
      as: oneOf({ date: true, time: true }),
      value,
      test: oneOf({ 'within-last': true, 'within-next': true, 'more-than-ago': true }),
      duration,
    },
    during: { id, calendar: name },
    matched: { id, of: oneOf({ match: true, table: true }), name, negated: flag() },
    like: { id, left: value, right: value, negated: flag() },
  });
});

/** A condition with a name. */
export const define: Structure<Define> = object<Define>({ name, condition });
