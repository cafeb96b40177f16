// Turns an event that comes in into what it comes to, or into why it is not taken.
import { compareCodePoints, formatInstant, parseInstant } from '@fairlead/ir';
import { clockData } from '../decide/clock.ts';
import { outsideText } from '../decide/outside-text.ts';
import { winningRule } from '../decide/winning-rule.ts';
import type { Change } from '../decision.ts';
import { repDay } from '../pick/local-day.ts';
import { startEval } from '../plan/eval.ts';
import type { PlanRep } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanQueue } from '../plan/plan-route.ts';
import { isWith } from './advance.ts';
import { chargeAfter, closing, movingCredit, neverCounting, takingBack } from './charge.ts';
import { decideAgain } from './decide-again.ts';
import { nextDue } from './due.ts';
import { type Advanced, ENTRY_FORMAT, type Entry } from './entry.ts';
import type { LeadEvent } from './event.ts';
import type { FollowUp, Holder, QueuePlace, Tracked } from './follow-up.ts';
import { evalOf, worldAgain } from './from-record.ts';
import type { FollowHost } from './host.ts';
import type { Refusal } from './refusal.ts';
import { ended, hadWith } from './start.ts';

/** What an event came to. `repeated`: it was taken before, and nothing is to be done. */
export type Taken =
  | { readonly kind: 'taken'; readonly advanced: Advanced }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

type OfKind<K extends LeadEvent['kind']> = LeadEvent & { readonly kind: K };

/**
 * Takes an event about a lead, given as it stands (`undefined`: it never came). Pure. What was due before the event has to have run: an event at the very
 * instant at which a step is due comes before it.
 */
export function takeEvent(host: FollowHost, tracked: Tracked | undefined, event: LeadEvent): Taken {
  if (tracked === undefined) return refused({ kind: 'unknown-lead', lead: event.lead });
  const { followUp } = tracked;
  if (followUp.events.includes(event.id)) return { kind: 'repeated' };
  const atMs = parseInstant(event.at) ?? 0;
  const at = formatInstant(atMs);
  if (atMs < (parseInstant(followUp.last) ?? 0)) return refused({ kind: 'too-early', at, last: followUp.last });
  const next = nextDue(followUp);
  if (next !== undefined && next.dueMs < atMs) return refused({ kind: 'due-first', due: next.due });
  if (followUp.status !== 'open' && !AFTER_THE_END[followUp.status].includes(event.kind)) {
    return refused({ kind: 'ended', status: followUp.status });
  }
  const marked: FollowUp = { ...followUp, last: at, events: [...followUp.events, event.id] };
  return takeKind({ host, tracked: { ...tracked, followUp: marked }, event: { ...event, at }, atMs }, event.kind);
}

/** What may still be said of a lead that is closed: that it never should have counted, and what its fields should have been. */
const AFTER_THE_END: Readonly<Record<'closed' | 'bad', readonly LeadEvent['kind'][]>> = {
  closed: ['bad', 'corrected'],
  bad: ['corrected'],
};

interface Taking<E extends LeadEvent = LeadEvent> {
  readonly host: FollowHost;
  /** Marked with the event already. */
  readonly tracked: Tracked;
  readonly event: E;
  readonly atMs: number;
}

function takeKind(taking: Taking, kind: LeadEvent['kind']): Taken {
  // The event's own kind decides which of these it is handed to.
  return TAKE[kind](taking as never);
}

const TAKE: { readonly [K in LeadEvent['kind']]: (taking: Taking<OfKind<K>>) => Taken } = {
  contacted: takeContact,
  accepted: takeAcceptance,
  claimed: takeClaim,
  released: takeRelease,
  reassigned: takeReassignment,
  changed: takeChange,
  reviewed: takeReview,
  corrected: takeCorrection,
  closed: takeClose,
  bad: takeBad,
};

/** The first one counts; the time to respond ends. */
function takeContact({ tracked, event, atMs }: Taking): Taken {
  const { followUp } = tracked;
  if (followUp.holder.kind === 'nobody') return refused({ kind: 'nobody-has-it' });
  if (followUp.contacted !== undefined) return taken(event, { kind: 'noted' }, followUp);
  const { respond, ...rest } = followUp;
  const dueMs = respond?.clock.due === undefined ? undefined : parseInstant(respond.clock.due);
  const late = dueMs === undefined ? {} : { late: atMs > dueMs };
  return taken(event, { kind: 'contacted', ...late }, { ...rest, contacted: event.at });
}

