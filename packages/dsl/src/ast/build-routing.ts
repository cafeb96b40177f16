// Concrete trees of the route block, its rules and their clauses → nodes.

import type { CstNode } from 'chevrotain';
import { condition } from './build-conditions.ts';
import {
  type BuildContext,
  frozen,
  isMissing,
  nameAt,
  nameOf,
  node,
  part,
  parts,
  required,
  token,
  tokens,
} from './build-context.ts';
import { ladder, notify, period } from './build-people.ts';
import { broken, clock, duration, number, reading, readingOrBroken, text, value } from './build-values.ts';
import { percentLiteral } from './literals.ts';
import type {
  Action,
  Clause,
  DefaultLine,
  FallbackEntry,
  Otherwise,
  PercentLiteral,
  RouteBlock,
  Rule,
  Split,
  SplitArm,
  Strategy,
  Target,
  WeightLine,
} from './nodes.ts';
import { reportRouteOrder } from './order-slips.ts';

/** Builds `route`. */
export function routeBlock(context: BuildContext, tree: CstNode): RouteBlock {
  const route = node(context, tree, {
    kind: 'route' as const,
    defaults: frozen(parts(tree, 'defaultLine').map((line) => defaultLine(context, line))),
    rules: frozen(parts(tree, 'ruleEntry').map((entry) => context.built.get(entry) ?? rule(context, entry))),
    otherwise: frozen(parts(tree, 'otherwiseEntry').map((entry) => otherwise(context, entry))),
  });
  reportRouteOrder(context, tree, route);
  return route;
}

function defaultLine(context: BuildContext, tree: CstNode): DefaultLine {
  return node(context, tree, { kind: 'default' as const, clause: clause(context, tree) });
}

/** Builds `rule`. */
export function rule(context: BuildContext, tree: CstNode): Rule {
  const when = part(tree, 'condition');
  return node(context, tree, {
    kind: 'rule' as const,
    name: text(context, tree),
    ...(when === undefined ? {} : { when: condition(context, when) }),
    action: action(context, required(part(tree, 'action'), 'an action')),
    clauses: clauses(context, tree),
  });
}

function otherwise(context: BuildContext, tree: CstNode): Otherwise {
  return node(context, tree, {
    kind: 'otherwise' as const,
    action: action(context, required(part(tree, 'action'), 'an action')),
    clauses: clauses(context, tree),
  });
}

function clauses(context: BuildContext, tree: CstNode): readonly Clause[] {
  return frozen(parts(tree, 'clause').map((found) => clause(context, found)));
}

function action(context: BuildContext, tree: CstNode): Action {
  const target = part(tree, 'target');
  if (isMissing(token(tree, 'route') ?? token(tree, 'nurture') ?? token(tree, 'reject'))) return broken(context, tree);
  if (target !== undefined)
    return node(context, tree, { kind: 'route-to' as const, target: targetOf(context, target) });
  if (token(tree, 'nurture') !== undefined)
    return node(context, tree, { kind: 'nurture' as const, track: text(context, tree) });
  return node(context, tree, { kind: 'reject' as const, reason: text(context, tree) });
}

function targetOf(context: BuildContext, tree: CstNode): Target {
  const split = part(tree, 'splitTarget');
  if (split !== undefined) return splitTarget(context, split);
  return readingOrBroken(context, required(part(tree, 'reading'), 'a target'));
}

function splitTarget(context: BuildContext, tree: CstNode): Split {
  const by = part(tree, 'reading');
  return node(context, tree, {
    kind: 'split' as const,
    ...(by === undefined ? {} : { by: reading(context, by) }),
    arms: frozen(parts(tree, 'splitArm').map((arm) => splitArm(context, arm))),
  });
}

function splitArm(context: BuildContext, tree: CstNode): SplitArm {
  return node(context, tree, {
    kind: 'split-arm' as const,
    share: percent(context, tree),
    target: readingOrBroken(context, required(part(tree, 'reading'), 'a target')),
  });
}

function percent(context: BuildContext, tree: CstNode): PercentLiteral {
  return percentLiteral(context, required(token(tree, 'Percent'), 'a percentage'));
}

