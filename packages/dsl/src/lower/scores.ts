// Scores of the tree → the IR, in the order in which they are computed.

import { type Define, type Score, sortedBy, walkCondition } from '@fairlead/ir';
import type * as ast from '../ast/nodes.ts';
import { lowerCondition } from './conditions.ts';
import { aside, type Lowering, place } from './context.ts';
import { lowerDuration } from './values.ts';

/**
 * Lowers the scores: each behind those that it reads, else by name. So it changes nothing where a score stands in the text, or in which file.
 */
export function lowerScores(defines: readonly Define[], lowering: Lowering): readonly Score[] {
  const ordered: Score[] = [];
  const done = new Set<string>();
  let waiting = sortedBy([...lowering.bindings.scores], ([name]) => name).map(([name, block]) => ({
    name,
    block,
    reads: scoresRead(lowerScore(block, aside(lowering)), defines),
  }));
  while (waiting.length > 0) {
    // Scores read earlier ones only, so there is always a next; were there none, the first would do no harm.
    const next = waiting.find(({ reads }) => [...reads].every((score) => done.has(score))) ?? waiting[0];
    if (next === undefined) break;
    ordered.push(lowerScore(next.block, lowering));
    done.add(next.name);
    waiting = waiting.filter((score) => score !== next);
  }
  return ordered;
}

function lowerScore(block: ast.ScoreBlock, lowering: Lowering): Score {
  const name = block.name.text;
  place(`score:${name}`, block, lowering);
  return {
    name,
    max: Number(block.max.decimal),
    lines: block.lines.map((line, i) => {
      place(`score:${name}/${i}`, line, lowering);
      return {
        points: Number(line.points.decimal),
        ...(line.halvingEvery === undefined ? {} : { halvingEvery: lowerDuration(line.halvingEvery) }),
        when: lowerCondition(line.when, lowering),
      };
    }),
  };
}

/** The scores that a score reads, also through defines. */
function scoresRead(score: Score, defines: readonly Define[]): ReadonlySet<string> {
  const conditions = new Map(defines.map(({ name, condition }) => [name, condition]));
  const reads = new Set<string>();
  const seen = new Set<string>();
  const open = score.lines.map(({ when }) => when);
  for (let condition = open.pop(); condition !== undefined; condition = open.pop()) {
    walkCondition(condition, {
      value: (value) => {
        if (value.kind === 'score') reads.add(value.score);
      },
      condition: (part) => {
        if (part.kind !== 'define' || seen.has(part.define)) return;
        seen.add(part.define);
        const inside = conditions.get(part.define);
        if (inside !== undefined) open.push(inside);
      },
    });
  }
  return reads;
}
