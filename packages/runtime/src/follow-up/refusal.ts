// Turns the reasons for not taking an event into sentences.
import { assertNever, type InstantText } from '@fairlead/ir';

/** Why an event was not taken. Nothing was changed. */
export type Refusal =
  | { readonly kind: 'unknown-lead'; readonly lead: string }
  /** `last`: when something last happened to the lead. */
  | { readonly kind: 'too-early'; readonly at: InstantText; readonly last: InstantText }
  /** Something was due before the event and has not run. */
  | { readonly kind: 'due-first'; readonly due: InstantText }
  | { readonly kind: 'ended'; readonly status: 'closed' | 'bad' }
  /** Nurtured or rejected: nobody has it. */
  | { readonly kind: 'nobody-has-it' }
  | { readonly kind: 'not-in-queue' }
  | { readonly kind: 'not-from-queue' }
  | { readonly kind: 'not-in-review' }
  | { readonly kind: 'in-review'; readonly match: string }
  | { readonly kind: 'not-assigned' }
  | { readonly kind: 'unknown-target'; readonly id: string; readonly expected: 'rep' | 'anybody' }
  | { readonly kind: 'has-left'; readonly rep: string; readonly on: string }
  | { readonly kind: 'has-it'; readonly id: string }
  | { readonly kind: 'nobody-free'; readonly team: string }
  | {
      readonly kind: 'not-a-candidate';
      readonly record: string;
      readonly match: string;
      readonly candidates: readonly string[];
    }
  | { readonly kind: 'other-match'; readonly match: string; readonly waits: string }
  | { readonly kind: 'unknown-field'; readonly field: string }
  | { readonly kind: 'no-policy'; readonly hash: string }
  | { readonly kind: 'needs-lead' };

/** What is wrong and what to do instead; not cleaned of what stands in ids. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'unknown-lead':
      return `There is no lead ${quote(refusal.lead)} in the state.`;
    case 'too-early':
      return `It is of ${refusal.at}, and something happened to the lead at ${refusal.last}. Say an instant from then on.`;
    case 'due-first':
      return `Something was due for the lead at ${refusal.due} and has not run. Run what is due first.`;
    case 'ended':
      return refusal.status === 'closed' ? 'The lead is closed.' : 'The lead was bad and never counted.';
    case 'nobody-has-it':
      return 'Nobody has the lead: it was nurtured or rejected. If it changed, route it again.';
    case 'not-in-queue':
      return 'The lead does not wait in a queue, so nobody can claim it. To give it to somebody else, say that it was reassigned.';
    case 'not-from-queue':
      return 'The lead was not claimed from a queue, so it cannot go back to one. Say to whom it is reassigned.';
    case 'not-in-review':
      return 'The lead does not wait for review.';
    case 'in-review':
      return `The lead waits until somebody says which ${refusal.match} it is. Answer with the event reviewed.`;
    case 'not-assigned':
      return 'No rep has the lead.';
    case 'unknown-target':
      return refusal.expected === 'rep'
        ? `The policy has no rep ${quote(refusal.id)}.`
        : `The policy has no rep, team or queue ${quote(refusal.id)}.`;
    case 'has-left':
      return `${quote(refusal.rep)} has left on ${refusal.on}.`;
    case 'has-it':
      return `The lead is with ${quote(refusal.id)} already.`;
    case 'nobody-free':
      return `Nobody in ${quote(refusal.team)} can take a lead now. Name one person.`;
    case 'not-a-candidate': {
      const listed = refusal.candidates.map(quote).join(', ');
      const choice = listed === '' ? 'There are none' : `They are ${listed}`;
      return `${quote(refusal.record)} is none of the candidates for ${refusal.match}. ${choice}; say none if it is none of them.`;
    }
    case 'other-match':
      return `The lead waits for a review of ${refusal.waits}, and not of ${refusal.match}.`;
    case 'unknown-field':
      return `The lead has no field ${quote(refusal.field)}.`;
    case 'no-policy':
      return `The policy that decided (hash ${refusal.hash.slice(0, 12)}…) is not at hand.`;
    case 'needs-lead':
      return 'The policy is not the one that decided, and it looks at private fields, which are not kept. Route the lead again.';
    default:
      return assertNever(refusal);
  }
}

function quote(text: string): string {
  return JSON.stringify(text);
}
