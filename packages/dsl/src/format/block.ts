// The entries between `{` and `}` → one line each, or one line for all.

import type { NodeBase } from '../ast/nodes.ts';
import { lineUp, type Row, type Side } from './columns.ts';
import { type Doc, entryLine, group, indent, line, lineBreak, softLine } from './document.ts';
import type { Writer } from './writer.ts';

/** How a block is laid out. */
export interface BlockStyle {
  /** On one line if it fits; else one line for each entry, always. */
  readonly short: boolean;
  /** On which side the first columns line up. */
  readonly sides?: readonly Side[];
}

/** One row for each item, in the order of the text. */
export function rowsOf<T>(out: Writer, items: readonly T[], cells: (item: T) => readonly Doc[]): readonly Row[] {
  return items.map((item) => ({ blank: out.blankAhead(), leading: out.leading(), cells: cells(item) }));
}

/** A line that starts with a word of its own, and what makes its cells. */
export type Line = readonly [word: string, cells: () => readonly Doc[]];

/** One row for each line, whichever comes next in the text first: for blocks whose tree does not say in which order they stand. */
export function rowsInTurn(out: Writer, lines: readonly Line[]): readonly Row[] {
  const left = [...lines];
  return lines.map(() => {
    const row = { blank: out.blankAhead(), leading: out.leading() };
    const next = left.findIndex(([word]) => out.sees(word));
    const [line] = left.splice(Math.max(next, 0), 1);
    return { ...row, cells: line === undefined ? [] : line[1]() };
  });
}

/** `{ … }`: `entries` takes the tokens between the braces. */
export function block(out: Writer, { short, sides = [] }: BlockStyle, entries: () => readonly Row[]): Doc {
  const open = out.postpone('{');
  const rows = entries();
  const last = atEnd(out, rows.length > 0);
  const close = out.take('}');
  const entry = lineUp(rows, sides);
  if (!short && rows.length > 0) return [open, indent(stacked(rows, entry), last), lineBreak(), close];
  const inside = entry.map((doc, i) => [i === 0 ? line : entryLine(rows[i]?.blank ?? false), doc]);
  return group(open, indent(inside, last), rows.length === 0 ? softLine : line, close);
}

/** The comments before a closing brace or bracket, on new lines. */
export function atEnd(out: Writer, blankAllowed: boolean): Doc {
  const blank = blankAllowed && out.blankAhead();
  const comments = out.leading();
  return Array.isArray(comments) && comments.length > 0 ? [lineBreak(blank), comments] : '';
}

/** Rows below each other, each on a new line, with the empty lines that the rows ask for. */
export function stacked(rows: readonly Row[], docs: readonly Doc[]): Doc {
  return docs.map((doc, i) => [lineBreak(i > 0 && rows[i]?.blank === true), doc]);
}

/** The nodes in the order of the text; for what the tree keeps in several lists. */
export function inOrder<T extends NodeBase>(...lists: readonly (readonly T[])[]): readonly T[] {
  return lists.flat().sort((a, b) => a.span.start - b.span.start);
}
