// Values as a rep's block and a test write them.

import type { Broken, Name, NodeBase } from './base.ts';
import type { Duration, Literal, NumberLiteral, TextLiteral } from './literals.ts';

/** `country "DE"` in a test's lead, in a given record, in what a provider gives. */
export interface ValueEntry extends NodeBase {
  readonly kind: 'value-entry';
  readonly name: Name;
  readonly value: Datum;
}

/** What a rep's block, a test's lead and a given record hold. A name stands for a rep, a team or another declared thing. */
export type Datum =
  | Literal
  | Name
  | (NodeBase & { readonly kind: 'datum-list'; readonly elements: readonly DatumElement[] })
  | (NodeBase & { readonly kind: 'ratings'; readonly entries: readonly RatingEntry[] })
  | Broken;

/** An element of `[ … ]`; with `ago` it is a signal and when it happened before the test's instant. */
export interface DatumElement extends NodeBase {
  readonly kind: 'datum-element';
  readonly value: Literal | Name | Broken;
  readonly ago?: Duration;
}

/** `healthcare 8` among ratings. */
export interface RatingEntry extends NodeBase {
  readonly kind: 'rating-entry';
  readonly name: Name | TextLiteral;
  readonly rating: NumberLiteral;
}
