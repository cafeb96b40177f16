// Enrichers and matches of the tree → the IR, in text order.

import { assertNever, type Enricher, type Match, type Prefer } from '@fairlead/ir';
import type * as ast from '../ast/nodes.ts';
import { lowerCondition } from './conditions.ts';
import { factOf, type Lowering, notFound, place } from './context.ts';
import { lowerDuration, lowerPercent, lowerValue } from './values.ts';

/** Lowers the enrichers. */
export function lowerEnrichers(lowering: Lowering): readonly Enricher[] {
  return [...lowering.bindings.enrichers].map(([name, block]) => {
    place(`enrich:${name}`, block, lowering);
    return {
      name,
      provider: block.provider.text,
      by: lowerValue(block.by, lowering),
      fill: block.fill.map(({ text }) => text),
      within: lowerDuration(block.within),
      ...(block.reuseFor === undefined ? {} : { reuseFor: lowerDuration(block.reuseFor) }),
    };
  });
}

/** Lowers the matches. */
export function lowerMatches(lowering: Lowering): readonly Match[] {
  return [...lowering.bindings.matches.values()].map((block) => lowerMatch(block, lowering));
}

function lowerMatch(block: ast.MatchBlock, lowering: Lowering): Match {
  const name = block.name.text;
  place(`match:${name}`, block, lowering);
  const source = factOf(lowering.bindings.references, block.source.id, 'the records of a match');
  if (source.kind !== 'record') throw notFound('a source of records');
  return {
    name,
    record: source.record.name.text,
    lines: block.lines.map((line, i) => {
      place(`match:${name}/${i}`, line, lowering);
      return { confidence: lowerPercent(line.confidence), when: lowerCondition(line.when, lowering) };
    }),
    accept: lowerPercent(block.accept),
    ...(block.review === undefined
      ? {}
      : { review: { from: lowerPercent(block.review.from), queue: block.review.queue.text } }),
    prefer: block.prefer.map((line, i) => {
      place(`match:${name}/prefer/${i}`, line, lowering);
      return lowerPrefer(line, lowering);
    }),
  };
}

function lowerPrefer(node: ast.PreferLine, lowering: Lowering): Prefer {
  switch (node.kind) {
    case 'prefer-condition':
      return { kind: 'condition', condition: lowerCondition(node.condition, lowering) };
    case 'prefer-order':
      return { kind: node.order, value: lowerValue(node.value, lowering) };
    default:
      return assertNever(node);
  }
}
