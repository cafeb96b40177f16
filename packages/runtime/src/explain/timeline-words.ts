// Turns what happened to a lead after its decision into sentences: one for each entry of the log.
import { assertNever } from '@fairlead/ir';
import type { Decision } from '../decision.ts';
import type { Cause, Entry, StayedWhy } from '../follow-up/entry.ts';
import type { LeadEvent } from '../follow-up/event.ts';
import type { Holder } from '../follow-up/follow-up.ts';
import type { Plan } from '../plan/plan.ts';
import type { TimelineLine } from './explanation.ts';
import { effectWords } from './follow-up-words.ts';
import { phraseClock } from './phrase.ts';
import { showInstantText, showLead, showQueue, showRep, showTeam } from './show.ts';

/** An entry in words. `plan`: for the names of people; that of the policy of the moment will do. */
export function timelineLine(plan: Plan, entry: Entry): TimelineLine {
  const { at, lead, cause, effects } = entry;
  const messages = effects.map(effectWords).join(', ');
  const said =
    cause.kind === 'step' && cause.do.kind === 'effect' ? '' : messages === '' ? '' : ` Messages: ${messages}.`;
  return { at, when: showInstantText(at), lead: showLead(lead), words: `${causeWords(plan, entry)}${said}` };
}

function causeWords(plan: Plan, entry: Entry): string {
  const { cause } = entry;
  switch (cause.kind) {
    case 'event':
      return `${eventWords(plan, entry, cause.event)}${outcomeWords(plan, entry)}`;
    case 'step':
      return `${stepOpening(cause)}${outcomeWords(plan, entry)}`;
    case 'temporary-over':
      return `The temporary owner's time is up${outcomeWords(plan, entry)}`;
    default:
      return assertNever(cause);
  }
}

function stepOpening(cause: Cause & { readonly kind: 'step' }): string {
  const after = phraseClock(cause.after);
  return cause.clock === 'respond' ? `No contact after ${after}` : `Not claimed after ${after}`;
}

/** Without a time to respond there is nothing to be late for. */
function contactWords(late: boolean | undefined): string {
  if (late === undefined) return '.';
  return late ? ', too late.' : ', in time.';
}

/** What follows a comma or ends the sentence. */
function outcomeWords(plan: Plan, { result, now, cause }: Entry): string {
  switch (result.kind) {
    case 'noted':
      return '.';
    case 'contacted':
      return contactWords(result.late);
    case 'delivered':
      return cause.kind === 'step' && cause.do.kind === 'effect' ? `: ${effectWords(cause.do.effect)}.` : '.';
    case 'moved':
      return `: it is now ${holderWords(plan, now)}.`;
    case 'decided':
      return `: it ${goesWords(plan, now)}.`;
    case 'ended':
      return ': nothing more will come.';
    case 'stayed':
      return `: ${STAYED[result.why]}, so it stays ${holderWords(plan, now)}.`;
    default:
      return assertNever(result);
  }
}

const STAYED: Readonly<Record<StayedWhy, string>> = {
  'nobody-left': 'nobody else could take it',
  'no-owner': 'there is nobody to take it from',
  'has-it': 'it is where the step would send it',
  missing: 'whom the step names was missing',
  'no-policy': 'the policy that this goes by is not at hand',
  'needs-lead':
    'the policy has changed and looks at private fields, which are not kept: it is routed anew when it comes again',
};

function holderWords(plan: Plan, holder: Holder): string {
  switch (holder.kind) {
    case 'rep':
      return `with ${showRep(plan, holder.rep)}`;
    case 'queue':
      return `in the queue ${showQueue(plan, holder.queue)}`;
    case 'nobody':
      return 'with nobody';
    default:
      return assertNever(holder);
  }
}

function goesWords(plan: Plan, holder: Holder): string {
  switch (holder.kind) {
    case 'rep':
      return `goes to ${showRep(plan, holder.rep)}`;
    case 'queue':
      return `goes to the queue ${showQueue(plan, holder.queue)}`;
    case 'nobody':
      return 'is no longer for sales';
    default:
      return assertNever(holder);
  }
}

function eventWords(plan: Plan, { by }: Entry, event: LeadEvent): string {
  switch (event.kind) {
    case 'contacted':
      return `First contact, says ${by}`;
    case 'accepted':
      return `Accepted, says ${by}`;
    case 'claimed':
      return `Claimed from the queue, says ${by}`;
    case 'released':
      return `Given back to the queue, says ${by}`;
    case 'reassigned':
      return `Reassigned to ${anybody(plan, event.to)} by ${by}`;
    case 'changed':
      return `${event.outcome === 'nurtured' ? 'To be nurtured' : 'Rejected'} (${JSON.stringify(event.value)}) by ${by}`;
    case 'reviewed':
      return `Reviewed by ${by}: ${event.record === null ? 'none of the records' : `record ${showLead(event.record)}`}`;
    case 'corrected':
      return event.value === undefined
        ? `${event.field} was corrected by ${by}`
        : `${event.field} was corrected to ${JSON.stringify(event.value)} by ${by}`;
    case 'closed':
      return `Closed, says ${by}`;
    case 'bad':
      return `${event.reason === 'invalid' ? 'Invalid' : 'A duplicate'}, says ${by}; it never counted`;
    default:
      return assertNever(event);
  }
}

function anybody(plan: Plan, id: string): string {
  if (plan.reps.has(id)) return showRep(plan, id);
  return plan.teams.has(id) ? showTeam(plan, id) : showQueue(plan, id);
}

/** Why a lead that had been decided on is decided on again, in one sentence; undefined for a first decision. */
export function againWords(plan: Plan, { again, matches }: Decision): string | undefined {
  if (again === undefined) return undefined;
  const { cause, clock, first, had, by } = again;
  const from = had.at(-1);
  const since = `It was first decided at ${showInstantText(first)}.`;
  switch (cause) {
    case 'reassign':
      return `Taken back${from === undefined ? '' : ` from ${showRep(plan, from)}`}: no first contact in time. ${hadWords(plan, had)}${since}`;
    case 'step':
      return `Passed on by a step of its clock: nobody ${clock === 'claim' ? 'claimed it' : 'made contact'} in time. ${since}`;
    case 'temporary-over':
      return `Routed anew: the temporary owner's time is up. ${since}`;
    case 'review':
      return `Routed anew: ${by ?? 'somebody'} has said ${answerWords(matches)}. ${since}`;
    case 'changed':
      return `Routed anew: the lead has changed. ${since}`;
    case 'manual':
      return `Passed on by ${by ?? 'somebody'}. ${since}`;
    default:
      return assertNever(cause);
  }
}

/** What a person said about the matches that waited. */
function answerWords(matches: Decision['matches']): string {
  const answered = matches.filter(({ reviewer }) => reviewer !== undefined);
  const isNone = answered.length > 0 && answered.every(({ kind }) => kind === 'not-matched');
  return isNone ? 'that it is none of the records' : 'which record it is';
}

function hadWords(plan: Plan, had: readonly string[]): string {
  return had.length < 2 ? '' : `${had.map((rep) => showRep(plan, rep)).join(', ')} have had it. `;
}
