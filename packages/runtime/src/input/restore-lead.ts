// Turns the lead that a decision recorded back into what the decision was made from, with marks in place of private values.

import type { Inputs, Issue } from '../decision.ts';
import { jsonOfFields } from '../plan/format-value.ts';
import type { Plan } from '../plan/plan.ts';
import type { LeadReading } from './lead-reading.ts';
import { readRow } from './read-lead.ts';

/** The parts of a decision that say what its lead was. */
export interface RecordedLead {
  readonly id: string;
  readonly lead: Inputs['lead'];
  readonly issues: readonly Issue[];
}

/**
 * Reads a recorded lead. Its values are those the decision was made from, but private ones are sealed: conditions that read them
 * go by the decision's sealed outcomes. Undefined if no lead of this policy was ever recorded so: another policy's, or tampered with.
 */
export function restoreLead(plan: Plan, recorded: RecordedLead): LeadReading | undefined {
  const { id, lead, issues } = recorded;
  const { values, issues: found } = readRow(
    { plan, how: 'own', domains: NO_DOMAINS, writtenTimes: NO_WRITTEN_TIMES, restoring: true },
    lead,
  );
  // Fields that were missing or malformed are not there; what is there was fine.
  if (found.some(({ kind }) => kind !== 'missing')) return undefined;
  // Written anew: a lead that was tampered with is not recorded again as it was.
  const written = jsonOfFields(plan, plan.lead, values);
  return { id, values, issues, invalid: issues.some(({ fatal }) => fatal), recorded: written };
}

/** Own writing has no patterns, and private texts are not there to be asked about. */
const NO_WRITTEN_TIMES = { parseWritten: (): undefined => undefined };
const NO_DOMAINS = { registrable: (): undefined => undefined, isFreeMail: (): boolean => false };
