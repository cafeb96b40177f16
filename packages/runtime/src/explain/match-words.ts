// Turns what matches came to into sentences: which record was found, how sure that is, which others there were, and what broke a tie.
import { assertNever, type Condition, type Match, type Prefer } from '@fairlead/ir';
import type { Decision, MatchCandidate, MatchResult } from '../decision.ts';
import type { PlanMatch } from '../plan/plan-stages.ts';
import { QUESTIONS } from '../record/questions.ts';
import { failedParts, traceCondition } from './condition-trace.ts';
import type { FailedPart, Finding, MatchCandidateTrace, MatchTrace, RuleTrace } from './explanation.ts';
import { phraseCondition, phraseValue } from './phrase.ts';
import { atCandidate, type Revisit } from './revisit.ts';
import { enumerated, showLead, showQueue, showRule } from './show.ts';

/** In text order. */
export function traceMatches(seen: Revisit): readonly MatchTrace[] {
  return seen.decision.matches.flatMap((result) => {
    const plan = seen.plan.matches.find(({ match }) => match.name === result.match);
    return plan === undefined ? [] : [traceMatch(seen, plan, result)];
  });
}

function traceMatch(seen: Revisit, plan: PlanMatch, result: MatchResult): MatchTrace {
  const { match } = plan;
  const { kind, record, tie, candidates, others } = result;
  const words = tieWords(seen, match, result);
  return {
    match: match.name,
    kind,
    ...(record === undefined ? {} : { record }),
    words: resultWords(seen, match, result),
    ...(tie === undefined || words === undefined ? {} : { tie: { ...tie, words } }),
    candidates: candidates.map((candidate) => traceCandidate(seen, plan, candidate)),
    others,
  };
}

function resultWords(seen: Revisit, match: Match, result: MatchResult): string {
  const { name, accept, review } = match;
  const { kind, record, reviewer, candidates } = result;
  const [best] = candidates;
  if (reviewer !== undefined) {
    const said = record === undefined ? `it is none of the records` : `it is ${showRecord(seen, name, record)}`;
    return `${name}: ${reviewer} said that ${said}.`;
  }
  if (best === undefined) return `${name}: no record fits.`;
  const shown = showRecord(seen, name, best.record);
  switch (kind) {
    case 'matched':
      return `${name} is ${shown}, with ${best.confidence}% (from ${accept}% on it counts).`;
    case 'review': {
      const queue = review === undefined ? '' : ` in ${showQueue(seen.plan, review.queue)}`;
      if (result.tie?.by === 'review')
        return `${name}: several records are as good, with ${best.confidence}%, so a person looks${queue}.`;
      const range = review === undefined ? '' : ` from ${review.from}% on, below ${accept}%, a person looks${queue}`;
      return `${name}: the best is ${shown}, with ${best.confidence}%;${range}.`;
    }
    case 'not-matched':
      return `${name}: the best is ${shown}, with ${best.confidence}%, and ${review?.from ?? accept}% is needed.`;
    default:
      return assertNever(kind);
  }
}

/** Why the first of several that are as good stands first. */
function tieWords(seen: Revisit, { name, prefer }: Match, { tie, candidates }: MatchResult): string | undefined {
  const [best] = candidates;
  if (tie === undefined || best === undefined) return undefined;
  const shown = tie.among.slice(0, MOST_NAMED).map((id) => showRecord(seen, name, id));
  const more = tie.among.length - shown.length;
  const them = enumerated(more === 0 ? shown : [...shown, `${more} more`]);
  switch (tie.by) {
    case 'prefer': {
      const line = prefer[tie.line];
      const words = line === undefined ? 'a preference' : `\`${phrasePrefer(seen, line)}\``;
      return `${them} have ${best.confidence}% each; ${words} decided for ${showRecord(seen, name, best.record)}.`;
    }
    case 'id':
      return `${them} have ${best.confidence}% each, and no preference tells them apart, so the lowest id counts: ${showRecord(seen, name, best.record)}.`;
    case 'review':
      return `${them} have ${best.confidence}% each, and no preference tells them apart.`;
    default:
      return assertNever(tie);
  }
}

const MOST_NAMED = 3;

