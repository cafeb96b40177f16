// The name of a field → the instant at which a lead is decided: what that field says.
import type { LeadReading, Plan } from '@fairlead/runtime';
import { createZoneClock } from '@fairlead/runtime/time';
import { usableInstant } from './usable-instant.ts';

/** The instant that a lead's field says, in epoch milliseconds; undefined where it says none. */
export type InstantOf = (reading: LeadReading) => number | undefined;

/** A field to go by, or why it cannot be one: a sentence. */
export type ClockField =
  | { readonly ok: true; readonly instantOf: InstantOf }
  | { readonly ok: false; readonly why: 'unknown' | 'type' | 'private' };

const DAY_MS = 86_400_000;

/**
 * A field of type time gives its instant; one of type date the start of that day in the policy's zone. A private field is refused, since its value
 * would stand on the decision; `evenPrivate` takes it where the decision is not kept.
 */
export function clockField(
  plan: Plan,
  name: string,
  { evenPrivate = false }: { readonly evenPrivate?: boolean } = {},
): ClockField {
  const slot = plan.lead.slots.get(name);
  const field = slot === undefined ? undefined : plan.lead.fields[slot];
  if (slot === undefined || field === undefined) return { ok: false, why: 'unknown' };
  if (field.private && !evenPrivate) return { ok: false, why: 'private' };
  const read: InstantOf = ({ values }) => {
    const value = values[slot];
    return typeof value === 'number' ? value : undefined;
  };
  if (field.type.kind === 'time') return { ok: true, instantOf: (reading) => usableInstant(read(reading)) };
  if (field.type.kind !== 'date') return { ok: false, why: 'type' };
  const clock = createZoneClock();
  return {
    ok: true,
    instantOf: (reading) => {
      const day = read(reading);
      return day === undefined ? undefined : usableInstant(clock.toInstant(plan.zone, day * DAY_MS, 'earlier'));
    },
  };
}
