// What a file of leads is read as, row by row: leads, and rows that are broken.

/** Rows longer than this many bytes are broken: no lead is that long, and memory stays bounded. */
export const MAX_ROW_BYTES = 1_048_576;

/** A row of a file of leads, or why it is none. */
export type Row = HeaderRow | LeadRow | BrokenRow;

/** The first row of a table: the names of its columns, trimmed; one that is there twice stands here twice. */
export interface HeaderRow {
  readonly kind: 'header';
  readonly columns: readonly string[];
}

/** A lead as it stands in the file. `row`: a table's as spreadsheets count (the header is row 1), a line of NDJSON, or the n-th of a JSON list. */
export interface LeadRow {
  readonly kind: 'lead';
  readonly row: number;
  readonly how: 'json' | 'csv';
  readonly raw: unknown;
}

/** A row that no lead can be read from. Nothing of what it says is repeated: it may hold what is private. */
export interface BrokenRow {
  readonly kind: 'broken';
  readonly row: number;
  /** The line of the file, where that is not the row. */
  readonly line?: number;
  /** From 1: the character in the line, or of a table the column. */
  readonly column?: number;
  /** What is wrong, as a sentence. */
  readonly what: string;
}

/** Rows come in batches, about one for each piece of the file: waiting once a row would cost more than reading it. */
export type Batches = AsyncIterable<readonly Row[]>;

/** What the rows of a file are. */
export type Item = 'lead' | 'record' | 'answer' | 'decision' | 'event' | 'row';

/** How files of leads are written. */
export type LeadFormat = 'csv' | 'ndjson' | 'json';
