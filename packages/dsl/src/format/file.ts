// The declarations of a file → docs, with the empty lines between them.

import type { Declaration, DefineDeclaration, ListDeclaration, PolicyBlock, PolicyFile, Use } from '../ast/nodes.ts';
import { enrichBlock, matchBlock, scoreBlock, tableBlock } from './before-routing.ts';
import { inOrder, stacked } from './block.ts';
import { lineUp, type Row } from './columns.ts';
import { condition, listing } from './conditions.ts';
import { type Doc, lineBreak, measure } from './document.ts';
import { calendarBlock, queueCells, teamBlock } from './people.ts';
import { routeBlock } from './routing.ts';
import { leadBlock, policyBlock, recordBlock, repFieldsBlock } from './shapes.ts';
import { testBlock } from './tests.ts';
import { literal, name } from './values.ts';
import type { Writer } from './writer.ts';

type Part = Use | PolicyBlock | Declaration;

/**
 * Declarations with an empty line between them. Neighbours of one family stay together where the author wrote them so: `use`, `list` and
 * `define`, and `queue`, each on one line; and teams. Such lists, defines and queues stand in columns.
 */
export function fileDoc(out: Writer, file: PolicyFile, width: number): Doc {
  const parts = inOrder<Part>(file.uses, file.policies, file.declarations);
  const rows = parts.map((part) => ({
    kind: part.kind,
    blank: out.blankAhead(),
    leading: out.leading(),
    cells: cellsOf(out, part),
    below: out.below(),
  }));
  const spaced = rows.map((row, i) => ({ ...row, blank: row.blank || !together(rows[i - 1], row, width) }));
  const blankAtEnd = out.blankAhead();
  const docs = columns(spaced, width).map((doc, i) => [doc, spaced[i]?.below ?? '']);
  return [stacked(spaced, docs), lineBreak(blankAtEnd), out.leading()];
}

interface PartRow extends Row {
  readonly kind: Part['kind'];
}

const families: Readonly<Partial<Record<Part['kind'], string>>> = {
  use: 'use',
  list: 'name',
  define: 'name',
  queue: 'queue',
  team: 'team',
};

function together(before: PartRow | undefined, row: PartRow, width: number): boolean {
  const family = families[row.kind];
  if (before === undefined || family === undefined || families[before.kind] !== family) return false;
  return row.kind === 'team' || (onOneLine(before, width) && onOneLine(row, width));
}

function onOneLine(row: Row, width: number): boolean {
  const size = measure(row.cells.map((cell, i) => (i === 0 ? cell : [' ', cell])));
  return size !== undefined && size.columns <= width;
}

/** Columns for each stretch of neighbours of one kind, unless that would make a line too long. */
function columns(rows: readonly PartRow[], width: number): readonly Doc[] {
  const inRuns = rows.map((row, i) => ({ ...row, blank: row.blank || rows[i - 1]?.kind !== row.kind }));
  return lineUp(inRuns, [], width);
}

function cellsOf(out: Writer, part: Part): readonly Doc[] {
  switch (part.kind) {
    case 'use':
      return [[out.take('use'), ' ', literal(out, part.path)]];
    case 'policy':
      return [policyBlock(out, part)];
    case 'lead':
      return [leadBlock(out, part)];
    case 'record':
      return [recordBlock(out, part)];
    case 'rep-fields':
      return [repFieldsBlock(out, part)];
    case 'list':
      return listCells(out, part);
    case 'define':
      return defineCells(out, part);
    case 'calendar':
      return [calendarBlock(out, part)];
    case 'team':
      return [teamBlock(out, part)];
    case 'queue':
      return queueCells(out, part);
    case 'enrich':
      return [enrichBlock(out, part)];
    case 'match':
      return [matchBlock(out, part)];
    case 'score':
      return [scoreBlock(out, part)];
    case 'table':
      return [tableBlock(out, part)];
    case 'route':
      return [routeBlock(out, part)];
    case 'test':
      return [testBlock(out, part)];
  }
}

function listCells(out: Writer, { name: listName, body }: ListDeclaration): readonly Doc[] {
  const head = [out.take('list'), ' ', name(out, listName)];
  if (body === undefined) return [head, out.lose()];
  if (body.kind === 'list-file') return [head, [out.take('from'), ' ', literal(out, body.path)]];
  return [head, [out.postpone('='), ' ', listing(out, body)]];
}

function defineCells(out: Writer, node: DefineDeclaration): readonly Doc[] {
  const head = [out.take('define'), ' ', name(out, node.name)];
  return [head, [out.postpone('='), ' ', condition(out, node.condition)]];
}
