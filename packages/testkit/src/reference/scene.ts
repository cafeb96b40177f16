// What a decision is made of, all in one place, as plain data: the policy, the lead, the instant, the people's state, records, answers, models.

import type { Policy } from '@fairlead/ir';
import type { Almanac, Domains, ProviderAnswer } from '@fairlead/runtime';
import type { GeneratedAgain, GeneratedModel, WholeState } from '../generate/surroundings.ts';
import type { Fields } from './values.ts';

/** What is around the lead. Records stand as JSON by their source, answers by the enricher. */
export interface Surroundings {
  readonly atMs: number;
  readonly almanac: Almanac;
  readonly domains: Domains;
  readonly state: WholeState;
  readonly records: Readonly<Record<string, readonly unknown[]>>;
  readonly answers: Readonly<Record<string, ProviderAnswer>>;
  /** Of a lead that was decided on before. */
  readonly again?: GeneratedAgain | undefined;
  readonly models: Readonly<Record<string, GeneratedModel>>;
  /** How alike two company names are, 0 to 10,000. */
  readonly similarity: (a: string, b: string) => number;
  /** `is like` holds from this similarity on. */
  readonly likeFrom: number;
}

/** A record of a source, read. */
export interface SourceRecord {
  readonly id: string;
  readonly position: number;
  readonly fields: Fields;
}

/** The lead, and what has been found out about it so far. Later stages put more into it. */
export interface Scene extends Surroundings {
  readonly policy: Policy;
  readonly lead: Fields;
  /** The record that each match accepted. */
  readonly matched: ReadonlyMap<string, SourceRecord>;
  /** The row of each table that fits, counted from 0. */
  readonly rows: ReadonlyMap<string, number>;
  readonly scores: ReadonlyMap<string, number>;
  /** The rep who is looked at, or who was picked. */
  readonly rep?: string;
}
