// Rows of cells → lines whose cells stand under each other.

import { type Doc, measure } from './document.ts';

/** One entry of a block: the comments above it and its cells. Cells have one space between them. */
export interface Row {
  /** The author left an empty line above. Columns start anew there. */
  readonly blank: boolean;
  readonly leading: Doc;
  /** The last cell of a row may be anything; those before it are short and have no line end. */
  readonly cells: readonly Doc[];
}

/** At which side of its column a cell stands. */
export type Side = 'left' | 'right';

/**
 * The rows as one doc each, padded so that the cells of a run line up; `sides` says on which side, for the first columns. A run in which
 * that would make a row of one line longer than `limit` stays as it is.
 */
export function lineUp(
  rows: readonly Row[],
  sides: readonly Side[] = [],
  limit: number = Number.POSITIVE_INFINITY,
): readonly Doc[] {
  return runs(rows).flatMap((run) => {
    const wanted = columnWidths(run);
    const widths = run.every((row) => rowWidth(row, wanted) <= limit) ? wanted : [];
    return run.map(({ leading, cells }): Doc => {
      const padded = cells.map((cell, column): Doc => {
        const missing = (widths[column] ?? 0) - (cellWidth(cell) ?? Number.POSITIVE_INFINITY);
        const pad: Doc = missing > 0 ? { kind: 'pad', columns: missing } : '';
        if (column === cells.length - 1) return cell;
        return sides[column] === 'right' ? [pad, cell, ' '] : [cell, pad, ' '];
      });
      return [leading, padded];
    });
  });
}

/** The rows cut where an empty line stands. */
export function runs<T extends { readonly blank: boolean }>(rows: readonly T[]): readonly (readonly T[])[] {
  const found: T[][] = [];
  for (const row of rows) {
    const run = found.at(-1);
    if (run === undefined || row.blank) found.push([row]);
    else run.push(row);
  }
  return found;
}

/** For each column the widest cell that has another one after it. */
function columnWidths(run: readonly Row[]): readonly number[] {
  const widths: number[] = [];
  for (const { cells } of run) {
    cells.slice(0, -1).forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cellWidth(cell) ?? 0);
    });
  }
  return widths;
}

/** 0 for a row that needs several lines. */
function rowWidth({ cells }: Row, widths: readonly number[]): number {
  const before = cells.slice(0, -1).reduce((sum, _, column) => sum + (widths[column] ?? 0) + 1, 0);
  const last = measure(cells.at(-1) ?? '');
  return last === undefined ? 0 : before + last.columns;
}

/** Undefined for a cell that a comment keeps from standing on one line with the next. */
function cellWidth(cell: Doc): number | undefined {
  const size = measure(cell);
  return size === undefined || size.comment ? undefined : size.columns;
}
