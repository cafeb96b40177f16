// What happens before the rules: enrichment, matching, scores, tables.

import type { Name, NodeBase } from './base.ts';
import type { Condition } from './conditions.ts';
import type { Duration, NumberLiteral, PercentLiteral, TextLiteral } from './literals.ts';
import type { Field } from './shapes.ts';
import type { Value } from './values.ts';

/** `enrich firmographics { from clearbit by domain of email … }` */
export interface EnrichBlock extends NodeBase {
  readonly kind: 'enrich';
  readonly name: Name;
  readonly provider: Name;
  readonly by: Value;
  readonly fill: readonly Name[];
  readonly within: Duration;
  readonly reuseFor?: Duration;
}

/** `match account from accounts { … }` */
export interface MatchBlock extends NodeBase {
  readonly kind: 'match';
  readonly name: Name;
  readonly source: Name;
  readonly lines: readonly MatchLine[];
  readonly accept: PercentLiteral;
  readonly review?: ReviewLine;
  readonly prefer: readonly PreferLine[];
}

/** `100% when account.domain is domain of email` */
export interface MatchLine extends NodeBase {
  readonly kind: 'match-line';
  readonly confidence: PercentLiteral;
  readonly when: Condition;
}

/** `review 60% in data_desk` */
export interface ReviewLine extends NodeBase {
  readonly kind: 'review';
  readonly from: PercentLiteral;
  readonly queue: Name;
}

/** `prefer account.tier is "A"`, `prefer the highest account.revenue` */
export type PreferLine =
  | (NodeBase & { readonly kind: 'prefer-condition'; readonly condition: Condition })
  | (NodeBase & {
      readonly kind: 'prefer-order';
      readonly order: 'newest' | 'oldest' | 'highest' | 'lowest';
      readonly value: Value;
    });

/** `score fit max 100 { … }` */
export interface ScoreBlock extends NodeBase {
  readonly kind: 'score';
  readonly name: Name;
  readonly max: NumberLiteral;
  readonly lines: readonly ScoreLine[];
}

/** A line of a score: points, and the condition for them. */
export interface ScoreLine extends NodeBase {
  readonly kind: 'score-line';
  readonly points: NumberLiteral;
  readonly halvingEvery?: Duration;
  readonly when: Condition;
}

/** `table territory from "territories.csv" { key country  gives owner rep }` */
export interface TableBlock extends NodeBase {
  readonly kind: 'table';
  readonly name: Name;
  readonly path: TextLiteral;
  readonly keys: readonly TableKey[];
  readonly gives: readonly Field[];
}

/** `key size is employees + 1 from "Size"` */
export interface TableKey extends NodeBase {
  readonly kind: 'table-key';
  readonly name: Name;
  readonly value?: Value;
  readonly column?: TextLiteral;
}
