// `respond`, `claim`, their steps, `notify` and `offer` → docs.

import type { Clock, LadderStep, Notify } from '../ast/nodes.ts';
import { block, rowsOf } from './block.ts';
import { condition } from './conditions.ts';
import type { Doc } from './document.ts';
import { clock, literal, reading } from './values.ts';
import type { Writer } from './writer.ts';

/** `within 5 minutes { after 5 minutes reassign }`: several steps stand below each other. */
export function deadline(out: Writer, within: Clock, ladder: readonly LadderStep[]): Doc {
  const first = [out.take('within'), ' ', clock(out, within)];
  if (ladder.length === 0) {
    if (out.drop('{')) out.drop('}');
    return first;
  }
  const steps = (): ReturnType<typeof rowsOf> =>
    rowsOf(out, ladder, (each) => [[out.take('after'), ' ', clock(out, each.after)], ladderStep(out, each)]);
  return [first, ' ', block(out, { short: ladder.length === 1 }, steps)];
}

/** Lays out `notify` and `offer`. */
export function notify(out: Writer, node: Notify): Doc {
  const verb = [out.take(node.verb), ' ', out.take(node.channel.text), ' '];
  const to =
    node.to.kind === 'reading' ? reading(out, node.to) : node.to.kind === 'broken' ? out.lose() : literal(out, node.to);
  return [verb, to, node.when === undefined ? '' : [' ', out.take('when'), ' ', condition(out, node.when)]];
}

function ladderStep(out: Writer, { step }: LadderStep): Doc {
  switch (step.kind) {
    case 'reassign':
      return out.take('reassign');
    case 'route-to':
      return [out.take('route'), ' ', out.take('to'), ' ', reading(out, step.target)];
    case 'notify':
      return notify(out, step.notify);
    case 'broken':
      return out.lose();
  }
}
