// A rule and the `default` lines of its block → the clauses that hold for the rule.

import type * as ast from '../ast/nodes.ts';
import type { Types } from '../types/types.ts';

/**
 * The rule's clauses behind those that `default` gives it. Only rules that `route to` somewhere are given any:
 * - `respond` where the rule has none
 * - `notify` where the rule has no `notify`, `offer` where it has no `offer`
 * - a strategy and `weight` where somebody of a team is picked, the rule has none, and both together make sense: weights go with rotation only
 */
export function withDefaults(
  rule: ast.Rule,
  defaults: readonly ast.DefaultLine[],
  types: Types,
): readonly ast.Clause[] {
  if (rule.action.kind !== 'route-to') return rule.clauses;
  const has = (given: ast.Clause): boolean => rule.clauses.some((own) => sameKind(own, given));
  const picks = picksOfTeam(rule.action.target, types);
  const given = defaults.map(({ clause }) => clause).filter((clause) => !has(clause));
  const strategy = given.find((clause) => clause.kind === 'strategy');
  const ownWeight = rule.clauses.some((clause) => clause.kind === 'weight' || clause.kind === 'reserve');
  const strategyFits = picks && (strategy === undefined || isRotation(strategy) || !ownWeight);
  const finalStrategy =
    rule.clauses.find((clause) => clause.kind === 'strategy') ?? (strategyFits ? strategy : undefined);
  const weightFits = picks && (finalStrategy === undefined || isRotation(finalStrategy));
  const fitting = given.filter((clause) => {
    if (clause.kind === 'strategy') return strategyFits;
    return clause.kind !== 'weight' || weightFits;
  });
  return [...fitting, ...rule.clauses];
}

/** Whether a clause of the rule's own stands for what a default would give. */
function sameKind(own: ast.Clause, given: ast.Clause): boolean {
  return own.kind === 'notify' && given.kind === 'notify' ? own.verb === given.verb : own.kind === given.kind;
}

function picksOfTeam(target: ast.Target, types: Types): boolean {
  if (target.kind !== 'reading') return false;
  const meaning = types.targets.get(target.id);
  return meaning?.kind === 'team' || (meaning?.kind === 'value' && meaning.as === 'team');
}

function isRotation({ strategy }: ast.Clause & { readonly kind: 'strategy' }): boolean {
  return strategy.kind === 'by-rotation';
}
