// A score and a lead → its points, line by line. docs/reference/language.md#7-scores.

import type { Score, ScoreLine } from '@fairlead/ir';
import { lengthMs } from './ages.ts';
import { floor, fraction } from './fraction.ts';
import { holds, newestSignal } from './holds.ts';
import type { Scene } from './scene.ts';

/** The points of a score, and of each of its lines. */
export interface Scored {
  readonly name: string;
  readonly points: number;
  readonly max: number;
  readonly lines: readonly number[];
}

/** The sum of the lines that hold, within 0 and the most. */
export function scored(scene: Scene, { name, max, lines }: Score): Scored {
  const each = lines.map((line) => pointsOf(scene, line));
  const sum = each.reduce((total, points) => total + points, 0);
  return { name, max, lines: each, points: Math.min(max, Math.max(0, sum)) };
}

function pointsOf(scene: Scene, { points, halvingEvery, when }: ScoreLine): number {
  if (!holds(scene, when)) return 0;
  if (halvingEvery === undefined) return points;
  const newest = newestSignal(scene, when);
  return newest === undefined ? 0 : faded(points, scene.atMs - newest, lengthMs(halvingEvery));
}

/** Half after each half-life, along a straight line in between, towards zero. */
function faded(points: number, ageMs: number, halfLifeMs: number): number {
  const halvings = Math.floor(ageMs / halfLifeMs);
  const rest = ageMs - halvings * halfLifeMs;
  const whole = 2n * BigInt(halfLifeMs);
  const left = floor(fraction(BigInt(Math.abs(points)) * (whole - BigInt(rest)), whole * 2n ** BigInt(halvings)));
  return points < 0 ? 0 - Number(left) : Number(left);
}
