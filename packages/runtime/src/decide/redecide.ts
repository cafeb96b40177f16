// Turns a decision back into itself: made again from what it recorded, by the same core.
import { compareCodePoints, parseInstant } from '@fairlead/ir';
import type { Decision, Inputs } from '../decision.ts';
import { restoreLead } from '../input/restore-lead.ts';
import type { Plan } from '../plan/plan.ts';
import { replayingWorld } from '../record/replaying-world.ts';
import { decide } from './decide.ts';

/**
 * Makes a decision again from its recorded inputs alone. With the plan it was made with, the result is the same byte for byte in canonical JSON;
 * where it is not, the record or the policy was changed. Undefined if the recorded lead is not one of this policy.
 */
export function redecide(plan: Plan, decision: Decision): Decision | undefined {
  const { inputs, issues, lead } = decision;
  const reading = restoreLead(plan, { lead: inputs.lead, id: lead, issues });
  const atMs = parseInstant(decision.at);
  if (reading === undefined || atMs === undefined) return undefined;
  const { again, respond } = decision;
  const how = {
    given: inputs.sealed,
    ...(again === undefined ? {} : { again }),
    ...(again?.respond === undefined || respond === undefined ? {} : { respond }),
  };
  const made = decide(plan, reading, replayingWorld(atMs, inputs.answers), how);
  return { ...made, inputs: { ...made.inputs, answers: together(inputs.answers, made.inputs.answers) } };
}

/**
 * The recorded answers, and whatever was asked beyond them, in code-point order. Conditions on private fields are not looked at again, so what
 * they asked beside (`secret is domain of website`) is not asked this time; an answer that was missing shows, because it is one more.
 */
function together(recorded: Inputs['answers'], asked: Inputs['answers']): Inputs['answers'] {
  const all = Object.entries({ ...asked, ...recorded });
  return Object.fromEntries(all.sort(([a], [b]) => compareCodePoints(a, b)));
}
