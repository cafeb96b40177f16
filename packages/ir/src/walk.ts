// A policy, condition or value → each of its parts once: parents before children, children in the order of the text.

import { assertNever } from './assert-never.ts';
import type { Match } from './before-routing.ts';
import type { Condition, Needles, Value } from './conditions.ts';
import type { Effect, Ending, Pick, Policy, Respond, Split, Strategy, Target } from './policy.ts';

/** What is told of each part. Leave out what is not wanted. */
export interface Visitor {
  readonly condition?: (condition: Condition) => void;
  readonly value?: (value: Value) => void;
}

/** Which part of a policy a condition or value belongs to. */
export type Place =
  | { readonly kind: 'define'; readonly define: string }
  /** The lines of the team that say how many leads one counts. */
  | { readonly kind: 'team'; readonly team: string }
  | { readonly kind: 'queue'; readonly queue: string }
  | { readonly kind: 'enricher'; readonly enricher: string }
  /** `prefer`: a line that breaks ties; else one that finds records. Both count from 0. */
  | { readonly kind: 'match'; readonly match: string; readonly part: 'line' | 'prefer'; readonly line: number }
  | { readonly kind: 'table'; readonly table: string; readonly key: string }
  /** `line` counts from 0. */
  | { readonly kind: 'score'; readonly score: string; readonly line: number }
  /** `rule` is "otherwise" for the ending. */
  | { readonly kind: 'rule'; readonly rule: string; readonly part: RulePart };

/** Where in a rule. */
export type RulePart =
  | 'when'
  | 'target'
  | 'strategy'
  | 'where'
  | 'weight'
  | 'reserve'
  | 'fallback'
  | 'effect'
  | 'respond';

/** As `Visitor`, with the place. */
export interface PolicyVisitor {
  readonly condition?: (condition: Condition, place: Place) => void;
  readonly value?: (value: Value, place: Place) => void;
}

/**
 * Visits everything in a policy. The order is that in which conditions are numbered: defines, teams, queues, enrichers, matches, tables, scores, rules,
 * otherwise; within a rule `when`, target, strategy, `where`, `weight`, `reserve`, fallback, effects, respond.
 */
export function walkPolicy(policy: Policy, visitor: PolicyVisitor): void {
  const at = (place: Place): Visitor => ({
    condition: (condition) => visitor.condition?.(condition, place),
    value: (value) => visitor.value?.(value, place),
  });
  for (const { name, condition } of policy.defines) walkCondition(condition, at({ kind: 'define', define: name }));
  for (const team of policy.teams) {
    for (const { when } of team.counts) walkCondition(when, at({ kind: 'team', team: team.id }));
  }
  for (const queue of policy.queues) {
    const inQueue = at({ kind: 'queue', queue: queue.id });
    if (queue.priority !== undefined) walkValue(queue.priority, inQueue);
    if (queue.claim !== undefined) walkRespond(queue.claim, inQueue);
  }
  for (const { name, by } of policy.enrichers) walkValue(by, at({ kind: 'enricher', enricher: name }));
  for (const match of policy.matches) walkMatch(match, at);
  for (const table of policy.tables) {
    for (const { name, value } of table.keys) walkValue(value, at({ kind: 'table', table: table.name, key: name }));
  }
  for (const score of policy.scores) {
    score.lines.forEach(({ when }, line) => {
      walkCondition(when, at({ kind: 'score', score: score.name, line }));
    });
  }
  for (const rule of policy.route.rules) {
    if (rule.when !== undefined) walkCondition(rule.when, at({ kind: 'rule', rule: rule.name, part: 'when' }));
    walkEnding(rule, (part) => at({ kind: 'rule', rule: rule.name, part }));
  }
  walkEnding(policy.route.otherwise, (part) => at({ kind: 'rule', rule: 'otherwise', part }));
}

function walkMatch({ name, lines, prefer }: Match, at: (place: Place) => Visitor): void {
  lines.forEach(({ when }, line) => {
    walkCondition(when, at({ kind: 'match', match: name, part: 'line', line }));
  });
  prefer.forEach((one, line) => {
    const inPrefer = at({ kind: 'match', match: name, part: 'prefer', line });
    if (one.kind === 'condition') walkCondition(one.condition, inPrefer);
    else walkValue(one.value, inPrefer);
  });
}

