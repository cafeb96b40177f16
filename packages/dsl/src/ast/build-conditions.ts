// Concrete trees of conditions → nodes. Brackets leave no node; a mix of `and` and `or` is read with `and` binding tighter.

import type { CstNode, IToken } from 'chevrotain';
import {
  type BuildContext,
  frozen,
  isMissing,
  nameOf,
  node,
  part,
  parts,
  required,
  spanOf,
  token,
  tokens,
  wasRepaired,
} from './build-context.ts';
import { broken, duration, listing, number, numberOrMoney, readingOrBroken, value } from './build-values.ts';
import { flagMeant, missingTest, reportMix, withoutHalves } from './condition-slips.ts';
import { dateLiteral } from './literals.ts';
import type { Bound, Condition, Range, RelationOperator, Several, Test, TextVerb } from './nodes.ts';

/** Builds a condition. */
export function condition(context: BuildContext, tree: CstNode): Condition {
  const trees = parts(tree, 'unary');
  const words = joiningWords(tree);
  const ors = words.filter((word) => word.tokenType.name === 'or').length;
  const joined = words.length === 0 ? undefined : ors === 0 ? 'and' : 'or';
  const found = trees.map((unit) => unary(context, unit));
  const units = withoutHalves(context, found, joined);
  const [only] = units;
  if (only !== undefined && units.length === 1) return only;
  // Where a bracket was missing or too much, the mix may come from that.
  if (ors > 0 && ors < words.length && !wasRepaired(context, spanOf(context, tree))) reportMix(context, trees, words);
  if (ors === 0 || ors === words.length) {
    return node(context, tree, { kind: ors === 0 ? ('and' as const) : ('or' as const), parts: frozen(units) });
  }
  return mixed(context, tree, units, words);
}

/** The `and`s and `or`s of one chain, in text order. */
function joiningWords(tree: CstNode): readonly IToken[] {
  return [...tokens(tree, 'and'), ...tokens(tree, 'or')].sort((a, b) => a.startOffset - b.startOffset);
}

function mixed(context: BuildContext, tree: CstNode, units: readonly Condition[], words: readonly IToken[]): Condition {
  const runs: Condition[][] = [[]];
  for (const [index, unit] of units.entries()) {
    if (index > 0 && words[index - 1]?.tokenType.name === 'or') runs.push([]);
    runs.at(-1)?.push(unit);
  }
  const alternatives = runs.map((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined || first === last) return first ?? broken(context, tree);
    const span = { file: first.span.file, start: first.span.start, end: last.span.end };
    return node(context, span, { kind: 'and' as const, parts: frozen(run) });
  });
  return node(context, tree, { kind: 'or' as const, parts: frozen(alternatives) });
}

function unary(context: BuildContext, tree: CstNode): Condition {
  const brackets = part(tree, 'brackets');
  if (brackets !== undefined) return inBrackets(context, brackets);
  const during = part(tree, 'duringCalendar');
  if (during !== undefined) return duringCalendar(context, during);
  const negation = part(tree, 'negation');
  if (negation !== undefined) return not(context, negation);
  return comparison(context, required(part(tree, 'comparison'), 'a comparison'));
}

function inBrackets(context: BuildContext, tree: CstNode): Condition {
  return condition(context, required(part(tree, 'condition'), 'a condition'));
}

function duringCalendar(context: BuildContext, tree: CstNode): Condition {
  return node(context, tree, { kind: 'during' as const, calendar: nameOf(context, tree) });
}

function not(context: BuildContext, tree: CstNode): Condition {
  return node(context, tree, { kind: 'not' as const, condition: negated(context, tree) });
}

function negated(context: BuildContext, tree: CstNode): Condition {
  const brackets = part(tree, 'brackets');
  if (brackets !== undefined) return inBrackets(context, brackets);
  const during = part(tree, 'duringCalendar');
  if (during !== undefined) return duringCalendar(context, during);
  const flag = required(part(tree, 'reading'), 'a reading');
  const found = readingOrBroken(context, flag);
  return found.kind === 'broken' ? found : node(context, flag, { kind: 'comparison' as const, value: found });
}

function comparison(context: BuildContext, tree: CstNode): Condition {
  const left = value(context, required(part(tree, 'value'), 'a value'));
  const tail = part(tree, 'testTail');
  if (tail === undefined && left.kind === 'broken') return left;
  return node(context, tree, {
    kind: 'comparison' as const,
    value: left,
    ...(tail === undefined ? {} : { test: test(context, tail, tree) }),
  });
}

