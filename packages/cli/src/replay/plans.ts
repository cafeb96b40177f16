// The hash of a policy → its plan: the one that was given, or the one kept beside the log.
import { loadPolicy, type Plan } from '@fairlead/runtime';
import { keptPolicy } from '../files/kept-policies.ts';

/** Finds plans; undefined, always the same, for one that is not at hand. */
export type Plans = (hash: string) => Plan | undefined;

/** `log`: the path beside which policies were kept, if that is to be looked at. */
export function plansOf(log: string | undefined, given: readonly Plan[]): Plans {
  const known = new Map<string, Plan | undefined>(given.map((plan) => [plan.hash, plan]));
  return (hash) => {
    if (known.has(hash)) return known.get(hash);
    const plan = log === undefined ? undefined : keptPlan(log, hash);
    known.set(hash, plan);
    return plan;
  };
}

/** Only if it is what its name says: one that was changed has another hash. */
function keptPlan(log: string, hash: string): Plan | undefined {
  const kept = keptPolicy(log, hash);
  if (kept === undefined) return undefined;
  const loaded = loadPolicy(kept);
  return loaded.ok && loaded.plan.hash === hash ? loaded.plan : undefined;
}
