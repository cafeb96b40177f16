// Durations and clocks → whether they can be counted where they stand.

import type { Clock, Duration } from '../ast/nodes.ts';
import { type Checking, isAbsent, problem, rewrite } from './checking.ts';
import { checkNumber } from './literals.ts';

/** A duration that is an age: calendar months too. `from` is the least amount that makes sense. */
export function checkAgeDuration(duration: Duration, checking: Checking, from: 0 | 1 = 1): void {
  checkAmount(duration, from, checking);
}

/** A duration that is counted in elapsed time: months have no one length. */
export function checkDuration(duration: Duration, checking: Checking): void {
  if (checkAmount(duration, 1, checking)) checkUnit(duration, checking);
}

/** A clock: elapsed time, or working time, which is counted in minutes and hours. */
export function checkClock(clock: Clock, checking: Checking): void {
  if (!checkAmount(clock, 1, checking)) return;
  if (!clock.working) checkUnit(clock, checking);
  else if (clock.unit !== 'minute' && clock.unit !== 'hour')
    problem('FL308', clock.span, { unit: clock.unit }, checking);
}

function checkUnit({ unit, amount, span }: Duration | Clock, checking: Checking): void {
  if (unit === 'month') problem('FL307', span, { days: `${30 * Number(amount.decimal)} days` }, checking);
}

/** Whether the amount is whole and enough. */
function checkAmount(duration: Duration | Clock, from: 0 | 1, checking: Checking): boolean {
  const { amount } = duration;
  if (isAbsent(amount)) return false;
  const number = checkNumber(amount, checking);
  if (number === undefined) return false;
  if (!Number.isInteger(number)) {
    const instead = inSmallerUnit(number, duration.unit);
    const plain = duration.kind === 'duration' || (!duration.working && duration.calendar === undefined);
    const fixes = instead !== undefined && plain ? [rewrite(duration.span, instead)] : [];
    problem('FL305', amount.span, { what: 'The amount', number: amount.raw, instead }, checking, { fixes });
    return false;
  }
  if (number >= from) return true;
  problem('FL306', amount.span, { what: 'The amount', number: amount.raw, bounds: `${from} or more` }, checking);
  return false;
}

/** `1.5 hours` as "90 minutes"; undefined if no smaller unit makes it whole. */
function inSmallerUnit(number: number, unit: Duration['unit']): string | undefined {
  const [factor, smaller] = smallerUnits[unit] ?? [];
  if (factor === undefined || smaller === undefined) return undefined;
  const amount = number * factor;
  return Number.isInteger(amount) ? `${amount} ${smaller}` : undefined;
}

const smallerUnits: { readonly [U in Duration['unit']]?: readonly [number, string] } = {
  second: [1000, 'ms'],
  minute: [60, 'seconds'],
  hour: [60, 'minutes'],
  day: [24, 'hours'],
  week: [7, 'days'],
};