function test(context: BuildContext, tree: CstNode, whole: CstNode): Test {
  const [rule, found] = Object.entries(tree.children)[0] ?? [];
  const inner = required(found?.[0], 'a test') as CstNode; // each alternative of the rule is a rule
  switch (rule) {
    case 'relationTest':
      return relationTest(context, inner);
    case 'isTest':
      return isTest(context, inner, required(part(whole, 'value'), 'a value'));
    case 'inTest':
      return inTest(context, inner);
    case 'textTest':
      return node(context, inner, { kind: 'text' as const, verb: textVerb(inner), several: severalOf(context, inner) });
    case 'includesTest':
      return includesTest(context, inner);
    case 'withinTest':
      return node(context, inner, {
        kind: 'within' as const,
        direction: token(inner, 'last') === undefined ? ('next' as const) : ('last' as const),
        duration: duration(context, required(part(inner, 'duration'), 'a duration')),
      });
    case 'agoTest':
      return node(context, inner, {
        kind: 'more-than-ago' as const,
        duration: duration(context, required(part(inner, 'duration'), 'a duration')),
      });
    default:
      return broken(context, tree);
  }
}

function relationTest(context: BuildContext, tree: CstNode): Test {
  return node(context, tree, {
    kind: 'relation' as const,
    // The token type takes exactly these four.
    operator: (required(token(tree, 'Relation'), 'a relation').image || '>') as RelationOperator,
    right: value(context, required(part(tree, 'value'), 'a value')),
  });
}

function isTest(context: BuildContext, tree: CstNode, left: CstNode): Test {
  if (token(tree, 'missing') !== undefined) return node(context, tree, { kind: 'is-missing' as const });
  if (token(tree, 'known') !== undefined) return node(context, tree, { kind: 'is-known' as const });
  const negated = token(tree, 'not') !== undefined;
  const same = required(part(tree, 'sameness'), 'what it is');
  if (token(same, 'matched') !== undefined) return node(context, tree, { kind: 'is-matched' as const, negated });
  if (token(same, 'free') !== undefined) return node(context, tree, { kind: 'is-free-mail' as const, negated });
  const right = value(context, required(part(same, 'value'), 'a value'));
  if (token(same, 'like') !== undefined) return node(context, tree, { kind: 'is-like' as const, negated, right });
  const missing = missingTest(context, tree, left, negated, right);
  if (missing !== undefined) return missing;
  return node(context, tree, { kind: 'equals' as const, negated, right: flagMeant(context, right) ?? right });
}

function inTest(context: BuildContext, tree: CstNode): Test {
  const negated = token(tree, 'not') !== undefined;
  const list = part(tree, 'listing');
  const range = part(tree, 'range');
  const of =
    list !== undefined
      ? listing(context, list)
      : range !== undefined
        ? rangeOf(context, range)
        : readingOrBroken(context, required(part(tree, 'reading'), 'a reading'));
  return node(context, tree, { kind: 'in' as const, negated, of });
}

function rangeOf(context: BuildContext, tree: CstNode): Range {
  const [from, to] = parts(tree, 'bound');
  return node(context, tree, {
    kind: 'range' as const,
    from: bound(context, required(from, 'a bound')),
    to: bound(context, required(to, 'a bound')),
  });
}

function bound(context: BuildContext, tree: CstNode): Bound {
  const date = token(tree, 'Date');
  if (isMissing(date ?? token(tree, 'Number'))) return broken(context, tree);
  return date === undefined ? numberOrMoney(context, tree) : dateLiteral(context, date);
}

function textVerb(tree: CstNode): TextVerb {
  if (token(tree, 'contains') !== undefined) return 'contains';
  if (token(tree, 'mentions') !== undefined) return 'mentions';
  return token(tree, 'starts') === undefined ? 'ends-with' : 'starts-with';
}

function severalOf(context: BuildContext, tree: CstNode): Several {
  const several = required(part(tree, 'several'), 'a value or several');
  const one = part(several, 'value');
  if (one !== undefined) return Object.freeze({ quantifier: 'one', value: value(context, one) });
  const quantifier = token(several, 'any') !== undefined ? 'any' : token(several, 'all') !== undefined ? 'all' : 'none';
  const list = part(several, 'listing');
  const of =
    list === undefined
      ? readingOrBroken(context, required(part(several, 'reading'), 'a reading'))
      : listing(context, list);
  return Object.freeze({ quantifier, of });
}

function includesTest(context: BuildContext, tree: CstNode): Test {
  const within = part(tree, 'duration');
  return node(context, tree, {
    kind: 'includes' as const,
    several: severalOf(context, tree),
    ...(token(tree, 'Number') === undefined ? {} : { atLeast: number(context, tree) }),
    ...(within === undefined ? {} : { withinLast: duration(context, within) }),
  });
}
