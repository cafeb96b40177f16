// Turns where leads stand into what is due, in order. Nothing runs by itself: the host asks, and carries out what it is told.
import { compareCodePoints, formatInstant, type InstantText, parseInstant } from '@fairlead/ir';
import type { FollowUp, RunningClock } from './follow-up.ts';

/**
 * Something whose time has come. `due`: when it is carried out: as the clock says, but never before something else that has happened to the lead.
 * `step`: of the clock's ladder, from 0.
 */
export type DueEvent =
  | {
      readonly kind: 'step';
      readonly lead: string;
      readonly due: InstantText;
      readonly dueMs: number;
      readonly clock: 'respond' | 'claim';
      readonly step: number;
    }
  /** A temporary owner's time is up. */
  | { readonly kind: 'temporary-over'; readonly lead: string; readonly due: InstantText; readonly dueMs: number };

/** Everything of these leads that is due at the instant or was before, in order: by due instant, then lead, clock and step. */
export function due(followUps: Iterable<FollowUp>, atMs: number): readonly DueEvent[] {
  const events: DueEvent[] = [];
  for (const followUp of followUps) for (const event of pending(followUp)) if (event.dueMs <= atMs) events.push(event);
  return events.sort(compareDue);
}

/** What comes next for one lead; undefined: nothing will come by itself. */
export function nextDue(followUp: FollowUp): DueEvent | undefined {
  let next: DueEvent | undefined;
  for (const event of pending(followUp)) if (next === undefined || compareDue(event, next) < 0) next = event;
  return next;
}

/** By due instant, then lead by code point, then clock (respond, claim, temporary owner), then step. */
export function compareDue(a: DueEvent, b: DueEvent): number {
  return a.dueMs - b.dueMs || compareCodePoints(a.lead, b.lead) || rankOf(a) - rankOf(b) || stepOf(a) - stepOf(b);
}

const RANKS: Readonly<Record<'respond' | 'claim', number>> = { respond: 0, claim: 1 };

function rankOf(event: DueEvent): number {
  return event.kind === 'step' ? RANKS[event.clock] : 2;
}

function stepOf(event: DueEvent): number {
  return event.kind === 'step' ? event.step : 0;
}

/** What may still come for a lead, in no order. */
function pending(followUp: FollowUp): readonly DueEvent[] {
  const { lead, status, holder, contacted, respond, claim, until, last } = followUp;
  if (status !== 'open' || holder.kind === 'nobody') return [];
  const lastMs = parseInstant(last) ?? 0;
  const events: DueEvent[] = [];
  const addStep = (clock: 'respond' | 'claim', running: RunningClock | undefined): void => {
    for (const [step, rung] of (running?.clock.ladder ?? []).entries()) {
      const dueMs = rung.due === undefined ? undefined : parseInstant(rung.due);
      // A step without a due instant never comes.
      if (dueMs === undefined || running?.run.includes(step) !== false) continue;
      events.push({ kind: 'step', lead, ...notBefore(lastMs, dueMs), clock, step });
    }
  };
  if (contacted === undefined) addStep('respond', respond);
  if (holder.kind === 'queue') addStep('claim', claim);
  const untilMs = until === undefined ? undefined : parseInstant(until);
  if (untilMs !== undefined) events.push({ kind: 'temporary-over', lead, ...notBefore(lastMs, untilMs) });
  return events;
}

function notBefore(lastMs: number, dueMs: number): Pick<DueEvent, 'due' | 'dueMs'> {
  const ms = Math.max(lastMs, dueMs);
  return { due: formatInstant(ms), dueMs: ms };
}
