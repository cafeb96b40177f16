// What reading a lead gives: typed values by slot, what was wrong, and the masked JSON that a decision keeps.

import type { Issue, JsonValue } from '../decision.ts';
import type { RuntimeValue } from '../values/runtime-value.ts';

/** A lead that was read. Invalid leads are values too: `decide` sends them to the last-resort queue. */
export interface LeadReading {
  /** The lead's id; where it has no readable one, the name of its row that the host gave. */
  readonly id: string;
  /** By lead slot (the lead's fields in text order); undefined: missing. Lists and signals are never missing. */
  readonly values: readonly (RuntimeValue | undefined)[];
  /** In the order of the fields. */
  readonly issues: readonly Issue[];
  /** True if any issue is fatal. */
  readonly invalid: boolean;
  /** The known fields by name as JSON in the language's own writing: `Decision.inputs.lead`. Private fields are masked. */
  readonly recorded: Readonly<Record<string, JsonValue>>;
}
