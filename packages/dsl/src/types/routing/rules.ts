// The rules of a route as a whole → rules that are never reached, names that are not unique, and an ending that is missing or loses leads.

import { foldText } from '@fairlead/ir';
import type { Otherwise, RouteBlock, Rule } from '../../ast/nodes.ts';
import type { Span } from '../../source/source.ts';
import { type Checking, isAbsent, problem, rewrite } from '../checking.ts';
import { fallbackOf } from './parts.ts';
import { takerOf } from './queues.ts';

/** Checks the order and names of rules, and the ending. A missing or second `otherwise` is reported where the text is read. */
export function checkRules(route: RouteBlock, checking: Checking): void {
  reportUnreached(route.rules, checking);
  checkNames(route.rules, checking);
  const [otherwise] = route.otherwise;
  if (otherwise !== undefined) reportOrphans(otherwise, checking);
}

/** A rule without `when` takes every lead; what follows is reported once. */
function reportUnreached(rules: readonly Rule[], checking: Checking): void {
  const always = rules.findIndex((rule) => rule.when === undefined && rule.action.kind !== 'broken');
  const [taker, next] = always === -1 ? [] : rules.slice(always);
  if (taker === undefined || next === undefined) return;
  const related = [{ span: nameSpan(taker), message: 'this rule takes every lead:' }];
  const params = { rule: next.name.value, taker: taker.name.value };
  problem('FL501', nameSpan(next), params, checking, { related });
}

function nameSpan(rule: Rule): Span {
  return isAbsent(rule.name) ? rule.span : rule.name.span;
}

function checkNames(rules: readonly Rule[], checking: Checking): void {
  const exact = new Map<string, Rule>();
  const similar = new Map<string, Rule>();
  for (const rule of rules) {
    const { name } = rule;
    if (isAbsent(name)) continue;
    const key = foldText(name.value).replaceAll(/\s+/g, ' ');
    const [same, near] = [exact.get(name.value), similar.get(key)];
    const other = same ?? near;
    const related = other === undefined ? [] : [{ span: other.name.span, message: 'the first one:' }];
    if (key === '') problem('FL365', name.span, { what: 'The name of a rule' }, checking);
    else if (key === 'otherwise') problem('FL513', name.span, {}, checking);
    else if (same !== undefined) problem('FL511', name.span, { rule: name.value }, checking, { related });
    else if (near !== undefined) {
      problem('FL512', name.span, { rule: name.value, other: near.name.value }, checking, { related });
    }
    exact.set(name.value, same ?? rule);
    similar.set(key, near ?? rule);
  }
}

/** Whatever happens, a queue takes the lead at last. */
function reportOrphans({ action, clauses }: Otherwise, checking: Checking): void {
  if (action.kind === 'broken') return;
  if (action.kind !== 'route-to') {
    problem('FL505', action.span, { action: action.kind }, checking);
    return;
  }
  const { target } = action;
  const entries = fallbackOf(clauses);
  const last = entries.at(-1)?.target ?? target;
  const parts = last.kind === 'split' ? last.arms.map((arm) => arm.target) : [last];
  // A target that means nothing has been reported.
  if (parts.some((part) => part.kind !== 'reading' || !checking.targets.has(part.id))) return;
  // What stands behind one that takes every lead is another problem.
  const tried = [target, ...entries.map((entry) => entry.target)];
  if (tried.some((one) => takerOf(one, checking) !== undefined)) return;
  const [queue, ...queues] = checking.bindings.queues.keys();
  const at = { ...action.span, start: entries.at(-1)?.span.end ?? action.span.end };
  const text = entries.length === 0 ? ` fallback { ${queue} }` : ` ${queue}`;
  const add = rewrite({ ...at, end: at.start }, text, `Add \`${queue}\` as the last fallback`);
  const fixes = queue === undefined ? [] : [queues.length === 0 ? add : { ...add, guess: true as const }];
  problem('FL505', last.span, { action: 'route-to' }, checking, { fixes });
}
