// Turns a policy, a lead, an instant and a state into a decision, with the real almanac and lists.
import { type Policy, parseInstant, validatePolicy } from '@fairlead/ir';
import { decide } from '../../src/decide/decide.ts';
import type { Decision } from '../../src/decision.ts';
import { domains } from '../../src/domains/domains.ts';
import type { LeadReading } from '../../src/input/lead-reading.ts';
import { readLead } from '../../src/input/read-lead.ts';
import { buildPlan } from '../../src/plan/build-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { type MemoryState, memoryState } from '../../src/state/memory-state.ts';
import { createAlmanac, createWrittenTimes, createZoneClock } from '../../src/time/index.ts';
import type { Almanac, World } from '../../src/world.ts';

/** A policy that runs: read leads, make worlds, decide. */
export interface Scene {
  readonly plan: Plan;
  readonly almanac: Almanac;
  readonly read: (lead: unknown) => LeadReading;
  readonly world: (at: string, state?: MemoryState) => World;
  readonly decide: (lead: unknown, at: string, state?: MemoryState) => Decision;
}

/** Refuses a policy that is not one, so that no test proves anything about an impossible policy. */
export function scene(policy: Policy): Scene {
  const checked = validatePolicy(JSON.parse(JSON.stringify(policy)));
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues, null, 2));
  const plan = buildPlan(policy);
  const almanac = createAlmanac(policy);
  const writtenTimes = createWrittenTimes(createZoneClock());
  const read = (lead: unknown): LeadReading => readLead(plan, lead, 'json', { row: 'row 1', domains, writtenTimes });
  const world = (at: string, state: MemoryState = memoryState()): World => ({
    atMs: instant(at),
    almanac,
    domains,
    state,
  });
  return { plan, almanac, read, world, decide: (lead, at, state) => decide(plan, read(lead), world(at, state)) };
}

/** Epoch milliseconds of an instant as text. */
export function instant(text: string): number {
  const atMs = parseInstant(text);
  if (atMs === undefined) throw new Error(`not an instant: ${text}`);
  return atMs;
}
