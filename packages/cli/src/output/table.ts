// Rows of cells → lines with the columns one below the other, within the width of the terminal.

/** A cell; numbers stand to the right. `paint` colours it after it was measured. */
export interface Cell {
  readonly text: string;
  readonly right?: boolean;
  readonly paint?: (text: string) => string;
  /** In place of the text, in the last column: a bar that fills this part, from 0 to 1, of the room that is left. */
  readonly bar?: number;
}

/** Lines, each indented by two spaces. Bars take what room is left; then the first column is shortened where the table is wider than `width`. */
export function table(rows: readonly (readonly Cell[])[], width: number): readonly string[] {
  const columns = most(rows, (row) => row.length);
  const widths = Array.from({ length: columns }, (_, column) => most(rows, (row) => widthOf(row[column]?.text ?? '')));
  const room = width - widths.reduce((sum, one) => sum + one + GAP, 0);
  const first = widths[0] ?? 0;
  if (room < 0) widths[0] = Math.min(first, Math.max(MIN_FIRST, first + room));
  return rows.map((row) => line(row, widths, Math.min(MAX_BAR, room)));
}

/** The greatest, 0 at least. Of any number of rows: a call takes only so many arguments. */
function most<T>(rows: readonly T[], sizeOf: (row: T) => number): number {
  return rows.reduce((greatest, row) => Math.max(greatest, sizeOf(row)), 0);
}

const GAP = 2;
const MIN_FIRST = 12;
const MIN_BAR = 5;
const MAX_BAR = 20;

function line(row: readonly Cell[], widths: readonly number[], barWidth: number): string {
  const cells = row.map((cell, column) => {
    const width = widths[column] ?? 0;
    const text = cell.bar === undefined ? shortened(cell.text, width) : barText(cell.bar, barWidth);
    const pad = ' '.repeat(Math.max(0, width - widthOf(text)));
    const painted = cell.paint === undefined ? text : cell.paint(text);
    return cell.right === true ? pad + painted : painted + pad;
  });
  return `  ${cells.join('  ')}`.trimEnd();
}

function barText(part: number, width: number): string {
  if (width < MIN_BAR || part === 0) return '';
  return '█'.repeat(Math.max(1, Math.round(width * part)));
}

/** At most `width` characters, the last one `…` where some were left out. */
function shortened(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`;
}

function widthOf(text: string): number {
  return [...text].length;
}
