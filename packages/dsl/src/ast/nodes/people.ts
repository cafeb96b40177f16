// Calendars, teams, reps and queues.

import type { Name, NodeBase } from './base.ts';
import type { Condition } from './conditions.ts';
import type { Datum } from './data.ts';
import type { LadderStep } from './follow-up.ts';
import type { Clock, DateLiteral, NumberLiteral, TextLiteral } from './literals.ts';
import type { Value } from './values.ts';

/** A day of the week. */
export type Day = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** Over what is counted. */
export type Period = 'day' | 'week' | 'month';

/** `calendar berlin { zone "Europe/Berlin" … }` */
export interface CalendarBlock extends NodeBase {
  readonly kind: 'calendar';
  readonly name: Name;
  readonly zone: TextLiteral;
  readonly entries: readonly CalendarEntry[];
}

/** `open mon-fri 09:00-17:00`, `closed 2026-12-24..2026-12-26` */
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

/** `team enterprise "Enterprise closers" { … }` */
export interface TeamBlock extends NodeBase {
  readonly kind: 'team';
  readonly name: Name;
  readonly label: TextLiteral;
  readonly entries: readonly TeamEntry[];
}

/** A line of a team. */
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

/** A line of a rep. */
export type RepEntry =
  | (NodeBase & { readonly kind: 'works'; readonly calendar: Name })
  | (NodeBase & { readonly kind: 'capacity'; readonly limits: readonly CapacityLimit[] })
  | (NodeBase & { readonly kind: 'backup'; readonly rep: Name })
  | (NodeBase & { readonly kind: 'left'; readonly on: DateLiteral; readonly successor?: Name })
  | (NodeBase & { readonly kind: 'rep-value'; readonly field: Name; readonly value: Datum });

/** A limit on open leads, or on leads a day, week or month. */
export interface CapacityLimit extends NodeBase {
  readonly kind: 'capacity-limit';
  readonly limit: NumberLiteral;
  readonly per: 'open' | Period;
}

/** `queue triage "To look at" { owner ana … }` */
export interface QueueBlock extends NodeBase {
  readonly kind: 'queue';
  readonly name: Name;
  readonly label: TextLiteral;
  readonly owner: Name;
  readonly entries: readonly QueueEntry[];
}

/** A line of a queue. */
export type QueueEntry =
  | (NodeBase & { readonly kind: 'priority'; readonly value: Value })
  | (NodeBase & { readonly kind: 'claim'; readonly within: Clock; readonly ladder: readonly LadderStep[] });
