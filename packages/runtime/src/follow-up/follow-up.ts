// What becomes of a lead after its decision, as plain data: who has it, which clocks run, what it charged. Types only.
import type { InstantText } from '@fairlead/ir';
import type { Decision, LedgerTurn, RespondClock } from '../decision.ts';
import type { ReviewAnswer } from '../world.ts';

/** Where a lead stands after its last decision. Plain JSON; instants are UTC text. A lead to which nothing happened since needs none: it follows. */
export interface FollowUp {
  readonly lead: string;
  /** The instant of the first decision. */
  readonly first: InstantText;
  /** When something last happened to it; nothing earlier may still come in. */
  readonly last: InstantText;
  /** `closed`: won, lost, done. `bad`: invalid or a duplicate, and never counted. */
  readonly status: 'open' | 'closed' | 'bad';
  readonly holder: Holder;
  /** Reps who have had it, in the order in which they first got it, with the one who has it. */
  readonly had: readonly string[];
  /** A temporary owner comes once a lead. */
  readonly temporaryUsed: boolean;
  /** The temporary owner's time is up then. */
  readonly until?: InstantText;
  /** The time to respond: runs until first contact, wherever the lead goes. */
  readonly respond?: RunningClock;
  /** The queue's time to claim: runs while the lead waits in it. */
  readonly claim?: RunningClock;
  /** First contact. */
  readonly contacted?: InstantText;
  readonly accepted?: InstantText;
  readonly charge: Charge;
  /** What reviewers said, by match. */
  readonly reviews: Readonly<Record<string, ReviewAnswer>>;
  /** Ids of the events that came in, in their order: one that comes again changes nothing. */
  readonly events: readonly string[];
  /** It is to be routed anew, and the record is not enough for that: it waits until the lead comes again. */
  readonly awaitsLead?: true;
}

/** Who or what has a lead. `since`: from when on. */
export type Holder =
  /** `from`: the queue it was claimed from, to which it may be released. */
  | {
      readonly kind: 'rep';
      readonly rep: string;
      readonly team: string;
      readonly since: InstantText;
      readonly from?: QueuePlace;
    }
  | ({ readonly kind: 'queue' } & QueuePlace)
  /** Nurtured or rejected. */
  | { readonly kind: 'nobody'; readonly since: InstantText };

/** A place in a queue. `since`: its age in the queue goes by this, and a lead that was released keeps it. */
export interface QueuePlace {
  readonly queue: string;
  readonly since: InstantText;
  /** Decimal, date or instant text; absent comes last. */
  readonly priority?: string;
  /** A person has to say which record it is. */
  readonly match?: string;
}

/** A clock of some decision, running. Its instants stay those that the decision gave. */
export interface RunningClock {
  /** The hash of the policy that started it: its ladder stays that policy's. */
  readonly policy: string;
  readonly since: InstantText;
  readonly clock: RespondClock;
  /** The steps that have run, by their place in the ladder, from 0, in the order in which they ran. */
  readonly run: readonly number[];
}

/** What a lead charged, so that it can be returned. */
export interface Charge {
  /** Turns in ledgers, in the order in which they were taken. */
  readonly turns: readonly LedgerTurn[];
  readonly open?: { readonly rep: string; readonly by: number };
  readonly count?: { readonly rep: string; readonly day: number; readonly by: number };
}

/** A lead with its last decision: what the engine works on. */
export interface Tracked {
  readonly decision: Decision;
  readonly followUp: FollowUp;
}