/** Visits a condition, the conditions in it and the values they read. A define is not looked into. */
export function walkCondition(condition: Condition, visitor: Visitor): void {
  visitor.condition?.(condition);
  for (const value of conditionValues(condition)) walkValue(value, visitor);
  for (const part of conditionParts(condition)) walkCondition(part, visitor);
}

/** Visits a value and the values in it. */
export function walkValue(value: Value, visitor: Visitor): void {
  visitor.value?.(value);
  for (const part of valueParts(value)) walkValue(part, visitor);
}

/** The conditions right inside a condition; none for an atom and for a define. */
export function conditionParts(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.of;
    case 'not':
      return [condition.of];
    default:
      return [];
  }
}

/** The values that a condition reads itself, in the order of the text; none for `and`, `or`, `not`, `during`, `is matched` and a define. */
export function conditionValues(condition: Condition): readonly Value[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
    case 'not':
    case 'define':
    case 'during':
    case 'matched':
      return [];
    case 'compare':
    case 'like':
      return [condition.left, condition.right];
    case 'in-field':
      return [condition.value, condition.field];
    case 'text':
    case 'includes':
    case 'signals':
      return [condition.value, ...needleValues(condition.needles)];
    case 'in-range':
    case 'in-list':
    case 'missing':
    case 'known':
    case 'free-mail':
    case 'flag':
    case 'age':
      return [condition.value];
    default:
      return assertNever(condition);
  }
}

/** The values right inside a value. */
export function valueParts(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'sum':
    case 'product':
      return value.of;
    case 'domain':
    case 'backup':
    case 'team-of':
    case 'manager':
      return [value.of];
    case 'rating':
      return [value.ratings, value.by];
    case 'constant':
    case 'lead':
    case 'rep':
    case 'rep-open':
    case 'rep-load':
    case 'score':
    case 'match':
    case 'table':
      return [];
    default:
      return assertNever(value);
  }
}

function needleValues(needles: Needles): readonly Value[] {
  if (needles.quantifier === 'one') return [needles.value];
  return 'field' in needles ? [needles.field] : [];
}

function walkEnding(ending: Ending, at: (part: RulePart) => Visitor): void {
  const { action } = ending;
  if (action.kind === 'route') {
    walkTarget(action.to, at('target'));
    walkPick(action.pick, at);
    for (const { to } of action.fallback) walkTarget(to, at('fallback'));
  }
  for (const effect of ending.effects) walkEffect(effect, at('effect'));
  if (ending.respond !== undefined) walkRespond(ending.respond, at('respond'));
}

function walkPick({ strategy, where, weight, reserve }: Pick, at: (part: RulePart) => Visitor): void {
  const value = strategyValue(strategy);
  if (value !== undefined) walkValue(value, at('strategy'));
  if (where !== undefined) walkCondition(where, at('where'));
  for (const { applies } of weight) if (applies.kind === 'when') walkCondition(applies.condition, at('weight'));
  if (reserve !== undefined) walkCondition(reserve.for, at('reserve'));
}

function strategyValue(strategy: Strategy): Value | undefined {
  return strategy.kind === 'highest' || strategy.kind === 'lowest' ? strategy.value : undefined;
}

function walkTarget(target: Target | Split, visitor: Visitor): void {
  if (target.kind === 'split') {
    if (target.by !== undefined) walkValue(target.by, visitor);
    for (const { to } of target.arms) walkTarget(to, visitor);
  }
  if (target.kind === 'value') walkValue(target.value, visitor);
}

function walkRespond(respond: Respond, visitor: Visitor): void {
  for (const { step } of respond.ladder) {
    if (step.kind === 'route') walkTarget(step.to, visitor);
    if (step.kind === 'effect') walkEffect(step.effect, visitor);
  }
}

function walkEffect(effect: Effect, visitor: Visitor): void {
  if (effect.to.kind === 'value') walkValue(effect.to.value, visitor);
  if (effect.when !== undefined) walkCondition(effect.when, visitor);
}
