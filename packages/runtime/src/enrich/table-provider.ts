// Rows of a table → a provider that looks its key up in one column.

import { foldText, isBlank } from '@fairlead/ir';
import type { Provider } from './provider.ts';

/** Which columns are looked at. */
export interface TableDescription {
  /** The column that holds the keys. */
  readonly key: string;
  /** By lead field: the column. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The provider, and how many rows said something about a key that an earlier row had, or about none. */
export interface TableProvider extends Provider {
  readonly rows: number;
  readonly repeated: number;
  readonly keyless: number;
}

/** Makes the provider. Keys are compared folded; of several rows with one key the first counts. Blank cells say nothing. */
export function tableProvider(
  rows: Iterable<Readonly<Record<string, string>>>,
  { key, fields }: TableDescription,
): TableProvider {
  const columns = Object.entries(fields);
  const byKey = new Map<string, Readonly<Record<string, string>>>();
  const counts = { rows: 0, repeated: 0, keyless: 0 };
  for (const row of rows) {
    counts.rows += 1;
    const folded = foldText(row[key] ?? '');
    if (folded === '') counts.keyless += 1;
    else if (byKey.has(folded)) counts.repeated += 1;
    else byKey.set(folded, Object.fromEntries(columns.flatMap(([field, column]) => cellOf(row, field, column))));
  }
  return {
    ...counts,
    ask: ({ key: asked }) => {
      const values = byKey.get(foldText(asked));
      const isEmpty = values === undefined || Object.keys(values).length === 0;
      return Promise.resolve(isEmpty ? { kind: 'nothing' } : { kind: 'answered', values, cells: true });
    },
  };
}

function cellOf(
  row: Readonly<Record<string, string>>,
  field: string,
  column: string,
): readonly (readonly [string, string])[] {
  const cell = row[column];
  return cell === undefined || isBlank(cell) ? [] : [[field, cell]];
}
