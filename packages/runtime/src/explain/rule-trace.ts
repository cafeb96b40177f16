// Turns a rule into whether it holds for the lead of a decision, and what made it not hold.
import type { Rule } from '@fairlead/ir';
import { failedParts, traceCondition } from './condition-trace.ts';
import type { RuleTrace } from './explanation.ts';
import type { Revisit } from './revisit.ts';
import { showRule } from './show.ts';

/** A rule that stands before the one that took the lead, or after it. */
export function traceRule(seen: Revisit, rule: Rule): RuleTrace {
  const quoted = showRule(rule.name);
  if (rule.when === undefined) {
    return { rule: rule.name, holds: 'yes', words: `The rule ${quoted} takes every lead.`, failed: [] };
  }
  const condition = traceCondition(seen, rule.when);
  const words = {
    yes: `The rule ${quoted} fits.`,
    no: `The rule ${quoted} does not fit.`,
    unknown: `Whether the rule ${quoted} fits was not looked at.`,
  }[condition.holds];
  return { rule: rule.name, holds: condition.holds, words, condition, failed: failedParts(condition) };
}
