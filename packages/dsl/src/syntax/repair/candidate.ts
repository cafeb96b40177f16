// One change that the search may make: how likely it is, how far it gets, and the repair it comes to.

import type { TokenType } from 'chevrotain';
import type { Repair } from './trouble.ts';

/** A word, sign or value that may be missing. */
export interface Addition {
  readonly type: TokenType;
  /** The rule of the grammar that asks for it. */
  readonly rule: string;
  readonly opens: string | undefined;
  /** Whether it begins a line or an entry. */
  readonly entry: boolean;
}

/** A change that could be made. */
export interface Candidate {
  /** How unlikely it is that this is what went wrong. */
  readonly cost: number;
  /** How many of `limit` tokens can be read after it. */
  readonly reach: (limit: number) => number;
  /** `equals`: the other changes that do as well, this one among them. */
  readonly repair: (equals: readonly Candidate[]) => Repair;
  /** What it adds, in words; undefined for another kind of change. */
  readonly adds?: string;
  readonly added?: readonly Addition[];
  /** Where it adds. */
  readonly index?: number;
}
