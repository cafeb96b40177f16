// Turns JSON that claims to be a policy into a plan, or into what is wrong with it.

import { type IrIssue, validatePolicy } from '@fairlead/ir';
import { buildPlan, type PlanOptions } from '../plan/build-plan.ts';
import type { Plan } from '../plan/plan.ts';

/** The plan, or what is wrong with the policy. */
export type Loaded =
  | { readonly ok: true; readonly plan: Plan }
  /** At least one, in the order of `validatePolicy`. */
  | { readonly ok: false; readonly issues: readonly IrIssue[] };

/** Validates what JSON.parse gave and builds its plan. Never throws, whatever the JSON. */
export function loadPolicy(json: unknown, options: PlanOptions = {}): Loaded {
  const validated = validatePolicy(json);
  return validated.ok ? { ok: true, plan: buildPlan(validated.policy, options) } : validated;
}
