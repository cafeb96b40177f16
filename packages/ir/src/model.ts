// What a model of win rates is: counts by rep and segment, which `by likelihood using NAME` goes by. Plain JSON, made apart from the policy.

import type { DateText } from './shapes.ts';

/** The version of this format; a reader refuses any other. */
export const MODEL_FORMAT = 'fairlead-model/1';

/** A file of win rates. */
export interface ModelFile {
  readonly format: typeof MODEL_FORMAT;
  /** What was counted, for people: "Opportunities closed from November 2025 to October 2026". */
  readonly label: string;
  /** The day on which it was made. */
  readonly made?: DateText;
  /** The lead field, of text or a choice, that says the segment. Absent: there are no segments. */
  readonly segmentBy?: string;
  /** How many leads of everybody's rate each rep's own counts are mixed with, so that a few lucky leads make nobody the best. Whole. */
  readonly strength: number;
  /** In percent, with at most two decimal places: no rep who could take the leads gets less than this share of them. */
  readonly leastShare: number;
  /** One or more, in any order; one a rep and segment. */
  readonly rows: readonly ModelRow[];
}

/** The leads of a rep in a segment. A lead counts in one row only; those of unknown segment in the row without one. */
export interface ModelRow {
  readonly rep: string;
  readonly segment?: string;
  /** How many were won. */
  readonly won: number;
  /** How many there were. */
  readonly leads: number;
}
