// Types and values → the words for them in messages.

import { assertNever } from '@fairlead/ir';
import type { Datum, DatumElement, Literal, Reading, Value } from '../ast/nodes.ts';
import type { ValueType } from './types.ts';

/** "a whole number", "text", "an amount in USD" */
export function typeWords(type: ValueType): string {
  switch (type.kind) {
    case 'text':
      return 'text';
    case 'code':
      return 'a code';
    case 'email':
      return 'an e-mail address';
    case 'number':
      return 'a number';
    case 'count':
      return 'a whole number';
    case 'flag':
      return 'yes or no';
    case 'date':
      return 'a date';
    case 'time':
      return 'an instant';
    case 'signals':
      return 'a list of signals';
    case 'ratings':
      return 'a set of ratings';
    case 'rep':
      return 'a rep';
    case 'team':
      return 'a team';
    case 'money':
      return `an amount in ${type.currency}`;
    case 'choice':
      return type.open ? 'text with given choices' : 'one of given choices';
    case 'list':
      return `a list of ${pluralWords(type.of)}`;
    case 'record':
      return `a record \`${type.record}\``;
    case 'unknown':
      return 'unknown';
    default:
      return assertNever(type);
  }
}

/** In "a list of …". */
function pluralWords(type: ValueType): string {
  const words = typeWords(type).replace(/^an? /, '');
  if (type.kind === 'text' || type.kind === 'flag') return words;
  return words === 'e-mail address' ? 'e-mail addresses' : `${words}s`;
}

/** A value as it is written: `account.owner`, "DE", 100 USD. */
export function valueWords(value: Value | Datum | DatumElement['value']): string {
  switch (value.kind) {
    case 'reading':
      return `\`${readingText(value)}\``;
    case 'sum':
      return 'this sum';
    case 'product':
      return 'this product';
    case 'name':
      return `\`${value.text}\``;
    case 'datum-list':
      return 'this';
    case 'ratings':
      return 'this';
    case 'broken':
      return 'this';
    default:
      return literalText(value);
  }
}

/** A reading as it is written, with single spaces. */
export function readingText({ path, of }: Reading): string {
  const text = (names: Reading['path']): string => names.names.map((name) => name.text).join('.');
  if (of === undefined) return text(path);
  return `${text(path)} of ${of.kind === 'path' ? text(of) : JSON.stringify(of.value)}`;
}

/** A constant as it is written. */
export function literalText(literal: Literal): string {
  switch (literal.kind) {
    case 'text-literal':
      return JSON.stringify(literal.value);
    case 'number-literal':
    case 'percent-literal':
      return literal.raw;
    case 'money-literal':
      return `${literal.amount.raw} ${literal.currency.text}`;
    case 'date-literal':
    case 'instant-literal':
      return literal.text;
    case 'flag-literal':
      return literal.value ? 'yes' : 'no';
    default:
      return assertNever(literal);
  }
}

/** Whether a value is a constant as it is written. */
export function isLiteral(value: Value | Datum | DatumElement['value']): value is Literal {
  return value.kind.endsWith('-literal');
}
