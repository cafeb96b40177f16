// Calendars, teams, reps and queues.

import type { Name, NodeBase } from './base.ts';
import type { Condition } from './conditions.ts';
import type { Datum } from './data.ts';
import type { LadderStep } from './follow-up.ts';
import type { Clock, DateLiteral, NumberLiteral, TextLiteral } from './literals.ts';
import type { Value } from './values.ts';

export type Day = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export type Period = 'day' | 'week' | 'month';

export interface CalendarBlock extends NodeBase {
  readonly kind: 'calendar';
  readonly name: Name;
  readonly zone: TextLiteral;
  readonly entries: readonly CalendarEntry[];
}

export type CalendarEntry =
  | (NodeBase & {
      readonly kind: 'open';
      readonly from: Day;
      /** The last day of `mon-fri`; absent for a single day. */
      readonly to?: Day;
      /** Minutes after midnight; `toMinute` may be smaller than or equal to `fromMinute` (a night shift); 24:00 is 1440. */
      readonly fromMinute: number;
      readonly toMinute: number;
    })
  | (NodeBase & { readonly kind: 'closed'; readonly from: DateLiteral; readonly to?: DateLiteral });

export interface TeamBlock extends NodeBase {
  readonly kind: 'team';
  readonly name: Name;
  readonly label: TextLiteral;
  readonly entries: readonly TeamEntry[];
}

export type TeamEntry =
  | (NodeBase & { readonly kind: 'manager'; readonly rep: Name })
  | (NodeBase & { readonly kind: 'pause'; readonly times: NumberLiteral })
  | (NodeBase & { readonly kind: 'counts'; readonly times: NumberLiteral; readonly when: Condition })
  | RepMember;

/** `rep ana` is a mention; with a label it is the declaration of the rep, and this team is the home team. */
export interface RepMember extends NodeBase {
  readonly kind: 'rep-member';
  readonly name: Name;
  readonly label?: TextLiteral;
  /** Empty for a mention and for a rep declared without a block. */
  readonly entries: readonly RepEntry[];
}

export type RepEntry =
  | (NodeBase & { readonly kind: 'works'; readonly calendar: Name })
  | (NodeBase & { readonly kind: 'capacity'; readonly limits: readonly CapacityLimit[] })
  | (NodeBase & { readonly kind: 'backup'; readonly rep: Name })
  | (NodeBase & { readonly kind: 'left'; readonly on: DateLiteral; readonly successor?: Name })
  | (NodeBase & { readonly kind: 'rep-value'; readonly field: Name; readonly value: Datum });

export interface CapacityLimit extends NodeBase {
  readonly kind: 'capacity-limit';
  readonly limit: NumberLiteral;
  readonly per: 'open' | Period;
}

export interface QueueBlock extends NodeBase {
  readonly kind: 'queue';
  readonly name: Name;
  readonly label: TextLiteral;
  readonly owner: Name;
  readonly entries: readonly QueueEntry[];
}

export type QueueEntry =
  | (NodeBase & { readonly kind: 'priority'; readonly value: Value })
  | (NodeBase & { readonly kind: 'claim'; readonly within: Clock; readonly ladder: readonly LadderStep[] });
