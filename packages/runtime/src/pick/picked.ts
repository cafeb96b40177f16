// What picking passes on: a candidate who is left, and the one who was picked. Types only.
import type { Change, PickNumbers } from '../decision.ts';
import type { Eval, PlanRep } from '../plan/evaluation.ts';

/** A candidate who is left, with the evaluation that looks at them. */
export interface Eligible {
  readonly rep: PlanRep;
  readonly e: Eval;
  /** Positive; 1 where no weight is given. */
  readonly weight: number;
}

/** The one who takes the lead. */
export interface Picked extends Moves {
  readonly rep: PlanRep;
  readonly numbers: PickNumbers;
}

/** What a pick, or the choice of a split's arm, does to ledgers. */
export interface Moves {
  /** In order; empty where no rotation had a say. */
  readonly changes: readonly Change[];
  /** The pools in which this pick stands for the lead from now on: an earlier turn there was taken over or taken back. */
  readonly pools: readonly string[];
}

/** Nothing is moved. */
export const NO_MOVES: Moves = { changes: [], pools: [] };

/** One or more. */
export type Some<T> = readonly [T, ...T[]];
