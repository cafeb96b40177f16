// What picking passes on: a candidate who is left, and the one who was picked. Types only.
import type { Change, PickNumbers } from '../decision.ts';
import type { Eval, PlanRep } from '../plan/plan.ts';

/** A candidate who is left, with the evaluation that looks at them. */
export interface Eligible {
  readonly rep: PlanRep;
  readonly e: Eval;
  /** Positive; 1 where no weight is given. */
  readonly weight: number;
}

/** The one who takes the lead. */
export interface Picked {
  readonly rep: PlanRep;
  readonly numbers: PickNumbers;
  /** What the pick does to a ledger, if a rotation had a say. */
  readonly change?: Change;
}

/** One or more. */
export type Some<T> = readonly [T, ...T[]];
