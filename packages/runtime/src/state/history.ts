// What is remembered of a lead between its arrivals: the last decision, behind one small interface.
import type { Decision } from '../decision.ts';

/** Where decisions are remembered by lead. */
export interface History {
  /** The last decision about the lead with this id; undefined if it never came. */
  readonly last: (lead: string) => Decision | undefined;
  /** Keeps a new decision as its lead's last one and carries out its `changes`: one step, so that the two never part. */
  readonly remember: (decision: Decision) => void;
}
