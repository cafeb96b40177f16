// The route block: defaults, rules, targets and the clauses that say who is picked.

import type { Broken, Name, NodeBase } from './base.ts';
import type { Condition } from './conditions.ts';
import type { LadderStep, Notify } from './follow-up.ts';
import type { Clock, Duration, NumberLiteral, PercentLiteral, TextLiteral } from './literals.ts';
import type { Period } from './people.ts';
import type { Reading, Value } from './values.ts';

/** `route { … }` */
export interface RouteBlock extends NodeBase {
  readonly kind: 'route';
  readonly defaults: readonly DefaultLine[];
  readonly rules: readonly Rule[];
  /** One is right and stands last; none and more are reported by `names`. */
  readonly otherwise: readonly Otherwise[];
}

/** `default by rotation` */
export interface DefaultLine extends NodeBase {
  readonly kind: 'default';
  readonly clause: Clause;
}

/** `rule "Large" when employees >= 1000 route to enterprise …` */
export interface Rule extends NodeBase {
  readonly kind: 'rule';
  readonly name: TextLiteral;
  readonly when?: Condition;
  readonly action: Action;
  readonly clauses: readonly Clause[];
}

/** `otherwise route to triage` */
export interface Otherwise extends NodeBase {
  readonly kind: 'otherwise';
  readonly action: Action;
  readonly clauses: readonly Clause[];
}

/** What is done with the leads of a rule. */
export type Action =
  | (NodeBase & { readonly kind: 'route-to'; readonly target: Target })
  | (NodeBase & { readonly kind: 'nurture'; readonly track: TextLiteral })
  | (NodeBase & { readonly kind: 'reject'; readonly reason: TextLiteral })
  | Broken;

/** Whom a lead goes to. */
export type Target = Reading | Split | Broken;

/** `split { 60% commercial  40% enterprise }`, `split by domain of email { … }` */
export interface Split extends NodeBase {
  readonly kind: 'split';
  readonly by?: Reading;
  readonly arms: readonly SplitArm[];
}

/** `60% commercial` */
export interface SplitArm extends NodeBase {
  readonly kind: 'split-arm';
  readonly share: PercentLiteral;
  readonly target: Reading | Broken;
}

/** What stands behind an action. */
export type Clause =
  | (NodeBase & { readonly kind: 'strategy'; readonly strategy: Strategy })
  | (NodeBase & { readonly kind: 'where'; readonly condition: Condition })
  | (NodeBase & { readonly kind: 'weight'; readonly lines: readonly WeightLine[] })
  | (NodeBase & { readonly kind: 'reserve'; readonly share: PercentLiteral; readonly condition: Condition })
  | (NodeBase & { readonly kind: 'available-within'; readonly duration: Duration })
  | (NodeBase & { readonly kind: 'even'; readonly what: 'off-duty' | 'over-capacity' })
  | (NodeBase & { readonly kind: 'fallback'; readonly entries: readonly FallbackEntry[] })
  | (NodeBase & { readonly kind: 'respond'; readonly within: Clock; readonly ladder: readonly LadderStep[] })
  | Notify
  | (NodeBase & { readonly kind: 'because'; readonly text: TextLiteral });

/** How one of several is picked. */
export type Strategy =
  | (NodeBase & { readonly kind: 'by-rotation'; readonly ofThisRule: boolean })
  | (NodeBase & { readonly kind: 'by-fewest'; readonly period: Period })
  | (NodeBase & { readonly kind: 'by-highest'; readonly value: Value })
  | (NodeBase & { readonly kind: 'by-lowest'; readonly value: Value })
  | (NodeBase & { readonly kind: 'by-likelihood'; readonly model: Name })
  | Broken;

/** `2 for ana`, `0.5 when …`, `1 otherwise` */
export interface WeightLine extends NodeBase {
  readonly kind: 'weight-line';
  readonly weight: NumberLiteral;
  readonly applies:
    | { readonly kind: 'for'; readonly reps: readonly Name[] }
    | { readonly kind: 'when'; readonly condition: Condition }
    | { readonly kind: 'otherwise' };
}

/** `ana for 2 hours` */
export interface FallbackEntry extends NodeBase {
  readonly kind: 'fallback-entry';
  readonly target: Reading | Broken;
  readonly for?: Duration;
}
