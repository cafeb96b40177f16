// Concrete trees of constants, readings, arithmetic, durations and data → nodes.

import type { CstNode, IToken } from 'chevrotain';
import {
  type BuildContext,
  frozen,
  isMissing,
  nameAt,
  nameOf,
  node,
  part,
  parts,
  required,
  token,
  tokens,
} from './build-context.ts';
import { flagMeant } from './condition-slips.ts';
import { dateLiteral, instantLiteral, numberLiteral, percentLiteral, textLiteral } from './literals.ts';
import type {
  Broken,
  Clock,
  Datum,
  DatumElement,
  Duration,
  DurationUnit,
  Listing,
  Literal,
  MoneyLiteral,
  Name,
  NumberLiteral,
  Path,
  RatingEntry,
  Reading,
  TextLiteral,
  Value,
} from './nodes.ts';

/** The node that stands for what could not be read. */
export function broken(context: BuildContext, at: CstNode | IToken): Broken {
  return node(context, at, { kind: 'broken' as const });
}

/** Builds a text. */
export function text(context: BuildContext, tree: CstNode, index = 0): TextLiteral {
  return textLiteral(context, required(token(tree, 'Text', index), 'a text'));
}

/** Builds a number. */
export function number(context: BuildContext, tree: CstNode, index = 0): NumberLiteral {
  return numberLiteral(context, required(token(tree, 'Number', index), 'a number'));
}

function literal(context: BuildContext, tree: CstNode): Literal | Broken {
  const anyOf = (type: string): IToken | undefined => token(tree, type);
  const found = anyOf('Text') ?? anyOf('Percent') ?? anyOf('Date') ?? anyOf('Instant') ?? anyOf('Number');
  if (isMissing(found)) return broken(context, tree);
  if (found === undefined) {
    const value = token(tree, 'yes') !== undefined;
    return node(context, tree, { kind: 'flag-literal' as const, value });
  }
  switch (found.tokenType.name) {
    case 'Text':
      return textLiteral(context, found);
    case 'Percent':
      return percentLiteral(context, found);
    case 'Date':
      return dateLiteral(context, found);
    case 'Instant':
      return instantLiteral(context, found);
    default:
      return numberOrMoney(context, tree);
  }
}

/** `500` or `500 USD`. */
export function numberOrMoney(context: BuildContext, tree: CstNode): NumberLiteral | MoneyLiteral {
  const currency = token(tree, 'Currency');
  const amount = numberLiteral(context, required(token(tree, 'Number'), 'a number'), currency !== undefined);
  if (currency === undefined) return amount;
  return node(context, tree, { kind: 'money-literal' as const, amount, currency: nameAt(context, currency) });
}

function path(context: BuildContext, tree: CstNode): Path {
  const names = tokens(tree, 'Name').map((name) => nameAt(context, name));
  return node(context, tree, { kind: 'path' as const, names: frozen(names) });
}

/** Builds what is read: a path, perhaps `of` another. */
export function reading(context: BuildContext, tree: CstNode): Reading {
  const [first, second] = parts(tree, 'path');
  const of = second === undefined ? token(tree, 'Text') : undefined;
  return node(context, tree, {
    kind: 'reading' as const,
    path: path(context, required(first, 'a path')),
    ...(second === undefined ? {} : { of: path(context, second) }),
    ...(of === undefined ? {} : { of: textLiteral(context, of) }),
  });
}

/** A reading, or a broken node where its name is missing. */
export function readingOrBroken(context: BuildContext, tree: CstNode): Reading | Broken {
  return isMissingReading(tree) ? broken(context, tree) : reading(context, tree);
}

function isMissingReading(tree: CstNode): boolean {
  const only = tokens(required(part(tree, 'path'), 'a path'), 'Name');
  return only.length === 1 && isMissing(only[0]) && token(tree, 'of') === undefined;
}

/** Builds a value. */
export function value(context: BuildContext, tree: CstNode): Value {
  const terms = parts(tree, 'term').map((term) => product(context, term));
  const [only] = terms;
  if (only !== undefined && terms.length === 1) return only;
  return node(context, tree, { kind: 'sum' as const, terms: frozen(terms) });
}

function product(context: BuildContext, tree: CstNode): Value {
  const factors = parts(tree, 'factor').map((factor) => {
    const constant = part(factor, 'constant');
    if (constant !== undefined) return literal(context, constant);
    return readingOrBroken(context, required(part(factor, 'reading'), 'a reading'));
  });
  const [only] = factors;
  if (only !== undefined && factors.length === 1) return only;
  return node(context, tree, { kind: 'product' as const, factors: frozen(factors) });
}

/** Builds a length of time. */
export function duration(context: BuildContext, tree: CstNode): Duration {
  return node(context, tree, { kind: 'duration' as const, amount: number(context, tree), unit: unit(tree) });
}

function unit(tree: CstNode): DurationUnit {
  // The token types of the category Unit are named by the units.
  return required(token(tree, 'Unit'), 'a unit').tokenType.name as DurationUnit;
}

/** Builds a length of time that may count in working hours. */
export function clock(context: BuildContext, tree: CstNode): Clock {
  const calendar = token(tree, 'Name');
  return node(context, tree, {
    kind: 'clock' as const,
    amount: number(context, tree),
    unit: unit(tree),
    working: token(tree, 'working') !== undefined,
    ...(calendar === undefined ? {} : { calendar: nameAt(context, calendar) }),
  });
}

/** Builds `[ … ]`. */
export function listing(context: BuildContext, tree: CstNode): Listing {
  const items = parts(tree, 'item').map((item) => constantOrName(context, item));
  return node(context, tree, { kind: 'listing' as const, items: frozen(items) });
}

function constantOrName(context: BuildContext, tree: CstNode): Literal | Name | Broken {
  const constant = part(tree, 'constant');
  if (constant !== undefined) return literal(context, constant);
  return isMissing(token(tree, 'Name')) ? broken(context, tree) : nameOf(context, tree);
}

/** Builds what a rep's block or a test holds. */
export function datum(context: BuildContext, tree: CstNode): Datum {
  const elements = part(tree, 'elements');
  if (elements !== undefined) {
    const found = parts(elements, 'element').map((element) => datumElement(context, element));
    return node(context, tree, { kind: 'datum-list' as const, elements: frozen(found) });
  }
  const ratings = part(tree, 'ratings');
  if (ratings !== undefined) {
    const entries = parts(ratings, 'rating').map((rating) => ratingEntry(context, rating));
    return node(context, tree, { kind: 'ratings' as const, entries: frozen(entries) });
  }
  const found = constantOrName(context, tree);
  return flagMeant(context, found) ?? found;
}

function datumElement(context: BuildContext, tree: CstNode): DatumElement {
  const ago = part(tree, 'duration');
  return node(context, tree, {
    kind: 'datum-element' as const,
    value: constantOrName(context, tree),
    ...(ago === undefined ? {} : { ago: duration(context, ago) }),
  });
}

function ratingEntry(context: BuildContext, tree: CstNode): RatingEntry {
  const name = token(tree, 'Name');
  return node(context, tree, {
    kind: 'rating-entry' as const,
    name: name === undefined ? text(context, tree) : nameAt(context, name),
    rating: number(context, tree),
  });
}
