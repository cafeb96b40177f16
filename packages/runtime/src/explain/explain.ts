// Turns a decision into why it came out as it did, from what it recorded alone.
import { assertNever } from '@fairlead/ir';
import type { Decision } from '../decision.ts';
import type { Entry } from '../follow-up/entry.ts';
import type { Plan } from '../plan/plan.ts';
import { traceAttempts } from './attempt-trace.ts';
import { traceEnrichers } from './enrich-words.ts';
import { EXPLANATION_FORMAT, type Explanation, type OutcomeTrace, type RuleTrace } from './explanation.ts';
import { traceClocks, traceEffects, traceIssues } from './follow-up-words.ts';
import { traceMatches, waitsBefore } from './match-words.ts';
import { type Revisit, revisit } from './revisit.ts';
import { traceRule } from './rule-trace.ts';
import { traceScores } from './score-trace.ts';
import { showInstantFrom, showLead, showQueue, showRep, showRule, showTeam } from './show.ts';
import { traceTables } from './table-words.ts';
import { againWords, timelineLine } from './timeline-words.ts';

/**
 * Explains a decision. Plan and decision are all it looks at, so the explanation is the same whenever it is made: at once, or from a log. The
 * decision must be one of this plan; of another's, what cannot be looked at is `unknown`. `entries`: what has happened to the lead, to be told too.
 */
export function explain(plan: Plan, decision: Decision, entries: readonly Entry[] = []): Explanation {
  const seen = revisit(plan, decision);
  const { rule, ladder } = rulesOf(seen);
  const again = againWords(plan, decision);
  return {
    format: EXPLANATION_FORMAT,
    lead: decision.lead,
    at: decision.at,
    policy: { ...decision.policy, label: plan.policy.label },
    outcome: traceOutcome(plan, decision),
    ...(again === undefined ? {} : { again }),
    ...(entries.length === 0 ? {} : { happened: entries.map((entry) => timelineLine(plan, entry)) }),
    ...(rule === undefined ? {} : { rule }),
    ...(decision.because === undefined ? {} : { because: decision.because }),
    ladder,
    attempts: traceAttempts(seen),
    scores: traceScores(seen),
    enriched: traceEnrichers(seen),
    matches: traceMatches(seen),
    tables: traceTables(seen),
    clocks: traceClocks(plan, decision),
    effects: traceEffects(decision.effects),
    issues: traceIssues(plan, decision.issues),
  };
}

/** What became of the lead, in one sentence. */
export function traceOutcome(plan: Plan, { lead, at, outcome }: Decision): OutcomeTrace {
  const name = showLead(lead);
  const words = (): string => {
    switch (outcome.kind) {
      case 'assigned': {
        const whom = `${showRep(plan, outcome.rep)} in ${showTeam(plan, outcome.team)}`;
        if (outcome.until === undefined) return `Lead ${name} goes to ${whom}.`;
        return `Lead ${name} goes to ${whom} for now: at ${showInstantFrom(at, outcome.until)} it is routed anew.`;
      }
      case 'queued': {
        const priority = outcome.priority === undefined ? '' : ` with priority ${outcome.priority}`;
        return `Lead ${name} waits in the queue ${showQueue(plan, outcome.queue)}${priority}.`;
      }
      case 'review':
        return `Lead ${name} waits in the queue ${showQueue(plan, outcome.queue)}: somebody has to say which ${outcome.match} it is.`;
      case 'nurtured':
        return `Lead ${name} is nurtured: ${JSON.stringify(outcome.track)}.`;
      case 'rejected':
        return `Lead ${name} is rejected: ${JSON.stringify(outcome.reason)}.`;
      case 'invalid':
        return `Lead ${name} is not usable as it is. It waits in the queue ${showQueue(plan, outcome.queue)}.`;
      default:
        return assertNever(outcome);
    }
  };
  return { kind: outcome.kind, words: words() };
}

/** The rule that took the lead, or before which it waits, and those before that. */
function rulesOf(seen: Revisit): { readonly rule?: RuleTrace; readonly ladder: readonly RuleTrace[] } {
  const { rules } = seen.plan.policy.route;
  const { rule: name, again } = seen.decision;
  const waits = waitsBefore(seen);
  if (waits !== undefined) {
    return { rule: waits.rule, ladder: rules.slice(0, waits.index).map((rule) => traceRule(seen, rule)) };
  }
  if (name === undefined) return { ladder: [] };
  // No rule was asked: it was passed on to one place.
  if (again?.to !== undefined) return { rule: passedOn(name), ladder: [] };
  const index = rules.findIndex((rule) => rule.name === name);
  const ladder = (index === -1 ? rules : rules.slice(0, index)).map((rule) => traceRule(seen, rule));
  const winner = rules[index];
  if (winner === undefined) return { rule: ending(rules.length), ladder };
  return {
    rule: { ...traceRule(seen, winner), words: wonWords(winner.name, index, winner.when !== undefined) },
    ladder,
  };
}

function wonWords(name: string, index: number, hasCondition: boolean): string {
  const quoted = showRule(name);
  if (!hasCondition) return `The rule ${quoted} takes every lead that comes to it.`;
  return index === 0 ? `The rule ${quoted} fits, and it is the first.` : `The rule ${quoted} is the first that fits.`;
}

function passedOn(name: string): RuleTrace {
  const rule = name === 'otherwise' ? 'otherwise' : `the rule ${showRule(name)}`;
  return { rule: name, holds: 'yes', words: `It came by ${rule}; no rule was asked again.`, failed: [] };
}

function ending(ruleCount: number): RuleTrace {
  const words =
    ruleCount === 0
      ? 'The policy has no rules: otherwise takes every lead.'
      : 'No rule fits, so otherwise takes the lead.';
  return { rule: 'otherwise', holds: 'yes', words, failed: [] };
}
