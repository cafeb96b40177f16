// The defines of a policy → what each reads in the end, through whatever other defines it goes.

import type { Condition } from '../conditions.ts';
import type { Policy } from '../policy.ts';
import { conditionParts, conditionValues, walkCondition, walkValue } from '../walk.ts';
import { quote, type Report, under } from './report.ts';

/** What a condition reads that is not there everywhere, looking through defines. */
export interface Reads {
  /** A field, the open leads or the load of the rep that is looked at. */
  readonly rep: boolean;
  readonly scores: ReadonlySet<string>;
  /** Of these a field is read. */
  readonly matches: ReadonlySet<string>;
  /** Of these it is asked whether there is one. */
  readonly matched: ReadonlySet<string>;
  /** Of these a field is read, or it is asked whether a row fits. */
  readonly tables: ReadonlySet<string>;
  /** In how many places it counts signals; what more than one place names is counted at each. More than 2 are said as 2. */
  readonly signals: number;
  /** How deep conditions lie in each other; an atom is 1. */
  readonly depth: number;
}

/** Conditions lie in each other, looking through defines, at most this deep: whoever evaluates them may go down step by step. */
export const DEEPEST_CONDITION = 500;

/** What a condition reads. `known` are the defines that are known already; others count as reading nothing. */
export function readsOf(condition: Condition, known: ReadonlyMap<string, Reads>): Reads {
  let rep = false;
  const scores = new Set<string>();
  const matches = new Set<string>();
  const matched = new Set<string>();
  const tables = new Set<string>();
  let signals = 0;
  const visit = (here: Condition): number => {
    for (const value of conditionValues(here)) {
      walkValue(value, {
        value: (part) => {
          if (part.kind === 'rep' || part.kind === 'rep-open' || part.kind === 'rep-load') rep = true;
          if (part.kind === 'score') scores.add(part.score);
          if (part.kind === 'match') matches.add(part.match);
          if (part.kind === 'table') tables.add(part.table);
        },
      });
    }
    if (here.kind === 'define') {
      const inside = known.get(here.define);
      rep ||= inside?.rep ?? false;
      for (const score of inside?.scores ?? []) scores.add(score);
      for (const match of inside?.matches ?? []) matches.add(match);
      for (const match of inside?.matched ?? []) matched.add(match);
      for (const table of inside?.tables ?? []) tables.add(table);
      signals += inside?.signals ?? 0;
      return 1 + (inside?.depth ?? 0);
    }
    if (here.kind === 'signals') signals += 1;
    if (here.kind === 'matched') (here.of === 'match' ? matched : tables).add(here.name);
    return 1 + conditionParts(here).reduce((deepest, part) => Math.max(deepest, visit(part)), 0);
  };
  const depth = visit(condition);
  return { rep, scores, matches, matched, tables, signals: Math.min(signals, 2), depth };
}

/**
 * What each define reads, by name; without those that lie in a circle or refer to one. From define to define there is no recursion: a chain of
 * them may be as long as the policy.
 */
export function readsOfDefines(policy: Policy, report: Report): ReadonlyMap<string, Reads> {
  const defines = new Map(policy.defines.map((define) => [define.name, define.condition]));
  const waitsFor = new Map<string, Set<string>>();
  const neededBy = new Map<string, string[]>();
  for (const [name, condition] of defines) {
    const needs = new Set(definesIn(condition).filter((need) => defines.has(need)));
    waitsFor.set(name, needs);
    for (const need of needs) append(neededBy, need, name);
  }
  const known = new Map<string, Reads>();
  const ready = [...defines.keys()].filter((name) => waitsFor.get(name)?.size === 0);
  for (let name = ready.pop(); name !== undefined; name = ready.pop()) {
    const condition = defines.get(name);
    if (condition !== undefined) known.set(name, readsOf(condition, known));
    waitsFor.delete(name);
    for (const next of neededBy.get(name) ?? []) {
      const needs = waitsFor.get(next);
      needs?.delete(name);
      if (needs?.size === 0) ready.push(next);
    }
  }
  reportCircle(policy, waitsFor, report);
  return known;
}

/** What is left waits for itself in the end: following it long enough leads into a circle. */
function reportCircle(policy: Policy, waitsFor: ReadonlyMap<string, ReadonlySet<string>>, report: Report): void {
  const path = new Set<string>();
  let [name] = waitsFor.keys();
  while (name !== undefined && !path.has(name)) {
    path.add(name);
    [name] = waitsFor.get(name) ?? [];
  }
  if (name === undefined) return;
  const circle = [...path].slice([...path].indexOf(name));
  const first = policy.defines.findIndex((define) => circle.includes(define.name));
  report.add(
    under(undefined, 'defines', first),
    'circle',
    `These refer to each other in a circle: ${circle.slice(0, 20).map(quote).join(', ')}`,
  );
}

/** The defines that a condition names itself. */
function definesIn(condition: Condition): readonly string[] {
  const names: string[] = [];
  walkCondition(condition, {
    condition: (part) => {
      if (part.kind === 'define') names.push(part.define);
    },
  });
  return names;
}

function append(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
