// Turns a duration before or after the instant of the decision into the instant or day it reaches.

import type { Duration } from '@fairlead/ir';
import { durationMs } from '@fairlead/ir';
import type { Eval } from '../evaluation.ts';
import { today } from '../people.ts';
import type { Scope } from '../scope.ts';

const DAY_MS = 86_400_000;

/** The instant so long before (`sign` -1) or after (1) that of the decision: elapsed time, but calendar months in the policy's zone. */
export function compileInstant(scope: Scope, duration: Duration, sign: -1 | 1): (e: Eval) => number {
  const lengthMs = durationMs(duration);
  if (lengthMs !== undefined) return (e) => e.world.atMs + sign * lengthMs;
  const months = sign * duration.amount;
  const { zone } = scope.policy;
  const slot = scope.slotFor(`months ${months}`);
  return (e) => {
    const found = e.memory.found[slot];
    if (typeof found === 'number') return found;
    const atMs = e.world.almanac.addMonths(zone, e.world.atMs, months);
    e.memory.found[slot] = atMs;
    return atMs;
  };
}

/** The local day so long before or after today, in the policy's zone. Parts of a day do not count: `36 hours` is one day. */
export function compileDay(scope: Scope, duration: Duration, sign: -1 | 1): (e: Eval) => number {
  const lengthMs = durationMs(duration);
  if (lengthMs !== undefined) {
    const days = sign * Math.floor(lengthMs / DAY_MS);
    return (e) => today(scope, e) + days;
  }
  const { zone } = scope.policy;
  const instant = compileInstant(scope, duration, sign);
  const slot = scope.slotFor(`day of months ${sign * duration.amount}`);
  return (e) => {
    const found = e.memory.found[slot];
    if (typeof found === 'number') return found;
    const day = e.world.almanac.localDay(zone, instant(e));
    e.memory.found[slot] = day;
    return day;
  };
}
