// What leads, records and reps look like.

import type { Broken, Name, NodeBase } from './base.ts';
import type { TextLiteral } from './literals.ts';

/** `lead { … }` */
export interface LeadBlock extends NodeBase {
  readonly kind: 'lead';
  readonly blank: readonly TextLiteral[];
  readonly fields: readonly Field[];
}

/** `record account from accounts { … }` */
export interface RecordBlock extends NodeBase {
  readonly kind: 'record';
  readonly name: Name;
  readonly source: Name;
  readonly blank: readonly TextLiteral[];
  readonly fields: readonly Field[];
}

/** `rep { … }`: the fields that reps have. */
export interface RepFieldsBlock extends NodeBase {
  readonly kind: 'rep-fields';
  readonly fields: readonly Field[];
}

/** `email email private optional from "E-mail"` */
export interface Field extends NodeBase {
  readonly kind: 'field';
  readonly name: Name;
  readonly type: TypeNode;
  readonly modifiers: readonly Modifier[];
}

/** The type of a field. */
export type TypeNode =
  | (NodeBase & { readonly kind: 'money-type'; readonly currency: Name })
  | (NodeBase & { readonly kind: 'list-type'; readonly of: Name })
  | (NodeBase & { readonly kind: 'named-type'; readonly name: Name })
  | (NodeBase & { readonly kind: 'choice-type'; readonly choices: readonly TextLiteral[]; readonly open: boolean })
  | Broken;

/** What stands behind a type. */
export type Modifier =
  | (NodeBase & { readonly kind: 'optional' })
  | (NodeBase & { readonly kind: 'private' })
  | (NodeBase & { readonly kind: 'unique' })
  | (NodeBase & { readonly kind: 'from'; readonly column: TextLiteral })
  | (NodeBase & {
      readonly kind: 'written';
      readonly pattern: TextLiteral;
      readonly or?: TextLiteral;
      readonly zone?: TextLiteral;
    });