function takeAcceptance({ tracked, event }: Taking): Taken {
  const { followUp } = tracked;
  if (followUp.holder.kind !== 'rep') return refused({ kind: 'not-assigned' });
  return taken(event, { kind: 'noted' }, { ...followUp, accepted: followUp.accepted ?? event.at });
}

/** A rep takes it out of a queue. People are not checked for duty and capacity: they know what they do. */
function takeClaim({ host, tracked, event, atMs }: Taking<OfKind<'claimed'>>): Taken {
  const { followUp } = tracked;
  const { holder } = followUp;
  if (holder.kind !== 'queue') return refused({ kind: 'not-in-queue' });
  if (holder.match !== undefined) return refused({ kind: 'in-review', match: holder.match });
  const plan = planFor(host, tracked);
  if (plan === undefined) return noPolicy(tracked);
  const id = event.to ?? event.by;
  const found = repIn(plan, id, atMs, host);
  if ('refusal' in found) return refused(found.refusal);
  const { kind: _kind, ...from } = holder;
  const { claim: _claim, ...rest } = followUp;
  const given = giving(host, plan, tracked, { rep: found.rep, atMs });
  return taken(event, { kind: 'moved' }, withRep(rest, found.rep, event.at, given, from), given);
}

/** Back to the queue it was claimed from, with the age it had there; the time to claim begins anew. */
function takeRelease({ host, tracked, event, atMs }: Taking): Taken {
  const { holder } = tracked.followUp;
  if (holder.kind !== 'rep' || holder.from === undefined) return refused({ kind: 'not-from-queue' });
  const plan = planFor(host, tracked);
  const queue = plan?.queues.get(holder.from.queue);
  if (plan === undefined || queue === undefined) return noPolicy(tracked);
  return toQueue({ host, tracked, event, atMs }, plan, queue, holder.from);
}

function takeReassignment({ host, tracked, event, atMs }: Taking<OfKind<'reassigned'>>): Taken {
  const { followUp } = tracked;
  const { to } = event;
  const plan = planFor(host, tracked);
  if (plan === undefined) return noPolicy(tracked);
  if (isWith(followUp, to)) return refused({ kind: 'has-it', id: to });
  const queue = plan.queues.get(to);
  if (queue !== undefined) return toQueue({ host, tracked, event, atMs }, plan, queue, undefined);
  if (plan.teams.has(to)) return toTeam({ host, tracked, event, atMs }, plan);
  const found = repIn(plan, to, atMs, host);
  if ('refusal' in found) {
    const { refusal } = found;
    return refused(refusal.kind === 'unknown-target' ? { ...refusal, expected: 'anybody' } : refusal);
  }
  const { claim: _claim, until: _until, awaitsLead: _awaits, ...rest } = followUp;
  const changes = [
    ...takingBack(followUp.charge),
    ...movingCredit(plan, followUp.charge.turns, to),
    ...giving(host, plan, tracked, { rep: found.rep, atMs }),
  ];
  return taken(event, { kind: 'moved' }, withRep(rest, found.rep, event.at, changes), changes);
}

/** Within a team the rotation picks, as everywhere. */
function toTeam({ host, tracked, event, atMs }: Taking<OfKind<'reassigned'>>, plan: Plan): Taken {
  const rule = winningRule(tracked.decision);
  const to = { kind: 'target', ...(rule === undefined ? {} : { rule }), id: event.to } as const;
  const moved = decideAgain(host, plan, tracked, { cause: 'manual', atMs, by: event.by, to });
  if (moved.kind === 'stayed') {
    return moved.why === 'no-policy' ? noPolicy(tracked) : refused({ kind: 'nobody-free', team: event.to });
  }
  const { decision, changes, effects, next } = moved;
  const advanced = advancedOf(event, { kind: 'decided' }, next, changes, effects);
  return { kind: 'taken', advanced: { ...advanced, decision } };
}

