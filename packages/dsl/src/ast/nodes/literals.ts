// Constants as they are written, and lengths of time.

import type { Name, NodeBase } from './base.ts';

export type Literal =
  | TextLiteral
  | NumberLiteral
  | MoneyLiteral
  | PercentLiteral
  | DateLiteral
  | InstantLiteral
  | FlagLiteral;

export interface TextLiteral extends NodeBase {
  readonly kind: 'text-literal';
  /** With the escapes resolved; empty where the text is missing (the parser has reported it). */
  readonly value: string;
}

export interface NumberLiteral extends NodeBase {
  readonly kind: 'number-literal';
  /** Plain decimal text without `_`, `k` and `M`: `1_200` is "1200", `2.5M` is "2500000". */
  readonly decimal: string;
  /** As it was written. */
  readonly raw: string;
}

export interface MoneyLiteral extends NodeBase {
  readonly kind: 'money-literal';
  readonly amount: NumberLiteral;
  readonly currency: Name;
}

export interface PercentLiteral extends NodeBase {
  readonly kind: 'percent-literal';
  /** Of a hundred: `25%` is "25". */
  readonly decimal: string;
  readonly raw: string;
}

export interface DateLiteral extends NodeBase {
  readonly kind: 'date-literal';
  /** yyyy-mm-dd; the lexer takes the shape, `types` checks that the day exists. */
  readonly text: string;
}

export interface InstantLiteral extends NodeBase {
  readonly kind: 'instant-literal';
  readonly text: string;
}

export interface FlagLiteral extends NodeBase {
  readonly kind: 'flag-literal';
  readonly value: boolean;
}

export type DurationUnit = 'ms' | 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month';

export interface Duration extends NodeBase {
  readonly kind: 'duration';
  readonly amount: NumberLiteral;
  readonly unit: DurationUnit;
}

export interface Clock extends NodeBase {
  readonly kind: 'clock';
  readonly amount: NumberLiteral;
  readonly unit: DurationUnit;
  readonly working: boolean;
  readonly calendar?: Name;
}
