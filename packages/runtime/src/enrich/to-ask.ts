// Turns an enricher and a lead as it was submitted into whether there is something to ask, and under which key.

import type { LeadReading } from '../input/lead-reading.ts';
import { startEval } from '../plan/eval.ts';
import type { Eval } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanEnricher } from '../plan/plan-stages.ts';
import type { RuntimeValue } from '../values/runtime-value.ts';
import type { World } from '../world.ts';

/** What there is to ask, or why there is nothing. */
export type ToAsk =
  | {
      readonly kind: 'ask';
      readonly key: RuntimeValue;
      /** Which of the enricher's fields the lead does not say, by their place among them, ascending. */
      readonly wanted: readonly number[];
    }
  | { readonly kind: 'not-asked'; readonly why: 'no-key' | 'nothing-to-fill' };

/** What keys are read from: the lead as it was submitted, whatever is filled in. */
export function submitted(plan: Plan, reading: Pick<LeadReading, 'values'>, world: World): Eval {
  return startEval(plan, reading, world);
}

/**
 * Looks whether one of the fields is missing and the key is known. Goes by the submitted lead alone: enrichers do not wait for each other. Lists are never
 * missing, so they are never filled.
 */
export function toAsk(enricher: PlanEnricher, e: Eval): ToAsk {
  const wanted = enricher.fill.flatMap((slot, index) => (e.lead[slot] === undefined ? [index] : []));
  if (wanted.length === 0) return { kind: 'not-asked', why: 'nothing-to-fill' };
  const key = enricher.by(e);
  return key === undefined ? { kind: 'not-asked', why: 'no-key' } : { kind: 'ask', key, wanted };
}