/** Into a queue: the lead costs nobody anything, and the queue's time to claim begins. */
function toQueue({ host, tracked, event, atMs }: Taking, plan: Plan, queue: PlanQueue, from?: QueuePlace): Taken {
  const { followUp } = tracked;
  const changes = [...takingBack(followUp.charge), ...movingCredit(plan, followUp.charge.turns, undefined)];
  const { claim: _claim, until: _until, awaitsLead: _awaits, ...rest } = followUp;
  const e = evalOf(host, plan, tracked, atMs);
  const priority =
    from === undefined && queue.priority !== undefined && e !== undefined
      ? outsideText(queue.priority, e)
      : from?.priority;
  const holder: Holder = {
    kind: 'queue',
    queue: queue.id,
    since: from?.since ?? event.at,
    ...(priority === undefined ? {} : { priority }),
  };
  const world = worldAgain(host, plan, tracked, { atMs, changes: [], purpose: 'pass-on' });
  const empty = e ?? startEval(plan, { values: [] }, world);
  const claim = queue.claim === undefined ? undefined : clockData(plan, queue.claim, empty, undefined);
  const next: FollowUp = {
    ...rest,
    holder,
    charge: chargeAfter(followUp.charge, changes),
    ...(claim === undefined ? {} : { claim: { policy: plan.hash, since: event.at, clock: claim, run: [] } }),
  };
  return taken(event, { kind: 'moved' }, next, changes);
}

/** No longer for sales. Whoever had it gets the credit back. */
function takeChange({ host, tracked, event }: Taking<OfKind<'changed'>>): Taken {
  const { followUp } = tracked;
  const plan = planFor(host, tracked);
  if (plan === undefined) return noPolicy(tracked);
  if (followUp.holder.kind === 'nobody') return refused({ kind: 'nobody-has-it' });
  const changes = [...takingBack(followUp.charge), ...movingCredit(plan, followUp.charge.turns, undefined)];
  const next = ended(
    { ...followUp, holder: { kind: 'nobody', since: event.at } },
    chargeAfter(followUp.charge, changes),
  );
  return taken(event, { kind: 'ended' }, next, changes);
}

/** The answer is kept, and the lead is routed anew. */
function takeReview({ host, tracked, event, atMs }: Taking<OfKind<'reviewed'>>): Taken {
  const { followUp, decision } = tracked;
  const { holder } = followUp;
  if (holder.kind !== 'queue' || holder.match === undefined) return refused({ kind: 'not-in-review' });
  const match = holder.match;
  if (event.match !== undefined && event.match !== match) {
    return refused({ kind: 'other-match', match: event.match, waits: match });
  }
  const plan = planFor(host, tracked);
  if (plan === undefined) return noPolicy(tracked);
  const candidates = reviewCandidates(tracked).map(({ record }) => record);
  const { record } = event;
  if (record !== null && !candidates.includes(record)) {
    const bound = host.world(plan, atMs).records?.byId(match, record);
    if (bound === undefined) return refused({ kind: 'not-a-candidate', record, match, candidates });
  }
  const reviews = Object.entries({ ...followUp.reviews, [match]: { record, by: event.by } });
  const answered: FollowUp = {
    ...followUp,
    reviews: Object.fromEntries(reviews.sort(([a], [b]) => compareCodePoints(a, b))),
  };
  const moved = decideAgain(host, plan, { decision, followUp: answered }, { cause: 'review', atMs, by: event.by });
  if (moved.kind === 'stayed') {
    const { kind, why } = moved;
    return taken(event, { kind, why }, { ...answered, awaitsLead: true });
  }
  const advanced = advancedOf(event, { kind: 'decided' }, moved.next, moved.changes, moved.effects);
  return { kind: 'taken', advanced: { ...advanced, decision: moved.decision } };
}

/** Whom a reviewer may choose from: what the match that waits had found. */
export function reviewCandidates({
  decision,
  followUp,
}: Tracked): Tracked['decision']['matches'][number]['candidates'] {
  const { holder } = followUp;
  const match = holder.kind === 'queue' ? holder.match : undefined;
  return decision.matches.find((one) => one.match === match)?.candidates ?? [];
}

