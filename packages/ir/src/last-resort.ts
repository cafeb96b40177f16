// The ending of a route → the queue that takes what nobody else does.

import type { Ending, Split, Target } from './policy.ts';

/**
 * The id of the last-resort queue: the last fallback, the target, or of a split that takes every lead its first arm that is a queue. Undefined where a
 * lead could be left with nobody; `validatePolicy` refuses such an `otherwise`.
 */
export function lastResortOf({ action }: Ending): string | undefined {
  if (action.kind !== 'route') return undefined;
  const last = action.fallback.at(-1)?.to ?? action.to;
  if (last.kind === 'queue') return last.queue;
  return last.kind === 'split' && takesAll(last) ? last.arms.flatMap(({ to }) => queueOf(to))[0] : undefined;
}

/** By rotation the arm of a queue takes what nobody in the others can; by a key each arm keeps its own leads. */
function takesAll({ by, arms }: Split): boolean {
  const queues = arms.filter(({ to }) => to.kind === 'queue').length;
  return by === undefined ? queues > 0 : queues === arms.length;
}

function queueOf(to: Target): readonly string[] {
  return to.kind === 'queue' ? [to.queue] : [];
}
