// The policy block and what comes before routing (enrich, match, scores) → numbers, shares and lines that make no sense.

import type {
  Condition,
  DefineDeclaration,
  EnrichBlock,
  MatchBlock,
  PolicyBlock,
  Reading,
  ScoreBlock,
  ScoreLine,
} from '../ast/nodes.ts';
import { eachCondition, eachValueReading } from '../names/condition-walk.ts';
import { type Checking, isAbsent, problem } from './checking.ts';
import { checkAgeDuration, checkDuration } from './durations.ts';
import { checkDate, checkPercent, checkWhole } from './literals.ts';
import { comparedAs } from './operand.ts';
import { typeWords, valueWords } from './words.ts';
import { checkZone } from './written.ts';

/** Checks every policy, enrich, match and score block, but for their conditions and values. */
export function checkStages(checking: Checking): void {
  const asked = askedInDefines(checking);
  for (const file of checking.bindings.files) {
    for (const policy of file.policies) checkPolicy(policy, checking);
    for (const declaration of file.declarations) {
      if (declaration.kind === 'enrich') checkEnrich(declaration, checking);
      if (declaration.kind === 'match') checkMatch(declaration, checking);
      if (declaration.kind === 'score') checkScore(declaration, asked, checking);
    }
  }
}

function checkPolicy(policy: PolicyBlock, checking: Checking): void {
  const { label } = policy;
  if (!isAbsent(label) && label.value.trim() === '')
    problem('FL365', label.span, { what: 'The label of a policy' }, checking);
  for (const entry of policy.entries) {
    if (entry.kind === 'language' && !isAbsent(entry.version) && entry.version.decimal !== '1') {
      const fixes = [{ title: 'Write `language 1`', edits: [{ span: entry.version.span, text: '1' }] }];
      problem('FL354', entry.version.span, { version: entry.version.raw }, checking, { fixes });
    }
    if (entry.kind === 'zone') checkZone(entry.zone, checking);
    if (entry.kind === 'reviewed') {
      checkDate(entry.on, checking);
      checkAgeDuration(entry.every, checking);
    }
  }
}

/** The key is text or a number; what it fills can be missing. */
function checkEnrich(enrich: EnrichBlock, checking: Checking): void {
  checkDuration(enrich.within, checking);
  if (enrich.reuseFor !== undefined) checkDuration(enrich.reuseFor, checking);
  const key = checking.values.get(enrich.by.id);
  if (key !== undefined && key.kind !== 'unknown' && comparedAs(key) === undefined) {
    problem('FL333', enrich.by.span, { value: valueWords(enrich.by), type: typeWords(key), kind: key.kind }, checking);
  }
  const seen = new Set<string>();
  for (const name of enrich.fill) {
    const referent = checking.bindings.references.get(name.id);
    if (referent?.kind !== 'lead-field') continue;
    const [field] = referent.path;
    if (seen.has(name.text)) problem('FL213', name.span, { what: name.text, where: 'this list of fields' }, checking);
    else if (field !== undefined && !field.modifiers.some((modifier) => modifier.kind === 'optional')) {
      const related = [{ span: field.span, message: 'declared here:' }];
      problem('FL364', name.span, { field: name.text }, checking, { related });
    }
    seen.add(name.text);
  }
}

function checkMatch(match: MatchBlock, checking: Checking): void {
  for (const line of match.lines) {
    checkPercent(line.confidence, 'The confidence', { from: 1, to: 100 }, checking);
    // Without its record nothing is known of the match; that has been reported.
    const isKnown = checking.bindings.recordsBySource.has(match.source.text);
    if (isKnown && !hasLink(line.when, match, checking))
      problem('FL362', line.when.span, { match: match.name.text }, checking);
  }
  const accept = checkPercent(match.accept, '`accept`', { from: 1, to: 100 }, checking);
  const review = match.review && checkPercent(match.review.from, '`review`', { from: 1, to: 100 }, checking);
  if (match.review !== undefined && accept !== undefined && review !== undefined && review >= accept) {
    problem('FL363', match.review.from.span, { review: match.review.from.raw, accept: match.accept.raw }, checking);
  }
  for (const prefer of match.prefer) {
    if (prefer.kind !== 'prefer-order') continue;
    const type = checking.values.get(prefer.value.id);
    if (type === undefined || type.kind === 'unknown') continue;
    const wantsTime = prefer.order === 'newest' || prefer.order === 'oldest';
    const as = comparedAs(type);
    const isTime = as === 'date' || as === 'time';
    if (wantsTime ? isTime : as === 'number' || isTime) continue;
    const params = { value: valueWords(prefer.value), type: typeWords(type), operator: `the ${prefer.order}` };
    problem('FL336', prefer.value.span, params, checking);
  }
}

