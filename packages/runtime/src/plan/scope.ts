// Turns a policy's names into slots and objects: everything that closures are made from. Used while a plan is built, then forgotten.

import type { Policy } from '@fairlead/ir';
import type { PlanRep, PlanShape, Test, Watch } from './evaluation.ts';
import { TODAY_SLOT } from './people.ts';
import type { PlanTeam } from './plan-route.ts';
import { readPeople } from './read-people.ts';
import { readShapes } from './read-shapes.ts';

/** Names of a policy, looked up once. */
export interface Scope {
  readonly policy: Policy;
  readonly lead: PlanShape;
  readonly records: ReadonlyMap<string, PlanShape>;
  readonly repFields: PlanShape;
  /** Position among the scores. */
  readonly scores: ReadonlyMap<string, number>;
  /** Position among the defines, and whether one reads a rep, through whatever other defines it goes. */
  readonly defines: ReadonlyMap<string, { readonly index: number; readonly readsRep: boolean }>;
  /** By position; filled while the plan is built, so that defines may refer to each other in any order. */
  readonly defineTests: Test[];
  readonly reps: ReadonlyMap<string, PlanRep>;
  readonly teams: ReadonlyMap<string, PlanTeam>;
  /** Whether a value that points at a rep may mean the successor. */
  readonly anyoneLeft: boolean;
  /** A slot of `Memory.found` for what the key says; the same for the same key. */
  readonly slotFor: (key: string) => number;
  readonly slotCount: () => number;
  /** Told of every condition that is evaluated, with its outcome. */
  readonly watch: Watch | undefined;
}

/** Gathers the names of a validated policy. `readsRep` says which defines read a rep. */
export function scopeOf(policy: Policy, readsRep: ReadonlyMap<string, boolean>, watch: Watch | undefined): Scope {
  const { lead, records, repFields } = readShapes(policy);
  const { reps, teams } = readPeople(policy, repFields);
  const slots = new Map([['today', TODAY_SLOT]]);
  return {
    policy,
    lead,
    records,
    repFields,
    scores: new Map(policy.scores.map(({ name }, index) => [name, index])),
    defines: new Map(policy.defines.map(({ name }, index) => [name, { index, readsRep: readsRep.get(name) ?? false }])),
    defineTests: [],
    reps,
    teams,
    anyoneLeft: policy.reps.some(({ left }) => left?.successor !== undefined),
    slotFor: (key) => {
      const slot = slots.get(key) ?? slots.size;
      slots.set(key, slot);
      return slot;
    },
    slotCount: () => slots.size,
    watch,
  };
}
