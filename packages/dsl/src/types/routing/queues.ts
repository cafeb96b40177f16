// A target → the queue that takes every lead sent there, so that nothing behind it is ever tried and no lead is lost.

import type { Split, SplitArm, Target } from '../../ast/nodes.ts';
import type { Checking } from '../checking.ts';

/** The queue that a target is; undefined for anything else. */
export function queueOf(target: Target | SplitArm['target'], checking: Checking): string | undefined {
  const meaning = target.kind === 'reading' ? checking.targets.get(target.id) : undefined;
  return meaning?.kind === 'queue' ? meaning.queue : undefined;
}

/** The arms that are queues, in text order. */
export function queueArms({ arms }: Split, checking: Checking): readonly string[] {
  return arms.flatMap(({ target }) => queueOf(target, checking) ?? []);
}

/**
 * The first of the queues without which a lead would be left over; undefined where nobody may be free. A queue takes every lead. So does a split of
 * queues, and a split by rotation with one arm that is a queue: it takes what nobody in the other arms can. By a key each arm keeps its own leads.
 */
export function takerOf(target: Target, checking: Checking): string | undefined {
  if (target.kind !== 'split') return queueOf(target, checking);
  const queues = queueArms(target, checking);
  return target.by === undefined || queues.length === target.arms.length ? queues[0] : undefined;
}
