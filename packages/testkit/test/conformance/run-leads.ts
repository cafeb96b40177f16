// A case and its plan → what became of its leads and of the steps between them, one after the other, in one state.
import {
  type Change,
  type Decision,
  type EffectData,
  type Entry,
  type Explanation,
  explain,
  type Plan,
  readLead,
  renderText,
  renderWhyNotText,
  routeLead,
  whyNot,
} from '@fairlead/runtime';
import { type CaseFile, type CaseLead, type CaseStep, isStep } from './case.ts';
import { type CaseWorld, caseWorld, instantOf } from './case-world.ts';
import { entryWords, runStep } from './run-step.ts';

/** A decision with its explanation. */
export interface Decided {
  readonly decision: Decision;
  readonly explanation: Explanation;
  readonly text: string;
}

/** What became of one lead, or what a step came to. */
export interface Ran {
  /** Of a step: all that it led to, in order; none where nothing was decided. */
  readonly decided: readonly Decided[];
  readonly repeated: boolean;
  /** The answer to the case's "why not", as text. */
  readonly whyNotText?: string;
  /** Of a step. */
  readonly step?: {
    readonly words: readonly string[];
    readonly changes: readonly Change[];
    readonly effects: readonly EffectData[];
    /** Its lines of the log: entries, each with the decision that came with it. */
    readonly lines: readonly (Entry | Decision)[];
  };
}

/** Runs the leads and steps of a case in order. */
export function runLeads(plan: Plan, file: CaseFile): readonly Ran[] {
  const world = caseWorld(plan, file);
  let row = 0;
  return (file.leads ?? []).map((one) => {
    if (isStep(one)) return ranStep(plan, world, one);
    row += 1;
    return ranLead(plan, world, one, row, file.at);
  });
}

function ranLead(
  plan: Plan,
  { state, worldAt, reading: context }: CaseWorld,
  one: CaseLead,
  row: number,
  at: string | undefined,
): Ran {
  const reading = readLead(plan, one.row ?? one.lead, one.row === undefined ? 'json' : 'csv', context(`row ${row}`));
  state.apply(one.changes ?? []);
  const { decision, repeated } = routeLead(plan, reading, worldAt(instantOf(one.at ?? at), one.answers), state);
  const decided = decidedAs(plan, decision);
  const answer = one.whyNot === undefined ? {} : { whyNotText: renderWhyNotText(whyNot(plan, decision, one.whyNot)) };
  return { decided: [decided], repeated, ...answer };
}

function ranStep(plan: Plan, world: CaseWorld, step: CaseStep): Ran {
  const { advanced, refused } = runStep(plan, world, step);
  const decisions = advanced.flatMap(({ decision }) => (decision === undefined ? [] : [decision]));
  return {
    decided: decisions.map((decision) => decidedAs(plan, decision)),
    repeated: false,
    step: {
      words: [...advanced.map(({ entry }) => entryWords(entry)), ...(refused === undefined ? [] : [refused])],
      changes: advanced.flatMap(({ entry, decision }) => [...entry.changes, ...(decision?.changes ?? [])]),
      effects: advanced.flatMap(({ entry }) => entry.effects),
      lines: advanced.flatMap(({ entry, decision }) => (decision === undefined ? [entry] : [entry, decision])),
    },
  };
}

function decidedAs(plan: Plan, decision: Decision): Decided {
  const explanation = explain(plan, decision);
  return { decision, explanation, text: renderText(explanation) };
}