/** The one clause in a `clause` or a `default` line. */
function clause(context: BuildContext, tree: CstNode): Clause {
  for (const [name, build] of Object.entries(clauseBuilders)) {
    const found = part(tree, name);
    if (found !== undefined) return build(context, found);
  }
  throw new Error('The grammar promised a clause');
}

type ClauseBuilder = (context: BuildContext, tree: CstNode) => Clause;

/** The grammar's rule for each clause → the builder of its node. */
const clauseBuilders: Readonly<Record<string, ClauseBuilder>> = {
  becauseClause: (context, tree) => node(context, tree, { kind: 'because' as const, text: text(context, tree) }),
  respondClause: (context, tree) =>
    node(context, tree, {
      kind: 'respond' as const,
      within: clock(context, required(part(tree, 'clock'), 'a time')),
      ladder: ladder(context, tree),
    }),
  fallbackClause: (context, tree) =>
    node(context, tree, {
      kind: 'fallback' as const,
      entries: frozen(parts(tree, 'fallbackEntry').map((entry) => fallbackEntry(context, entry))),
    }),
  notifyClause: notify,
  strategy: (context, tree) => node(context, tree, { kind: 'strategy' as const, strategy: strategy(context, tree) }),
  whereClause: (context, tree) =>
    node(context, tree, { kind: 'where' as const, condition: conditionIn(context, tree) }),
  weightClause: (context, tree) =>
    node(context, tree, {
      kind: 'weight' as const,
      lines: frozen(parts(tree, 'weightLine').map((line) => weightLine(context, line))),
    }),
  reserveClause: (context, tree) =>
    node(context, tree, {
      kind: 'reserve' as const,
      share: percent(context, tree),
      condition: conditionIn(context, tree),
    }),
  availableClause: (context, tree) =>
    node(context, tree, {
      kind: 'available-within' as const,
      duration: duration(context, required(part(tree, 'duration'), 'a duration')),
    }),
  evenClause: (context, tree) =>
    node(context, tree, {
      kind: 'even' as const,
      what: token(tree, 'off') === undefined ? ('over-capacity' as const) : ('off-duty' as const),
    }),
};

function conditionIn(context: BuildContext, tree: CstNode): ReturnType<typeof condition> {
  return condition(context, required(part(tree, 'condition'), 'a condition'));
}

function strategy(context: BuildContext, tree: CstNode): Strategy {
  const word = ['rotation', 'fewest', 'highest', 'lowest', 'likelihood'].find(
    (found) => token(tree, found) !== undefined,
  );
  if (word === undefined || isMissing(token(tree, word))) return broken(context, tree);
  switch (word) {
    case 'rotation':
      return node(context, tree, { kind: 'by-rotation' as const, ofThisRule: token(tree, 'of') !== undefined });
    case 'fewest':
      return node(context, tree, { kind: 'by-fewest' as const, period: required(period(tree), 'a period') });
    case 'likelihood':
      return node(context, tree, { kind: 'by-likelihood' as const, model: nameOf(context, tree) });
    default: {
      const kind = word === 'highest' ? ('by-highest' as const) : ('by-lowest' as const);
      return node(context, tree, { kind, value: value(context, required(part(tree, 'value'), 'a value')) });
    }
  }
}

function weightLine(context: BuildContext, tree: CstNode): WeightLine {
  return node(context, tree, {
    kind: 'weight-line' as const,
    weight: number(context, tree),
    applies: Object.freeze(weightApplies(context, tree)),
  });
}

function weightApplies(context: BuildContext, tree: CstNode): WeightLine['applies'] {
  const reps = part(tree, 'names');
  if (reps !== undefined)
    return { kind: 'for', reps: frozen(tokens(reps, 'Name').map((name) => nameAt(context, name))) };
  const when = part(tree, 'condition');
  return when === undefined ? { kind: 'otherwise' } : { kind: 'when', condition: condition(context, when) };
}

function fallbackEntry(context: BuildContext, tree: CstNode): FallbackEntry {
  const lasts = part(tree, 'duration');
  return node(context, tree, {
    kind: 'fallback-entry' as const,
    target: readingOrBroken(context, required(part(tree, 'reading'), 'a target')),
    ...(lasts === undefined ? {} : { for: duration(context, lasts) }),
  });
}
