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
 * - `enrich:firmographics`, `table:territory`: the block
 * - `match:account`, `match:account/0`, `match:account/prefer/0`: the match, its lines and its `prefer` lines, both from 0
 * - `counts:enterprise/0`: the lines of a team that say how many leads one counts, from 0
 * - `score:fit`, `score:fit/0`: the score, and its lines from 0
 * - `split:ID`: from `split` to the end of its arms
 * - `rule:NAME`, `test:NAME`: the block; NAME is the text between the quotes
 *
 * Keys come in no order that means anything. The map is not part of the policy and does not change its hash.
 */
export type SourceMap = Readonly<Record<string, SourceSpan>>;
