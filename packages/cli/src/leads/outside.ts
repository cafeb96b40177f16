// A policy → what the engines ask of the outside: calendars, domains, and how dates are written.
import type { Almanac, Domains, Plan, ReadingContext } from '@fairlead/runtime';
import { domains } from '@fairlead/runtime/domains';
import { createAlmanac, createWrittenTimes, createZoneClock } from '@fairlead/runtime/time';

/** Made once for a run; it remembers what it has worked out. */
export interface Outside {
  readonly almanac: Almanac;
  readonly domains: Domains;
  /** What reading a lead needs; `row` is what the lead is called if it has no id. */
  readonly reading: (row: string) => ReadingContext;
}

/** The outside of a plan. */
export function outsideOf(plan: Plan): Outside {
  const writtenTimes = createWrittenTimes(createZoneClock());
  return {
    almanac: createAlmanac(plan.policy),
    domains,
    reading: (row) => ({ row, domains, writtenTimes }),
  };
}
