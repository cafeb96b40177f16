// Rows of cells → lines with the columns one below the other, within the width of the terminal.

/** A cell; numbers stand to the right. `paint` colours it after it was measured. */
export interface Cell {
  readonly text: string;
  readonly right?: boolean;
  readonly paint?: (text: string) => string;
}

/** Lines, each indented by two spaces. The first column is shortened where the table would be wider than `width`. */
export function table(rows: readonly (readonly Cell[])[], width: number): readonly string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((row) => widthOf(row[column]?.text ?? ''))),
  );
  const total = widths.reduce((sum, one) => sum + one + GAP, 0);
  widths[0] = Math.max(MIN_FIRST, Math.min(widths[0] ?? 0, (widths[0] ?? 0) - (total - width)));
  return rows.map((row) => line(row, widths));
}

const GAP = 2;
const MIN_FIRST = 12;

function line(row: readonly Cell[], widths: readonly number[]): string {
  const cells = row.map((cell, column) => {
    const width = widths[column] ?? 0;
    const text = shortened(cell.text, width);
    const pad = ' '.repeat(Math.max(0, width - widthOf(text)));
    const painted = cell.paint === undefined ? text : cell.paint(text);
    return cell.right === true ? pad + painted : painted + pad;
  });
  return `  ${cells.join('  ')}`.trimEnd();
}

/** At most `width` characters, the last one `…` where some were left out. */
export function shortened(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`;
}

function widthOf(text: string): number {
  return [...text].length;
}
