// Turns the places that were tried into who was asked there, who was set aside and why, and how one was picked.
import { type Action, assertNever, formatDecimal, type Pick, type Split } from '@fairlead/ir';
import type { Attempt, Reason } from '../decision.ts';
import { failedParts, traceCondition } from './condition-trace.ts';
import type { AttemptTrace, FailedPart, SetAsideTrace } from './explanation.ts';
import { pickedWords } from './picked-words.ts';
import type { Revisit } from './revisit.ts';
import { personOf, showInstantFrom, showQueue, showRep, showTeam } from './show.ts';
import { armWords, splitWords } from './split-words.ts';

/** Place by place, in the order in which they were tried. */
export function traceAttempts(seen: Revisit): readonly AttemptTrace[] {
  return seen.decision.attempts.map((attempt) => traceAttempt(seen, attempt, actionOf(seen, attempt)));
}

type RouteAction = Action & { readonly kind: 'route' };

/** What the policy wants there: what the rule that won says, or what the ending does. */
function actionOf({ plan, decision }: Revisit, { place }: Attempt): RouteAction | undefined {
  const { rules, otherwise } = plan.policy.route;
  const isRules = place === 'primary' || place === 'fallback';
  const { action } = (isRules ? rules.find(({ name }) => name === decision.rule) : undefined) ?? otherwise;
  return action.kind === 'route' ? action : undefined;
}

function traceAttempt(seen: Revisit, attempt: Attempt, action: RouteAction | undefined): AttemptTrace {
  const { plan, decision } = seen;
  const pick = action?.pick;
  const split = action?.to.kind === 'split' ? action.to : undefined;
  const isTemporary = decision.outcome.kind === 'assigned' && decision.outcome.until !== undefined;
  return {
    place: attempt.place,
    ...(attempt.index === undefined ? {} : { index: attempt.index }),
    ...(attempt.arm === undefined ? {} : { arm: attempt.arm }),
    target: attempt.target,
    words: targetWords(seen, attempt, split),
    chosen: splitWords(plan, split, attempt),
    setAside: attempt.setAside.map(({ rep, reason }) => traceReason(seen, rep, reason, pick)),
    picked:
      attempt.pick === undefined || pick === undefined ? [] : pickedWords(plan, attempt.pick, { pick, isTemporary }),
    ...(attempt.split === undefined ? {} : { split: attempt.split }),
    ...(attempt.pick === undefined ? {} : { pick: attempt.pick }),
  };
}

function targetWords(
  { plan }: Revisit,
  { place, index, arm, target, from, successorOf }: Attempt,
  split: Split | undefined,
): string {
  const lead = `${PLACES[place](index ?? 0)}${armWords(split, arm)}`;
  const source = from === undefined ? '' : `${from}, `;
  const instead = successorOf === undefined ? '' : ` in place of ${showRep(plan, successorOf)}, who has left`;
  switch (target.kind) {
    case 'nobody':
      return `${lead}: ${from ?? 'a value'} was missing, so nobody.`;
    case 'rep':
      return `${lead}: ${source}${showRep(plan, target.id)}${instead}.`;
    case 'team':
      return `${lead}: ${source}${showTeam(plan, target.id)}.`;
    case 'queue':
      return `${lead}: ${showQueue(plan, target.id)}.`;
    default:
      return assertNever(target);
  }
}

const PLACES: Readonly<Record<Attempt['place'], (index: number) => string>> = {
  primary: () => 'First choice',
  fallback: (index) => `Fallback ${index}`,
  otherwise: () => 'Otherwise',
  'otherwise-fallback': (index) => `Otherwise, fallback ${index}`,
  'passed-on': () => 'Passed on',
};

function traceReason(seen: Revisit, id: string, reason: Reason, pick: Pick | undefined): SetAsideTrace {
  const failed = reason.kind === 'where' ? whereFailed(seen, id, pick) : [];
  return { ...personOf(seen.plan, id), reason, words: reasonWords(seen.decision.at, reason, pick), failed };
}

/** What in `where` the rep does not meet. */
function whereFailed(seen: Revisit, id: string, pick: Pick | undefined): readonly FailedPart[] {
  const rep = seen.plan.reps.get(id);
  if (rep === undefined || pick?.where === undefined) return [];
  return failedParts(traceCondition(seen, pick.where, rep));
}

/** Behind a name: `is off duty until 2026-11-25 08:00 UTC`. */
function reasonWords(at: string, reason: Reason, pick: Pick | undefined): string {
  const inTime = pick?.availableWithin === undefined ? '' : ', too late';
  switch (reason.kind) {
    case 'where':
      return 'is not who the rule asks for';
    case 'left':
      return `left on ${reason.on}`;
    case 'away':
      return reason.until === undefined ? 'is away' : `is away until ${showInstantFrom(at, reason.until)}${inTime}`;
    case 'off-duty':
      return reason.next === undefined
        ? 'is off duty'
        : `is off duty until ${showInstantFrom(at, reason.next)}${inTime}`;
    case 'at-capacity':
      return CAPACITY[reason.per](reason.has, reason.limit);
    case 'paused':
      return `has ${reason.open} open ${leads(reason.open)}, more than ${formatDecimal(reason.above)} times the average of ${shortDecimal(reason.average)}`;
    case 'had-it':
      return 'has had this lead before';
    case 'weight-zero':
      return 'has weight 0 in this rule';
    default:
      return assertNever(reason);
  }
}

type Capacity = Reason & { readonly kind: 'at-capacity' };

const CAPACITY: Readonly<Record<Capacity['per'], (has: number, limit: number) => string>> = {
  open: (has, limit) => `has ${has} open ${leads(has)}, and the most is ${limit}`,
  day: (has, limit) => `got ${has} ${leads(has)} today, and the most is ${limit}`,
  week: (has, limit) => `got ${has} ${leads(has)} this week, and the most is ${limit}`,
  month: (has, limit) => `got ${has} ${leads(has)} this month, and the most is ${limit}`,
};

/** `18.5` for `18.50`. */
function shortDecimal(text: string): string {
  return text.replace(/\.?0+$/, '');
}

function leads(count: number): string {
  return count === 1 ? 'lead' : 'leads';
}
