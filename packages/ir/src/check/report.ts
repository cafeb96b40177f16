// What the checks say to each other: where they are in the policy, and the issues found so far.

import { type IrIssue, type IrIssueCode, pointer } from '../issue.ts';

/** A place in the policy: the key, and where that stands. `undefined` is the root. */
export type At = { readonly key: string | number; readonly parent: At } | undefined;

/** Collects issues in the order of the checks. */
export interface Report {
  readonly add: (at: At, code: IrIssueCode, message: string) => void;
}

/** More issues than this are not listed: a table may have a million rows that are all wrong in the same way. */
const MOST_ISSUES = 1000;

/** A report that fills the list. */
export function reportInto(issues: IrIssue[]): Report {
  return {
    add: (at, code, message) => {
      if (issues.length < MOST_ISSUES) issues.push({ path: pointer(stepsTo(at)), code, message });
    },
  };
}

/** The place under these keys. */
export function under(at: At, ...keys: readonly (string | number)[]): At {
  let here = at;
  for (const key of keys) here = { key, parent: here };
  return here;
}

/** A name from the policy as it stands in a message. */
export function quote(name: string): string {
  return `"${name}"`;
}

function stepsTo(at: At): readonly (string | number)[] {
  const steps: (string | number)[] = [];
  for (let here = at; here !== undefined; here = here.parent) steps.push(here.key);
  return steps.reverse();
}
