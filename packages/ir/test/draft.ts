// The sample policy, broken on purpose: drafts that may be changed at will, and the table that says what is found.
import { validatePolicy } from '@fairlead/ir';
import { samplePolicy } from '@fairlead/testkit/sample-policy';
import { expect, test } from 'vitest';

/** The policy as JSON that a test may change at will. */
export type Draft = { [key: string]: Draft } & Draft[];

/** What is promised, how to break it, and the issues as "code path message". */
export interface Case {
  readonly promise: string;
  readonly breakIt: (policy: Draft) => void;
  readonly issues: readonly string[];
}

/** One line of a table of cases. */
export function broken(promise: string, breakIt: (policy: Draft) => void, ...issues: readonly string[]): Case {
  return { promise, breakIt, issues };
}

/** Breaks each promise once and compares what is found. */
export function checkPromises(cases: readonly Case[]): void {
  test.each(cases)('$promise', ({ breakIt, issues }) => {
    const policy: Draft = JSON.parse(JSON.stringify(samplePolicy()));
    breakIt(policy);
    const result = validatePolicy(policy);
    const found = result.ok ? [] : result.issues.map(({ code, path, message }) => `${code} ${path} ${message}`);
    expect(found).toEqual(issues);
  });
}

/** What stands under the path. */
export function at(draftOf: Draft, ...path: readonly (string | number)[]): Draft {
  return path.reduce<Draft>((here, key) => {
    const next = here[key];
    if (next === undefined) throw new Error(`nothing under ${key} of ${path.join('/')}`);
    return next;
  }, draftOf);
}

/** Puts a value where the path leads. */
export function set(policy: Draft, value: unknown, ...path: readonly (string | number)[]): void {
  at(policy, ...path.slice(0, -1))[path.at(-1) ?? ''] = draft(value);
}

/** Takes away what stands at the path's end. */
export function remove(policy: Draft, ...path: readonly (string | number)[]): void {
  delete at(policy, ...path.slice(0, -1))[path.at(-1) ?? ''];
}

/** Another of the same. */
export function copy(of: Draft): Draft {
  return structuredClone(of);
}

/** Any JSON as a draft. */
export function draft(json: unknown): Draft {
  return json as Draft;
}
