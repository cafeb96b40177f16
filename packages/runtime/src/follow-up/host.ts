// What following up needs from outside: policies by their hash, the policy of the moment, the world at an instant. Types only.
import type { LeadReading } from '../input/lead-reading.ts';
import type { Plan } from '../plan/plan.ts';
import type { World } from '../world.ts';
import type { Advanced } from './entry.ts';
import type { FollowUp, Tracked } from './follow-up.ts';

/** The host's side. All of it is only read. */
export interface FollowHost {
  /** The plan of a policy that decided or started a clock; undefined: not at hand. */
  readonly planOf: (hash: string) => Plan | undefined;
  /** The policy of the moment, by which leads are routed anew; absent: for each lead the one that decided last. */
  readonly current?: Plan;
  /** The world at an instant, with the calendars of that policy. */
  readonly world: (plan: Plan, atMs: number) => World;
  /** The lead itself, read by this policy, where the host has it; else the record is used. */
  readonly lead?: (plan: Plan, lead: string) => LeadReading | undefined;
}

/** Where leads are kept. */
export interface Book {
  /** A lead with its last decision; undefined: it never came. */
  readonly get: (lead: string) => Tracked | undefined;
  /** Every lead for which something may still come by itself, in any order. */
  readonly waiting: () => Iterable<FollowUp>;
  /** Keeps what came of a step or an event, and applies its changes: those of the entry, then those of the decision. One step. */
  readonly keep: (advanced: Advanced) => void;
}
