// `respond` and `claim` → clocks that nobody's hours count, and ladders whose steps are out of order.

import { durationMs } from '@fairlead/ir';
import type { Clause, Clock, LadderStep, QueueEntry } from '../../ast/nodes.ts';
import { type Checking, problem, rewrite } from '../checking.ts';
import { checkClock } from '../durations.ts';
import { checkNotify } from './notify.ts';

/** Checks `respond`: of a rule, or of a default line. Whose hours count is checked with the rule's target. */
export function checkRespond({ within, ladder }: Extract<Clause, { kind: 'respond' }>, checking: Checking): void {
  checkTimes(within, ladder, checking);
}

/** Checks `claim`: nobody works in a queue, so working time needs a calendar, and there is nobody to take the lead from. */
export function checkClaim({ within, ladder }: Extract<QueueEntry, { kind: 'claim' }>, checking: Checking): void {
  checkTimes(within, ladder, checking);
  for (const clock of [within, ...ladder.map((step) => step.after)]) {
    if (clock.working && clock.calendar === undefined) reportNoHours(clock, 'queue', [], checking);
  }
  for (const step of ladder) {
    if (step.step.kind === 'reassign') problem('FL526', step.span, {}, checking);
  }
}

/** Working time of somebody without hours. Where there is one calendar, its hours may be meant. */
export function reportNoHours(
  clock: Clock,
  whose: 'queue' | 'reps',
  reps: readonly string[],
  checking: Checking,
): void {
  const [calendar, ...others] = checking.bindings.calendars.keys();
  const at = { ...clock.span, start: clock.span.end };
  const isClear = calendar !== undefined && others.length === 0;
  const fixes = isClear ? [rewrite(at, ` of ${calendar}`, `Add \`of ${calendar}\``)] : [];
  problem('FL515', clock.span, { whose, reps }, checking, { fixes });
}

function checkTimes(within: Clock, ladder: readonly LadderStep[], checking: Checking): void {
  checkClockWords(within, checking);
  let before: Clock | undefined;
  for (const { after, step } of ladder) {
    checkClockWords(after, checking);
    if (before !== undefined && isLater(before, after)) {
      const related = [{ span: before.span, message: 'the step before:' }];
      problem('FL514', after.span, {}, checking, { related });
    }
    before = after;
    if (step.kind === 'notify') checkNotify(step.notify, checking);
  }
}

/** A clock by itself: its unit, and a calendar only for working time. */
function checkClockWords(clock: Clock, checking: Checking): void {
  checkClock(clock, checking);
  const { calendar, working, amount } = clock;
  if (calendar === undefined || working || calendar.text === '') return;
  const at = { ...amount.span, start: amount.span.end };
  const fixes = [rewrite(at, ' working', 'Add `working`')];
  problem('FL527', calendar.span, { calendar: calendar.text }, checking, { fixes });
}

/** Whether `a` is later than `b`; false where that depends: elapsed time against working time, or two calendars. */
function isLater(a: Clock, b: Clock): boolean {
  if (a.working !== b.working || a.calendar?.text !== b.calendar?.text) return false;
  const [one, two] = [a, b].map(({ amount, unit }) => durationMs({ amount: Number(amount.decimal), unit }));
  return one !== undefined && two !== undefined && one > two;
}
