// Targets, `respond` and `notify` of the tree → the IR.

import type { Effect, LadderStep, Respond, Target } from '@fairlead/ir';
import type * as ast from '../ast/nodes.ts';
import { lowerCondition } from './conditions.ts';
import { factOf, type Lowering, notFound } from './context.ts';
import { lowerClock, lowerReading } from './values.ts';

/** Lowers where a lead may go. */
export function lowerTarget(node: ast.Reading | ast.Broken, lowering: Lowering): Target {
  if (node.kind === 'broken') throw notFound('a target');
  const meaning = factOf(lowering.types.targets, node.id, 'the meaning of a target');
  return meaning.kind === 'value' ? { ...meaning, value: lowerReading(node, lowering) } : meaning;
}

/** Lowers `respond within …` and a queue's `claim within …`. */
export function lowerRespond(
  { within, ladder }: { readonly within: ast.Clock; readonly ladder: readonly ast.LadderStep[] },
  lowering: Lowering,
): Respond {
  return { within: lowerClock(within), ladder: ladder.map((step) => lowerStep(step, lowering)) };
}

/** Lowers `notify …` and `offer …`. */
export function lowerEffect({ verb, channel, to, when }: ast.Notify, lowering: Lowering): Effect {
  if (to.kind === 'broken') throw notFound('whom to notify');
  return {
    verb,
    channel: channel.text,
    to:
      to.kind === 'text-literal'
        ? { kind: 'text', text: to.value }
        : { kind: 'value', value: lowerReading(to, lowering) },
    ...(when === undefined ? {} : { when: lowerCondition(when, lowering) }),
  };
}

function lowerStep({ after, step }: ast.LadderStep, lowering: Lowering): LadderStep {
  const clock = lowerClock(after);
  switch (step.kind) {
    case 'reassign':
      return { after: clock, step: { kind: 'reassign' } };
    case 'route-to':
      return { after: clock, step: { kind: 'route', to: lowerTarget(step.target, lowering) } };
    case 'notify':
      return { after: clock, step: { kind: 'effect', effect: lowerEffect(step.notify, lowering) } };
    case 'broken':
      throw notFound('a step');
  }
}
