// Turns something whose time has come into what it comes to: a decision, a message, or word that nobody was left.
import { assertNever } from '@fairlead/ir';
import { winningRule } from '../decide/winning-rule.ts';
import type { Again, RespondClock } from '../decision.ts';
import { decideAgain, type Moved, samePlace } from './decide-again.ts';
import { type DueEvent, nextDue } from './due.ts';
import { type Advanced, type Cause, ENTRY_FORMAT, type Entry, type Result } from './entry.ts';
import type { FollowUp, RunningClock, Tracked } from './follow-up.ts';
import type { FollowHost } from './host.ts';

/**
 * Carries out what is due, at the instant at which it was: pure, the world is only read. Undefined if it is not what comes next for this lead: the list it was
 * taken from is out of date, and is to be asked for again.
 */
export function advance(host: FollowHost, tracked: Tracked, event: DueEvent): Advanced | undefined {
  const next = nextDue(tracked.followUp);
  if (next === undefined || next.lead !== event.lead || !isSame(next, event)) return undefined;
  return next.kind === 'step' ? runStep(host, tracked, next) : temporaryOver(host, tracked, next);
}

function isSame(a: DueEvent, b: DueEvent): boolean {
  if (a.dueMs !== b.dueMs) return false;
  if (a.kind === 'step') return b.kind === 'step' && a.clock === b.clock && a.step === b.step;
  return b.kind === 'temporary-over';
}

type Step = DueEvent & { readonly kind: 'step' };
type Rung = RespondClock['ladder'][number];

function runStep(host: FollowHost, tracked: Tracked, event: Step): Advanced | undefined {
  const running = tracked.followUp[event.clock];
  const rung = running?.clock.ladder[event.step];
  if (running === undefined || rung === undefined) return undefined;
  const ran: FollowUp = {
    ...tracked.followUp,
    last: event.due,
    [event.clock]: { ...running, run: [...running.run, event.step] },
  };
  const cause: Cause = {
    kind: 'step',
    clock: event.clock,
    policy: running.policy,
    step: event.step,
    after: rung.after,
    do: rung.step,
  };
  if (rung.step.kind === 'effect') {
    return said(event, cause, { kind: 'delivered' }, ran, { effects: [rung.step.effect] });
  }
  const moved = moveOn(host, { ...tracked, followUp: ran }, rung.step, { running, event });
  return settled(event, cause, ran, moved);
}

function moveOn(
  host: FollowHost,
  tracked: Tracked,
  step: Exclude<Rung['step'], { readonly kind: 'effect' }>,
  { running, event }: { readonly running: RunningClock; readonly event: Step },
): Moved {
  const { followUp, decision } = tracked;
  const { holder } = followUp;
  const atMs = event.dueMs;
  switch (step.kind) {
    case 'reassign': {
      if (holder.kind !== 'rep') return { kind: 'stayed', why: 'no-owner' };
      const plan = host.planOf(decision.policy.hash);
      if (plan === undefined) return { kind: 'stayed', why: 'no-policy' };
      const to = samePlace(decision);
      if (to === undefined) return { kind: 'stayed', why: 'nobody-left' };
      return decideAgain(host, plan, tracked, { cause: 'reassign', atMs, to });
    }
    case 'route': {
      const { to: id, from } = step;
      if (id === undefined) return { kind: 'stayed', why: 'missing' };
      if (isWith(followUp, id)) return { kind: 'stayed', why: 'has-it' };
      const plan = host.planOf(running.policy);
      if (plan === undefined) return { kind: 'stayed', why: 'no-policy' };
      const rule = winningRule(decision);
      const to: NonNullable<Again['to']> = {
        kind: 'target',
        ...(rule === undefined ? {} : { rule }),
        id,
        ...(from === undefined ? {} : { from }),
      };
      return decideAgain(host, plan, tracked, { cause: 'step', clock: event.clock, atMs, to });
    }
    default:
      return assertNever(step);
  }
}

/** Whether the rep or queue has the lead already. */
export function isWith({ holder }: FollowUp, id: string): boolean {
  if (holder.kind === 'rep') return holder.rep === id;
  return holder.kind === 'queue' && holder.queue === id;
}

/** The temporary owner's time is up: the lead is routed anew by the policy of the moment. The time to respond runs on. */
function temporaryOver(host: FollowHost, tracked: Tracked, event: DueEvent): Advanced {
  const { until: _until, ...rest } = tracked.followUp;
  const over: FollowUp = { ...rest, last: event.due };
  const cause: Cause = { kind: 'temporary-over' };
  const plan = host.current ?? host.planOf(tracked.decision.policy.hash);
  const moved: Moved =
    plan === undefined
      ? { kind: 'stayed', why: 'no-policy' }
      : decideAgain(host, plan, { ...tracked, followUp: over }, { cause: 'temporary-over', atMs: event.dueMs });
  const kept: FollowUp = moved.kind === 'stayed' ? { ...over, awaitsLead: true } : over;
  return settled(event, cause, kept, moved);
}

function settled(event: DueEvent, cause: Cause, stayed: FollowUp, moved: Moved): Advanced {
  if (moved.kind === 'decided') {
    const { decision, changes, effects, next } = moved;
    const kept = cause.kind === 'step' ? withRun(next, stayed, cause.clock) : next;
    return { ...said(event, cause, { kind: 'decided' }, kept, { changes, effects }), decision };
  }
  const { why, attempts } = moved;
  return said(event, cause, { kind: 'stayed', why, ...(attempts === undefined ? {} : { attempts }) }, stayed, {});
}

/** The step of a time to respond has run, also where the clock goes on under a new decision. */
function withRun(next: FollowUp, { respond }: FollowUp, clock: 'respond' | 'claim'): FollowUp {
  return clock === 'claim' || respond === undefined || next.respond === undefined ? next : { ...next, respond };
}

function said(
  event: DueEvent,
  cause: Cause,
  result: Result,
  next: FollowUp,
  { changes = [], effects = [] }: Partial<Pick<Entry, 'changes' | 'effects'>>,
): Advanced {
  const entry: Entry = {
    format: ENTRY_FORMAT,
    lead: event.lead,
    at: event.due,
    by: 'clock',
    cause,
    result,
    now: next.holder,
    changes,
    effects,
  };
  return { entry, next };
}
