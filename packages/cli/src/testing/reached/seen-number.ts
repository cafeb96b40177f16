// What a decision read → a number to hold against a constant of the policy: numbers and amounts as they are, dates in days, instants in milliseconds.
import { type Constant, formatDate, formatDecimal, formatInstant, parseDate, parseInstant } from '@fairlead/ir';
import type { Eval, Plan } from '@fairlead/runtime';

type Read = ReturnType<Plan['compile']['read']>;

/** Reads a value as a number; undefined where it is missing or none. Close enough to compare: nothing is decided by it. */
export function numberFrom(read: Read): (e: Eval) => number | undefined {
  return (e) => {
    const value = read(e);
    if (typeof value === 'number') return value;
    if (typeof value !== 'object') return undefined;
    if (value.kind === 'ratio') return Number(value.top) / Number(value.bottom);
    return value.kind === 'exact' ? Number(formatDecimal(value)) : undefined;
  };
}

/** A constant as a number; undefined for texts, flags and people. */
export function numberOf(constant: Constant): number | undefined {
  switch (constant.kind) {
    case 'number':
      return constant.number;
    case 'money':
      return constant.amount;
    case 'date':
      return parseDate(constant.date);
    case 'time':
      return parseInstant(constant.time);
    default:
      return undefined;
  }
}

/** A number as a constant like this one is written in a policy. */
export function writtenLike(constant: Constant, number: number): string {
  switch (constant.kind) {
    case 'money':
      return `${plain(number)} ${constant.currency}`;
    case 'date':
      return formatDate(number);
    case 'time':
      return formatInstant(number);
    default:
      return plain(number);
  }
}

/** How far the next value that people would write is from the constant: 1, or in its last decimal place; a day; a second. */
export function stepOf(constant: Constant, number: number): number {
  if (constant.kind === 'time') return 1000;
  const places = String(number).split('.')[1]?.length ?? 0;
  return 10 ** -places;
}

/** At most ten decimal places, so that no error of floating point shows. */
function plain(number: number): string {
  return String(Number(number.toFixed(10)));
}
