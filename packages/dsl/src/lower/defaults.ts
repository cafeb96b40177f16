// A rule and the `default` lines of its block → the clauses that hold for the rule.

import type * as ast from '../ast/nodes.ts';
import { fallbackOf } from '../types/routing/parts.ts';
import { conditionReadsRep, valueReadsRep } from '../types/routing/reads-rep.ts';
import type { TargetMeaning, Types } from '../types/types.ts';
import type { Lowering } from './context.ts';

/**
 * The rule's clauses behind those that `default` gives it. Only rules that `route to` somewhere are given any:
 * - `respond` where the rule has none; without messages that read the rep, where all that the rule leads to are queues
 * - `notify` where the rule has no `notify`, `offer` where it has no `offer`; not what reads the rep, where all that the rule leads to are queues
 * - a strategy and `weight` where somebody of a team is picked, the rule has none, and both together make sense: weights go with rotation only
 */
export function withDefaults(
  rule: ast.Rule,
  defaults: readonly ast.DefaultLine[],
  lowering: Pick<Lowering, 'bindings' | 'types'>,
): readonly ast.Clause[] {
  if (rule.action.kind !== 'route-to') return rule.clauses;
  const has = (given: ast.Clause): boolean => rule.clauses.some((own) => sameKind(own, given));
  const { types } = lowering;
  const picks = picksOfTeam(rule.action.target, types);
  const nobody = leadsToQueues(rule.action.target, rule.clauses, types);
  const given = defaults.map(({ clause }) => clause).filter((clause) => !has(clause));
  const strategy = given.find((clause) => clause.kind === 'strategy');
  const ownWeight = rule.clauses.some((clause) => clause.kind === 'weight' || clause.kind === 'reserve');
  const strategyFits = picks && (strategy === undefined || isRotation(strategy) || !ownWeight);
  const finalStrategy =
    rule.clauses.find((clause) => clause.kind === 'strategy') ?? (strategyFits ? strategy : undefined);
  const weightFits = picks && (finalStrategy === undefined || isRotation(finalStrategy));
  const fitting = given.filter((clause) => {
    if (clause.kind === 'strategy') return strategyFits;
    if (clause.kind === 'notify') return !(nobody && readsRep(clause, lowering));
    return clause.kind !== 'weight' || weightFits;
  });
  const suited = nobody ? fitting.map((clause) => withoutReps(clause, lowering)) : fitting;
  return [...suited, ...rule.clauses];
}

/** Whether a clause of the rule's own stands for what a default would give. */
function sameKind(own: ast.Clause, given: ast.Clause): boolean {
  return own.kind === 'notify' && given.kind === 'notify' ? own.verb === given.verb : own.kind === given.kind;
}

function picksOfTeam(target: ast.Target, types: Types): boolean {
  return meaningsOf(target, types).some(
    (meaning) => meaning?.kind === 'team' || (meaning?.kind === 'value' && meaning.as === 'team'),
  );
}

/** Whether nobody is ever picked: the target and all of the fallback are queues. */
function leadsToQueues(target: ast.Target, clauses: readonly ast.Clause[], types: Types): boolean {
  const entries = fallbackOf(clauses).flatMap((entry) => (entry.target.kind === 'reading' ? [entry.target] : []));
  return [target, ...entries].flatMap((one) => meaningsOf(one, types)).every((meaning) => meaning?.kind === 'queue');
}

/** What a target is; of a split each arm. */
function meaningsOf(target: ast.Target, types: Types): readonly (TargetMeaning | undefined)[] {
  const readings = target.kind === 'split' ? target.arms.map((arm) => arm.target) : [target];
  return readings.map((one) => (one.kind === 'reading' ? types.targets.get(one.id) : undefined));
}

/** A clock for a lead that nobody is picked for: no message is about whoever that is. */
function withoutReps(clause: ast.Clause, lowering: Pick<Lowering, 'bindings'>): ast.Clause {
  if (clause.kind !== 'respond') return clause;
  const ladder = clause.ladder.filter(({ step }) => !(step.kind === 'notify' && readsRep(step.notify, lowering)));
  return { ...clause, ladder };
}

function readsRep({ to, when }: ast.Notify, lowering: Pick<Lowering, 'bindings'>): boolean {
  if (to.kind === 'reading' && valueReadsRep(to, lowering)) return true;
  return when !== undefined && conditionReadsRep(when, lowering);
}

function isRotation({ strategy }: ast.Clause & { readonly kind: 'strategy' }): boolean {
  return strategy.kind === 'by-rotation';
}
