// Where the parts of a compiled policy stand in its text: what leads from a decision back to the line that a person wrote.

/** A stretch of a file in UTF-16 offsets: `start` is included, `end` is not. */
export interface SourceSpan {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/**
 * By key:
 * - `policy`, `lead`, `route`, `otherwise`: the block
 * - `field:country`, `rep-field:skills`, `record:account`, `record-field:account/owner`
 * - `condition:12`: the condition with that id. One that a `default` line gave to several rules has several ids and one place
 * - `define:hot`, `calendar:berlin`, `team:enterprise`, `rep:ana`, `queue:triage`: the declaration (of a rep: the one with the label)
 * - `score:fit`, `score:fit/0`: the score, and its lines from 0
 * - `rule:NAME`, `test:NAME`: the block; NAME is the text between the quotes
 *
 * Keys come in no order that means anything. The map is not part of the policy and does not change its hash.
 */
export type SourceMap = Readonly<Record<string, SourceSpan>>;
