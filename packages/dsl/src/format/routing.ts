// `route`, its rules and their clauses → docs.

import type {
  Action,
  Clause,
  FallbackEntry,
  Otherwise,
  Reading,
  RouteBlock,
  Rule,
  Split,
  Strategy,
  WeightLine,
} from '../ast/nodes.ts';
import { block, inOrder, rowsOf, stacked } from './block.ts';
import type { Row } from './columns.ts';
import { condition } from './conditions.ts';
import { type Doc, indent } from './document.ts';
import { deadline, notify } from './effects.ts';
import { commaList, duration, literal, name, reading, value, words } from './values.ts';
import type { Writer } from './writer.ts';

/** Default lines, rules and the end; an empty line above each rule. */
export function routeBlock(out: Writer, node: RouteBlock): Doc {
  const entries = (): readonly Row[] => {
    const parts = inOrder<RouteBlock['defaults'][number] | Rule | Otherwise>(node.defaults, node.rules, node.otherwise);
    const rows = rowsOf(out, parts, (part) => [routePart(out, part)]);
    return rows.map((row, i) => ({ ...row, blank: parts[i]?.kind !== 'default' || row.blank }));
  };
  return [out.take('route'), ' ', block(out, { short: false }, entries)];
}

function routePart(out: Writer, node: RouteBlock['defaults'][number] | Rule | Otherwise): Doc {
  if (node.kind === 'default') return [out.take('default'), ' ', clause(out, node.clause)];
  const head = node.kind === 'rule' ? [out.take('rule'), ' ', literal(out, node.name)] : out.take('otherwise');
  const when = node.kind === 'rule' && node.when !== undefined ? [node.when] : [];
  const rows = [
    ...rowsOf(out, when, (each) => [[out.take('when'), ' ', condition(out, each)]]),
    ...rowsOf(out, [node.action], (each) => [action(out, each)]),
    ...rowsOf(out, node.clauses, (each) => [clause(out, each)]),
  ].map((row) => ({ ...row, blank: false }));
  const lines = rows.map(({ leading, cells }) => [leading, cells]);
  return [head, indent(stacked(rows, lines), out.below())];
}

function action(out: Writer, node: Action): Doc {
  switch (node.kind) {
    case 'route-to':
      return [words(out, 'route to'), ' ', target(out, node.target)];
    case 'nurture':
      return [out.take('nurture'), ' ', literal(out, node.track)];
    case 'reject':
      return [out.take('reject'), ' ', literal(out, node.reason)];
    case 'broken':
      return out.lose();
  }
}

function target(out: Writer, node: Extract<Action, { readonly kind: 'route-to' }>['target']): Doc {
  return node.kind === 'split' ? split(out, node) : readingOrBroken(out, node);
}

function readingOrBroken(out: Writer, node: Reading | FallbackEntry['target']): Doc {
  return node.kind === 'reading' ? reading(out, node) : out.lose();
}

function split(out: Writer, node: Split): Doc {
  const head = [out.take('split'), node.by === undefined ? '' : [' ', out.take('by'), ' ', reading(out, node.by)]];
  const arms = (): readonly Row[] =>
    rowsOf(out, node.arms, (arm) => [literal(out, arm.share), readingOrBroken(out, arm.target)]);
  return [head, ' ', block(out, { short: true, sides: ['right'] }, arms)];
}

function clause(out: Writer, node: Clause): Doc {
  switch (node.kind) {
    case 'strategy':
      return strategy(out, node.strategy);
    case 'where':
      return [out.take('where'), ' ', condition(out, node.condition)];
    case 'weight':
      return [
        out.take('weight'),
        ' ',
        block(out, { short: true, sides: ['right'] }, () => rowsOf(out, node.lines, (each) => weightLine(out, each))),
      ];
    case 'reserve':
      return [
        words(out, 'reserve at least'),
        ' ',
        literal(out, node.share),
        ' ',
        out.take('for'),
        ' ',
        condition(out, node.condition),
      ];
    case 'available-within':
      return [words(out, 'available within'), ' ', duration(out, node.duration)];
    case 'even':
      return words(out, node.what === 'off-duty' ? 'even off duty' : 'even over capacity');
    case 'fallback':
      return [
        out.take('fallback'),
        ' ',
        block(out, { short: true }, () => rowsOf(out, node.entries, (each) => [fallbackEntry(out, each)])),
      ];
    case 'respond':
      return [out.take('respond'), ' ', deadline(out, node.within, node.ladder)];
    case 'notify':
      return notify(out, node);
    case 'because':
      return [out.take('because'), ' ', literal(out, node.text)];
  }
}

function strategy(out: Writer, node: Strategy): Doc {
  switch (node.kind) {
    case 'by-rotation':
      return words(out, node.ofThisRule ? 'by rotation of this rule' : 'by rotation');
    case 'by-fewest':
      return words(out, `by fewest this ${node.period}`);
    case 'by-highest':
      return [words(out, 'by highest'), ' ', value(out, node.value)];
    case 'by-lowest':
      return [words(out, 'by lowest'), ' ', value(out, node.value)];
    case 'by-likelihood':
      return [words(out, 'by likelihood using'), ' ', name(out, node.model)];
    case 'broken':
      return out.lose();
  }
}

function weightLine(out: Writer, { weight, applies }: WeightLine): readonly Doc[] {
  const number = literal(out, weight);
  switch (applies.kind) {
    case 'for':
      return [number, [out.take('for'), ' ', commaList(out, applies.reps, (rep) => name(out, rep))]];
    case 'when':
      return [number, [out.take('when'), ' ', indent(condition(out, applies.condition))]];
    case 'otherwise':
      return [number, out.take('otherwise')];
  }
}

function fallbackEntry(out: Writer, node: FallbackEntry): Doc {
  const to = readingOrBroken(out, node.target);
  return node.for === undefined ? to : [to, ' ', out.take('for'), ' ', duration(out, node.for)];
}
