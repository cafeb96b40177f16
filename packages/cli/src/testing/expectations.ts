// An expectation of a test and a decision → whether it is met, and both in the words of the language.
import { assertNever, type Clock, durationMs, type Expectation } from '@fairlead/ir';
import { type Decision, phraseClock, winningRule } from '@fairlead/runtime';
import { listed } from '../output/words.ts';

/** Whether the decision is as expected. */
export function isMet(expectation: Expectation, decision: Decision): boolean {
  const { outcome, respond, scores } = decision;
  switch (expectation.kind) {
    case 'rule':
      return winningRule(decision) === expectation.rule;
    case 'otherwise':
      return winningRule(decision) === 'otherwise';
    case 'rep':
      return outcome.kind === 'assigned' && outcome.rep === expectation.rep;
    case 'team':
      return outcome.kind === 'assigned' && outcome.team === expectation.team;
    case 'queue':
      return 'queue' in outcome && outcome.queue === expectation.queue;
    case 'nurture':
      return outcome.kind === 'nurtured' && outcome.track === expectation.track;
    case 'reject':
      return outcome.kind === 'rejected' && outcome.reason === expectation.reason;
    case 'invalid':
      return outcome.kind === 'invalid';
    case 'respond':
      return respond !== undefined && isSameClock(respond.within, expectation.within);
    case 'score': {
      const score = scores.find(({ name }) => name === expectation.score);
      return score !== undefined && COMPARE[expectation.operator](score.points, expectation.value);
    }
    default:
      return assertNever(expectation);
  }
}

const COMPARE: {
  readonly [operator in Extract<Expectation, { kind: 'score' }>['operator']]: (a: number, b: number) => boolean;
} = {
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
};

/** The expectation as the test writes it. */
export function expectedWords(expectation: Expectation): string {
  switch (expectation.kind) {
    case 'rule':
      return `rule ${JSON.stringify(expectation.rule)}`;
    case 'rep':
      return `rep ${expectation.rep}`;
    case 'team':
      return `team ${expectation.team}`;
    case 'queue':
      return `queue ${expectation.queue}`;
    case 'nurture':
      return `nurture ${JSON.stringify(expectation.track)}`;
    case 'reject':
      return `reject ${JSON.stringify(expectation.reason)}`;
    case 'otherwise':
    case 'invalid':
      return expectation.kind;
    case 'respond':
      return `respond within ${phraseClock(expectation.within)}`;
    case 'score':
      return `${expectation.score} ${expectation.operator} ${expectation.value}`;
    default:
      return assertNever(expectation);
  }
}

/** What there was instead, in the same words. */
export function gotWords(expectation: Expectation, decision: Decision): string {
  const { respond, scores, outcome } = decision;
  const rule = winningRule(decision);
  switch (expectation.kind) {
    case 'rule':
    case 'otherwise':
      return rule === undefined ? outcomeWords(decision) : rule === 'otherwise' ? rule : `rule ${JSON.stringify(rule)}`;
    case 'respond':
      return respond === undefined ? 'no time to respond' : `respond within ${phraseClock(respond.within)}`;
    case 'score': {
      const score = scores.find(({ name }) => name === expectation.score);
      return score === undefined ? 'no score, because the lead is invalid' : `${score.name} is ${score.points}`;
    }
    case 'team':
      return outcome.kind === 'assigned' ? `team ${outcome.team}` : outcomeWords(decision);
    case 'rep':
    case 'queue':
    case 'nurture':
    case 'reject':
    case 'invalid':
      return outcomeWords(decision);
    default:
      return assertNever(expectation);
  }
}

function outcomeWords({ outcome, issues }: Decision): string {
  switch (outcome.kind) {
    case 'assigned':
      return `rep ${outcome.rep} of team ${outcome.team}`;
    case 'queued':
      return `queue ${outcome.queue}`;
    case 'review':
      return `queue ${outcome.queue}, for somebody to look at the match ${outcome.match}`;
    case 'nurtured':
      return `nurture ${JSON.stringify(outcome.track)}`;
    case 'rejected':
      return `reject ${JSON.stringify(outcome.reason)}`;
    case 'invalid': {
      const fields = issues.filter(({ fatal }) => fatal).map(({ field }) => field);
      return `invalid, because of ${listed(fields)}`;
    }
    default:
      return assertNever(outcome);
  }
}

/** Elapsed time is the same in any unit; working time and months are not. */
function isSameClock(a: Clock, b: Clock): boolean {
  if (a.working !== b.working || a.calendar !== b.calendar) return false;
  if (a.unit === b.unit) return a.amount === b.amount;
  const aMs = durationMs(a);
  return !a.working && aMs !== undefined && aMs === durationMs(b);
}
