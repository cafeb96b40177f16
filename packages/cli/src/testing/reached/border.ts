// What a border of a condition is: the constant at which it turns, its two sides, and whether tests have been there. Types only.
import type { Eval } from '@fairlead/runtime';

/** A constant at which a condition turns. */
export interface Border {
  /** The condition, as the policy writes it. */
  readonly words: string;
  /** Its number. */
  readonly id: number;
  /** Two: tests have to show both. */
  readonly sides: readonly Side[];
}

/** A side of a border. */
export interface Side {
  /** Where a test has to be: `at 1000`, `just below 1000`, `3 to 4 days ago`, `exactly 2 times`. */
  readonly words: string;
  /** What to write into a test to get there; undefined where that depends on too much. */
  readonly hint: string | undefined;
  seen: boolean;
}

/** A border that looks at what conditions look at. */
export interface WatchedBorder extends Border {
  readonly look: (e: Eval) => void;
}
