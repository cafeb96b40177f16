// What happens to a lead before the first rule, ready to be run: enrichers, matches, tables and scores. Types only.

import type { Enricher, Match, Prefer, Score, ScoreLine, Table, TableKey, Type } from '@fairlead/ir';
import type { LinkQuestion } from '../world.ts';
import type { Eval, PlanShape, PlanTableRow, Read, Test } from './evaluation.ts';
import type { PlanQueue } from './plan-route.ts';

/** Whom to ask for what a lead does not say. */
export interface PlanEnricher {
  readonly enricher: Enricher;
  /** The key, also where it is private: it goes to the provider only. */
  readonly by: Read;
  readonly byType: Type;
  readonly byPrivate: boolean;
  /** Lead slots, in text order. */
  readonly fill: readonly number[];
  /** The same fields, beside `fill`, as an answer is read. */
  readonly shape: PlanShape;
}

/** How a lead finds its record. */
export interface PlanMatch {
  readonly match: Match;
  readonly index: number;
  readonly shape: PlanShape;
  readonly lines: readonly PlanMatchLine[];
  readonly prefer: readonly PlanPrefer[];
  /** In hundredths of a percent. */
  readonly accept: number;
  /** `from` in hundredths of a percent. */
  readonly review?: { readonly from: number; readonly queue: PlanQueue };
  /** Reads the field that is called `id`, if the record has one. */
  readonly idSlot?: number;
}

/** One way in which a record may fit. */
export interface PlanMatchLine {
  /** In hundredths of a percent. */
  readonly confidence: number;
  /**
   * What has to hold between record and lead for the line to hold: candidates are found by these. None only where no index can know the record's side
   * (a rep, where somebody leaves on some day): then every record is one.
   */
  readonly links: readonly PlanLink[];
  /** The whole condition; `Eval.matches` holds the candidate. */
  readonly when: Test;
  /** The similarity, from 0 to 10,000, of each `is like` that is the condition or a part of its outermost `and`; undefined where a name is missing. */
  readonly alike: readonly ((e: Eval) => number | undefined)[];
}

/** One `is` or `is like` between record and lead. */
export interface PlanLink {
  readonly kind: 'is' | 'like';
  /** What records are found by: canonical JSON of the record's side, and of what both sides are compared as. */
  readonly index: string;
  /** Under what the record that `Eval.matches` holds is found: of `is` what both sides are compared by, of `is like` its text. */
  readonly key: (e: Eval) => string | number | boolean | undefined;
  /** What to ask for; undefined where the lead's side is missing. */
  readonly ask: (e: Eval) => LinkQuestion | undefined;
}

/** What decides between records that fit equally well. */
export type PlanPrefer =
  | { readonly kind: 'condition'; readonly prefer: Prefer; readonly test: Test }
  | { readonly kind: 'greatest' | 'least'; readonly prefer: Prefer; readonly read: Read };

/** A table, with its rows as an index. */
export interface PlanTable {
  readonly table: Table;
  readonly index: number;
  /** What a row gives: slots in text order. */
  readonly gives: PlanShape;
  /** Each key's value, also where it is private: nothing it gives may be written anywhere unless `isPrivate` is false. */
  readonly keys: readonly PlanTableKey[];
  /** The first row whose cells all fit. Where a key is private, the row's place is noted under `table NAME`, counted from 1; 0: none. */
  readonly find: (e: Eval) => PlanTableRow | undefined;
}

/** A column that rows are found by. */
export interface PlanTableKey {
  readonly key: TableKey;
  readonly type: Type | undefined;
  readonly isPrivate: boolean;
  readonly read: Read;
}

/** A score. */
export interface PlanScore {
  readonly name: string;
  readonly max: number;
  readonly score: Score;
  readonly lines: readonly PlanScoreLine[];
}

/** A line of a score. */
export interface PlanScoreLine {
  readonly line: ScoreLine;
  /** The points the line gives to this lead: 0 where it does not hold. */
  readonly points: (e: Eval) => number;
}
