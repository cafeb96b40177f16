// What a step or an event came to, as one line of the log. Types only.
import type { Clock, InstantText } from '@fairlead/ir';
import type { Attempt, Change, Decision, EffectData, RespondClock } from '../decision.ts';
import type { LeadEvent } from './event.ts';
import type { FollowUp, Holder } from './follow-up.ts';

/** The version of the form below. */
export const ENTRY_FORMAT = 'fairlead-entry/1';

/** One thing that happened to a lead after its first decision. Plain JSON. */
export interface Entry {
  readonly format: typeof ENTRY_FORMAT;
  readonly lead: string;
  readonly at: InstantText;
  /** Whoever said so; `clock` where nobody did. */
  readonly by: string;
  readonly cause: Cause;
  readonly result: Result;
  /** Who or what has the lead now. */
  readonly now: Holder;
  /** What the host must do to the state, before the changes of the decision that may come with it. */
  readonly changes: readonly Change[];
  /** What the host is to deliver now: only what was not delivered for this lead before. */
  readonly effects: readonly EffectData[];
}

export type Cause =
  | { readonly kind: 'event'; readonly event: LeadEvent }
  /** A step of a ladder, from 0. `policy`: the hash of the policy that started the clock. */
  | {
      readonly kind: 'step';
      readonly clock: 'respond' | 'claim';
      readonly policy: string;
      readonly step: number;
      readonly after: Clock;
      readonly do: RespondClock['ladder'][number]['step'];
    }
  | { readonly kind: 'temporary-over' };

export type Result =
  /** It was written down, and nobody has the lead but who had it. */
  | { readonly kind: 'noted' }
  /** First contact. `late`: whether behind the time to respond, if one ran. */
  | { readonly kind: 'contacted'; readonly late?: boolean }
  /** A message is to be delivered. */
  | { readonly kind: 'delivered' }
  /** Somebody else has it, without a decision of the policy. */
  | { readonly kind: 'moved' }
  /** The policy decided: the decision is the next line. */
  | { readonly kind: 'decided' }
  /** It could not be carried out, and all stays as it was. `attempts`: who was looked at. */
  | { readonly kind: 'stayed'; readonly why: StayedWhy; readonly attempts?: readonly Attempt[] }
  /** Nothing more will come. */
  | { readonly kind: 'ended' };

/**
 * `nobody-left`: nobody could take it. `no-owner`: nobody has it to take it from. `has-it`: it is there already. `missing`: the value that the step
 * names is missing. `no-policy`: the policy that this goes by is not at hand. `needs-lead`: the policy looks at private fields in another way than the one
 * that decided, so the lead itself is needed; it is routed anew when it comes again.
 */
export type StayedWhy = 'nobody-left' | 'no-owner' | 'has-it' | 'missing' | 'no-policy' | 'needs-lead';

/** What a step or an event came to. The host applies `entry.changes`, then those of `decision`, and keeps `next`. */
export interface Advanced {
  readonly entry: Entry;
  readonly decision?: Decision;
  readonly next: FollowUp;
}
