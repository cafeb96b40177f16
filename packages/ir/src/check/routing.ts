// Scores, rules and queues of a policy → what breaks the promises of routing: every lead ends in a queue at the latest, and nothing stands where it
// has no meaning.

import { lastResortOf } from '../last-resort.ts';
import type { Action, Clock, Effect, Ending, Pick, Policy, Respond, Score, Split, Target } from '../policy.ts';
import { durationMs } from '../values/duration.ts';
import { checkCondition } from './conditions.ts';
import { readsOf } from './defines.ts';
import { checkPercent, checkSpan } from './percent.ts';
import { type At, quote, type Report, under } from './report.ts';
import { checkSplit, checkSplitIds } from './splits.ts';
import { checkTarget } from './targets.ts';
import { checkDecimal, checkName, checkValue, comparedAs, fits, type Scope, typeWords } from './values.ts';

/** Checks scores in the order in which they are computed. `scope` has no scores and no rep. */
export function checkScores(policy: Policy, scope: Scope, report: Report): void {
  const computed = new Set<string>();
  policy.scores.forEach((score, i) => {
    checkScore(score, under(undefined, 'scores', i), { ...scope, scores: computed }, report);
    computed.add(score.name);
  });
}

/** Checks rules and the ending. `scope` has all scores and no rep. */
export function checkRoute(policy: Policy, scope: Scope, report: Report): void {
  const { rules, otherwise } = policy.route;
  rules.forEach((rule, i) => {
    const at = under(undefined, 'route', 'rules', i);
    if (rule.name === 'otherwise') report.add(under(at, 'name'), 'invariant', 'A rule is not called "otherwise"');
    if (rule.when !== undefined) checkCondition(rule.when, under(at, 'when'), scope, report);
    checkEnding(rule, rule.name, at, scope, report);
  });
  const at = under(undefined, 'route', 'otherwise');
  checkEnding(otherwise, 'otherwise', at, scope, report);
  if (lastResortOf(otherwise) === undefined) {
    report.add(under(at, 'action'), 'invariant', '"otherwise" ends in a queue');
  }
  checkSplitIds(policy, report);
}

/** Checks what queues say about order and time. `scope` has all scores and no rep. */
export function checkQueues(policy: Policy, scope: Scope, report: Report): void {
  policy.queues.forEach((queue, i) => {
    const at = under(undefined, 'queues', i);
    if (queue.priority !== undefined) {
      const place = under(at, 'priority');
      const type = checkValue(queue.priority, place, scope, report);
      if (type !== undefined && comparedAs(type) === undefined) {
        report.add(place, 'invariant', `A ${typeWords(type)} has no order`);
      }
    }
    if (queue.claim !== undefined) checkRespond(queue.claim, under(at, 'claim'), scope, report, 'queue');
  });
}

function checkScore(score: Score, at: At, scope: Scope, report: Report): void {
  score.lines.forEach(({ when, halvingEvery }, i) => {
    const place = under(at, 'lines', i);
    checkCondition(when, under(place, 'when'), scope, report);
    if (halvingEvery === undefined) return;
    if (halvingEvery.amount === 0)
      report.add(under(place, 'halvingEvery'), 'invariant', 'Points halve after some time');
    const { signals } = readsOf(when, scope.defines);
    if (signals !== 1) report.add(place, 'invariant', 'A line that halves counts signals in exactly one condition');
  });
}

function checkEnding(ending: Ending, rule: string, at: At, scope: Scope, report: Report): void {
  const { action } = ending;
  if (action.kind === 'route') {
    const place = under(at, 'action');
    if (action.to.kind === 'split') checkSplit(action.to, under(place, 'to'), scope, report);
    else checkTarget(action.to, under(place, 'to'), scope, report);
    checkPick(action.pick, action.to, rule, under(place, 'pick'), scope, report);
    checkFallbacks(action, under(place, 'fallback'), scope, report);
  }
  // `nurture` and `reject` end with nobody.
  const picked: Scope = { ...scope, rep: action.kind === 'route' };
  ending.effects.forEach((effect, i) => {
    checkEffect(effect, under(at, 'effects', i), picked, report);
  });
  if (ending.respond !== undefined) checkRespond(ending.respond, under(at, 'respond'), picked, report, 'rep');
}

function checkFallbacks(
  { to: first, fallback }: Action & { readonly kind: 'route' },
  at: At,
  scope: Scope,
  report: Report,
): void {
  fallback.forEach((entry, i) => {
    const place = under(at, i);
    checkTarget(entry.to, under(place, 'to'), scope, report);
    if (entry.for !== undefined) {
      checkSpan(entry.for, under(place, 'for'), report);
      if (entry.to.kind === 'queue') report.add(under(place, 'for'), 'invariant', 'A queue is no temporary owner');
    }
    const before = i === 0 ? first : fallback[i - 1]?.to;
    if (before?.kind === 'queue') report.add(place, 'invariant', 'Nothing follows a queue: it takes every lead');
  });
}

