// Turns the effects of a rule into data for the host: those whose condition holds, with whom they go to.
import { canonicalJson } from '@fairlead/ir';
import type { EffectData } from '../decision.ts';
import type { Eval } from '../plan/evaluation.ts';
import { conditionReadsRep, definesReadingRep, valueReadsRep } from '../plan/facts.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanEffect } from '../plan/plan-route.ts';
import { outsideText } from './outside-text.ts';

/** The effect as data; undefined if its `when` does not hold. `e` looks at the rep the lead went to, if anybody. */
export function effectData({ effect, when, to }: PlanEffect, e: Eval): EffectData | undefined {
  if (when !== undefined && !when(e)) return undefined;
  const recipient = recipientText(to, e);
  return { verb: effect.verb, channel: effect.channel, ...(recipient === undefined ? {} : { to: recipient }) };
}

/** The effects that hold, in order. One that would be the same as an earlier one is left out: nobody wants a message twice. */
export function effectsData(effects: readonly PlanEffect[], e: Eval): readonly EffectData[] {
  const byContent = new Map<string, EffectData>();
  for (const effect of effects) {
    const data = effectData(effect, e);
    if (data === undefined) continue;
    const content = canonicalJson(data);
    if (!byContent.has(content)) byContent.set(content, data);
  }
  return [...byContent.values()];
}

/**
 * Of a lead that is passed on within a rule, only what has to do with the rep: the other messages went out when the rule took the lead, and nobody wants a
 * message twice.
 */
export function effectsAboutRep(plan: Plan, effects: readonly PlanEffect[]): readonly PlanEffect[] {
  const defines = definesReadingRep(plan.policy);
  return effects.filter(
    ({ effect: { to, when } }) =>
      (to.kind === 'value' && valueReadsRep(to.value)) || (when !== undefined && conditionReadsRep(when, defines)),
  );
}

function recipientText(to: PlanEffect['to'], e: Eval): string | undefined {
  if (to.kind === 'text') return to.text;
  return outsideText(to, e);
}
