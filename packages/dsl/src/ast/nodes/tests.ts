// Tests in a policy: what is given and what is expected.

import type { Broken, Name, NodeBase } from './base.ts';
import type { RelationOperator } from './conditions.ts';
import type { ValueEntry } from './data.ts';
import type { Clock, InstantLiteral, NumberLiteral, TextLiteral } from './literals.ts';

/** `test "a German lead goes to Ana" { … }` */
export interface TestBlock extends NodeBase {
  readonly kind: 'test';
  readonly name: TextLiteral;
  readonly at?: InstantLiteral;
  readonly lead: readonly ValueEntry[];
  readonly given: readonly Given[];
  readonly expect: readonly Expect[];
}

/** `given ana is away` */
export type Given =
  | (NodeBase & { readonly kind: 'given-away'; readonly rep: Name })
  | (NodeBase & { readonly kind: 'given-record'; readonly record: Name; readonly values: readonly ValueEntry[] })
  | (NodeBase & { readonly kind: 'given-answer'; readonly provider: Name; readonly values: readonly ValueEntry[] })
  | (NodeBase & { readonly kind: 'given-failure'; readonly provider: Name })
  | (NodeBase & { readonly kind: 'given-open'; readonly rep: Name; readonly open: NumberLiteral })
  | Broken;

/** `expect rule "Large"` */
export type Expect =
  | (NodeBase & { readonly kind: 'expect-rule'; readonly rule: TextLiteral })
  | (NodeBase & { readonly kind: 'expect-otherwise' })
  | (NodeBase & { readonly kind: 'expect-rep'; readonly rep: Name })
  | (NodeBase & { readonly kind: 'expect-team'; readonly team: Name })
  | (NodeBase & { readonly kind: 'expect-queue'; readonly queue: Name })
  | (NodeBase & { readonly kind: 'expect-nurture'; readonly track: TextLiteral })
  | (NodeBase & { readonly kind: 'expect-reject'; readonly reason: TextLiteral })
  | (NodeBase & { readonly kind: 'expect-invalid' })
  | (NodeBase & { readonly kind: 'expect-respond'; readonly within: Clock })
  | (NodeBase & {
      readonly kind: 'expect-score';
      readonly score: Name;
      readonly operator: RelationOperator;
      readonly value: NumberLiteral;
    })
  | Broken;