/** `prefer account.tier is "A"`, `prefer the newest account.since`. */
function phrasePrefer(seen: Revisit, prefer: Prefer): string {
  if (prefer.kind === 'condition')
    return `prefer ${phraseCondition(prefer.condition, ({ id }) => seen.sealed.has(id))}`;
  return `prefer the ${prefer.kind} ${phraseValue(prefer.value)}`;
}

function traceCandidate(seen: Revisit, plan: PlanMatch, candidate: MatchCandidate): MatchCandidateTrace {
  const { match } = plan;
  const { record, confidence, lines } = candidate;
  const at = atCandidate(seen, plan, record);
  return {
    record,
    confidence,
    words: `${showRecord(seen, match.name, record)}: ${confidence}%`,
    lines: match.lines.flatMap((line, index) => {
      const own = lines[index];
      if (own === undefined) return [];
      const alike = hidesNames(seen, line.when) ? undefined : own.alike;
      const finding: Finding = {
        words: `${line.confidence}% when ${phraseCondition(line.when, ({ id }) => seen.sealed.has(id))}`,
        holds: own.confidence === '0' ? 'no' : 'yes',
        ...(alike === undefined ? {} : { was: alikeWords(alike, own.confidence, line.confidence) }),
      };
      const failed = own.confidence === '0' && at !== undefined ? failedOf(at, line.when) : [];
      return [{ ...finding, confidence: own.confidence, ...(alike === undefined ? {} : { alike }), failed }];
    }),
  };
}

/** A line that is one condition says itself what failed; how alike names are stands beside it. */
function failedOf(at: Revisit, when: Condition): readonly FailedPart[] {
  if (when.kind !== 'and') return [];
  return when.of.filter(({ kind }) => kind !== 'like').flatMap((part) => failedParts(traceCondition(at, part)));
}

/** How alike a private name is, nobody is told. */
function hidesNames(seen: Revisit, when: Condition): boolean {
  if (when.kind === 'and') return when.of.some((part) => hidesNames(seen, part));
  return when.kind === 'like' && seen.sealed.has(when.id);
}

function alikeWords(alike: string, confidence: string, of: number): string {
  const names = `the names are ${alike}% alike`;
  return confidence === '0' || confidence === `${of}` ? names : `${names}, so ${confidence}%`;
}

/** `Zentara GmbH (a17)`: the record's field `name`, where it has a public one, and its id. */
export function showRecord(seen: Revisit, match: string, id: string): string {
  const name = recordName(seen.decision, match, id);
  return name === undefined ? `the record ${showLead(id)}` : `${name} (${showLead(id)})`;
}

/** What the record's field `name` said when the lead was decided on; undefined where it has none, or a private one, which is masked there. */
export function recordName({ inputs }: Decision, match: string, id: string): string | undefined {
  const { candidates, chosen } = entriesOf(inputs.answers[QUESTIONS.match(match)]);
  const all = [...(Array.isArray(candidates) ? candidates : []), ...(chosen === undefined ? [] : [chosen])];
  const found = all.map(entriesOf).find((one) => one['id'] === id);
  const name = entriesOf(found?.['record'])['name'];
  return typeof name === 'string' ? name : undefined;
}

function entriesOf(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : {};
}

/** The rule before which a lead in review waits. `index`: its place among the rules and the ending. */
export interface Waits {
  readonly index: number;
  readonly rule: RuleTrace;
}

/** Undefined where the lead does not wait for a review. */
export function waitsBefore({ plan, decision }: Revisit): Waits | undefined {
  const { outcome, rule: name } = decision;
  if (outcome.kind !== 'review' || name === undefined) return undefined;
  const index = [...plan.rules.map((rule) => rule.name), 'otherwise'].indexOf(name);
  const quoted = name === 'otherwise' ? 'What stands under otherwise' : `The rule ${showRule(name)}`;
  return {
    // Of another policy's decision, nothing is said of the rules before it.
    index: Math.max(index, 0),
    rule: {
      rule: name,
      holds: 'unknown',
      words: `${quoted} is next and reads the match ${outcome.match}: somebody has to say first which one that is.`,
      failed: [],
    },
  };
}
