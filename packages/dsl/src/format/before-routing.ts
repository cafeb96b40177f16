// `enrich`, `match`, `score` and `table` → docs.

import type {
  EnrichBlock,
  MatchBlock,
  PreferLine,
  ReviewLine,
  ScoreBlock,
  TableBlock,
  TableKey,
} from '../ast/nodes.ts';
import { block, inOrder, type Line, rowsInTurn, rowsOf } from './block.ts';
import type { Row } from './columns.ts';
import { condition } from './conditions.ts';
import { type Doc, indent, joined } from './document.ts';
import { fieldCells, lineUpModifiers } from './shapes.ts';
import { commaList, duration, literal, name, value, words } from './values.ts';
import type { Writer } from './writer.ts';

/** Lays out `enrich`. */
export function enrichBlock(out: Writer, node: EnrichBlock): Doc {
  const head = joined([out.take('enrich'), name(out, node.name)], ' ');
  const reuse = node.reuseFor;
  const lines: readonly Line[] = [
    ['from', () => [out.take('from'), [name(out, node.provider), ' ', out.take('by'), ' ', value(out, node.by)]]],
    ['fill', () => [out.take('fill'), commaList(out, node.fill, (field) => name(out, field))]],
    ['within', () => [out.take('within'), duration(out, node.within)]],
  ];
  const last: readonly Line[] =
    reuse === undefined ? [] : [['reuse', () => [out.take('reuse'), [out.take('for'), ' ', duration(out, reuse)]]]];
  return [head, ' ', block(out, { short: false }, () => rowsInTurn(out, [...lines, ...last]))];
}

/** Lays out `match`. */
export function matchBlock(out: Writer, node: MatchBlock): Doc {
  const head = joined([out.take('match'), name(out, node.name), out.take('from'), name(out, node.source)], ' ');
  const parts = inOrder<MatchPart>(
    node.lines,
    [node.accept],
    node.review === undefined ? [] : [node.review],
    node.prefer,
  );
  return [
    head,
    ' ',
    block(out, { short: false, sides: ['right'] }, () => rowsOf(out, parts, (part) => matchPart(out, part))),
  ];
}

type MatchPart = MatchBlock['lines'][number] | MatchBlock['accept'] | ReviewLine | PreferLine;

/** Two cells for a line with a percentage, so that these line up; one for the others. */
function matchPart(out: Writer, node: MatchPart): readonly Doc[] {
  switch (node.kind) {
    case 'match-line':
      return [literal(out, node.confidence), [out.take('when'), ' ', indent(condition(out, node.when))]];
    case 'percent-literal':
      return [[out.take('accept'), ' ', literal(out, node)]];
    case 'review':
      return [[out.take('review'), ' ', literal(out, node.from), ' ', out.take('in'), ' ', name(out, node.queue)]];
    case 'prefer-condition':
      return [[out.take('prefer'), ' ', condition(out, node.condition)]];
    case 'prefer-order':
      return [[out.take('prefer'), ' ', words(out, `the ${node.order}`), ' ', value(out, node.value)]];
  }
}

/** Lays out `score`. */
export function scoreBlock(out: Writer, node: ScoreBlock): Doc {
  const head = joined([out.take('score'), name(out, node.name), out.take('max'), literal(out, node.max)], ' ');
  const entries = (): readonly Row[] =>
    rowsOf(out, node.lines, ({ points, halvingEvery, when }) => [
      literal(out, points),
      [
        halvingEvery === undefined ? '' : [words(out, 'halving every'), ' ', duration(out, halvingEvery), ' '],
        [out.take('when'), ' ', indent(condition(out, when))],
      ],
    ]);
  return [head, ' ', block(out, { short: false, sides: ['right'] }, entries)];
}

/** Lays out `table`. */
export function tableBlock(out: Writer, node: TableBlock): Doc {
  const head = joined([out.take('table'), name(out, node.name), out.take('from'), literal(out, node.path)], ' ');
  const entries = (): readonly Row[] => {
    const lines = inOrder<TableBlock['keys'][number] | TableBlock['gives'][number]>(node.keys, node.gives).map(
      (each) => {
        const row = { blank: out.blankAhead(), leading: out.leading() };
        if (each.kind === 'table-key') return { ...row, cells: [out.take('key'), tableKey(out, each)] };
        return { ...row, keyword: out.take('gives'), field: fieldCells(out, each) };
      },
    );
    const fields = lineUpModifiers(lines.flatMap((each) => ('field' in each ? [each.field] : [])))[Symbol.iterator]();
    return lines.map(
      (each): Row => ('field' in each ? { ...each, cells: [each.keyword, ...(fields.next().value ?? [])] } : each),
    );
  };
  return [head, ' ', block(out, { short: false }, entries)];
}

function tableKey(out: Writer, node: TableKey): Doc {
  return [
    name(out, node.name),
    node.value === undefined ? '' : [' ', out.take('is'), ' ', value(out, node.value)],
    node.column === undefined ? '' : [' ', out.take('from'), ' ', literal(out, node.column)],
  ];
}
