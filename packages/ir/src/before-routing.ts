// What a policy says of the time before its rules are tried: who is asked, which records are meant, which rows fit. Part of the format: see policy.ts.

import type { ComparedAs, Condition, Duration, Value } from './conditions.ts';
import type { Field, RepValue } from './shapes.ts';

/** Asks a provider for what is missing. */
export interface Enricher {
  readonly name: string;
  /** The name under which the host registers the provider. */
  readonly provider: string;
  /** The key: read from the lead as it was submitted. */
  readonly by: Value;
  /** Names of optional lead fields, in text order. */
  readonly fill: readonly string[];
  readonly within: Duration;
  readonly reuseFor?: Duration;
}

/** Finds one record of a source for the lead. */
export interface Match {
  readonly name: string;
  /** The shape of its records; `RecordShape.source` says what the host binds. */
  readonly record: string;
  /** In text order; a record's confidence is that of its best line. */
  readonly lines: readonly MatchLine[];
  /** In percent, from 1 to 100, with at most two decimal places; so are all confidences. */
  readonly accept: number;
  /** From here up to `accept` a person looks. Less than `accept`. */
  readonly review?: { readonly from: number; readonly queue: string };
  /** In text order: how a tie between the best is broken. */
  readonly prefer: readonly Prefer[];
}

/** One of the parts that `when` is, or is `and` of, compares the record with the lead by `is` or `like`: that is what candidates are found by. */
export interface MatchLine {
  readonly confidence: number;
  readonly when: Condition;
}

/** What decides between records that fit equally well. */
export type Prefer =
  | { readonly kind: 'condition'; readonly condition: Condition }
  /** `newest` and `oldest` of dates and instants. */
  | { readonly kind: 'newest' | 'oldest' | 'highest' | 'lowest'; readonly value: Value };

/** A decision table: the first row whose cells all fit wins. */
export interface Table {
  readonly name: string;
  /** The file it was read from, as the policy writes it. */
  readonly file: string;
  /** One or more, in text order. */
  readonly keys: readonly TableKey[];
  /** One or more, in text order. */
  readonly gives: readonly Field[];
  /** In the order of the file. */
  readonly rows: readonly TableRow[];
}

/** A column that rows are found by. */
export interface TableKey {
  readonly name: string;
  /** The column of the file, if not `name`. */
  readonly column?: string;
  /** What the key's cells are compared with. */
  readonly value: Value;
  readonly as: ComparedAs;
  /** Of money: the currency of its cells. */
  readonly currency?: string;
}

/** A row as it was read. */
export interface TableRow {
  /** The line of the file, from 1. */
  readonly line: number;
  /** A cell for each key, in the cell language: `*`, `missing`, `100..999`, `94*`, `DE|AT`, else a value. */
  readonly keys: readonly string[];
  /** By the name of the field that the table gives; a missing one is absent. As `Rep.values`. */
  readonly gives: Readonly<Record<string, RepValue>>;
}
