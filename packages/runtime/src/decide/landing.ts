// Turns a prepared lead into where it lands: the first rule that holds, or `otherwise`, and the place that takes it.
import { assertNever, formatInstant, lastResortOf } from '@fairlead/ir';
import type { Decision, Outcome } from '../decision.ts';
import { NO_MOVES } from '../pick/picked.ts';
import type { Eval } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanEnding, PlanQueue, PlanRule } from '../plan/plan-route.ts';
import { tryTargets } from './attempts.ts';
import { outsideText } from './outside-text.ts';
import type { Prepared } from './prepare.ts';
import type { End } from './try-target.ts';

/** What became of a lead. `endings`: whose clauses count, the winning rule first, then `otherwise` where the rule found nobody. */
export interface Landing {
  readonly outcome: Outcome;
  readonly attempts: Decision['attempts'];
  readonly end?: End;
  readonly endings: readonly PlanEnding[];
}

/**
 * The first rule that holds; none: `otherwise`. Where a rule, or `otherwise`, is about to be tried that reads a match on which a person has to look,
 * the lead waits in that match's queue instead: earlier rules still win. `rule` is then the one that was about to be tried. Undefined: `otherwise`.
 */
export function firstRule(
  plan: Plan,
  { e, matched }: Prepared,
): { readonly rule?: PlanRule | undefined; readonly review?: Landing } {
  for (const rule of plan.rules) {
    const review = reviewBefore(rule, e, matched);
    if (review !== undefined) return { rule, review };
    if (rule.when === undefined || rule.when(e)) return { rule };
  }
  const review = reviewBefore(plan.otherwise, e, matched);
  return review === undefined ? {} : { review };
}

/** Where a lead waits before this is tried; undefined if every match that it reads is settled. */
function reviewBefore({ reads }: PlanEnding, e: Eval, matched: Prepared['matched']): Landing | undefined {
  for (const index of reads) {
    const waiting = matched[index];
    if (waiting?.review !== undefined) return waitForReview(e, waiting.result.match, waiting.review);
  }
  return undefined;
}

function waitForReview(e: Eval, match: string, queue: PlanQueue): Landing {
  const priority = queue.priority === undefined ? undefined : outsideText(queue.priority, e);
  const outcome = { kind: 'review', queue: queue.id, match, ...(priority === undefined ? {} : { priority }) } as const;
  return { outcome, attempts: [], end: { kind: 'queue', queue, ...NO_MOVES }, endings: [] };
}

/** A rule that has won never passes the lead to the next rule: only to its fallback, then to `otherwise`. */
export function land(plan: Plan, e: Eval, ending: PlanEnding, whose: 'rule' | 'otherwise'): Landing {
  const { action } = ending;
  switch (action.kind) {
    case 'nurture':
      return { outcome: { kind: 'nurtured', track: action.track }, attempts: [], endings: [ending] };
    case 'reject':
      return { outcome: { kind: 'rejected', reason: action.reason }, attempts: [], endings: [ending] };
    case 'route': {
      const { attempts, end } = tryTargets(plan, e, action, whose);
      if (end !== undefined) return { outcome: outcomeOf(e, end), attempts, end, endings: [ending] };
      if (whose === 'otherwise') return waitAtLast(plan, e, ending, attempts);
      const last = land(plan, e, plan.otherwise, 'otherwise');
      return { ...last, attempts: [...attempts, ...last.attempts], endings: [ending, ...last.endings] };
    }
    default:
      return assertNever(action);
  }
}

/** Only a record that was tampered with comes to this, the key of its split taken out: the ending takes every lead that can be read. */
function waitAtLast(plan: Plan, e: Eval, ending: PlanEnding, attempts: Landing['attempts']): Landing {
  const end: End = { kind: 'queue', queue: lastResort(plan), ...NO_MOVES };
  return { outcome: outcomeOf(e, end), attempts, end, endings: [ending] };
}

/** The outcome of an end. */
export function outcomeOf(e: Eval, end: End): Outcome {
  if (end.kind === 'rep') {
    const until = end.untilMs === undefined ? {} : { until: formatInstant(end.untilMs) };
    return { kind: 'assigned', rep: end.rep.id, team: end.team, ...until };
  }
  const { id, priority } = end.queue;
  const text = priority === undefined ? undefined : outsideText(priority, e);
  return { kind: 'queued', queue: id, ...(text === undefined ? {} : { priority: text }) };
}

/** The queue in which `otherwise` ends; a policy that has none does not load. */
export function lastResort(plan: Plan): PlanQueue {
  const queue = plan.queues.get(lastResortOf(plan.policy.route.otherwise) ?? '');
  if (queue === undefined) throw new Error('The ending has no queue: loadPolicy refuses such a policy.');
  return queue;
}