/** Only noted, for the statistics of providers; what a private field should hold is not kept. */
function takeCorrection({ host, tracked, event }: Taking<OfKind<'corrected'>>): Taken {
  const plan = planFor(host, tracked);
  if (plan === undefined) return noPolicy(tracked);
  const field = plan.lead.fields.find(({ name }) => name === event.field);
  if (field === undefined) return refused({ kind: 'unknown-field', field: event.field });
  const { value: _value, ...without } = event;
  const kept = field.private || field.type.kind === 'record' ? without : event;
  return taken(kept, { kind: 'noted' }, tracked.followUp);
}

function takeClose({ tracked, event }: Taking): Taken {
  const { followUp } = tracked;
  const changes = closing(followUp.charge);
  const next = ended({ ...followUp, status: 'closed' }, chargeAfter(followUp.charge, changes));
  return taken(event, { kind: 'ended' }, next, changes);
}

/** Invalid or a duplicate: whatever it charged is taken back, also the shares that others earned of it. */
function takeBad({ tracked, event }: Taking): Taken {
  const { followUp } = tracked;
  const changes = [...takingBack(followUp.charge), ...neverCounting(followUp.charge.turns)];
  const next = ended({ ...followUp, status: 'bad' }, chargeAfter(followUp.charge, changes));
  return taken(event, { kind: 'ended' }, next, changes);
}

/** The policy of the moment, or the one that decided last. */
function planFor(host: FollowHost, { decision }: Tracked): Plan | undefined {
  return host.current ?? host.planOf(decision.policy.hash);
}

function noPolicy({ decision }: Tracked): Taken {
  return refused({ kind: 'no-policy', hash: decision.policy.hash });
}

function repIn(
  plan: Plan,
  id: string,
  atMs: number,
  host: FollowHost,
): { readonly rep: PlanRep } | { readonly refusal: Refusal } {
  const rep = plan.reps.get(id);
  if (rep === undefined) return { refusal: { kind: 'unknown-target', id, expected: 'rep' } };
  const { left } = rep;
  if (left !== undefined && host.world(plan, atMs).almanac.localDay(plan.zone, atMs) >= left.day) {
    return { refusal: { kind: 'has-left', rep: id, on: left.on } };
  }
  return { rep };
}

/** What a rep is charged who gets a lead from a person: it is open and counted, and no rotation is asked. */
function giving(
  host: FollowHost,
  plan: Plan,
  tracked: Tracked,
  { rep, atMs }: { readonly rep: PlanRep; readonly atMs: number },
): readonly Change[] {
  const counts = plan.teams.get(rep.team)?.counts;
  const e = counts === undefined ? undefined : evalOf(host, plan, tracked, atMs);
  const by = e === undefined ? 1 : (counts?.(e) ?? 1);
  return [
    { kind: 'open', rep: rep.id, by },
    { kind: 'count', rep: rep.id, day: repDay(plan, rep, host.world(plan, atMs)), by },
  ];
}

function withRep(
  followUp: FollowUp,
  rep: PlanRep,
  at: string,
  changes: readonly Change[],
  from?: QueuePlace,
): FollowUp {
  const holder: Holder = {
    kind: 'rep',
    rep: rep.id,
    team: rep.team,
    since: at,
    ...(from === undefined ? {} : { from }),
  };
  return { ...followUp, holder, had: hadWith(followUp.had, holder), charge: chargeAfter(followUp.charge, changes) };
}

function refused(refusal: Refusal): Taken {
  return { kind: 'refused', refusal };
}

function taken(event: LeadEvent, result: Entry['result'], next: FollowUp, changes: readonly Change[] = []): Taken {
  return { kind: 'taken', advanced: advancedOf(event, result, next, changes, []) };
}

function advancedOf(
  event: LeadEvent,
  result: Entry['result'],
  next: FollowUp,
  changes: readonly Change[],
  effects: Entry['effects'],
): Advanced {
  const { lead, at, by } = event;
  const entry: Entry = {
    format: ENTRY_FORMAT,
    lead,
    at,
    by,
    cause: { kind: 'event', event },
    result,
    now: next.holder,
    changes,
    effects,
  };
  return { entry, next };
}
