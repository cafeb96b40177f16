// What a field's value is while a decision is made: JSON and policy constants turned into forms that compare without further work.

import type { Numeric } from '@fairlead/ir';

/**
 * A value of a lead, a record, a rep or a constant. Its type is known from the policy, so most kinds carry no mark:
 *
 * | type                     | form                                                    |
 * | ------------------------ | ------------------------------------------------------- |
 * | text, email, choice      | {@link TextValue}                                       |
 * | code, rep, team          | string: as written, or the id                           |
 * | number, count, money     | {@link Amount}: exact                                   |
 * | date                     | number: days since 1970-01-01                           |
 * | time                     | number: epoch milliseconds                              |
 * | flag                     | boolean                                                 |
 * | list, signals, ratings   | {@link ListValue}, {@link SignalsValue}, {@link RatingsValue} |
 * | a record                 | {@link RecordValue}                                     |
 * | any private one, replayed | {@link SealedValue}                                    |
 *
 * A missing value is `undefined`, never one of these.
 */
export type RuntimeValue =
  | TextValue
  | string
  | Amount
  | boolean
  | ListValue
  | SignalsValue
  | RatingsValue
  | RecordValue
  | SealedValue;

/** An exact number: a decimal, or a fraction where one was divided (`rep.load`). */
export type Amount = Numeric | Ratio;

/** A fraction that no finite decimal equals, in lowest terms: so there is one form for each amount. */
export interface Ratio {
  readonly kind: 'ratio';
  readonly top: bigint;
  /** At least 3. */
  readonly bottom: bigint;
}

/** Text is folded once, on the way in; conditions look at `folded`, people see `raw`. */
export interface TextValue {
  readonly kind: 'text';
  /** Trimmed and in NFC, never empty. */
  readonly raw: string;
  /** `raw` under the published folding. */
  readonly folded: string;
  /**
   * Only on private lead fields that the policy asks about mail: what the lists said when the lead was read. Thus the
   * world, whose questions are recorded, is never asked about a private text.
   */
  readonly mail?: MailFacts;
}

/** What the lists of public suffixes and free-mail hosts say about a text. */
export interface MailFacts {
  /** The registrable domain; absent if it has none or is free mail. Not private. */
  readonly domain?: string;
  readonly freeMail: boolean;
}

/** A list. */
export interface ListValue {
  readonly kind: 'list';
  /** In the order given. All of one type. */
  readonly items: readonly RuntimeValue[];
}

/** What happened around a lead. */
export interface SignalsValue {
  readonly kind: 'signals';
  /** In the order given. */
  readonly items: readonly Signal[];
}

/** One thing that happened. */
export interface Signal {
  readonly raw: string;
  readonly folded: string;
  readonly atMs: number;
}

/** Numbers by name. */
export interface RatingsValue {
  readonly kind: 'ratings';
  /** By folded name, in the order given. */
  readonly byName: ReadonlyMap<string, Rating>;
}

/** One of them. */
export interface Rating {
  /** The name as it was written. */
  readonly raw: string;
  readonly rating: number;
}

/** A record of another system. */
export interface RecordValue {
  readonly kind: 'record';
  /** By the record's field slots (its fields in text order). */
  readonly fields: readonly (RuntimeValue | undefined)[];
}

/** A private value of a recorded lead: it was known, but is not kept. Reading it gives nothing but its domain. */
export interface SealedValue {
  readonly kind: 'sealed';
  readonly domain?: string;
}
