// What a condition compares and a strategy reads: readings, sums, products.

import type { Broken, Name, NodeBase } from './base.ts';
import type { Literal, TextLiteral } from './literals.ts';

export type Value = Sum | Product | Literal | Reading | Broken;

export interface Sum extends NodeBase {
  readonly kind: 'sum';
  /** Two or more. */
  readonly terms: readonly Value[];
}

export interface Product extends NodeBase {
  readonly kind: 'product';
  /** Two or more. */
  readonly factors: readonly Value[];
}

/** `email`, `account.owner`, `domain of email`, `rep.skills of "healthcare"`. */
export interface Reading extends NodeBase {
  readonly kind: 'reading';
  readonly path: Path;
  readonly of?: Path | TextLiteral;
}

export interface Path extends NodeBase {
  readonly kind: 'path';
  /** One or more. */
  readonly names: readonly Name[];
}
