// Turns an evaluation into the points of each score, and remembers them for the conditions that read scores.

import type { ScoreResult } from '../decision.ts';
import type { Eval } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * Computes all scores in the order of the compiled policy and fills `e.scores`; call it before any rule is tried. The lines of a score are added first, and
 * the sum is then brought within 0..max: a deduction further down counts against all that was added, in whatever order the lines stand.
 */
export function scoreLead(plan: Plan, e: Eval): readonly ScoreResult[] {
  return plan.scores.map(({ name, max, lines }, index) => {
    const points = lines.map((line) => line.points(e));
    const sum = points.reduce((total, one) => total + one, 0);
    const within = Math.min(Math.max(sum, 0), max);
    e.scores[index] = within;
    return { name, points: within, max, lines: points };
  });
}
