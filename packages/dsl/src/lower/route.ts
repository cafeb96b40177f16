// The `route` block of the tree → the IR's rules, with what `default` gives them written out.

import {
  type Action,
  assertNever,
  type Effect,
  type Ending,
  type Fallback,
  type Pick,
  type Route,
  type Rule,
  type Strategy,
  type WeightLine,
} from '@fairlead/ir';
import type * as ast from '../ast/nodes.ts';
import { lowerCondition } from './conditions.ts';
import { type Lowering, notFound, place } from './context.ts';
import { withDefaults } from './defaults.ts';
import { lowerEffect, lowerRespond, lowerTarget } from './effects.ts';
import { lowerSplit } from './split.ts';
import { lowerDuration, lowerPercent, lowerValue } from './values.ts';

/** Lowers the rules in the order in which they are tried, then `otherwise`. */
export function lowerRoute(block: ast.RouteBlock, lowering: Lowering): Route {
  place('route', block, lowering);
  const rules = block.rules.map((rule) => lowerRule(rule, block, lowering));
  const [otherwise] = block.otherwise;
  if (otherwise === undefined) throw notFound('`otherwise`');
  place('otherwise', otherwise, lowering);
  return { rules, otherwise: lowerEnding(otherwise.action, otherwise.clauses, 'otherwise', lowering) };
}

function lowerRule(rule: ast.Rule, block: ast.RouteBlock, lowering: Lowering): Rule {
  const name = rule.name.value;
  place(`rule:${name}`, rule, lowering);
  const when = rule.when === undefined ? {} : { when: lowerCondition(rule.when, lowering) };
  const clauses = withDefaults(rule, block.defaults, lowering);
  return { name, ...when, ...lowerEnding(rule.action, clauses, name, lowering) };
}

/** Lowers action and clauses, in the order in which conditions are numbered: whatever the order of the clauses in the text. */
function lowerEnding(node: ast.Action, clauses: readonly ast.Clause[], rule: string, lowering: Lowering): Ending {
  const action = lowerAction(node, clauses, rule, lowering);
  const effects = clauses
    .filter((clause) => clause.kind === 'notify')
    .map((effect): Effect => lowerEffect(effect, lowering));
  const respond = clauses.find((clause) => clause.kind === 'respond');
  const because = clauses.find((clause) => clause.kind === 'because');
  return {
    action,
    effects,
    ...(respond === undefined ? {} : { respond: lowerRespond(respond, lowering) }),
    ...(because === undefined ? {} : { because: because.text.value }),
  };
}

function lowerAction(node: ast.Action, clauses: readonly ast.Clause[], rule: string, lowering: Lowering): Action {
  switch (node.kind) {
    case 'nurture':
      return { kind: 'nurture', track: node.track.value };
    case 'reject':
      return { kind: 'reject', reason: node.reason.value };
    case 'broken':
      throw notFound('an action');
    case 'route-to': {
      const { target } = node;
      const to = target.kind === 'split' ? lowerSplit(target, lowering) : lowerTarget(target, lowering);
      const pick = lowerPick(clauses, rule, lowering);
      const entries = clauses.flatMap((clause) => (clause.kind === 'fallback' ? clause.entries : []));
      return { kind: 'route', to, pick, fallback: entries.map((entry) => lowerFallback(entry, lowering)) };
    }
    default:
      return assertNever(node);
  }
}

function lowerFallback(entry: ast.FallbackEntry, lowering: Lowering): Fallback {
  const to = lowerTarget(entry.target, lowering);
  return { to, ...(entry.for === undefined ? {} : { for: lowerDuration(entry.for) }) };
}

function lowerPick(clauses: readonly ast.Clause[], rule: string, lowering: Lowering): Pick {
  const strategy = clauses.find((clause) => clause.kind === 'strategy');
  const where = clauses.find((clause) => clause.kind === 'where');
  const weight = clauses.find((clause) => clause.kind === 'weight');
  const reserve = clauses.find((clause) => clause.kind === 'reserve');
  const available = clauses.find((clause) => clause.kind === 'available-within');
  const even = new Set(clauses.flatMap((clause) => (clause.kind === 'even' ? [clause.what] : [])));
  return {
    strategy: strategy === undefined ? { kind: 'rotation' } : lowerStrategy(strategy.strategy, rule, lowering),
    ...(where === undefined ? {} : { where: lowerCondition(where.condition, lowering) }),
    weight: (weight?.lines ?? []).map((line) => lowerWeight(line, lowering)),
    ...(reserve === undefined
      ? {}
      : { reserve: { share: lowerPercent(reserve.share), for: lowerCondition(reserve.condition, lowering) } }),
    ...(available === undefined ? {} : { availableWithin: lowerDuration(available.duration) }),
    evenOffDuty: even.has('off-duty'),
    evenOverCapacity: even.has('over-capacity'),
  };
}

function lowerStrategy(node: ast.Strategy, rule: string, lowering: Lowering): Strategy {
  switch (node.kind) {
    case 'by-rotation':
      return node.ofThisRule ? { kind: 'rotation', rule } : { kind: 'rotation' };
    case 'by-highest':
      return { kind: 'highest', value: lowerValue(node.value, lowering) };
    case 'by-lowest':
      return { kind: 'lowest', value: lowerValue(node.value, lowering) };
    case 'by-fewest':
      return { kind: 'fewest', period: node.period };
    case 'by-likelihood':
      return { kind: 'likelihood', model: node.model.text };
    case 'broken':
      throw notFound('a strategy');
    default:
      return assertNever(node);
  }
}

function lowerWeight({ weight, applies }: ast.WeightLine, lowering: Lowering): WeightLine {
  const amount = Number(weight.decimal);
  switch (applies.kind) {
    case 'for':
      return { weight: amount, applies: { kind: 'for', reps: applies.reps.map(({ text }) => text) } };
    case 'when':
      return { weight: amount, applies: { kind: 'when', condition: lowerCondition(applies.condition, lowering) } };
    case 'otherwise':
      return { weight: amount, applies: { kind: 'otherwise' } };
    default:
      return assertNever(applies);
  }
}
