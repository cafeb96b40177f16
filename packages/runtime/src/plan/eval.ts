// Turns a plan, a lead that was read and a world into the context that closures run in.

import type { Again, Inputs } from '../decision.ts';
import type { LeadReading } from '../input/lead-reading.ts';
import type { RecordValue } from '../values/runtime-value.ts';
import type { World } from '../world.ts';
import type { Eval, PlanRep, Sealed } from './evaluation.ts';
import type { Plan } from './plan.ts';

/**
 * The context for one lead, before anything is matched, looked up or computed. With `given`, the sealed outcomes of a recorded decision, private fields are not
 * looked at: what was noted is taken, and what was not noted does not hold.
 */
export function startEval(
  plan: Plan,
  lead: Pick<LeadReading, 'values'>,
  world: World,
  given?: Inputs['sealed'],
  again?: Again,
  counts?: Sealed['counts'],
): Eval {
  return {
    lead: lead.values,
    matches: [],
    tables: [],
    candidate: undefined,
    scores: [],
    rep: undefined,
    world,
    again,
    sealed: { given, ...(counts === undefined ? {} : { counts }), noted: new Map() },
    memory: {
      defines: new Uint8Array(plan.sizes.defines),
      found: new Array(plan.sizes.found).fill(undefined),
      names: new Map(),
    },
    repDefines: new Uint8Array(plan.sizes.defines),
  };
}

/** The recorded outcomes to take for a condition that reads these of the lead's slots; undefined: look at the values. */
export function givenFor({ sealed }: Eval, slots: readonly number[]): Sealed['given'] {
  const { given, counts } = sealed;
  return counts === undefined || counts(slots) ? given : undefined;
}

/** The same lead, looking at a rep. Cheap: make one for each candidate. */
export function withRep(e: Eval, rep: PlanRep): Eval {
  return { ...e, rep, repDefines: new Uint8Array(e.memory.defines.length) };
}

/** The same lead, looking at a candidate of a match. Nothing that was found out about defines so far holds for it. */
export function withCandidate(e: Eval, match: number, id: string, record: RecordValue): Eval {
  const matches = [...e.matches];
  matches[match] = record;
  const { length } = e.memory.defines;
  return {
    ...e,
    matches,
    candidate: id,
    memory: { ...e.memory, defines: new Uint8Array(length) },
    repDefines: new Uint8Array(length),
  };
}

/**
 * Notes the outcome of every condition that reads a private field and no rep, but for those of matches, so that explanations of rules that were never tried can be made
 * from the decision alone. Call it once the decision is made.
 */
export function sealAll(plan: Plan, e: Eval): void {
  for (const atom of plan.sealed) {
    if (!atom.readsRep && atom.inMatch !== true) atom.test(e);
  }
}