/** `where`, weights and strategies are for teams and values of type team: a single rep and a queue leave nothing to choose. */
function checkPick(pick: Pick, to: Target | Split, rule: string, at: At, scope: Scope, report: Report): void {
  const { strategy, where, weight, reserve } = pick;
  const withRep: Scope = { ...scope, rep: true };
  const targets = to.kind === 'split' ? to.arms.map((arm) => arm.to) : [to];
  const single = !targets.some((one) => one.kind === 'team' || (one.kind === 'value' && one.as === 'team'));
  const chooses =
    where !== undefined ||
    weight.length > 0 ||
    reserve !== undefined ||
    strategy.kind !== 'rotation' ||
    strategy.rule !== undefined;
  if (single && chooses) report.add(at, 'invariant', 'Only of a team can somebody be chosen');
  if (strategy.kind === 'highest' || strategy.kind === 'lowest') {
    const place = under(at, 'strategy', 'value');
    const type = checkValue(strategy.value, place, withRep, report);
    if (type !== undefined && !(fits(type, 'number') || fits(type, 'date') || fits(type, 'time'))) {
      report.add(place, 'invariant', `A ${typeWords(type)} has no order`);
    }
  } else if (strategy.kind === 'rotation' && strategy.rule !== undefined && strategy.rule !== rule) {
    report.add(
      under(at, 'strategy', 'rule'),
      'invariant',
      `The ledger is of this rule, ${quote(rule)}, or of the team`,
    );
  }
  if (strategy.kind !== 'rotation' && weight.length > 0) {
    report.add(under(at, 'weight'), 'invariant', 'Weights go with rotation only');
  }
  if (reserve !== undefined) {
    const place = under(at, 'reserve');
    if (strategy.kind !== 'rotation') report.add(place, 'invariant', 'A reserve goes with rotation only');
    checkPercent(reserve.share, 0, under(place, 'share'), report);
    checkCondition(reserve.for, under(place, 'for'), withRep, report);
  }
  if (where !== undefined) checkCondition(where, under(at, 'where'), withRep, report);
  weight.forEach(({ weight: amount, applies }, i) => {
    const place = under(at, 'weight', i);
    checkDecimal(amount, under(place, 'weight'), report);
    if (applies.kind === 'when')
      checkCondition(applies.condition, under(place, 'applies', 'condition'), withRep, report);
    if (applies.kind !== 'for') return;
    applies.reps.forEach((rep, j) => {
      checkName('rep', rep, scope.names.reps, under(place, 'applies', 'reps', j), report);
    });
  });
}

/** `scope.rep` says whether somebody has been picked by then. */
function checkEffect(effect: Effect, at: At, scope: Scope, report: Report): void {
  if (effect.to.kind === 'value') checkValue(effect.to.value, under(at, 'to', 'value'), scope, report);
  if (effect.when !== undefined) checkCondition(effect.when, under(at, 'when'), scope, report);
}

function checkRespond(respond: Respond, at: At, scope: Scope, report: Report, whose: 'rep' | 'queue'): void {
  checkClock(respond.within, under(at, 'within'), scope, report, whose);
  respond.ladder.forEach(({ after, step }, i) => {
    const place = under(at, 'ladder', i);
    checkClock(after, under(place, 'after'), scope, report, whose);
    const before = respond.ladder[i - 1]?.after;
    if (before !== undefined && isAfter(before, after)) {
      report.add(under(place, 'after'), 'order', 'It comes before the step above it');
    }
    if (step.kind === 'route') checkTarget(step.to, under(place, 'step', 'to'), { ...scope, rep: false }, report);
    if (step.kind === 'effect') checkEffect(step.effect, under(place, 'step', 'effect'), scope, report);
  });
}

function checkClock(clock: Clock, at: At, scope: Scope, report: Report, whose: 'rep' | 'queue'): void {
  const { working, calendar } = clock;
  if (calendar !== undefined) {
    checkName('calendar', calendar, scope.names.calendars, under(at, 'calendar'), report);
    if (!working) report.add(under(at, 'calendar'), 'invariant', 'Only working time goes by a calendar');
  } else if (working && whose === 'queue') {
    report.add(at, 'invariant', 'Working time of a queue needs a calendar: nobody works in a queue');
  }
}

/** Whether `a` is later than `b`; false where that depends on the instant: months, and elapsed time against working time. */
function isAfter(a: Clock, b: Clock): boolean {
  if (a.working !== b.working || a.calendar !== b.calendar) return false;
  if (a.unit === 'month' || b.unit === 'month') return a.unit === b.unit && a.amount > b.amount;
  const [aMs, bMs] = [durationMs(a), durationMs(b)];
  return aMs !== undefined && bMs !== undefined && aMs > bMs;
}