/** Whether a line compares the record with the lead by a top-level `is` or `is like`. */
function hasLink(when: Condition, match: MatchBlock, checking: Checking): boolean {
  const parts = when.kind === 'and' ? when.parts : [when];
  return parts.some((part) => {
    if (part.kind === 'broken') return true;
    if (part.kind !== 'comparison' || part.test === undefined) return false;
    const { test } = part;
    if (test.kind === 'broken') return true;
    if ((test.kind !== 'equals' && test.kind !== 'is-like') || test.negated) return false;
    const sides = [part.value, test.right].map((side) => {
      const sources = new Set<'lead' | 'record'>();
      eachValueReading(side, (reading) => sourceOf(reading, match, checking, sources));
      return sources;
    });
    // What could not be resolved has been reported.
    if (sides.some((side) => side.size === 0)) return !checking.comparisons.has(part.id);
    return sides.some((side) => side.has('lead')) && sides.some((side) => side.has('record'));
  });
}

function sourceOf({ path, of }: Reading, match: MatchBlock, checking: Checking, sources: Set<'lead' | 'record'>): void {
  for (const one of of?.kind === 'path' ? [path, of] : [path]) {
    const referent = checking.bindings.references.get(one.id);
    if (referent?.kind === 'match-field' && referent.match === match) sources.add('record');
    else if (referent?.kind === 'lead-field' || referent?.kind === 'match-field') sources.add('lead');
  }
}

/** How often something asks for signals; undefined where it could not be made out. */
type Asked = ReadonlyMap<DefineDeclaration, number | undefined>;

function askedInDefines(checking: Checking): Asked {
  const asked = new Map<DefineDeclaration, number | undefined>();
  for (const define of checking.bindings.defineOrder) asked.set(define, signalsIn(define.condition, asked, checking));
  return asked;
}

function checkScore(score: ScoreBlock, asked: Asked, checking: Checking): void {
  checkWhole(score.max, 'The most a score can be', { from: 1 }, checking);
  for (const line of score.lines) {
    checkWhole(line.points, 'The points', { from: Number.MIN_SAFE_INTEGER }, checking);
    if (line.halvingEvery !== undefined) checkHalving(line, line.halvingEvery, asked, checking);
  }
}

/** Points decay by the age of one kind of signal, so the line has to ask for exactly one, itself or in a define. */
function checkHalving(
  line: ScoreLine,
  every: NonNullable<ScoreLine['halvingEvery']>,
  asked: Asked,
  checking: Checking,
): void {
  checkDuration(every, checking);
  const includes = signalsIn(line.when, asked, checking);
  if (includes !== undefined && includes !== 1) problem('FL360', every.span, { includes }, checking);
}

/** How often a condition asks for signals. `asked` says it of defines. */
function signalsIn(root: Condition, asked: Asked, checking: Checking): number | undefined {
  let includes = 0;
  let unclear = false;
  eachCondition(root, (condition) => {
    if (condition.kind === 'broken') unclear = true;
    if (condition.kind !== 'comparison') return;
    const meaning = checking.comparisons.get(condition.id);
    const inside = meaning?.kind === 'define' ? asked.get(meaning.define) : meaning?.kind === 'signals' ? 1 : 0;
    if (meaning === undefined || inside === undefined) unclear = true;
    else includes += inside;
  });
  return unclear ? undefined : includes;
}
