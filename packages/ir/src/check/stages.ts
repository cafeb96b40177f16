// Enrichers, matches and what teams count → what breaks the promises of the stages before routing: what they read is there by then, and records can be found.

import type { Enricher, Match, MatchLine, Prefer } from '../before-routing.ts';
import type { Condition, Value } from '../conditions.ts';
import type { Policy } from '../policy.ts';
import { walkValue } from '../walk.ts';
import { checkCondition } from './conditions.ts';
import { checkPercent, checkSpan } from './percent.ts';
import { type At, quote, type Report, under } from './report.ts';
import { checkDecimal, checkName, checkValue, comparedAs, type Scope, typeWords } from './values.ts';

/** Checks whom a policy asks. `scope` has nothing but the lead. */
export function checkEnrichers(policy: Policy, scope: Scope, report: Report): void {
  policy.enrichers.forEach((enricher, i) => {
    checkEnricher(enricher, under(undefined, 'enrichers', i), scope, report);
  });
}

/** Checks matches in the order in which they are made. `scope` has no matches. */
export function checkMatches(policy: Policy, scope: Scope, report: Report): void {
  const made = new Set<string>();
  policy.matches.forEach((match, i) => {
    checkMatch(match, under(undefined, 'matches', i), { ...scope, matches: made, candidate: match.name }, report);
    made.add(match.name);
  });
}

/** Checks what teams say of their load. `scope` has everything but a rep. */
export function checkLoads(policy: Policy, scope: Scope, report: Report): void {
  policy.teams.forEach(({ pauseAbove, counts }, i) => {
    const at = under(undefined, 'teams', i);
    if (pauseAbove !== undefined) {
      checkDecimal(pauseAbove, under(at, 'pauseAbove'), report);
      if (pauseAbove === 0) report.add(under(at, 'pauseAbove'), 'invariant', 'It is more than 0');
    }
    counts.forEach(({ when }, j) => {
      checkCondition(when, under(at, 'counts', j, 'when'), scope, report);
    });
  });
}

function checkEnricher({ by, fill, within, reuseFor }: Enricher, at: At, scope: Scope, report: Report): void {
  const type = checkValue(by, under(at, 'by'), scope, report);
  if (type !== undefined && comparedAs(type) === undefined) {
    report.add(under(at, 'by'), 'invariant', `A ${typeWords(type)} is no key`);
  }
  const seen = new Set<string>();
  fill.forEach((name, i) => {
    const place = under(at, 'fill', i);
    checkName('field of the lead', name, scope.names.lead, place, report);
    if (seen.has(name)) report.add(place, 'duplicate', `${quote(name)} is there twice`);
    seen.add(name);
    if (scope.names.lead.get(name)?.optional === false) {
      report.add(place, 'invariant', `${quote(name)} is never missing: only optional fields are filled`);
    }
  });
  checkSpan(within, under(at, 'within'), report);
  if (reuseFor !== undefined) checkSpan(reuseFor, under(at, 'reuseFor'), report);
}

function checkMatch(match: Match, at: At, scope: Scope, report: Report): void {
  const { record, lines, accept, review, prefer } = match;
  checkName('record', record, scope.names.records, under(at, 'record'), report);
  lines.forEach((line, i) => {
    checkLine(line, match.name, under(at, 'lines', i), scope, report);
  });
  checkPercent(accept, 1, under(at, 'accept'), report);
  if (review !== undefined) {
    const place = under(at, 'review');
    checkPercent(review.from, 1, under(place, 'from'), report);
    if (review.from >= accept) report.add(under(place, 'from'), 'order', 'Review begins below what is accepted');
    checkName('queue', review.queue, scope.names.queues, under(place, 'queue'), report);
  }
  prefer.forEach((one, i) => {
    checkPrefer(one, under(at, 'prefer', i), scope, report);
  });
}

function checkLine({ confidence, when }: MatchLine, match: string, at: At, scope: Scope, report: Report): void {
  checkPercent(confidence, 1, under(at, 'confidence'), report);
  checkCondition(when, under(at, 'when'), scope, report);
  const parts = when.kind === 'and' ? when.of : [when];
  if (parts.some((part) => isLink(part, match))) return;
  report.add(under(at, 'when'), 'invariant', 'No part compares the record with the lead by "is" or "like"');
}

/** One side reads nothing but the record, the other something else and not the record. */
function isLink(condition: Condition, match: string): boolean {
  if (condition.kind !== 'like' && condition.kind !== 'compare') return false;
  const holdsWhereEqual = condition.kind === 'like' ? !condition.negated : condition.operator === 'is';
  if (!holdsWhereEqual) return false;
  const sides = [condition.left, condition.right].map((side) => readsOfSide(side, match));
  return sides.includes('record') && sides.includes('lead');
}

function readsOfSide(value: Value, match: string): 'record' | 'lead' | 'both' | 'nothing' {
  let [record, lead] = [false, false];
  walkValue(value, {
    value: (part) => {
      if (part.kind === 'match' && part.match === match) record = true;
      else if (part.kind === 'lead' || part.kind === 'match') lead = true;
    },
  });
  if (record && lead) return 'both';
  return record ? 'record' : lead ? 'lead' : 'nothing';
}

function checkPrefer(prefer: Prefer, at: At, scope: Scope, report: Report): void {
  if (prefer.kind === 'condition') {
    checkCondition(prefer.condition, under(at, 'condition'), scope, report);
    return;
  }
  const place = under(at, 'value');
  const type = checkValue(prefer.value, place, scope, report);
  if (type === undefined) return;
  const as = comparedAs(type);
  const isTime = as === 'date' || as === 'time';
  const ordered = prefer.kind === 'newest' || prefer.kind === 'oldest' ? isTime : isTime || as === 'number';
  if (!ordered) report.add(place, 'invariant', `Of a ${typeWords(type)} there is no ${prefer.kind}`);
}
