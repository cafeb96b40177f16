// A rule's clauses beside its action → clauses that have no meaning there, and clauses that contradict each other.

import type { Action, Clause, Otherwise, Rule, Target } from '../../ast/nodes.ts';
import { type Checking, problem, rewrite } from '../checking.ts';
import { checkDuration } from '../durations.ts';
import { checkPercent } from '../literals.ts';
import type { TargetMeaning } from '../types.ts';
import { readingText } from '../words.ts';
import { checkRespond } from './ladders.ts';
import { checkNotify } from './notify.ts';
import { clauseWords, fallbackOf } from './parts.ts';
import { queueArms, queueOf, takerOf } from './queues.ts';
import { conditionReadsRep } from './reads-rep.ts';
import { checkSplit } from './splits.ts';
import { checkStrategy } from './strategies.ts';
import { checkWeights } from './weights.ts';

/** Checks the clauses of a rule or of `otherwise`. The targets must have been checked. */
export function checkClauses(rule: Rule | Otherwise, checking: Checking): void {
  const { action, clauses } = rule;
  if (action.kind === 'broken') return;
  for (const clause of clauses) checkClause(clause, action, checking);
  if (action.kind !== 'route-to') return;
  if (action.target.kind === 'split') checkSplit(action.target, checking);
  checkFallback(action.target, clauses, checking);
  reportContradictions(clauses, checking);
}

/** Checks the default lines. */
export function checkDefaults(clauses: readonly Clause[], checking: Checking): void {
  for (const clause of clauses) checkInside(clause, undefined, checking);
  reportContradictions(clauses, checking);
}

function checkClause(clause: Clause, action: Action, checking: Checking): void {
  const words = clauseWords(clause);
  if (action.kind !== 'route-to') {
    if (clause.kind !== 'because' && clause.kind !== 'notify') {
      const verb = action.kind === 'nurture' ? 'nurture' : 'reject';
      const fixes = [rewrite(clause.span, '', `Remove \`${words}\``)];
      problem('FL519', clause.span, { clause: words, action: verb }, checking, { fixes });
      return;
    }
  } else if (!fitsTarget(clause, action.target, checking)) {
    return;
  }
  checkInside(clause, action, checking);
}

/** Whether a clause that chooses among reps stands where there is a choice. Reports it if not. */
function fitsTarget(clause: Clause, target: Target, checking: Checking): boolean {
  const picks = ['strategy', 'where', 'weight', 'reserve'].includes(clause.kind);
  const checksRep = clause.kind === 'available-within' || clause.kind === 'even';
  if (!picks && !checksRep) return true;
  const meanings = meaningsOf(target, checking);
  if (meanings === undefined) return true;
  const chooses = meanings.some((meaning) => (picks ? isOfTeam(meaning) : meaning.kind !== 'queue'));
  if (chooses) return true;
  const kind = meanings.every((meaning) => meaning.kind === 'queue') ? 'queue' : 'rep';
  const words = target.kind === 'reading' ? readingText(target) : undefined;
  // Somebody would get leads whom the clause kept them from.
  const fixes = [{ ...rewrite(clause.span, '', `Remove \`${clauseWords(clause)}\``), guess: true as const }];
  problem('FL507', clause.span, { clause: clauseWords(clause), kind, target: words }, checking, { fixes });
  return false;
}

/** What a target can be; undefined where one of them was reported. */
function meaningsOf(target: Target, checking: Checking): readonly TargetMeaning[] | undefined {
  const readings = target.kind === 'split' ? target.arms.map((arm) => arm.target) : [target];
  const meanings = readings.map((one) => (one.kind === 'reading' ? checking.targets.get(one.id) : undefined));
  return meanings.every((meaning) => meaning !== undefined) && meanings.length > 0 ? meanings : undefined;
}

function isOfTeam(meaning: TargetMeaning): boolean {
  return meaning.kind === 'team' || (meaning.kind === 'value' && meaning.as === 'team');
}

