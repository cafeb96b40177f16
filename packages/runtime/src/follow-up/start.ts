// Turns a decision into where its lead stands: whom it went to, the clocks that run, and what it charged.
import { assertNever } from '@fairlead/ir';
import type { Decision, Outcome } from '../decision.ts';
import { chargeAfter, NO_CHARGE } from './charge.ts';
import type { Charge, FollowUp, Holder, RunningClock } from './follow-up.ts';

/**
 * Where a lead stands right after a decision. `before`: where it stood until then, if it had been decided on; the charge in it is what is left of
 * what was charged before this decision. Of a first decision all follows from the decision alone.
 */
export function followUpOf(decision: Decision, before?: FollowUp): FollowUp {
  const { lead, at, outcome } = decision;
  const holder = holderOf(decision);
  const respond = respondOf(decision, holder, before);
  const claim = holder.kind === 'queue' ? clockOf(decision, decision.claim) : undefined;
  const until = outcome.kind === 'assigned' ? outcome.until : undefined;
  return {
    lead,
    first: before?.first ?? at,
    last: at,
    status: 'open',
    holder,
    had: hadWith(before?.had ?? [], holder),
    temporaryUsed: (before?.temporaryUsed ?? false) || until !== undefined,
    ...(until === undefined ? {} : { until }),
    ...(respond === undefined ? {} : { respond }),
    ...(claim === undefined ? {} : { claim }),
    ...(before?.contacted === undefined ? {} : { contacted: before.contacted }),
    charge: chargeAfter(before?.charge ?? NO_CHARGE, decision.changes),
    reviews: before?.reviews ?? {},
    events: before?.events ?? [],
  };
}

/** The reps who have had it, with this holder. */
export function hadWith(had: readonly string[], holder: Holder): readonly string[] {
  return holder.kind === 'rep' && !had.includes(holder.rep) ? [...had, holder.rep] : had;
}

/** Whether an outcome leaves something to do, now or later. */
export function holderOf({ outcome, at }: { readonly outcome: Outcome; readonly at: string }): Holder {
  switch (outcome.kind) {
    case 'assigned':
      return { kind: 'rep', rep: outcome.rep, team: outcome.team, since: at };
    case 'queued':
      return { kind: 'queue', queue: outcome.queue, since: at, ...priorityOf(outcome.priority) };
    case 'review':
      return { kind: 'queue', queue: outcome.queue, since: at, ...priorityOf(outcome.priority), match: outcome.match };
    case 'invalid':
      return { kind: 'queue', queue: outcome.queue, since: at };
    case 'nurtured':
    case 'rejected':
      return { kind: 'nobody', since: at };
    default:
      return assertNever(outcome);
  }
}

function priorityOf(priority: string | undefined): { readonly priority?: string } {
  return priority === undefined ? {} : { priority };
}

/** The clock that runs already goes on; else the decision's own starts, where somebody can respond. */
function respondOf(decision: Decision, holder: Holder, before: FollowUp | undefined): RunningClock | undefined {
  if (before?.contacted !== undefined || holder.kind === 'nobody') return undefined;
  return before?.respond ?? clockOf(decision, decision.respond);
}

function clockOf({ policy, at }: Decision, clock: RunningClock['clock'] | undefined): RunningClock | undefined {
  return clock === undefined ? undefined : { policy: policy.hash, since: at, clock, run: [] };
}

/** The same lead, after everything that could still come for it has been taken away. */
export function ended(followUp: FollowUp, charge: Charge): FollowUp {
  const { respond: _respond, claim: _claim, until: _until, awaitsLead: _awaits, ...rest } = followUp;
  return { ...rest, charge };
}
