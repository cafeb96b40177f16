// A policy, one of its tables and rows from outside → the policy with these rows, or what is wrong with them.

import type { TableKey } from '../before-routing.ts';
import { namesOf } from '../check/names.ts';
import { reportInto } from '../check/report.ts';
import { checkValue, type Scope } from '../check/values.ts';
import type { Policy } from '../policy.ts';
import type { Type } from '../shapes.ts';
import { cellType } from './cell.ts';
import { peopleOf } from './people.ts';
import { readTable } from './read-table.ts';
import { type Bound, issueOf, refused } from './row-issue.ts';
import type { Sheet } from './sheet.ts';

/**
 * Puts the rows of a sheet in place of those of the table, which has this name; its keys and what it gives stay as the policy says. A sheet without rows is
 * fine: then nothing fits. `file`: what explanations call the sheet, and part of the hash; without it the table's own.
 */
export function withTable(policy: Policy, name: string, sheet: Sheet, file?: string): Bound {
  const table = policy.tables.find((one) => one.name === name);
  if (table === undefined) return refused([{ message: `The policy has no table \`${name}\`.` }]);
  const typeOf = keyTypes(policy);
  const keys = table.keys.map((key) => ({
    name: key.name,
    type: typeOf(key),
    ...(key.column === undefined ? {} : { column: key.column }),
  }));
  const { rows, problems } = readTable({ keys, gives: table.gives }, sheet, peopleOf(policy));
  const issues = problems.filter(({ kind }) => kind !== 'no-rows').map((problem) => issueOf(problem, sheet));
  if (issues.length > 0) return refused(issues);
  const bound = { ...table, ...(file === undefined ? {} : { file }), rows };
  return { ok: true, policy: { ...policy, tables: policy.tables.map((one) => (one === table ? bound : one)) } };
}

/** The types of a valid policy's keys. */
function keyTypes(policy: Policy): (key: TableKey) => Type {
  const names = namesOf(policy);
  const scope: Scope = {
    names,
    defines: new Map(),
    rep: false,
    matches: new Set(names.matches.keys()),
    tables: new Set(names.tables.keys()),
    scores: new Set(),
  };
  // Nothing is wrong with the values of a valid policy.
  const report = reportInto([]);
  return ({ value, as, currency }) => checkValue(value, undefined, scope, report) ?? cellType(as, currency);
}
