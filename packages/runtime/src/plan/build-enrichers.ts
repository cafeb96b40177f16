// Turns a policy's enrichers into what asks for a lead's missing fields and reads the answers.

import type { PlanField, PlanShape } from './evaluation.ts';
import { isPrivate, typeOf } from './facts.ts';
import type { PlanEnricher } from './plan-stages.ts';
import { compileRead } from './read-value.ts';
import type { Scope } from './scope.ts';

/** Compiles the enrichers, in text order. */
export function buildEnrichers(scope: Scope): readonly PlanEnricher[] {
  return scope.policy.enrichers.map((enricher) => {
    const slots = enricher.fill.flatMap((name) => scope.lead.slots.get(name) ?? []);
    return {
      enricher,
      by: compileRead(scope, enricher.by),
      byType: typeOf(scope, enricher.by) ?? { kind: 'text' },
      byPrivate: isPrivate(scope, enricher.by),
      fill: slots,
      shape: shapeOf(scope.lead, slots),
    };
  });
}

/**
 * The fields as a provider's answer is read: by their own names, in the language's own writing (how the lead's source writes them says nothing about
 * the provider), and none of them is needed.
 */
function shapeOf(lead: PlanShape, slots: readonly number[]): PlanShape {
  const fields = slots.flatMap((slot): readonly PlanField[] => {
    const field = lead.fields[slot];
    if (field === undefined) return [];
    const { written: _, ...rest } = field;
    return [{ ...rest, column: field.name, optional: true }];
  });
  return { slots: new Map(fields.map(({ name }, slot) => [name, slot])), fields, blank: lead.blank };
}
