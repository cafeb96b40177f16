// What is remembered of a lead between its arrivals: the last decision and where it stands since, behind one small interface.
import type { Change, Decision } from '../decision.ts';
import type { FollowUp } from '../follow-up/follow-up.ts';

/** Where decisions are remembered by lead. */
export interface History {
  /** The last decision about the lead with this id; undefined if it never came. */
  readonly last: (lead: string) => Decision | undefined;
  /** Where the lead stands, if something happened to it since its last decision; else that follows from the decision. Absent: nothing ever does. */
  readonly followUp?: (lead: string) => FollowUp | undefined;
  /**
   * Keeps a new decision as its lead's last one and carries out its `changes`: one step, so that the two never part. `before`: of a lead that had been
   * decided on, what is returned first and where it stands now.
   */
  readonly remember: (decision: Decision, before?: Before) => void;
}

/** What a lead that is decided on again leaves behind, and where it stands then. */
export interface Before {
  /** To be carried out before the changes of the decision. */
  readonly changes: readonly Change[];
  readonly next: FollowUp;
}
