// Turns clocks, effects and issues of a decision into sentences.
import { assertNever, parseInstant } from '@fairlead/ir';
import type { Decision, EffectData, Issue, RespondClock } from '../decision.ts';
import { fieldsAlong } from '../plan/facts.ts';
import type { Plan } from '../plan/plan.ts';
import type { ClockTrace, EffectTrace, IssueTrace } from './explanation.ts';
import { phraseClock } from './phrase.ts';
import { showInstantFrom, showQueue, showRep, showTeam } from './show.ts';

type Rung = RespondClock['ladder'][number];

/** The time to respond, then the queue's time to claim. */
export function traceClocks(plan: Plan, decision: Decision): readonly ClockTrace[] {
  const { at, respond, claim, again } = decision;
  const since = again?.respond?.kind === 'running' ? again.respond.since : undefined;
  return [
    ...(respond === undefined
      ? []
      : [traceClock(plan, at, 'respond', since === undefined ? respond : left(respond, at), since)]),
    ...(claim === undefined ? [] : [traceClock(plan, at, 'claim', claim, undefined)]),
  ];
}

/** The steps of a clock that runs on which are still to come. */
function left(clock: RespondClock, at: string): RespondClock {
  const atMs = parseInstant(at) ?? 0;
  const ladder = clock.ladder.filter(({ due }) => due === undefined || (parseInstant(due) ?? 0) > atMs);
  return { ...clock, ladder };
}

const OPENINGS: Readonly<Record<ClockTrace['kind'], string>> = {
  respond: 'First contact is due within',
  claim: 'Somebody must take it from the queue within',
};

/** `since`: of a clock that an earlier decision began. */
function traceClock(
  plan: Plan,
  at: string,
  kind: ClockTrace['kind'],
  { within, due, ladder }: RespondClock,
  since: string | undefined,
): ClockTrace {
  const from = since === undefined ? '' : ` of the decision at ${showInstantFrom(at, since)}`;
  const isOver = due !== undefined && (parseInstant(due) ?? 0) <= (parseInstant(at) ?? 0);
  const opening = isOver ? OPENINGS[kind].replace(' is due', ' was due') : OPENINGS[kind];
  return {
    kind,
    words: `${opening} ${phraseClock(within)}${from}${dueWords(at, due, ', by')}.`,
    ...(due === undefined ? {} : { due }),
    steps: ladder.map((rung) => ({
      words: `After ${phraseClock(rung.after)}${dueWords(at, rung.due, ', at')}: ${stepWords(plan, rung.step)}.`,
      ...(rung.due === undefined ? {} : { due: rung.due }),
    })),
  };
}

function dueWords(at: string, due: string | undefined, link: string): string {
  return due === undefined ? '' : `${link} ${showInstantFrom(at, due)}`;
}

function stepWords(plan: Plan, step: Rung['step']): string {
  switch (step.kind) {
    case 'reassign':
      return 'it goes to somebody else';
    case 'route': {
      const source = step.from === undefined ? '' : `${step.from}, `;
      return step.to === undefined
        ? `it would go to ${step.from ?? 'a value'}, which was missing`
        : `it goes to ${source}${showAnybody(plan, step.to)}`;
    }
    case 'effect':
      return effectWords(step.effect);
    default:
      return assertNever(step);
  }
}

/** Names are one space across a policy: an id is a rep's, a team's or a queue's. */
function showAnybody(plan: Plan, id: string): string {
  if (plan.reps.has(id)) return showRep(plan, id);
  return plan.teams.has(id) ? showTeam(plan, id) : showQueue(plan, id);
}

/** Messages with their words, in the order given. */
export function traceEffects(effects: readonly EffectData[]): readonly EffectTrace[] {
  return effects.map((effect) => ({ ...effect, words: effectWords(effect) }));
}

/** `notify slack "#late"` */
export function effectWords({ verb, channel, to }: EffectData): string {
  return `${verb} ${channel} ${to === undefined ? MISSING[verb] : JSON.stringify(to)}`;
}

/** In place of what was missing. */
const MISSING: Readonly<Record<EffectData['verb'], string>> = {
  notify: '(whom to notify is missing)',
  offer: '(what to offer is missing)',
};

/** Issues with their words, in the order given. */
export function traceIssues(plan: Plan, issues: readonly Issue[]): readonly IssueTrace[] {
  return issues.map((issue) => ({
    field: issue.field,
    kind: issue.kind,
    fatal: issue.fatal,
    words: issueWords(plan, issue),
  }));
}

function issueWords(plan: Plan, { field, kind, held, expected, fatal }: Issue): string {
  const gone = fatal ? undefined : lostRecord(plan, field);
  const lost = gone === undefined ? '' : ` ${gone} cannot do without it, so all of ${gone} counts as missing.`;
  if (kind === 'missing') return `${field} is missing; expected ${expected}.${lost}`;
  const said =
    held === undefined ? `what ${field} held (private) does not fit` : `${field} held ${JSON.stringify(held)}`;
  return `${said}; expected ${expected}.${fatal ? '' : lost === '' ? ' It counts as missing.' : lost}`;
}

/** The record that is lost where a field that it needs is missing: the innermost around the field that a lead can do without. */
function lostRecord(plan: Plan, path: string): string | undefined {
  const names = path.split('.');
  const fields = fieldsAlong(
    plan,
    names.map((name) => name.replace(/\[.*$/, '')),
  );
  if (fields === undefined || fields.at(-1)?.optional !== false) return undefined;
  const around = fields.slice(0, -1).findLastIndex(({ optional }) => optional);
  return around < 0 ? undefined : names.slice(0, around + 1).join('.');
}
