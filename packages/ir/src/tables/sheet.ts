// Rows of a file, or objects as JSON has them → one form: columns by name, rows of cells by column.

import { foldText } from '../values/fold.ts';

/** A table as it comes: nothing is read into its cells yet. */
export interface Sheet {
  /** The names of the columns as they are written, in order; blank ones too. */
  readonly columns: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** A row below the names of the columns. */
export interface SheetRow {
  /** The line of the file, from 1; of objects their number. */
  readonly line: number;
  /** By column; there may be more or fewer than columns. From a file each is a text. */
  readonly cells: readonly unknown[];
}

/** Objects as a sheet: the columns in the order in which their names first come. What an object does not have is blank. */
export function sheetOfObjects(objects: readonly Readonly<Record<string, unknown>>[]): Sheet {
  const columns = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  return {
    columns,
    rows: objects.map((object, index) => ({
      line: index + 1,
      cells: columns.map((column) => (Object.hasOwn(object, column) ? object[column] : '')),
    })),
  };
}

/** A cell as text: what JSON has as a number, yes or no, or nothing at all is written as a file would have it. */
export function cellText(cell: unknown): string {
  switch (typeof cell) {
    case 'string':
      return cell;
    case 'number':
      return String(cell);
    case 'boolean':
      return cell ? 'yes' : 'no';
    case 'object':
      return cell === null ? '' : JSON.stringify(cell);
    default:
      return '';
  }
}

/** Where a column stands, by its name without regard to capitals and white space around it; `twice`: a second one of that name. */
export function findColumn(
  { columns }: Pick<Sheet, 'columns'>,
  name: string,
): { readonly index: number; readonly twice?: number } | undefined {
  const wanted = foldText(name);
  const found = columns.flatMap((column, index) => (foldText(column) === wanted ? [index] : []));
  const [index, twice] = found;
  return index === undefined ? undefined : { index, ...(twice === undefined ? {} : { twice }) };
}
