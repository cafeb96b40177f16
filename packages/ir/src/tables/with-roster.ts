// A policy, one of its teams and reps from outside → the policy with these reps in the team, or what is wrong with them.

import { sortedBy } from '../compare.ts';
import type { Policy, Rep } from '../policy.ts';
import { foldText } from '../values/fold.ts';
import { idsOf, peopleOf } from './people.ts';
import { findColumns, hasAllCells, isBlankRow, type SheetProblem } from './read-table.ts';
import { type Draft, type RepColumns, readRep, repColumns } from './roster-row.ts';
import { type Bound, issueOf, type RowIssue, refused } from './row-issue.ts';
import type { Sheet } from './sheet.ts';

/**
 * Puts the reps of a sheet into a team. Its columns: `id`, and as far as they are there `label`, `works`, `capacity` (`40 open, 12 per day`, or a number of open
 * leads), `backup`, `left`, `successor` and the fields of reps. A rep of the team whom the policy declares takes on what the columns say, and keeps
 * what none of them says; reps whom the sheet leaves out stay as they are. Whoever comes by a sheet cannot be named in the text.
 */
export function withRoster(policy: Policy, team: string, sheet: Sheet): Bound {
  if (!policy.teams.some(({ id }) => id === team)) return refused([{ message: `The policy has no team \`${team}\`.` }]);
  const problems: SheetProblem[] = [];
  findColumns([{ name: 'id' }], sheet, problems);
  const columns = repColumns(policy, sheet, problems);
  if (problems.length > 0) return refused(problems.map((problem) => issueOf(problem, sheet)));
  const issues: RowIssue[] = [];
  const drafts = readRows(policy, team, sheet, columns, issues);
  if (issues.length > 0) return refused(byRow(issues));
  const coming = new Set(drafts.map(({ rep }) => rep.id));
  const reps = sortedBy(
    [...policy.reps.filter(({ id }) => !coming.has(id)), ...drafts.map(({ rep }) => rep)],
    ({ id }) => id,
  );
  const teams = policy.teams.map((one) =>
    one.id === team ? { ...one, members: sortedBy([...new Set([...one.members, ...coming])], (id) => id) } : one,
  );
  const draftPolicy = { ...policy, reps, teams };
  const settled = settle(draftPolicy, drafts, sheet, columns, issues);
  checkUnique(settled, drafts, sheet, columns, issues);
  return issues.length > 0 ? refused(byRow(issues)) : { ok: true, policy: settled };
}

function readRows(
  policy: Policy,
  team: string,
  sheet: Sheet,
  columns: RepColumns,
  issues: RowIssue[],
): readonly Draft[] {
  const drafts: Draft[] = [];
  const declared = new Map(policy.reps.map((rep) => [rep.id, rep]));
  const seen = new Set<string>();
  sheet.rows.forEach((row, index) => {
    const problems: SheetProblem[] = [];
    if (isBlankRow(row) || !hasAllCells(row, index, sheet, problems)) {
      issues.push(...problems.map((problem) => issueOf(problem, sheet)));
      return;
    }
    const draft = readRep(policy, team, declared, row, columns, sheet, issues);
    if (draft === undefined) return;
    const { id } = draft.rep;
    if (seen.has(id)) issues.push({ row: row.line, column: 'id', held: id, message: `\`${id}\` stands there twice.` });
    seen.add(id);
    drafts.push(draft);
  });
  return drafts;
}

/** Finds backups and successors, who may come by the same sheet. */
function settle(
  policy: Policy,
  drafts: readonly Draft[],
  sheet: Sheet,
  columns: RepColumns,
  issues: RowIssue[],
): Policy {
  const { reps: directory } = peopleOf(policy);
  const found = (draft: Draft, column: 'backup' | 'successor'): string | undefined => {
    const text = draft[column];
    if (text === undefined) return undefined;
    const [id, ...others] = idsOf(directory, text);
    if (id !== undefined && others.length === 0) return id;
    const what = id === undefined ? 'No rep has the id, label or unique field' : 'Several reps are called';
    issues.push({
      row: draft.line,
      column: sheet.columns[columns.builtIn.get(column) ?? -1] ?? column,
      held: text,
      message: `${what} ${JSON.stringify(text)}.`,
    });
    return undefined;
  };
  const byId = new Map(
    drafts.map((draft): [string, Rep] => {
      const [backup, successor] = [found(draft, 'backup'), found(draft, 'successor')];
      const { left, ...rep } = draft.rep;
      return [
        rep.id,
        {
          ...rep,
          ...(backup === undefined ? {} : { backup }),
          ...(left === undefined ? {} : { left: { ...left, ...(successor === undefined ? {} : { successor }) } }),
        },
      ];
    }),
  );
  return { ...policy, reps: policy.reps.map((rep) => byId.get(rep.id) ?? rep) };
}

/** By a field marked `unique` one rep must be found. */
function checkUnique(
  policy: Policy,
  drafts: readonly Draft[],
  sheet: Sheet,
  columns: RepColumns,
  issues: RowIssue[],
): void {
  const lines = new Map(drafts.map(({ rep, line }) => [rep.id, line]));
  for (const { name } of policy.repFields.filter(({ unique }) => unique)) {
    const owners = new Map<string, string>();
    for (const { id, values } of policy.reps) {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) continue;
      const other = owners.get(foldText(String(value)));
      owners.set(foldText(String(value)), id);
      const line = lines.get(id) ?? (other === undefined ? undefined : lines.get(other));
      if (other === undefined || line === undefined) continue;
      const column = sheet.columns[columns.fields.get(name) ?? -1] ?? name;
      const message = `\`${other}\` and \`${id}\` both have ${JSON.stringify(value)}, and by this field one rep must be found.`;
      issues.push({ row: line, column, held: String(value), message });
    }
  }
}

function byRow(issues: readonly RowIssue[]): readonly RowIssue[] {
  return [...issues].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}
