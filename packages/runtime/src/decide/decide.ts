// Turns a lead that was read into a decision: the first rule that holds, who it goes to, what follows, and what was read on the way.
import { compareCodePoints, formatInstant } from '@fairlead/ir';
import { type Attempt, type Change, DECISION_FORMAT, type Decision, type Inputs } from '../decision.ts';
import type { LeadReading } from '../input/lead-reading.ts';
import { repDay } from '../pick/local-day.ts';
import { sealAll, startEval, withRep } from '../plan/eval.ts';
import type { Eval } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import { type RecordingWorld, recordingWorld } from '../record/recording-world.ts';
import type { World } from '../world.ts';
import { clockData } from './clock.ts';
import { effectsAboutRep, effectsData } from './effects.ts';
import { landAt } from './land-at.ts';
import { firstRule, type Landing, land, lastResort } from './landing.ts';
import { type DecideHow, type Prepared, prepare } from './prepare.ts';
import type { End } from './try-target.ts';

/**
 * Decides what becomes of a lead. Total: whatever the lead holds, it ends somewhere, and nothing is thrown. The world is only read; what is to be
 * done to the state stands in `changes`. `how` is for what is decided again.
 */
export function decide(plan: Plan, reading: LeadReading, world: World, how: DecideHow = {}): Decision {
  const made = how.again?.to === undefined ? undefined : passOn(plan, reading, world, how);
  if (made?.kind === 'decided') return made.decision;
  const recording = recordingWorld(world);
  if (reading.invalid) {
    return decideInvalid(plan, reading, startEval(plan, reading, recording, how.given, how.again), recording);
  }
  const prepared = prepare(plan, reading, recording, how);
  const { rule, review } = firstRule(plan, prepared);
  const landing = review ?? land(plan, prepared.e, rule ?? plan.otherwise, rule === undefined ? 'otherwise' : 'rule');
  return decisionOf(plan, reading, { prepared, recording, how, landing, rule: rule?.name ?? 'otherwise' });
}

/** A lead that was passed on, or that nobody was left at that place. */
export type PassedOn =
  | { readonly kind: 'decided'; readonly decision: Decision }
  | { readonly kind: 'nobody'; readonly attempts: readonly Attempt[] };

/** Decides where a lead goes that is passed on to one place (`how.again.to`): the rules are not asked. */
export function passOn(plan: Plan, reading: LeadReading, world: World, how: DecideHow): PassedOn {
  const recording = recordingWorld(world);
  const prepared = reading.invalid
    ? unprepared(startEval(plan, reading, recording, how.given, how.again))
    : prepare(plan, reading, recording, how);
  const { landing, attempts, rule } = landAt(plan, prepared.e);
  if (landing === undefined) return { kind: 'nobody', attempts };
  return { kind: 'decided', decision: decisionOf(plan, reading, { prepared, recording, how, landing, rule }) };
}

/** An invalid lead has no matches and no scores. */
function unprepared(e: Eval): Prepared {
  return { e, enriched: [], matched: [], tables: [], scores: [] };
}

interface Made {
  readonly prepared: Prepared;
  readonly recording: RecordingWorld;
  readonly how: DecideHow;
  readonly landing: Landing;
  readonly rule: string | undefined;
}

function decisionOf(plan: Plan, reading: LeadReading, made: Made): Decision {
  const { prepared, recording, how, landing, rule } = made;
  const { e } = prepared;
  const rep = landing.end?.kind === 'rep' ? landing.end.rep : undefined;
  const at = rep === undefined ? e : withRep(e, rep);
  const respond = respondOf(plan, landing, at, how);
  const claim = landing.end?.kind === 'queue' ? landing.end.queue.claim : undefined;
  const because = landing.endings[0]?.because;
  const messages = landing.endings.flatMap(({ effects }) => effects);
  const decided = {
    outcome: landing.outcome,
    ...(rule === undefined ? {} : { rule }),
    attempts: landing.attempts,
    enriched: prepared.enriched,
    matches: prepared.matched.map(({ result }) => result),
    tables: prepared.tables,
    scores: prepared.scores,
    ...(respond === undefined ? {} : { respond }),
    ...(claim === undefined ? {} : { claim: clockData(plan, claim, at, rep) }),
    effects: effectsData(how.again?.to === undefined ? messages : effectsAboutRep(plan, messages), at),
    ...(because === undefined ? {} : { because }),
    changes: changesOf(plan, e, landing.end),
  };
  // Also the conditions on private fields that nobody asked about: an explanation may ask why a later rule was not the one.
  if (!reading.invalid) sealAll(plan, e);
  return { ...frame(plan, reading, e), ...decided, inputs: inputsOf(reading, recording, e) };
}

/** The time to respond: that which an earlier decision began runs on as it was given; first contact ends it for good. */
function respondOf(
  plan: Plan,
  { endings, end }: Landing,
  at: Eval,
  { respond, again }: DecideHow,
): Decision['respond'] {
  if (again?.respond !== undefined) return again.respond.kind === 'running' ? respond : undefined;
  const own = endings.find((ending) => ending.respond !== undefined)?.respond;
  return own === undefined ? undefined : clockData(plan, own, at, end?.kind === 'rep' ? end.rep : undefined);
}

/** An invalid lead meets no rule: it waits in the last-resort queue, with that queue's clock running. */
function decideInvalid(plan: Plan, reading: LeadReading, e: Eval, recording: RecordingWorld): Decision {
  const queue = lastResort(plan);
  const decided = {
    outcome: { kind: 'invalid', queue: queue.id } as const,
    attempts: [],
    enriched: [],
    matches: [],
    tables: [],
    scores: [],
    ...(queue.claim === undefined ? {} : { claim: clockData(plan, queue.claim, e, undefined) }),
    effects: [],
    changes: changesOf(plan, e, undefined),
  };
  return { ...frame(plan, reading, e), ...decided, inputs: inputsOf(reading, recording, e) };
}

function frame(
  plan: Plan,
  reading: LeadReading,
  { world, again }: Eval,
): Pick<Decision, 'format' | 'lead' | 'at' | 'policy' | 'issues' | 'again'> {
  return {
    format: DECISION_FORMAT,
    lead: reading.id,
    at: formatInstant(world.atMs),
    policy: { name: plan.policy.name, hash: plan.hash },
    issues: reading.issues,
    ...(again === undefined ? {} : { again }),
  };
}

function inputsOf(reading: LeadReading, recording: RecordingWorld, e: Eval): Inputs {
  const sealed = [...e.sealed.noted].sort(([a], [b]) => compareCodePoints(a, b));
  return { lead: reading.recorded, answers: recording.answers(), sealed: Object.fromEntries(sealed) };
}

/** Ledgers first: what no longer stands for the lead, then what does. A temporary owner leaves all ledgers as they are. */
function changesOf(plan: Plan, e: Eval, end: End | undefined): readonly Change[] {
  const isTemporary = end?.kind === 'rep' && end.untilMs !== undefined;
  const gone = (e.again?.turns ?? []).filter(({ pool }) => !isTemporary && end?.pools.includes(pool) !== true);
  const ledgers = [...gone.map((turn) => ({ kind: 'never-counted', ...turn }) as const), ...(end?.changes ?? [])];
  if (end?.kind !== 'rep') return ledgers;
  const { rep } = end;
  const by = plan.teams.get(end.team)?.counts?.(e) ?? 1;
  return [
    ...ledgers,
    { kind: 'open', rep: rep.id, by },
    { kind: 'count', rep: rep.id, day: repDay(plan, rep, e.world), by },
  ];
}
