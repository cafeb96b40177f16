// Unknown JSON → a model that keeps every promise of the format, or what is wrong with it.

import { type IrIssue, type IrIssueCode, pointer } from './issue.ts';
import type { ModelFile, ModelRow } from './model.ts';
import { modelStructure } from './structure/model-structure.ts';
import { validateStructure } from './structure/validate-structure.ts';
import { parseDate } from './values/date.ts';
import { toExact } from './values/decimal.ts';
import { foldText } from './values/fold.ts';
import { trimText } from './values/white-space.ts';

/** The model, or what is wrong with it. */
export type ValidatedModel =
  | { readonly ok: true; readonly model: ModelFile }
  /** At least one. */
  | { readonly ok: false; readonly issues: readonly IrIssue[] };

/** Reads what JSON.parse gave as a model: the structure first, then what a schema cannot say. Never throws, whatever the JSON. */
export function validateModel(json: unknown): ValidatedModel {
  const structural = validateStructure(modelStructure, json);
  if (structural.length > 0) return { ok: false, issues: structural };
  // The structure is that of the type: model-structure.ts does not compile otherwise.
  const model = json as ModelFile;
  const issues = [...headIssues(model), ...rowIssues(model)].slice(0, MOST_ISSUES);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, model };
}

const MOST_ISSUES = 100;

function headIssues({ leastShare, made, segmentBy, rows }: ModelFile): readonly IrIssue[] {
  const issues: IrIssue[] = [];
  if (leastShare > 100 || toExact(leastShare).scale > 2) {
    issues.push(issue(['leastShare'], 'invariant', 'A share is at most 100 percent, with at most two decimal places'));
  }
  if (made !== undefined && parseDate(made) === undefined) {
    issues.push(issue(['made'], 'invariant', 'There is no such day'));
  }
  if (segmentBy === undefined && rows.some(({ segment }) => segment !== undefined)) {
    issues.push(
      issue(['segmentBy'], 'missing-key', 'Rows name segments, so the model says which lead field holds them'),
    );
  }
  return issues;
}

function rowIssues({ rows }: ModelFile): readonly IrIssue[] {
  const issues: IrIssue[] = [];
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if (row.won > row.leads) {
      issues.push(issue(['rows', index, 'won'], 'invariant', `No more can be won than there were: ${row.leads}`));
    }
    const key = keyOf(row);
    if (key === undefined) {
      issues.push(issue(['rows', index, 'segment'], 'invariant', 'Blank text names no segment'));
      continue;
    }
    if (seen.has(key)) {
      issues.push(issue(['rows', index], 'duplicate', 'An earlier row has this rep and segment already'));
    }
    seen.add(key);
  }
  return issues;
}

/** The same for two rows that count the same leads; undefined for a segment that is blank. */
function keyOf({ rep, segment }: ModelRow): string | undefined {
  if (segment === undefined) return rep;
  const folded = foldText(trimText(segment));
  return folded === '' ? undefined : `${rep} ${folded}`;
}

function issue(path: readonly (string | number)[], code: IrIssueCode, message: string): IrIssue {
  return { path: pointer(path), code, message };
}
