// Turns an arriving lead into its decision: the recorded one where the lead came before, a new one otherwise.
import { canonicalJson, parseInstant } from '@fairlead/ir';
import type { Decision } from '../decision.ts';
import type { FollowUp } from '../follow-up/follow-up.ts';
import { routeAnew } from '../follow-up/route-anew.ts';
import { followUpOf } from '../follow-up/start.ts';
import type { LeadReading } from '../input/lead-reading.ts';
import { sealAll, withRep } from '../plan/eval.ts';
import type { Eval } from '../plan/evaluation.ts';
import { RECORD_SLOT } from '../plan/facts.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanSplit } from '../plan/plan-route.ts';
import { recordingWorld } from '../record/recording-world.ts';
import { replayingWorld } from '../record/replaying-world.ts';
import { armOfLead, sealedSplit } from '../split/arm-of-lead.ts';
import type { History } from '../state/history.ts';
import type { World } from '../world.ts';
import { decide } from './decide.ts';
import { prepare } from './prepare.ts';

/** A lead's decision. `repeated`: it is the recorded one, and nothing is to be done again. */
export interface Routed {
  readonly decision: Decision;
  readonly repeated: boolean;
}

/**
 * Routes a lead once. The same id again gets its recorded decision if somebody has it, if it was closed, or if it is unchanged; if it was nurtured,
 * rejected, waits in a queue or was invalid and has changed, it is routed anew. So is a lead that was to be routed anew and was waited for. A new
 * decision is handed to `history.remember`, which also carries out its changes. A lead without a readable id is never a repetition and is not
 * remembered.
 */
export function routeLead(plan: Plan, reading: LeadReading, world: World, history: History): Routed {
  if (!hasId(plan, reading)) return { decision: decide(plan, reading, world), repeated: false };
  const last = history.last(reading.id);
  if (last === undefined) {
    const decision = decide(plan, reading, world);
    history.remember(decision);
    return { decision, repeated: false };
  }
  const followUp = history.followUp?.(reading.id) ?? followUpOf(last);
  if (stands(plan, reading, world, last, followUp)) return { decision: last, repeated: true };
  const { decision, changes, next } = routeAnew(plan, reading, world, { decision: last, followUp });
  history.remember(decision, { changes, next });
  return { decision, repeated: false };
}

/**
 * The recorded decision that `routeLead` would give this lead again; undefined where it would decide. For hosts that ask somebody before they route:
 * about a repetition there is nothing to ask.
 */
export function standingDecision(
  plan: Plan,
  reading: LeadReading,
  world: World,
  history: Pick<History, 'last' | 'followUp'>,
): Decision | undefined {
  const last = hasId(plan, reading) ? history.last(reading.id) : undefined;
  if (last === undefined) return undefined;
  const followUp = history.followUp?.(reading.id) ?? followUpOf(last);
  return stands(plan, reading, world, last, followUp) ? last : undefined;
}

function stands(plan: Plan, reading: LeadReading, world: World, last: Decision, followUp: FollowUp): boolean {
  return isSettled(followUp) || (followUp.awaitsLead !== true && isUnchanged(plan, last, reading, world));
}

/** Whether the lead keeps its decision whatever it says now. */
function isSettled({ status, holder, awaitsLead }: FollowUp): boolean {
  return status !== 'open' || (holder.kind === 'rep' && awaitsLead !== true);
}

/** Whether the id is the lead's own and not the name of its row. */
function hasId(plan: Plan, reading: LeadReading): boolean {
  const slot = plan.lead.slots.get('id');
  return slot !== undefined && reading.values[slot] !== undefined;
}

/**
 * Whether a lead is what it was when it was decided on. Private values are not kept, not even as hashes, which could be guessed: what is compared
 * is how every condition that reads one comes out, at the instant of that decision. Under a changed policy those have no counterpart.
 */
export function isUnchanged(plan: Plan, last: Decision, reading: LeadReading, world: World): boolean {
  if (canonicalJson(last.inputs.lead) !== canonicalJson(reading.recorded)) return false;
  if (canonicalJson(last.issues) !== canonicalJson(reading.issues)) return false;
  const atMs = parseInstant(last.at);
  if (last.policy.hash !== plan.hash || reading.invalid || atMs === undefined) return true;
  // What was asked about a rep goes by the load that the rep had then, and providers are not asked again, nor
  // records looked for: what they say now changes no lead.
  const { state, enrichment, notedMatch } = replayingWorld(atMs, last.inputs.answers);
  const then = recordingWorld({
    ...world,
    atMs,
    state,
    ...(enrichment === undefined ? {} : { enrichment }),
    ...(notedMatch === undefined ? {} : { notedMatch }),
  });
  const filled = new Set([...privatelyFilled(plan, reading), RECORD_SLOT]);
  const counts = (slots: readonly number[]): boolean => slots.some((slot) => filled.has(slot));
  const { e } = prepare(plan, reading, then, { given: last.inputs.sealed, counts });
  sealAll(plan, e);
  sealAsked(plan, e, last);
  return [...e.sealed.noted].every(([key, outcome]) => last.inputs.sealed[key] === outcome);
}

/** The private fields that a provider may have filled in: what they held is not kept, so conditions on them came out as they did. */
function privatelyFilled(plan: Plan, { values }: LeadReading): ReadonlySet<number> {
  const slots = plan.enrichers.flatMap(({ fill }) => fill);
  return new Set(slots.filter((slot) => plan.lead.fields[slot]?.private === true && values[slot] === undefined));
}

/** Notes the arms of splits by a private key, and the outcomes of conditions that were asked about reps: `13@ana`, or `13@` where nobody got the lead. */
function sealAsked(plan: Plan, e: Eval, { inputs }: Decision): void {
  for (const { action } of [...plan.rules, plan.otherwise]) {
    if (action.kind === 'route' && action.to.kind === 'split' && wasAsked(inputs, action.to)) armOfLead(e, action.to);
  }
  const atoms = new Map(plan.sealed.map((atom) => [String(atom.id), atom]));
  for (const key of Object.keys(inputs.sealed)) {
    const [id = '', rep] = key.split('@');
    const atom = atoms.get(id);
    if (atom === undefined || rep === undefined) continue;
    const who = plan.reps.get(rep);
    atom.test(who === undefined ? e : withRep(e, who));
  }
}

function wasAsked({ sealed }: Decision['inputs'], { split }: PlanSplit): boolean {
  return Object.hasOwn(sealed, sealedSplit(split.id));
}
