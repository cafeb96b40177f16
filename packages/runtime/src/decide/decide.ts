// Turns a lead that was read into a decision: the first rule that holds, who it goes to, what follows, and what was read on the way.
import { assertNever, compareCodePoints, formatInstant } from '@fairlead/ir';
import { type Change, DECISION_FORMAT, type Decision, type Inputs, type Outcome } from '../decision.ts';
import type { LeadReading } from '../input/lead-reading.ts';
import { repDay } from '../pick/local-day.ts';
import { NO_MOVES } from '../pick/picked.ts';
import { sealAll, startEval, withRep } from '../plan/eval.ts';
import type { Eval, Plan, PlanEnding, PlanQueue, PlanRule } from '../plan/plan.ts';
import { type RecordingWorld, recordingWorld } from '../record/recording-world.ts';
import type { World } from '../world.ts';
import { tryTargets } from './attempts.ts';
import { clockData } from './clock.ts';
import { effectsData } from './effects.ts';
import { outsideText } from './outside-text.ts';
import { type DecideHow, type Prepared, prepare } from './prepare.ts';
import type { End } from './try-target.ts';

/**
 * Decides what becomes of a lead. Total: whatever the lead holds, it ends somewhere, and nothing is thrown. The world is only read; what is to be
 * done to the state stands in `changes`. `how` is for what is decided again.
 */
export function decide(plan: Plan, reading: LeadReading, world: World, how: DecideHow = {}): Decision {
  const recording = recordingWorld(world);
  if (reading.invalid)
    return decideInvalid(plan, reading, startEval(plan, reading, recording, how.given, how.again), recording);
  return decideValid(plan, reading, prepare(plan, reading, recording, how), recording);
}

function decideValid(plan: Plan, reading: LeadReading, prepared: Prepared, recording: RecordingWorld): Decision {
  const { e } = prepared;
  const { rule, review } = firstRule(plan, prepared);
  const landing =
    review === undefined ? land(plan, e, rule ?? plan.otherwise, rule === undefined ? 'otherwise' : 'rule') : review;
  const rep = landing.end?.kind === 'rep' ? landing.end.rep : undefined;
  const at = rep === undefined ? e : withRep(e, rep);
  const respond = landing.endings.find((ending) => ending.respond !== undefined)?.respond;
  const claim = landing.end?.kind === 'queue' ? landing.end.queue.claim : undefined;
  const because = landing.endings[0]?.because;
  const decided = {
    outcome: landing.outcome,
    ...(review === undefined ? { rule: rule?.name ?? 'otherwise' } : {}),
    attempts: landing.attempts,
    enriched: prepared.enriched,
    matches: prepared.matched.map(({ result }) => result),
    tables: prepared.tables,
    scores: prepared.scores,
    ...(respond === undefined ? {} : { respond: clockData(plan, respond, at, rep) }),
    ...(claim === undefined ? {} : { claim: clockData(plan, claim, at, rep) }),
    effects: effectsData(
      landing.endings.flatMap(({ effects }) => effects),
      at,
    ),
    ...(because === undefined ? {} : { because }),
    changes: changesOf(plan, e, landing.end),
  };
  // Also the conditions on private fields that nobody asked about: an explanation may ask why a later rule was not the one.
  sealAll(plan, e);
  return { ...frame(plan, reading, e), ...decided, inputs: inputsOf(reading, recording, e) };
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

/** What became of a lead. `endings`: whose clauses count, the winning rule first, then `otherwise` where the rule found nobody. */
interface Landing {
  readonly outcome: Outcome;
  readonly attempts: Decision['attempts'];
  readonly end?: End;
  readonly endings: readonly PlanEnding[];
}

/**
 * The first rule that holds; none: `otherwise`. Where a rule, or `otherwise`, is about to be tried that reads a match on which a person has to look,
 * the lead waits in that match's queue instead: earlier rules still win.
 */
function firstRule(
  plan: Plan,
  { e, matched }: Prepared,
): { readonly rule?: PlanRule | undefined; readonly review?: Landing } {
  for (const rule of [...plan.rules, undefined]) {
    for (const index of (rule ?? plan.otherwise).reads) {
      const waiting = matched[index];
      if (waiting?.review !== undefined) return { review: waitForReview(e, waiting.result.match, waiting.review) };
    }
    if (rule === undefined || rule.when === undefined || rule.when(e)) return { rule };
  }
  return {};
}

function waitForReview(e: Eval, match: string, queue: PlanQueue): Landing {
  const priority = queue.priority === undefined ? undefined : outsideText(queue.priority, e);
  const outcome = { kind: 'review', queue: queue.id, match, ...(priority === undefined ? {} : { priority }) } as const;
  return { outcome, attempts: [], end: { kind: 'queue', queue, ...NO_MOVES }, endings: [] };
}

/** A rule that has won never passes the lead to the next rule: only to its fallback, then to `otherwise`. */
function land(plan: Plan, e: Eval, ending: PlanEnding, whose: 'rule' | 'otherwise'): Landing {
  const { action } = ending;
  switch (action.kind) {
    case 'nurture':
      return { outcome: { kind: 'nurtured', track: action.track }, attempts: [], endings: [ending] };
    case 'reject':
      return { outcome: { kind: 'rejected', reason: action.reason }, attempts: [], endings: [ending] };
    case 'route': {
      const { attempts, end } = tryTargets(plan, e, action, whose);
      if (end !== undefined) return { outcome: outcomeOf(e, end), attempts, end, endings: [ending] };
      if (whose === 'otherwise') throw new Error('The ending has no queue: loadPolicy refuses such a policy.');
      const last = land(plan, e, plan.otherwise, 'otherwise');
      return { ...last, attempts: [...attempts, ...last.attempts], endings: [ending, ...last.endings] };
    }
    default:
      return assertNever(action);
  }
}

function outcomeOf(e: Eval, end: End): Outcome {
  if (end.kind === 'rep') {
    const until = end.untilMs === undefined ? {} : { until: formatInstant(end.untilMs) };
    return { kind: 'assigned', rep: end.rep.id, team: end.team, ...until };
  }
  const { id, priority } = end.queue;
  const text = priority === undefined ? undefined : outsideText(priority, e);
  return { kind: 'queued', queue: id, ...(text === undefined ? {} : { priority: text }) };
}

/** The first queue that `otherwise` leads to; a policy that has none does not load. */
function lastResort(plan: Plan): PlanQueue {
  const { action } = plan.otherwise;
  const targets = action.kind === 'route' ? [action.to, ...action.fallback.map(({ to }) => to)] : [];
  const queue = targets.find((target) => target.kind === 'queue')?.queue;
  if (queue === undefined) throw new Error('The ending has no queue: loadPolicy refuses such a policy.');
  return queue;
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
