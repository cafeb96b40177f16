// A value of the tree, and what values are made of → the IR.

import { assertNever, type Clock, type Duration, type Value } from '@fairlead/ir';
import type * as ast from '../ast/nodes.ts';
import type { ReadingMeaning } from '../types/types.ts';
import { constantOf, factOf, type Lowering, notFound } from './context.ts';

/** Lowers a value. */
export function lowerValue(node: ast.Value, lowering: Lowering): Value {
  switch (node.kind) {
    case 'sum':
      return { kind: 'sum', of: node.terms.map((term) => lowerValue(term, lowering)) };
    case 'product':
      return { kind: 'product', of: node.factors.map((factor) => lowerValue(factor, lowering)) };
    case 'reading':
      return lowerReading(node, lowering);
    case 'broken':
      throw notFound('a value');
    case 'text-literal':
    case 'number-literal':
    case 'money-literal':
    case 'percent-literal':
    case 'date-literal':
    case 'instant-literal':
    case 'flag-literal':
      return { kind: 'constant', constant: constantOf(node.id, lowering) };
    default:
      return assertNever(node);
  }
}

/** Lowers what is read: a field, a score, a rep or team by name, or something `of` these. */
export function lowerReading(node: ast.Reading, lowering: Lowering): Value {
  const meaning: ReadingMeaning = factOf(lowering.types.readings, node.id, 'the meaning of a reading');
  switch (meaning.kind) {
    case 'plain':
      return lowerPath(node.path, lowering);
    case 'constant':
      return { kind: 'constant', constant: constantOf(node.id, lowering) };
    case 'domain':
      return { kind: 'domain', of: lowerOf(node, lowering) };
    case 'rating':
      return { kind: 'rating', ratings: lowerPath(node.path, lowering), by: lowerOf(node, lowering) };
    case 'backup':
    case 'team-of':
    case 'manager':
      return { kind: meaning.kind, of: lowerOf(node, lowering) };
    default:
      return assertNever(meaning);
  }
}

/** Lowers a duration; its amount is whole in a policy without errors. */
export function lowerDuration(node: ast.Duration): Duration {
  return { amount: Number(node.amount.decimal), unit: node.unit };
}

/** Lowers a percentage: `25%` is 25. */
export function lowerPercent(node: ast.PercentLiteral): number {
  return Number(node.decimal);
}

/** Lowers a clock. */
export function lowerClock(node: ast.Clock): Clock {
  return {
    amount: Number(node.amount.decimal),
    unit: node.unit,
    working: node.working,
    ...(node.calendar === undefined ? {} : { calendar: node.calendar.text }),
  };
}

/** What stands after `of`: a text, the name of a rep, or a path. */
function lowerOf({ of }: ast.Reading, lowering: Lowering): Value {
  if (of === undefined) throw notFound('what stands after `of`');
  if (of.kind === 'text-literal' || lowering.types.constants.has(of.id)) {
    return { kind: 'constant', constant: constantOf(of.id, lowering) };
  }
  return lowerPath(of, lowering);
}

function lowerPath(node: ast.Path, lowering: Lowering): Value {
  const referent = factOf(lowering.bindings.references, node.id, 'what a path refers to');
  switch (referent.kind) {
    case 'lead-field':
      return { kind: 'lead', path: referent.path.map(({ name }) => name.text) };
    case 'rep-field':
      return { kind: 'rep', field: referent.field.name.text };
    case 'rep-built-in':
      return { kind: referent.name === 'open' ? 'rep-open' : 'rep-load' };
    case 'score':
      return { kind: 'score', score: referent.score.name.text };
    case 'match-field':
      return { kind: 'match', match: referent.match.name.text, path: referent.path.map(({ name }) => name.text) };
    case 'table-field': {
      const [field] = referent.path;
      if (field === undefined || referent.path.length > 1) throw notFound('the one field of a table');
      return { kind: 'table', table: referent.table.name.text, field: field.name.text };
    }
    default:
      throw notFound('the value that a path reads');
  }
}
