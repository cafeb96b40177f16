// Constants on their way into a condition: what they are, how they are written, and where.

import type { Constant } from '@fairlead/ir';
import type { Literal } from '../ast/nodes.ts';
import type { Span } from '../source/source.ts';
import type { ValueType } from './types.ts';

/** A constant, how it is written, and where. */
export interface Item {
  readonly constant: Constant;
  /** As it is called in a message: by its own text, or by these words. */
  readonly named: Literal | string;
  /** Where problems with it are shown. */
  readonly span: Span;
  /** Where it is written, if a repair can change it there. */
  readonly editable?: Span;
  /** Written with `%`. */
  readonly percent: boolean;
}

/** What a list holds. */
export interface ListFacts {
  /** Of all items; unknown for a list that was reported or holds nothing. */
  readonly type: ValueType;
  /** In text order, lists in lists laid flat, each constant once. */
  readonly items: readonly Item[];
}
