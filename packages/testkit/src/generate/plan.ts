// Seeds → the numbers that each part of a policy is made from.

import fc from 'fast-check';
import { entropy } from './choices.ts';

export interface PolicyTextOptions {
  /** Also tables, which need their files to compile: `policyFiles` has them. */
  readonly wholeLanguage?: boolean;
  /** How many rules at most; 6 unless told. */
  readonly maxRules?: number;
  /** How many reps a team declares at most; 4 unless told. */
  readonly maxReps?: number;
}

/** Numbers for each part of a policy, so that a part that is left out does not change the others. */
export interface Plan {
  readonly head: Numbers;
  readonly records: readonly (readonly Numbers[])[];
  readonly lead: readonly Numbers[];
  readonly repFields: readonly Numbers[];
  readonly lists: readonly Numbers[];
  readonly calendars: readonly Numbers[];
  readonly teams: readonly { readonly own: Numbers; readonly reps: readonly Numbers[] }[];
  readonly defines: readonly Numbers[];
  readonly enrichers: readonly Numbers[];
  readonly matches: readonly { readonly own: Numbers; readonly lines: readonly Numbers[] }[];
  readonly tables: readonly { readonly own: Numbers; readonly rows: readonly Numbers[] }[];
  readonly scores: readonly { readonly own: Numbers; readonly lines: readonly Numbers[] }[];
  readonly queues: readonly Numbers[];
  readonly route: Numbers;
  readonly rules: readonly Numbers[];
  readonly tests: readonly Numbers[];
}

/** What a part's choices are made from. */
export type Numbers = readonly number[];

/** Every part at random, from none of it to plenty. */
export function plan({ maxRules = 6, maxReps = 4 }: PolicyTextOptions): fc.Arbitrary<Plan> {
  const several = <T>(each: fc.Arbitrary<T>, most: number, least = 0): fc.Arbitrary<readonly T[]> =>
    fc.array(each, { minLength: least, maxLength: most, size: 'max' });
  return fc.record({
    head: entropy(8),
    records: several(several(entropy(6), 5), 2),
    lead: several(entropy(12), 14),
    repFields: several(entropy(10), 5),
    lists: several(entropy(8), 3),
    calendars: several(entropy(8), 2),
    teams: several(fc.record({ own: entropy(12), reps: several(entropy(20), maxReps, 1) }), 3, 1),
    defines: several(entropy(40), 4),
    scores: several(fc.record({ own: entropy(2), lines: several(entropy(30), 4, 1) }), 2),
    enrichers: several(entropy(16), 2),
    matches: several(fc.record({ own: entropy(30), lines: several(entropy(24), 3, 1) }), 2),
    tables: several(fc.record({ own: entropy(24), rows: several(entropy(16), 6) }), 2),
    queues: several(entropy(20), 2, 1),
    route: entropy(40),
    rules: several(entropy(150), maxRules),
    tests: several(entropy(40), 2),
  });
}
