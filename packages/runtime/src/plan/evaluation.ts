// What a plan reads from while a lead is decided: fields by their slots, the rep and the row that are looked at, and what is remembered. Types only.

import type { DateText, Period, Rep, TableRow, Type, Written } from '@fairlead/ir';
import type { Again } from '../decision.ts';
import type { CompanyName } from '../match/company-name.ts';
import type { RecordValue, RuntimeValue, TextValue } from '../values/runtime-value.ts';
import type { World } from '../world.ts';

/** A condition, ready to run: no errors, no side effects but the memories of the {@link Eval}. */
export type Test = (e: Eval) => boolean;

/** Told of a condition that was evaluated, by id: how it came out, and what it was looking at. */
export type Watch = (conditionId: number, holds: boolean, e: Eval) => void;

/** A value, ready to be read; undefined: missing. */
export type Read = (e: Eval) => RuntimeValue | undefined;

/** What conditions and values are read from, for one lead. Made by `startEval`, given a rep by `withRep`. */
export interface Eval {
  /** By lead slot, with what was filled in. */
  readonly lead: readonly (RuntimeValue | undefined)[];
  /** The record that was matched, by match; while a match looks at candidates, the candidate. Filled in order. */
  readonly matches: (RecordValue | undefined)[];
  /** The row that fits, by table: its values by the slots of what the table gives. Filled in order. */
  readonly tables: (PlanTableRow | undefined)[];
  /** The record that is looked at in a line of a match: part of the keys of sealed outcomes. */
  readonly candidate: string | undefined;
  /** Points by score index; filled in order, so that a score sees those before it. */
  readonly scores: number[];
  /** The rep being looked at, in `where`, `weight` and strategies; else undefined, and rep values are missing. */
  readonly rep: PlanRep | undefined;
  readonly world: World;
  /** Why the lead is decided on again, and what stands from before; undefined for a first decision. */
  readonly again: Again | undefined;
  readonly sealed: Sealed;
  readonly memory: Memory;
  /** As `Memory.defines`, of those that read the rep: new for each rep. */
  readonly repDefines: Uint8Array;
}

/** What was found out once for this lead and need not be again. */
export interface Memory {
  /** By define: 0 not yet, 1 does not hold, 2 holds. Not those that read a rep. */
  readonly defines: Uint8Array;
  /** What the world said, by slots that the plan gave out: `today`, `3 months ago`, `domain of email`. Null: it has none. */
  readonly found: (RuntimeValue | null | undefined)[];
  /** Company names in their normal form, by their text; undefined: it has none. */
  readonly names: Map<string, CompanyName | undefined>;
}

/** How many defines and found values one lead may have: what {@link Memory} makes room for. */
export interface EvalSizes {
  readonly defines: number;
  readonly found: number;
}

/** How conditions that read private fields came out: `Decision.inputs.sealed`. */
export interface Sealed {
  /** When a decision is made again: the outcomes to take. Undefined: look at the values. */
  readonly given: Readonly<Record<string, boolean | number>> | undefined;
  /** Whether `given` counts for a condition, or for a line of points, that reads these lead slots; undefined: for all. */
  readonly counts?: (slots: readonly number[]) => boolean;
  /** Every outcome met so far, by key: the condition's id, `id@rep`, or `id#record` in a match; `points NAME LINE` for a score line that halves; `table NAME` for the row of a table with a private key. */
  readonly noted: Map<string, boolean | number>;
}

/** A lead or record: fields by name and by slot. */
export interface PlanShape {
  readonly slots: ReadonlyMap<string, number>;
  readonly fields: readonly PlanField[];
  /** Folded texts that count as missing. */
  readonly blank: ReadonlySet<string>;
}

/** A field of a lead, a record, a rep, or of what a table gives. */
export interface PlanField {
  readonly name: string;
  /** What the outside calls it. */
  readonly column: string;
  readonly type: Type;
  readonly optional: boolean;
  readonly private: boolean;
  readonly written?: Written;
  /** Of a choice, or a list of them: folded text to the declared spelling. */
  readonly choices?: ReadonlyMap<string, TextValue>;
  /** What the policy asks about mail of this text; who asks for the domain may also ask whether it is free mail. */
  readonly asksMail: 'nothing' | 'free-mail' | 'domain';
}

/** A rep. */
export interface PlanRep {
  readonly id: string;
  readonly label: string;
  readonly rep: Rep;
  /** The home team's id. */
  readonly team: string;
  /** The calendar's id. */
  readonly works?: string;
  readonly capacity: readonly { readonly limit: number; readonly per: 'open' | Period }[];
  /** The limit on open leads, if there is one: what `rep.load` divides by. */
  readonly openLimit?: number;
  readonly backup?: string;
  /** From this local day (policy's zone) on the rep has left. */
  readonly left?: { readonly on: DateText; readonly day: number; readonly successor?: string };
  /** By rep-field slot (`policy.repFields` in order); undefined: missing. */
  readonly values: readonly (RuntimeValue | undefined)[];
}

/** A row, and what it gives by slots. */
export interface PlanTableRow {
  readonly row: TableRow;
  readonly values: readonly (RuntimeValue | undefined)[];
}
