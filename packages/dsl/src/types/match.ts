// A match → lines that find nothing, that never count or make no sense, and ties that would be broken by what nobody may see.

import type { Condition, MatchBlock, MatchLine, PreferLine, Reading } from '../ast/nodes.ts';
import { eachValueReading } from '../names/condition-walk.ts';
import { type Checking, isAbsent, problem } from './checking.ts';
import { checkPercent } from './literals.ts';
import { comparedAs } from './operand.ts';
import { reportPrivate } from './routing/private.ts';
import { typeWords, valueWords } from './words.ts';

/** Checks a match, but for its conditions and values. */
export function checkMatch(match: MatchBlock, checking: Checking): void {
  const confidences = match.lines.map((line) => checkPercent(line.confidence, 'The confidence', PERCENT, checking));
  // Without its record, or under the name of something else, nothing is known of the match; that has been reported.
  const { recordsBySource, matches } = checking.bindings;
  const isKnown = recordsBySource.has(match.source.text) && matches.get(match.name.text) === match;
  for (const line of match.lines) if (isKnown) checkLink(line, match, checking);
  const accept = isAbsent(match.accept) ? undefined : checkPercent(match.accept, '`accept`', PERCENT, checking);
  const review = match.review && checkPercent(match.review.from, '`review`', PERCENT, checking);
  if (match.review !== undefined && accept !== undefined && review !== undefined && review >= accept) {
    problem('FL363', match.review.from.span, { review: match.review.from.raw, accept: match.accept.raw }, checking);
  }
  const least = match.review === undefined ? accept : review;
  const needed = match.review === undefined ? match.accept : match.review.from;
  for (const [at, line] of match.lines.entries()) {
    const confidence = confidences[at];
    if (confidence === undefined || least === undefined || confidence >= least) continue;
    const related = [{ span: needed.span, message: 'nothing below this counts:' }];
    const params = { confidence: line.confidence.raw, needed: needed.raw };
    problem('FL369', line.confidence.span, params, checking, { related });
  }
  for (const prefer of match.prefer) if (prefer.kind === 'prefer-order') checkOrder(prefer, checking);
}

const PERCENT = { from: 1, to: 100 } as const;

/** `the newest`, `the oldest` of dates and instants; `the highest`, `the lowest` of numbers too. */
function checkOrder({ order, value }: Extract<PreferLine, { kind: 'prefer-order' }>, checking: Checking): void {
  const type = checking.values.get(value.id);
  if (type === undefined || type.kind === 'unknown') return;
  const wantsTime = order === 'newest' || order === 'oldest';
  const as = comparedAs(type);
  const isTime = as === 'date' || as === 'time';
  if (wantsTime ? isTime : as === 'number' || isTime) {
    reportPrivate(value, 'preference', checking);
    return;
  }
  if (wantsTime) {
    const instead = as !== 'number' ? undefined : order === 'newest' ? 'highest' : 'lowest';
    problem('FL370', value.span, { value: valueWords(value), type: typeWords(type), instead }, checking);
    return;
  }
  problem('FL336', value.span, { value: valueWords(value), type: typeWords(type), operator: `the ${order}` }, checking);
}

/** A line compares the record with the lead by an `is` or `is like` that is the line or a part of its outermost `and`. */
function checkLink({ when }: MatchLine, match: MatchBlock, checking: Checking): void {
  const parts = partsOf(when);
  if (parts.some((part) => isLink(part, match, checking))) return;
  const isOr =
    when.kind === 'or' && when.parts.every((part) => partsOf(part).some((one) => isLink(one, match, checking)));
  const inside = isOr ? 'or' : parts.some((part) => isDefine(part, checking)) ? 'define' : undefined;
  problem('FL362', when.span, { match: match.name.text, inside }, checking);
}

/** The parts of a condition that must all hold: chains of `and` laid flat. */
function partsOf(condition: Condition): readonly Condition[] {
  return condition.kind === 'and' ? condition.parts.flatMap(partsOf) : [condition];
}

function isDefine({ id }: Condition, { comparisons }: Checking): boolean {
  return comparisons.get(id)?.kind === 'define';
}

/** One side reads the record and nothing else, the other reads the lead and not the record. What was reported counts as a link. */
function isLink(part: Condition, match: MatchBlock, checking: Checking): boolean {
  if (part.kind === 'broken') return true;
  if (part.kind !== 'comparison' || part.test === undefined) return false;
  const { test } = part;
  if (test.kind === 'broken') return true;
  if ((test.kind !== 'equals' && test.kind !== 'is-like') || test.negated) return false;
  if (!checking.comparisons.has(part.id)) return true;
  const [left, right] = [part.value, test.right].map((side) => {
    const sources = new Set<Source>();
    eachValueReading(side, (reading) => noteSources(reading, match, checking, sources));
    return sources;
  });
  if (left === undefined || right === undefined) return false;
  return (
    (isRecord(left) && !right.has('record') && right.has('lead')) ||
    (isRecord(right) && !left.has('record') && left.has('lead'))
  );
}

type Source = 'lead' | 'record';

function isRecord(sources: ReadonlySet<Source>): boolean {
  return sources.has('record') && sources.size === 1;
}

/** What an earlier match found counts as the lead's. */
function noteSources({ path, of }: Reading, match: MatchBlock, checking: Checking, sources: Set<Source>): void {
  for (const one of of?.kind === 'path' ? [path, of] : [path]) {
    const referent = checking.bindings.references.get(one.id);
    if (referent?.kind === 'match-field' && referent.match === match) sources.add('record');
    else if (referent?.kind === 'lead-field' || referent?.kind === 'match-field') sources.add('lead');
  }
}
