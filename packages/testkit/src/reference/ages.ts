// Ages → whether a day or an instant is so long ago, or so far away. docs/reference/conditions.md#ages.

import type { Duration } from '@fairlead/ir';
import { monthsLater } from './days.ts';
import type { Scene } from './scene.ts';
import type { Known } from './values.ts';

const UNIT_MS = { ms: 1, second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;

/** Of durations that have one length: not of months. */
export function lengthMs({ amount, unit }: Duration): number {
  return unit === 'month' ? Number.NaN : amount * UNIT_MS[unit];
}

/** Instants: so long before (`-1`) or after (`1`) the decision; months are calendar months in the policy's zone. */
export function instantAway({ policy, almanac, atMs }: Scene, duration: Duration, direction: -1 | 1): number {
  if (duration.unit === 'month') return almanac.addMonths(policy.zone, atMs, direction * duration.amount);
  return atMs + direction * lengthMs(duration);
}

/** Dates: parts of a day do not count. */
function dayAway({ policy, almanac, atMs }: Scene, duration: Duration, direction: -1 | 1): number {
  const today = almanac.localDay(policy.zone, atMs);
  if (duration.unit === 'month') return monthsLater(today, direction * duration.amount);
  return today + direction * Math.floor(lengthMs(duration) / UNIT_MS.day);
}

/** Both ends belong to it, but for `more than … ago`. */
export function isSoOld(
  scene: Scene,
  value: Known,
  test: 'within-last' | 'within-next' | 'more-than-ago',
  duration: Duration,
): boolean {
  const direction = test === 'within-next' ? 1 : -1;
  const [it, now, far] =
    value.kind === 'date'
      ? [value.day, scene.almanac.localDay(scene.policy.zone, scene.atMs), dayAway(scene, duration, direction)]
      : [value.kind === 'time' ? value.ms : Number.NaN, scene.atMs, instantAway(scene, duration, direction)];
  if (test === 'within-last') return far <= it && it <= now;
  return test === 'within-next' ? now <= it && it <= far : it < far;
}
