// Unknown JSON → a policy that keeps every promise of the format, or what is wrong with it.

import { checkCondition } from './check/conditions.ts';
import { readsOfDefines } from './check/defines.ts';
import { namesOf } from './check/names.ts';
import { checkOrder } from './check/order.ts';
import { checkPeople } from './check/people.ts';
import { reportInto, under } from './check/report.ts';
import { checkQueues, checkRoute, checkScores } from './check/routing.ts';
import { checkShapes } from './check/shapes.ts';
import { checkEnrichers, checkLoads, checkMatches } from './check/stages.ts';
import { checkTables } from './check/tables.ts';
import { checkDay, type Scope } from './check/values.ts';
import type { IrIssue } from './issue.ts';
import type { Policy } from './policy.ts';
import { policyStructure } from './structure/policy-structure.ts';
import { validateStructure } from './structure/validate-structure.ts';

/** The policy, or what is wrong with it. */
export type Validated =
  | { readonly ok: true; readonly policy: Policy }
  /** At least one. */
  | { readonly ok: false; readonly issues: readonly IrIssue[] };

/**
 * Reads what JSON.parse gave as a policy. First the structure, as the JSON Schema has it; only where that holds, all that a schema cannot say: that
 * names refer to something, orders, circles, types that fit, and that every lead ends in a queue at the latest. A policy that passes can be run without
 * looking again. Never throws, whatever the JSON.
 */
export function validatePolicy(json: unknown): Validated {
  const structural = validateStructure(policyStructure, json);
  if (structural.length > 0) return { ok: false, issues: structural };
  // The structure is that of the type: policy-structure.ts does not compile otherwise.
  const policy = json as Policy;
  const issues = checkPolicy(policy);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, policy };
}

/**
 * Everything but the structure, in the order: names and orders, shapes, people, defines, queues and what teams count, then stage by stage, each of
 * which sees what came before: enrichers, matches, tables, scores, rules.
 */
function checkPolicy(policy: Policy): readonly IrIssue[] {
  const issues: IrIssue[] = [];
  const report = reportInto(issues);
  const names = namesOf(policy);
  checkOrder(policy, report);
  if (policy.reviewed !== undefined) checkDay(policy.reviewed.on, under(undefined, 'reviewed', 'on'), report);
  checkShapes(policy, names, report);
  checkPeople(policy, names, report);
  const defines = readsOfDefines(policy, report);
  const nothing: ReadonlySet<string> = new Set();
  const onlyLead: Scope = { names, defines, rep: false, matches: nothing, tables: nothing, scores: nothing };
  const matched: Scope = { ...onlyLead, matches: new Set(names.matches.keys()) };
  const lookedUp: Scope = { ...matched, tables: new Set(names.tables.keys()) };
  const scored: Scope = { ...lookedUp, scores: names.scores };
  policy.defines.forEach(({ condition }, i) => {
    // What a define may read depends on where it is used: it is looked at there.
    checkCondition(condition, under(undefined, 'defines', i, 'condition'), { ...scored, rep: true }, report);
  });
  checkQueues(policy, scored, report);
  checkLoads(policy, scored, report);
  checkEnrichers(policy, onlyLead, report);
  checkMatches(policy, onlyLead, report);
  checkTables(policy, matched, report);
  checkScores(policy, lookedUp, report);
  checkRoute(policy, scored, report);
  return issues;
}
