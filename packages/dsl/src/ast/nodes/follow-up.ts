// What happens after the decision: ladders of steps and messages.

import type { Broken, Name, NodeBase } from './base.ts';
import type { Condition } from './conditions.ts';
import type { Clock, TextLiteral } from './literals.ts';
import type { Reading } from './values.ts';

/** `after 30 minutes reassign` */
export interface LadderStep extends NodeBase {
  readonly kind: 'ladder-step';
  readonly after: Clock;
  readonly step:
    | { readonly kind: 'reassign' }
    | { readonly kind: 'route-to'; readonly target: Reading }
    | { readonly kind: 'notify'; readonly notify: Notify }
    | { readonly kind: 'broken' };
}

/** `notify slack "#late" when …`, `offer …` */
export interface Notify extends NodeBase {
  readonly kind: 'notify';
  readonly verb: 'notify' | 'offer';
  readonly channel: Name;
  readonly to: TextLiteral | Reading | Broken;
  readonly when?: Condition;
}