function checkInside(clause: Clause, action: Action | undefined, checking: Checking): void {
  switch (clause.kind) {
    case 'strategy':
      checkStrategy(clause.strategy, checking);
      return;
    case 'weight':
      checkWeights(clause.lines, action, checking);
      return;
    case 'reserve':
      checkReserve(clause, checking);
      return;
    case 'available-within':
      checkDuration(clause.duration, checking);
      return;
    case 'respond':
      checkRespond(clause, checking);
      return;
    case 'notify':
      checkNotify(clause, checking);
      return;
    case 'because':
      reportBlank(clause, checking);
      return;
    case 'where':
    case 'even':
    case 'fallback':
      return;
  }
}

/** A group of the reps: who is in it depends on the rep. */
function checkReserve({ share, condition }: Extract<Clause, { kind: 'reserve' }>, checking: Checking): void {
  checkPercent(share, 'The share', { from: 0.01, to: 100 }, checking);
  if (!conditionReadsRep(condition, checking)) problem('FL533', condition.span, {}, checking);
}

function reportBlank({ text }: Extract<Clause, { kind: 'because' }>, checking: Checking): void {
  if (text.span.start !== text.span.end && text.value.trim() === '') {
    problem('FL365', text.span, { what: 'A reason' }, checking);
  }
}

/** Nothing may follow what takes every lead, and nothing need be tried twice. */
function checkFallback(target: Target, clauses: readonly Clause[], checking: Checking): void {
  let queue = takerOf(target, checking);
  // Behind a split the queue of an arm may stand once more, for whoever reads it: the lead ends there either way.
  let split = target.kind === 'split' ? queueArms(target, checking) : undefined;
  const tried = new Set<string>();
  // Fallbacks go without `where`, `weight` and `reserve`: the same team is another choice then.
  const narrows = clauses.some(({ kind }) => kind === 'where' || kind === 'weight' || kind === 'reserve');
  if (target.kind === 'reading' && !narrows) tried.add(readingText(target));
  for (const entry of fallbackOf(clauses)) {
    if (entry.for !== undefined) checkDuration(entry.for, checking);
    if (entry.target.kind !== 'reading') continue;
    const entryQueue = queueOf(entry.target, checking);
    if (entry.for !== undefined && entryQueue !== undefined) {
      const fixes = [rewrite({ ...entry.span, start: entry.target.span.end }, '', 'Remove `for …`')];
      problem('FL530', entry.for.span, { queue: entryQueue }, checking, { fixes });
    }
    const text = readingText(entry.target);
    const again = entryQueue !== undefined && split?.includes(entryQueue) === true;
    if (queue !== undefined && !again) {
      problem('FL506', entry.span, { queue, target: text, split: split !== undefined }, checking);
      return;
    }
    const fixes = [rewrite(entry.span, '', `Remove \`${text}\``)];
    // A temporary owner comes once a lead: the second time the same person may be tried for good.
    const own = entry.for === undefined ? text : `${text} for`;
    if (tried.has(text) || tried.has(own)) problem('FL521', entry.span, { target: text }, checking, { fixes });
    tried.add(own);
    queue = entryQueue;
    split = undefined;
  }
}

function reportContradictions(clauses: readonly Clause[], checking: Checking): void {
  const strategy = clauses.find((clause) => clause.kind === 'strategy');
  if (strategy !== undefined && strategy.strategy.kind !== 'by-rotation' && strategy.strategy.kind !== 'broken') {
    for (const clause of clauses) {
      if (clause.kind !== 'weight' && clause.kind !== 'reserve') continue;
      const related = [{ span: strategy.span, message: 'the strategy:' }];
      problem('FL508', clause.span, { clause: clause.kind }, checking, { related });
    }
  }
  const available = clauses.find((clause) => clause.kind === 'available-within');
  const even = clauses.find((clause) => clause.kind === 'even' && clause.what === 'off-duty');
  if (available !== undefined && even !== undefined) {
    const [first, second] = available.span.start < even.span.start ? [available, even] : [even, available];
    problem('FL516', second.span, {}, checking, { related: [{ span: first.span, message: 'the other one:' }] });
  }
}
