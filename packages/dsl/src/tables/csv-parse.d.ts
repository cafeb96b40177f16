// What is used of csv-parse, without its own types: those bring in all of Node's, and nothing here may use Node. tsconfig.json points here.

/** What a record is told with. */
export interface RecordFacts {
  /** Where the record ends, in bytes of UTF-8 from the beginning. */
  readonly bytes: number;
}

export interface ParseOptions {
  readonly delimiter: string;
  readonly record_delimiter: readonly string[];
  readonly relax_column_count: boolean;
  readonly bom: boolean;
  /** Null: the record is not kept. */
  readonly on_record: (cells: readonly string[], facts: RecordFacts) => null;
}

/** Throws an error with a `code` on quotes that make no sense. */
export declare function parse(text: string, options: ParseOptions): readonly unknown[];
