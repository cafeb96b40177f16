// Turns a decision's recorded inputs back into something conditions can be looked at with, and says what was not recorded.
import type { Atom, Value } from '@fairlead/ir';
import { parseInstant } from '@fairlead/ir';
import { prepare } from '../decide/prepare.ts';
import type { Decision } from '../decision.ts';
import type { LeadReading } from '../input/lead-reading.ts';
import { restoreLead } from '../input/restore-lead.ts';
import { recallMatch } from '../match/match-note.ts';
import { startEval, withRep } from '../plan/eval.ts';
import type { Eval, PlanRep } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanMatch } from '../plan/plan-stages.ts';
import { QUESTIONS } from '../record/questions.ts';
import { recordingWorld } from '../record/recording-world.ts';
import { replayingWorld } from '../record/replaying-world.ts';
import type { RuntimeValue } from '../values/runtime-value.ts';
import type { Holds } from './explanation.ts';

/** A decision as it can be looked at again: the plan it was made with and what was recorded. Nothing else is ever asked. */
export interface Revisit {
  readonly plan: Plan;
  readonly decision: Decision;
  readonly atMs: number;
  /** Undefined where the record is not of a lead of this policy; then nothing can be looked at. */
  readonly reading: LeadReading | undefined;
  /** The lead as the rules saw it: filled in, with the records and rows that it means. Of an invalid lead: as it was read. */
  readonly prepared: Pick<Eval, 'lead' | 'matches' | 'tables'>;
  /** Where the lines of a match are looked at for one of its candidates: the record's id. */
  readonly candidate?: string;
  /** Field of the lead to the provider that filled it in. */
  readonly filledBy: ReadonlyMap<string, string>;
  /** Ids of the conditions that read private fields. */
  readonly sealed: ReadonlySet<number>;
}

/** The same, as the lines of a match saw it for one of its candidates; undefined where the record was not noted. */
export function atCandidate(seen: Revisit, match: PlanMatch, record: string): Revisit | undefined {
  const { plan, decision, prepared } = seen;
  const note = decision.inputs.answers[QUESTIONS.match(match.match.name)];
  const found = recallMatch(plan, match, note)?.candidates.find(({ id }) => id === record);
  if (found === undefined) return undefined;
  const matches = [...prepared.matches];
  matches[match.index] = found.value;
  return { ...seen, prepared: { ...prepared, matches }, candidate: record };
}

/** A value as it was; `unknown` where what it depends on was not recorded. */
export type Seen =
  | { readonly kind: 'value'; readonly value: RuntimeValue }
  | { readonly kind: 'missing' }
  | { readonly kind: 'private' }
  | { readonly kind: 'unknown' };

/** Goes back to a decision: what each condition and value was then, as far as it was recorded. */
export function revisit(plan: Plan, decision: Decision): Revisit {
  const { inputs, issues, lead } = decision;
  const atMs = parseInstant(decision.at) ?? 0;
  const reading = restoreLead(plan, { lead: inputs.lead, id: lead, issues });
  return {
    plan,
    decision,
    atMs,
    reading,
    prepared: preparedAgain(plan, decision, atMs, reading),
    filledBy: new Map(
      decision.enriched.flatMap(({ provider, filled }) => filled.map((field) => [field, provider] as const)),
    ),
    sealed: new Set(plan.sealed.map(({ id }) => id)),
  };
}

function preparedAgain(
  plan: Plan,
  { inputs, again }: Decision,
  atMs: number,
  reading: LeadReading | undefined,
): Revisit['prepared'] {
  if (reading === undefined || reading.invalid) return { lead: reading?.values ?? [], matches: [], tables: [] };
  const world = recordingWorld(replayingWorld(atMs, inputs.answers));
  return prepare(plan, reading, world, { given: inputs.sealed, ...(again === undefined ? {} : { again }) }).e;
}

/** Whether an atom holds, for the lead and, in `where` and weights, a rep. */
export function atomHolds(seen: Revisit, atom: Atom, rep?: PlanRep): Holds {
  const { plan } = seen;
  if (seen.sealed.has(atom.id)) return sealedHolds(seen, atom.id, rep);
  const test = plan.compile.test(atom);
  const looked = look(seen, rep, test);
  if (looked === undefined) return 'unknown';
  return looked.found ? 'yes' : 'no';
}

/** What a value was, for the lead and a rep. */
export function valueSeen(seen: Revisit, value: Value, rep?: PlanRep): Seen {
  const { compile } = seen.plan;
  const looked = look(seen, rep, compile.read(value));
  if (looked === undefined) return { kind: 'unknown' };
  if (looked.found === undefined) return { kind: 'missing' };
  return compile.isPrivate(value) ? { kind: 'private' } : { kind: 'value', value: looked.found };
}

/**
 * Runs a closure on a fresh evaluation, so that no answer that was not recorded can hide in a memory. Undefined if one was asked for.
 */
function look<T>(seen: Revisit, rep: PlanRep | undefined, run: (e: Eval) => T): { readonly found: T } | undefined {
  const { plan, decision, reading, prepared, atMs } = seen;
  if (reading === undefined) return undefined;
  const world = replayingWorld(atMs, decision.inputs.answers);
  const e = startEval(plan, { values: prepared.lead }, world, decision.inputs.sealed, decision.again);
  e.matches.push(...prepared.matches);
  e.tables.push(...prepared.tables);
  decision.scores.forEach(({ points }, index) => {
    e.scores[index] = points;
  });
  const found = run(rep === undefined ? e : withRep(e, rep));
  return world.unanswered() > 0 ? undefined : { found };
}

function sealedHolds({ decision, candidate }: Revisit, id: number, rep: PlanRep | undefined): Holds {
  const { sealed } = decision.inputs;
  const behind = rep !== undefined ? `@${rep.id}` : candidate === undefined ? '' : `#${candidate}`;
  const keys = [`${id}${behind}`, `${id}`];
  const key = keys.find((one) => Object.hasOwn(sealed, one));
  if (key === undefined) return 'unknown';
  return sealed[key] === true ? 'yes' : 'no';
}
