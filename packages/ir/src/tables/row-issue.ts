// What is wrong with rows that come at run time, as data: row, column, what stood there, in words.

import type { Policy } from '../policy.ts';
import type { SheetProblem } from './read-table.ts';
import type { Sheet } from './sheet.ts';
import { cellText } from './sheet.ts';
import { sheetWords } from './sheet-words.ts';

/** One thing that is wrong with a sheet. */
export interface RowIssue {
  /** The line of the file, or the number of the object, from 1; absent where it concerns the whole sheet. */
  readonly row?: number;
  /** The name of the column as the sheet writes it. */
  readonly column?: string;
  /** What stood in the cell. */
  readonly held?: string;
  /** What is wrong, and what was expected. */
  readonly message: string;
  /** What to write instead. */
  readonly hint?: string;
}

/** A policy with other rows or reps, which has a hash of its own; or what is wrong with what was to go into it. */
export type Bound =
  | { readonly ok: true; readonly policy: Policy }
  /** At least one, by row and column; no more than a hundred. `more`: how many there are beyond. */
  | { readonly ok: false; readonly issues: readonly RowIssue[]; readonly more: number };

/** So many are listed: who has more has one mistake in many rows. */
const MOST_ISSUES = 100;

/** The result where something is wrong. */
export function refused(issues: readonly RowIssue[]): Bound {
  return { ok: false, issues: issues.slice(0, MOST_ISSUES), more: Math.max(0, issues.length - MOST_ISSUES) };
}

/** A problem with a sheet as an issue. */
export function issueOf(problem: SheetProblem, sheet: Sheet): RowIssue {
  const words = sheetWords(problem);
  if (!('row' in problem)) {
    const column = problem.kind === 'no-column' || problem.kind === 'column-twice' ? { column: problem.name } : {};
    return { ...column, ...words };
  }
  const column = sheet.columns[problem.column];
  const held = cellText(sheet.rows[problem.row]?.cells[problem.column]);
  return {
    row: problem.line,
    ...(column === undefined ? {} : { column }),
    ...(held === '' ? {} : { held: shortened(held) }),
    ...words,
  };
}

const MOST_HELD = 80;

function shortened(text: string): string {
  const characters = [...text.slice(0, MOST_HELD * 2).toWellFormed()];
  return characters.length > MOST_HELD ? `${characters.slice(0, MOST_HELD - 1).join('')}…` : characters.join('');
}
