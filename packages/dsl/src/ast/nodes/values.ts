// What a condition compares and a strategy reads: readings, sums, products.

import type { Broken, Name, NodeBase } from './base.ts';
import type { Literal, TextLiteral } from './literals.ts';

/** What is compared, or goes by. */
export type Value = Sum | Product | Literal | Reading | Broken;

/** `a + b` */
export interface Sum extends NodeBase {
  readonly kind: 'sum';
  /** Two or more. */
  readonly terms: readonly Value[];
}

/** `a * b` */
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

/** `account.owner` */
export interface Path extends NodeBase {
  readonly kind: 'path';
  /** One or more. */
  readonly names: readonly Name[];
}
