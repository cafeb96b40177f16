// Constants as they are written, and lengths of time.

import type { Name, NodeBase } from './base.ts';

/** A constant. */
export type Literal =
  | TextLiteral
  | NumberLiteral
  | MoneyLiteral
  | PercentLiteral
  | DateLiteral
  | InstantLiteral
  | FlagLiteral;

/** `"Berlin"` */
export interface TextLiteral extends NodeBase {
  readonly kind: 'text-literal';
  /** With the escapes resolved; empty where the text is missing (the parser has reported it). */
  readonly value: string;
}

/** `2.5M` */
export interface NumberLiteral extends NodeBase {
  readonly kind: 'number-literal';
  /** Plain decimal text without `_`, `k` and `M`: `1_200` is "1200", `2.5M` is "2500000". */
  readonly decimal: string;
  /** As it was written. */
  readonly raw: string;
}

/** `50k EUR` */
export interface MoneyLiteral extends NodeBase {
  readonly kind: 'money-literal';
  readonly amount: NumberLiteral;
  readonly currency: Name;
}

/** `25%` */
export interface PercentLiteral extends NodeBase {
  readonly kind: 'percent-literal';
  /** Of a hundred: `25%` is "25". */
  readonly decimal: string;
  readonly raw: string;
}

/** `2026-11-24` */
export interface DateLiteral extends NodeBase {
  readonly kind: 'date-literal';
  /** yyyy-mm-dd; the lexer takes the shape, `types` checks that the day exists. */
  readonly text: string;
}

/** `2026-11-24T09:00:00Z`, as it was written. */
export interface InstantLiteral extends NodeBase {
  readonly kind: 'instant-literal';
  readonly text: string;
}

/** `yes`, `no` */
export interface FlagLiteral extends NodeBase {
  readonly kind: 'flag-literal';
  readonly value: boolean;
}

/** The units of time. */
export type DurationUnit = 'ms' | 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month';

/** `3 days` */
export interface Duration extends NodeBase {
  readonly kind: 'duration';
  readonly amount: NumberLiteral;
  readonly unit: DurationUnit;
}

/** `2 working hours of berlin` */
export interface Clock extends NodeBase {
  readonly kind: 'clock';
  readonly amount: NumberLiteral;
  readonly unit: DurationUnit;
  readonly working: boolean;
  readonly calendar?: Name;
}
