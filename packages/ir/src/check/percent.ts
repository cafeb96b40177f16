// Percents and amounts of a policy → whether they are what the format promises: whole hundredths, within bounds.

import type { Duration } from '../conditions.ts';
import { toHundredths } from '../values/percent.ts';
import { isDecimal } from './constants.ts';
import { type At, type Report, under } from './report.ts';

/** A percent in hundredths, whole; undefined where it has more than two decimal places. */
export function hundredths(percent: number): number | undefined {
  if (!isDecimal(percent) || Math.abs(percent) > MOST) return undefined;
  const whole = toHundredths(percent);
  return Number((whole / 100).toFixed(2)) === percent ? whole : undefined;
}

const MOST = 1_000_000;

/** Checks a percent: at most two decimal places, both ends included. `from` 0 means more than nothing. */
export function checkPercent(percent: number, from: 0 | 1, at: At, report: Report): void {
  const whole = hundredths(percent);
  const least = from === 0 ? 1 : 100;
  if (whole !== undefined && whole >= least && whole <= 10_000) return;
  const bounds = from === 0 ? 'more than 0 and at most 100' : 'from 1 to 100';
  report.add(at, 'invariant', `A percent is ${bounds}, with at most two decimal places`);
}

/** Checks a length of time that is waited for: some time, and of one length, which months are not. */
export function checkSpan(duration: Duration, at: At, report: Report): void {
  if (duration.amount === 0) report.add(under(at, 'amount'), 'invariant', 'It is more than no time');
  if (duration.unit === 'month') report.add(under(at, 'unit'), 'invariant', 'Months have no one length');
}
