// A constant as it is written → its type and the constant that it means; numbers that are too long, and days that do not exist.

import { assertNever, type Constant, decimalProblem, formatInstant, parseInstant } from '@fairlead/ir';
import type {
  DateLiteral,
  InstantLiteral,
  Literal,
  MoneyLiteral,
  NumberLiteral,
  PercentLiteral,
} from '../ast/nodes.ts';
import { type Checking, isAbsent, problem } from './checking.ts';
import { dayProblem, instantProblem, lastDayOf } from './days.ts';
import type { ValueType } from './types.ts';

const UNKNOWN: ValueType = { kind: 'unknown' };

/** Notes the type and the constant of a literal by itself. Unknown where it means nothing, which is reported. */
export function checkLiteral(literal: Literal, checking: Checking): ValueType {
  const known = checking.values.get(literal.id);
  if (known !== undefined) return known;
  const constant = isAbsent(literal) ? undefined : constantOf(literal, checking);
  const type = constant === undefined ? UNKNOWN : constantType(constant);
  if (constant !== undefined) checking.constants.set(literal.id, constant);
  checking.values.set(literal.id, type);
  return type;
}

/** The type of a constant. */
export function constantType(constant: Constant): ValueType {
  return constant.kind === 'money' ? { kind: 'money', currency: constant.currency } : types[constant.kind];
}

/** One object for each type: there are as many constants as there are in all rules. */
const types: { readonly [K in Exclude<Constant['kind'], 'money'>]: ValueType } = {
  text: { kind: 'text' },
  number: { kind: 'number' },
  date: { kind: 'date' },
  time: { kind: 'time' },
  flag: { kind: 'flag' },
  rep: { kind: 'rep' },
  team: { kind: 'team' },
};

function constantOf(literal: Literal, checking: Checking): Constant | undefined {
  switch (literal.kind) {
    case 'text-literal':
      return { kind: 'text', text: literal.value };
    case 'number-literal':
    case 'percent-literal': {
      const number = checkNumber(literal, checking);
      return number === undefined ? undefined : { kind: 'number', number };
    }
    case 'money-literal':
      return moneyOf(literal, checking);
    case 'date-literal':
      return checkDate(literal, checking) ? { kind: 'date', date: literal.text } : undefined;
    case 'instant-literal': {
      const ms = checkInstant(literal, checking);
      return ms === undefined ? undefined : { kind: 'time', time: formatInstant(ms) };
    }
    case 'flag-literal':
      return { kind: 'flag', flag: literal.value };
    default:
      return assertNever(literal);
  }
}

function moneyOf({ amount, currency }: MoneyLiteral, checking: Checking): Constant | undefined {
  const number = checkNumber(amount, checking);
  if (number === undefined || currency.text === '') return undefined;
  return { kind: 'money', amount: number, currency: currency.text };
}

/** The number that a literal means, `10%` as 0.1; undefined, and reported, if it has too many digits. */
export function checkNumber(literal: NumberLiteral | PercentLiteral, checking: Checking): number | undefined {
  if (isAbsent(literal)) return undefined;
  if (decimalProblem(literal.decimal) !== undefined) {
    problem('FL304', literal.span, { number: literal.raw }, checking);
    return undefined;
  }
  // A number that is read from "25e-2" is the one nearest to 0.25: nothing is computed in floating point.
  return withoutNegativeZero(Number(literal.kind === 'percent-literal' ? `${literal.decimal}e-2` : literal.decimal));
}

function withoutNegativeZero(number: number): number {
  return number === 0 ? 0 : number;
}

/** A whole number within bounds; undefined, and reported, if it is another. `what` begins a sentence: "The points". */
export function checkWhole(
  literal: NumberLiteral,
  what: string,
  bounds: { readonly from: number; readonly to?: number },
  checking: Checking,
): number | undefined {
  const number = checkNumber(literal, checking);
  if (number === undefined) return undefined;
  if (!Number.isInteger(number)) {
    problem('FL305', literal.span, { what, number: literal.raw, instead: undefined }, checking);
    return undefined;
  }
  const { from, to } = bounds;
  if (number >= from && (to === undefined || number <= to)) return number;
  problem('FL306', literal.span, { what, number: literal.raw, bounds: boundsWords(from, to) }, checking);
  return undefined;
}

/** A percentage within bounds of whole percent; reports it if it is another. Gives hundredths: `25%` is 25. */
export function checkPercent(
  literal: PercentLiteral,
  what: string,
  bounds: { readonly from: number; readonly to: number },
  checking: Checking,
): number | undefined {
  if (checkNumber(literal, checking) === undefined) return undefined;
  if (!checkFineness(literal, checking)) return undefined;
  const percent = Number(literal.decimal);
  if (percent >= bounds.from && percent <= bounds.to) return percent;
  const words = `between ${bounds.from}% and ${bounds.to}%`;
  problem('FL306', literal.span, { what, number: literal.raw, bounds: words }, checking);
  return undefined;
}

/** Whether a percentage has at most two decimals, as shares and confidences have; reports it if not. */
export function checkFineness(literal: PercentLiteral, checking: Checking): boolean {
  const decimals = literal.decimal.split('.')[1]?.replace(/0+$/, '') ?? '';
  if (decimals.length <= 2) return true;
  problem('FL366', literal.span, { percent: literal.raw }, checking);
  return false;
}

function boundsWords(from: number, to: number | undefined): string {
  if (to !== undefined) return `between ${from} and ${to}`;
  return from === Number.MIN_SAFE_INTEGER ? 'a whole number' : `${from} or more`;
}

/** Whether a date exists; reports it if not. */
export function checkDate(literal: DateLiteral, checking: Checking): boolean {
  if (isAbsent(literal)) return false;
  const why = dayProblem(literal.text);
  if (why === undefined) return true;
  problem(
    'FL302',
    literal.span,
    { text: literal.text, why, lastDay: why === 'day' ? lastDayOf(literal.text) : 0 },
    checking,
  );
  return false;
}

/** Epoch milliseconds of an instant; undefined, and reported, if there is none. */
export function checkInstant(literal: InstantLiteral, checking: Checking): number | undefined {
  if (isAbsent(literal)) return undefined;
  const why = instantProblem(literal.text);
  if (why === undefined) return parseInstant(literal.text);
  if (why === 'month' || why === 'day') {
    const lastDay = why === 'day' ? lastDayOf(literal.text.slice(0, 10)) : 0;
    problem('FL302', literal.span, { text: literal.text.slice(0, 10), why, lastDay }, checking);
  } else {
    problem('FL303', literal.span, { text: literal.text, why }, checking);
  }
  return undefined;
}
