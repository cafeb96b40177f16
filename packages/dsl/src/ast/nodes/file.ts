// A whole file: what it uses, the policy block, its declarations.

import type { Comment, Name, NodeBase } from './base.ts';
import type { EnrichBlock, MatchBlock, ScoreBlock, TableBlock } from './before-routing.ts';
import type { DefineDeclaration, ListDeclaration } from './conditions.ts';
import type { DateLiteral, Duration, NumberLiteral, TextLiteral } from './literals.ts';
import type { CalendarBlock, QueueBlock, TeamBlock } from './people.ts';
import type { RouteBlock } from './routing.ts';
import type { LeadBlock, RecordBlock, RepFieldsBlock } from './shapes.ts';
import type { TestBlock } from './tests.ts';

/** A whole file. */
export interface PolicyFile extends NodeBase {
  readonly kind: 'policy-file';
  readonly uses: readonly Use[];
  /** One is right; more are reported by `names`. */
  readonly policies: readonly PolicyBlock[];
  readonly declarations: readonly Declaration[];
  /** In text order. */
  readonly comments: readonly Comment[];
}

/** `use "./people.route"` */
export interface Use extends NodeBase {
  readonly kind: 'use';
  readonly path: TextLiteral;
}

/** `policy inbound "Inbound leads" { … }` */
export interface PolicyBlock extends NodeBase {
  readonly kind: 'policy';
  readonly name: Name;
  readonly label: TextLiteral;
  readonly entries: readonly PolicyEntry[];
}

/** A line of the policy block. */
export type PolicyEntry =
  | (NodeBase & { readonly kind: 'language'; readonly version: NumberLiteral })
  | (NodeBase & { readonly kind: 'owner'; readonly owner: TextLiteral })
  | (NodeBase & { readonly kind: 'zone'; readonly zone: TextLiteral })
  | (NodeBase & { readonly kind: 'reviewed'; readonly on: DateLiteral; readonly every: Duration });

/** What a file declares. */
export type Declaration =
  | LeadBlock
  | RecordBlock
  | RepFieldsBlock
  | ListDeclaration
  | DefineDeclaration
  | CalendarBlock
  | TeamBlock
  | QueueBlock
  | EnrichBlock
  | MatchBlock
  | ScoreBlock
  | TableBlock
  | RouteBlock
  | TestBlock;
