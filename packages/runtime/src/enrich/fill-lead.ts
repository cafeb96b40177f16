// Turns a lead and what providers answered into the lead with what was missing filled in.
import type { EnrichResult } from '../decision.ts';
import type { LeadReading } from '../input/lead-reading.ts';
import type { Plan } from '../plan/plan.ts';
import type { RecordingWorld } from '../record/recording-world.ts';

/** The lead's values by slot after enrichment, and what each enricher came to, in text order. */
export interface Filled extends Pick<LeadReading, 'values'> {
  readonly enriched: readonly EnrichResult[];
}

/** Fills only what is missing; the first enricher in the text wins. */
export function fillLead(_plan: Plan, reading: LeadReading, _world: RecordingWorld): Filled {
  return { values: reading.values, enriched: [] };
}
