// The route block → what the names in its rules refer to, and what is said twice in a rule.

import { assertNever } from '@fairlead/ir';
import type {
  Action,
  Clause,
  Clock,
  FallbackEntry,
  LadderStep,
  Notify,
  RouteBlock,
  Strategy,
  Target,
  WeightLine,
} from '../ast/nodes.ts';
import { resolveCondition, resolveReading, resolveValue } from './condition-names.ts';
import { reportTwice } from './field-names.ts';
import { type Names, refer } from './names.ts';
import { wanted } from './paths.ts';

/** Resolves the rules, the ending and the default lines. */
export function resolveRoute(route: RouteBlock, names: Names): void {
  for (const { clause } of route.defaults) resolveClause(clause, names);
  const defaults = route.defaults.map(({ clause, span }) => ({ clause, span }));
  reportTwice(defaults, 'the default lines', ({ clause }) => clauseKey(clause), names);
  for (const rule of route.rules) {
    if (rule.when !== undefined) resolveCondition(rule.when, names);
    resolveAction(rule.action, rule.clauses, 'this rule', names);
  }
  for (const { action, clauses } of route.otherwise) resolveAction(action, clauses, '`otherwise`', names);
}

function resolveAction(action: Action, clauses: readonly Clause[], where: string, names: Names): void {
  if (action.kind === 'route-to') resolveTarget(action.target, names);
  for (const clause of clauses) resolveClause(clause, names);
  reportTwice(clauses, where, clauseKey, names);
}

/** The words of a clause that may stand only once; undefined for those that may repeat. */
function clauseKey(clause: Clause): string | undefined {
  switch (clause.kind) {
    case 'strategy':
      return 'by';
    case 'available-within':
      return 'available within';
    case 'even':
      return clause.what === 'off-duty' ? 'even off duty' : 'even over capacity';
    case 'notify':
      return undefined;
    default:
      return clause.kind;
  }
}

function resolveTarget(target: Target | FallbackEntry['target'], names: Names): void {
  if (target.kind === 'reading') {
    resolveReading(target, names, wanted.target);
  } else if (target.kind === 'split') {
    if (target.by !== undefined) resolveReading(target.by, names, wanted.value);
    for (const arm of target.arms) resolveTarget(arm.target, names);
  }
}

function resolveClause(clause: Clause, names: Names): void {
  switch (clause.kind) {
    case 'strategy':
      resolveStrategy(clause.strategy, names);
      return;
    case 'where':
    case 'reserve':
      resolveCondition(clause.condition, names);
      return;
    case 'weight':
      for (const line of clause.lines) resolveWeight(line, names);
      return;
    case 'fallback':
      for (const entry of clause.entries) resolveTarget(entry.target, names);
      return;
    case 'respond':
      resolveClock(clause.within, names);
      resolveLadder(clause.ladder, names);
      return;
    case 'notify':
      resolveNotify(clause, names);
      return;
    case 'available-within':
    case 'even':
    case 'because':
      return;
    default:
      assertNever(clause);
  }
}

function resolveStrategy(strategy: Strategy, names: Names): void {
  if (strategy.kind === 'by-highest' || strategy.kind === 'by-lowest') resolveValue(strategy.value, names);
}

function resolveWeight({ applies }: WeightLine, names: Names): void {
  if (applies.kind === 'for') for (const rep of applies.reps) refer(rep, 'rep', names);
  if (applies.kind === 'when') resolveCondition(applies.condition, names);
}

function resolveNotify({ to, when }: Notify, names: Names): void {
  if (to.kind === 'reading') resolveReading(to, names, wanted.value);
  if (when !== undefined) resolveCondition(when, names);
}

/** Resolves the calendar that a clock counts by. */
export function resolveClock(clock: Clock, names: Names): void {
  if (clock.calendar !== undefined) refer(clock.calendar, 'calendar', names);
}

/** Resolves the steps of a `respond` or `claim`. */
export function resolveLadder(ladder: readonly LadderStep[], names: Names): void {
  for (const { after, step } of ladder) {
    resolveClock(after, names);
    if (step.kind === 'route-to') resolveTarget(step.target, names);
    if (step.kind === 'notify') resolveNotify(step.notify, names);
  }
}
