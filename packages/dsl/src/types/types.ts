// What every value and condition of a policy is: the facts that `check` finds, beside the tree and keyed by node ids.

import type { ComparedAs, Constant, Field, Json, RepValue, TableRow, Type } from '@fairlead/ir';
import type { DefineDeclaration, NodeId } from '../ast/nodes.ts';

/** A value's type; `unknown` where a problem has been reported already: it is silent from there on. */
export type ValueType = Type | { readonly kind: 'unknown' };

/** Side tables over a policy without errors; where there are errors, what could not be found out is absent. */
export interface Types {
  /** By the id of a Field of the lead, of records, of reps and of tables: the field as the IR has it. */
  readonly fields: ReadonlyMap<NodeId, Field>;
  /** By the id of a Value node: Sum, Product, Literal or Reading. Names of reps and teams have the types `rep` and `team`. */
  readonly values: ReadonlyMap<NodeId, ValueType>;
  /**
   * By the id of a Literal, and of a Reading or Name that stands for a rep or a team: the constant. Text that means a choice is spelled as the
   * choice is declared; a percentage is a number (`10%` is 0.1); an instant is in UTC; a number that means money has its currency.
   */
  readonly constants: ReadonlyMap<NodeId, Constant>;
  /** By the id of a Reading that is neither a target nor what stands after `in` and `any of`. */
  readonly readings: ReadonlyMap<NodeId, ReadingMeaning>;
  /** By the id of a Comparison: which condition it is and how its sides are compared. */
  readonly comparisons: ReadonlyMap<NodeId, ComparisonMeaning>;
  /** By the id of the Reading in `route to`, a split's arm, `fallback`, and `after … route to`. */
  readonly targets: ReadonlyMap<NodeId, TargetMeaning>;
  /** By the id of a ListDeclaration or a Listing: its items. */
  readonly lists: ReadonlyMap<NodeId, Members>;
  /** By the id of the entry of a rep's block that gives a field its value. */
  readonly repValues: ReadonlyMap<NodeId, RepValue>;
  /** By the id of a ValueEntry of a test’s lead, a given record and an answer: the value as a lead’s JSON has it; signals are `{kind, at}` in UTC. */
  readonly testValues: ReadonlyMap<NodeId, Json>;
  /** By the id of a TableBlock: its rows. */
  readonly tableRows: ReadonlyMap<NodeId, readonly TableRow[]>;
  /** A define stands after those that it refers to. */
  readonly defineOrder: readonly DefineDeclaration[];
}

/** What a Reading is. */
export type ReadingMeaning =
  /** What the path refers to: a field, a score, `rep.open`; `references` has it under the path's id. */
  | { readonly kind: 'plain' }
  /** The name of a rep or a team: `constants` has it under the reading's id. */
  | { readonly kind: 'constant' }
  /** `domain of email`: of what stands after `of`, which `references` has under that path's id. */
  | { readonly kind: 'domain' }
  /** `rep.skills of industry`, `rep.skills of "healthcare"`: the path's ratings, by what stands after `of`. */
  | { readonly kind: 'rating' }
  /** `backup of x`, `team of x`, `manager of x`: x is a field of type rep or the name of a rep (then `constants` has it under the id of the path after `of`). */
  | { readonly kind: 'backup' | 'team-of' | 'manager' };

/** Which condition a Comparison is. Negation and duration stand in the tree. */
export type ComparisonMeaning =
  /** No test: the value is a flag. */
  | { readonly kind: 'flag' }
  /** No test: the value is the name of a define. */
  | { readonly kind: 'define'; readonly define: DefineDeclaration }
  /** `is`, `is not`, `>`, `>=`, `<`, `<=` */
  | { readonly kind: 'compare'; readonly as: ComparedAs }
  | { readonly kind: 'in-range'; readonly as: 'number' | 'date'; readonly from: Constant; readonly to: Constant }
  | ({ readonly kind: 'in-list'; readonly as: ComparedAs } & Members)
  /** `in rep.countries`: what stands after `in` is a field that holds a list; `readings` has its meaning. */
  | { readonly kind: 'in-field'; readonly as: ComparedAs }
  | { readonly kind: 'text'; readonly needles: NeedlesMeaning }
  | { readonly kind: 'includes'; readonly as: ComparedAs; readonly needles: NeedlesMeaning }
  /** `atLeast` and `withinLast` stand in the tree; without `at least` it is 1. */
  | { readonly kind: 'signals'; readonly needles: NeedlesMeaning }
  | { readonly kind: 'missing' | 'known' | 'free-mail' }
  | { readonly kind: 'age'; readonly as: 'date' | 'time' }
  | { readonly kind: 'matched' | 'like' };

/** What `contains`, `includes` and the like search for. */
export type NeedlesMeaning =
  /** The one value in the tree. */
  | { readonly kind: 'one' }
  | ({ readonly kind: 'members' } & Members)
  /** A field that holds a list; `readings` has its meaning. */
  | { readonly kind: 'field' };

/** The items of a list in text order, lists within lists laid flat, those that are equal when compared dropped. `list` is the name of the list they came from. */
export interface Members {
  readonly members: readonly Constant[];
  readonly list?: string;
}

/** Whom a target means. */
export type TargetMeaning =
  | { readonly kind: 'rep'; readonly rep: string }
  | { readonly kind: 'team'; readonly team: string }
  | { readonly kind: 'queue'; readonly queue: string }
  /** A value of type rep or team; `readings` has its meaning. */
  | { readonly kind: 'value'; readonly as: 'rep' | 'team' };
