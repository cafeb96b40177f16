// Turns the scores of a decision into points line by line: what each gave, what it says, and why.
import type { ScoreLine } from '@fairlead/ir';
import { traceCondition } from './condition-trace.ts';
import type { ScoreLineTrace, ScoreTrace } from './explanation.ts';
import { phraseDuration } from './phrase.ts';
import type { Revisit } from './revisit.ts';

/** In the order in which they are computed; empty where the lead was invalid. */
export function traceScores(seen: Revisit): readonly ScoreTrace[] {
  const { plan, decision } = seen;
  return decision.scores.flatMap((result) => {
    const score = plan.policy.scores.find(({ name }) => name === result.name);
    if (score === undefined) return [];
    return [
      {
        score: result.name,
        points: result.points,
        max: result.max,
        sum: result.lines.reduce((sum, points) => sum + points, 0),
        lines: score.lines.map((line, index) => traceLine(seen, line, result.lines[index] ?? 0)),
      },
    ];
  });
}

function traceLine(seen: Revisit, line: ScoreLine, points: number): ScoreLineTrace {
  const halving =
    line.halvingEvery === undefined ? {} : { halving: `halving every ${phraseDuration(line.halvingEvery)}` };
  return { ...traceCondition(seen, line.when), points, of: line.points, ...halving };
}
