// Conditions, their tests, and the names given to conditions and lists.

import type { Broken, Name, NodeBase } from './base.ts';
import type { DateLiteral, Duration, Literal, MoneyLiteral, NumberLiteral, TextLiteral } from './literals.ts';
import type { Reading, Value } from './values.ts';

/** Brackets leave no node: the tree says what they meant, and the formatter writes those that are needed. */
export type Condition = Chain | Not | During | Comparison | Broken;

/** Two or more parts. A chain that mixed `and` with `or` without brackets was reported and read with `and` binding tighter. */
export interface Chain extends NodeBase {
  readonly kind: 'and' | 'or';
  readonly parts: readonly Condition[];
}

/** `not (…)` */
export interface Not extends NodeBase {
  readonly kind: 'not';
  readonly condition: Condition;
}

/** `during berlin` */
export interface During extends NodeBase {
  readonly kind: 'during';
  readonly calendar: Name;
}

/** `value test`; without a test it is a flag or the name of a define. */
export interface Comparison extends NodeBase {
  readonly kind: 'comparison';
  readonly value: Value;
  readonly test?: Test;
}

/** The signs that compare. */
export type RelationOperator = '>' | '>=' | '<' | '<=';

/** What is asked of a value. */
export type Test =
  | (NodeBase & { readonly kind: 'relation'; readonly operator: RelationOperator; readonly right: Value })
  | (NodeBase & { readonly kind: 'equals'; readonly negated: boolean; readonly right: Value })
  | (NodeBase & { readonly kind: 'is-like'; readonly negated: boolean; readonly right: Value })
  | (NodeBase & { readonly kind: 'is-missing' })
  | (NodeBase & { readonly kind: 'is-known' })
  | (NodeBase & { readonly kind: 'is-matched'; readonly negated: boolean })
  | (NodeBase & { readonly kind: 'is-free-mail'; readonly negated: boolean })
  | (NodeBase & { readonly kind: 'in'; readonly negated: boolean; readonly of: Listing | Reading | Range | Broken })
  | (NodeBase & { readonly kind: 'text'; readonly verb: TextVerb; readonly several: Several })
  | (NodeBase & {
      readonly kind: 'includes';
      readonly several: Several;
      readonly atLeast?: NumberLiteral;
      readonly withinLast?: Duration;
    })
  | (NodeBase & { readonly kind: 'within'; readonly direction: 'last' | 'next'; readonly duration: Duration })
  | (NodeBase & { readonly kind: 'more-than-ago'; readonly duration: Duration })
  | Broken;

/** How a text is looked for in another. */
export type TextVerb = 'contains' | 'mentions' | 'starts-with' | 'ends-with';

/** One value, or a quantifier and several. */
export type Several =
  | { readonly quantifier: 'one'; readonly value: Value }
  | { readonly quantifier: 'any' | 'all' | 'none'; readonly of: Listing | Reading | Broken };

/** Both ends are included. */
export interface Range extends NodeBase {
  readonly kind: 'range';
  readonly from: Bound;
  readonly to: Bound;
}

/** An end of a range. */
export type Bound = NumberLiteral | MoneyLiteral | DateLiteral | Broken;

/** `[ item, item ]`; an item is a constant or the name of another list. */
export interface Listing extends NodeBase {
  readonly kind: 'listing';
  readonly items: readonly (Literal | Name | Broken)[];
}

/** `list dach = ["DE", "AT", "CH"]`, `list customers from "customers.csv"` */
export interface ListDeclaration extends NodeBase {
  readonly kind: 'list';
  readonly name: Name;
  /** Undefined only where the text is broken. */
  readonly body: Listing | (NodeBase & { readonly kind: 'list-file'; readonly path: TextLiteral }) | undefined;
}

/** `define large = employees >= 1000` */
export interface DefineDeclaration extends NodeBase {
  readonly kind: 'define';
  readonly name: Name;
  readonly condition: Condition;
}
