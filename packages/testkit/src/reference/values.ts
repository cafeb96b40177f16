// What a value is while a decision is made a second time.

import { type Constant, foldText, formatInstant, parseInstant } from '@fairlead/ir';
import { dateOfDay, dayOfDate } from './days.ts';
import { type Fraction, fractionText, fromNumber } from './fraction.ts';

/** A value that is known; a missing one is `undefined`. */
export type Known =
  /** `asWritten`: a code, which is never folded. */
  | { readonly kind: 'text'; readonly text: string; readonly asWritten?: true }
  /** `currency`: of money. */
  | { readonly kind: 'number'; readonly number: Fraction; readonly currency?: string }
  | { readonly kind: 'flag'; readonly flag: boolean }
  /** Days since 1970-01-01. */
  | { readonly kind: 'date'; readonly day: number }
  | { readonly kind: 'time'; readonly ms: number }
  | { readonly kind: 'rep'; readonly id: string }
  | { readonly kind: 'team'; readonly id: string }
  | { readonly kind: 'list'; readonly items: readonly Known[] }
  | { readonly kind: 'signals'; readonly items: readonly { readonly kind: string; readonly ms: number }[] }
  /** By folded name. */
  | { readonly kind: 'ratings'; readonly of: ReadonlyMap<string, Fraction> }
  | { readonly kind: 'record'; readonly fields: Fields };

/** Values by the names of their fields; missing ones are not in it. */
export type Fields = ReadonlyMap<string, Known>;

/** A value, or none. */
export type Maybe = Known | undefined;

/** The value of a constant. */
export function known(constant: Constant): Known {
  switch (constant.kind) {
    case 'text':
      return { kind: 'text', text: constant.text };
    case 'number':
      return { kind: 'number', number: fromNumber(constant.number) };
    case 'money':
      return { kind: 'number', number: fromNumber(constant.amount), currency: constant.currency };
    case 'date':
      return { kind: 'date', day: dayOfDate(constant.date) };
    case 'time':
      return { kind: 'time', ms: parseInstant(constant.time) ?? Number.NaN };
    case 'flag':
      return { kind: 'flag', flag: constant.flag };
    case 'rep':
      return { kind: 'rep', id: constant.rep };
    case 'team':
      return { kind: 'team', id: constant.team };
  }
}

/** What is equal has the same text: texts folded unless they are codes. For single values. */
export function equalityText(value: Known, asCode: boolean): string {
  if (value.kind === 'text') return asCode ? value.text : foldText(value.text);
  return value.kind === 'number' ? fractionText(value.number) : (plainText(value) ?? '');
}

/** As decisions write it; undefined for what is not a single value. */
export function plainText(value: Known): string | undefined {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return value.currency === undefined
        ? fractionText(value.number)
        : `${fractionText(value.number)} ${value.currency}`;
    case 'flag':
      return value.flag ? 'yes' : 'no';
    case 'date':
      return dateOfDay(value.day);
    case 'time':
      return formatInstant(value.ms);
    case 'rep':
    case 'team':
      return value.id;
    default:
      return undefined;
  }
}
