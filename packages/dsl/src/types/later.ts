// Constructs of the language that this version checks but does not run → one problem each.

import type { Clause, Condition, Declaration, Otherwise, Rule } from '../ast/nodes.ts';
import type { Code } from '../diagnostics/catalogue.ts';
import { eachCondition } from '../names/condition-walk.ts';
import type { Place } from '../names/places.ts';
import type { Span } from '../source/source.ts';
import { type Checking, isAbsent, problem } from './checking.ts';

/** Reports what does not run yet, once where it stands; what only uses a match, table or enricher is not reported again. */
export function checkLater(checking: Checking): void {
  for (const declaration of checking.bindings.files.flatMap((file) => file.declarations)) {
    inDeclaration(declaration, checking);
  }
}

/** Reports what does not run yet in a condition. */
export function checkConditionLater(root: Condition, place: Place, checking: Checking): void {
  if (place.kind === 'match' || place.kind === 'prefer') return;
  eachCondition(root, (condition) => {
    if (condition.kind === 'comparison' && condition.test?.kind === 'is-like')
      later('FL911', condition.test.span, checking);
  });
}

type LaterCode = Extract<Code, `FL9${string}`>;

function later(code: LaterCode, span: Span, checking: Checking): void {
  problem(code, span, {}, checking);
}

/** A block is underlined by its first word and its name. */
function head(span: Span, name: { readonly span: Span }): Span {
  return isAbsent(name) ? { ...span, end: span.start + 1 } : { ...span, end: name.span.end };
}

function inDeclaration(node: Declaration, checking: Checking): void {
  switch (node.kind) {
    case 'enrich':
      later('FL901', head(node.span, node.name), checking);
      return;
    case 'match':
      later('FL902', head(node.span, node.name), checking);
      return;
    case 'table':
      later('FL903', head(node.span, node.name), checking);
      return;
    case 'team':
      for (const entry of node.entries) {
        if (entry.kind === 'pause') later('FL906', entry.span, checking);
        if (entry.kind === 'counts') later('FL907', entry.span, checking);
      }
      return;
    case 'route':
      for (const { clause } of node.defaults) inClause(clause, checking);
      for (const ending of [...node.rules, ...node.otherwise]) inEnding(ending, checking);
      return;
    case 'test':
      for (const given of node.given) {
        if (given.kind === 'given-record' && !checking.bindings.matches.has(given.record.text)) {
          later('FL912', given.span, checking);
        }
      }
      return;
    default:
      return;
  }
}

function inEnding({ action, clauses }: Rule | Otherwise, checking: Checking): void {
  if (action.kind === 'route-to' && action.target.kind === 'split') {
    const { span } = action.target;
    later('FL904', { ...span, end: span.start + 'split'.length }, checking);
  }
  for (const clause of clauses) inClause(clause, checking);
}

function inClause(clause: Clause, checking: Checking): void {
  if (clause.kind === 'reserve') later('FL905', clause.span, checking);
  if (clause.kind === 'strategy' && clause.strategy.kind === 'by-fewest') later('FL908', clause.span, checking);
  if (clause.kind === 'strategy' && clause.strategy.kind === 'by-likelihood') later('FL909', clause.span, checking);
  if (clause.kind === 'fallback') {
    for (const entry of clause.entries) if (entry.for !== undefined) later('FL910', entry.for.span, checking);
  }
}
