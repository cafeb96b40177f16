// A condition of the tree → the IR, with a number for each part.

import { assertNever, type Condition, type Needles } from '@fairlead/ir';
import type * as ast from '../ast/nodes.ts';
import type { ComparisonMeaning, Members, NeedlesMeaning } from '../types/types.ts';
import { conditionId, factOf, type Lowering, notFound } from './context.ts';
import { lowerDuration, lowerReading, lowerValue } from './values.ts';

/** Lowers a condition. Its number comes before those of its parts. */
export function lowerCondition(node: ast.Condition, lowering: Lowering): Condition {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const id = conditionId(node, lowering);
      return { id, kind: node.kind, of: flatParts(node).map((part) => lowerCondition(part, lowering)) };
    }
    case 'not': {
      const id = conditionId(node, lowering);
      return { id, kind: 'not', of: lowerCondition(node.condition, lowering) };
    }
    case 'during':
      return { id: conditionId(node, lowering), kind: 'during', calendar: node.calendar.text };
    case 'comparison':
      return lowerComparison(node, lowering);
    case 'broken':
      throw notFound('a condition');
    default:
      return assertNever(node);
  }
}

/** The parts of a chain, with chains of the same kind in it laid flat: brackets that change nothing leave no trace. */
function flatParts(chain: ast.Chain): readonly ast.Condition[] {
  return chain.parts.flatMap((part) => (part.kind === chain.kind ? flatParts(part) : [part]));
}

function lowerComparison(node: ast.Comparison, lowering: Lowering): Condition {
  const meaning: ComparisonMeaning = factOf(lowering.types.comparisons, node.id, 'the meaning of a comparison');
  const id = conditionId(node, lowering);
  const value = (): ReturnType<typeof lowerValue> => lowerValue(node.value, lowering);
  const { test } = node;
  const negated = test !== undefined && 'negated' in test && test.negated;
  switch (meaning.kind) {
    case 'flag':
    case 'missing':
    case 'known':
      return { id, kind: meaning.kind, value: value() };
    case 'define':
      return { id, kind: 'define', define: meaning.define.name.text };
    case 'compare':
      return { id, kind: 'compare', as: meaning.as, left: value(), ...relation(test, lowering) };
    case 'in-range':
      return { id, kind: 'in-range', as: meaning.as, value: value(), from: meaning.from, to: meaning.to, negated };
    case 'in-list':
      return { id, kind: 'in-list', as: meaning.as, value: value(), ...membersOf(meaning), negated };
    case 'in-field':
      return { id, kind: 'in-field', as: meaning.as, value: value(), field: fieldAfterIn(test, lowering), negated };
    case 'text':
      if (test?.kind !== 'text') throw notFound('a test of text');
      return {
        id,
        kind: 'text',
        verb: test.verb,
        value: value(),
        needles: lowerNeedles(test.several, meaning.needles, lowering),
      };
    case 'includes':
    case 'signals':
      return { id, value: value(), ...inclusion(test, meaning, lowering) };
    case 'free-mail':
      return { id, kind: 'free-mail', value: value(), negated };
    case 'age':
      return { id, kind: 'age', as: meaning.as, value: value(), ...age(test) };
    case 'matched':
      return { id, kind: 'matched', ...whatIsMatched(node, lowering), negated };
    case 'like':
      if (test?.kind !== 'is-like') throw notFound('a likeness');
      return { id, kind: 'like', left: value(), right: lowerValue(test.right, lowering), negated };
    default:
      return assertNever(meaning);
  }
}

type Of<K extends Condition['kind']> = Extract<Condition, { readonly kind: K }>;

/** The match or the table that stands before `is matched`. */
function whatIsMatched({ value }: ast.Comparison, lowering: Lowering): Pick<Of<'matched'>, 'of' | 'name'> {
  if (value.kind !== 'reading') throw notFound('what is matched');
  const referent = factOf(lowering.bindings.references, value.path.id, 'what is matched');
  if (referent.kind === 'match') return { of: 'match', name: referent.match.name.text };
  if (referent.kind === 'table') return { of: 'table', name: referent.table.name.text };
  throw notFound('a match or a table');
}

function relation(test: ast.Test | undefined, lowering: Lowering): Pick<Of<'compare'>, 'operator' | 'right'> {
  if (test?.kind === 'relation') return { operator: test.operator, right: lowerValue(test.right, lowering) };
  if (test?.kind !== 'equals') throw notFound('what is compared');
  return { operator: test.negated ? 'is-not' : 'is', right: lowerValue(test.right, lowering) };
}

function fieldAfterIn(test: ast.Test | undefined, lowering: Lowering): Of<'in-field'>['field'] {
  if (test?.kind !== 'in' || test.of.kind !== 'reading') throw notFound('the field after `in`');
  return lowerReading(test.of, lowering);
}

function inclusion(
  test: ast.Test | undefined,
  meaning: ComparisonMeaning & { readonly kind: 'includes' | 'signals' },
  lowering: Lowering,
): Omit<Of<'includes'>, 'id' | 'value'> | Omit<Of<'signals'>, 'id' | 'value'> {
  if (test?.kind !== 'includes') throw notFound('what is included');
  const needles = lowerNeedles(test.several, meaning.needles, lowering);
  if (meaning.kind === 'includes') return { kind: 'includes', as: meaning.as, needles };
  return {
    kind: 'signals',
    needles,
    atLeast: test.atLeast === undefined ? 1 : Number(test.atLeast.decimal),
    ...(test.withinLast === undefined ? {} : { withinLast: lowerDuration(test.withinLast) }),
  };
}

function age(test: ast.Test | undefined): Pick<Of<'age'>, 'test' | 'duration'> {
  if (test?.kind === 'more-than-ago') return { test: 'more-than-ago', duration: lowerDuration(test.duration) };
  if (test?.kind !== 'within') throw notFound('an age');
  return { test: `within-${test.direction}`, duration: lowerDuration(test.duration) };
}

function lowerNeedles(several: ast.Several, meaning: NeedlesMeaning, lowering: Lowering): Needles {
  if (several.quantifier === 'one') return { quantifier: 'one', value: lowerValue(several.value, lowering) };
  const { quantifier, of } = several;
  if (meaning.kind === 'members') return { quantifier, ...membersOf(meaning) };
  if (of.kind !== 'reading') throw notFound('a field that holds a list');
  return { quantifier, field: lowerReading(of, lowering) };
}

function membersOf({ members, list }: Members): Members {
  return { members, ...(list === undefined ? {} : { list }) };
}
