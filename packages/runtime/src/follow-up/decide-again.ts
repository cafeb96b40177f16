// Turns a lead that a clock, a person or an answer sets in motion into its next decision, and into what is returned before it.
import { canonicalJson } from '@fairlead/ir';
import { decide, passOn } from '../decide/decide.ts';
import type { DecideHow } from '../decide/prepare.ts';
import type { Again, Attempt, Change, Decision, EffectData } from '../decision.ts';
import type { Plan } from '../plan/plan.ts';
import { chargeAfter, movingCredit, takingBack } from './charge.ts';
import type { StayedWhy } from './entry.ts';
import type { FollowUp, Tracked } from './follow-up.ts';
import { fromRecord, type KnownLead, worldAgain } from './from-record.ts';
import type { FollowHost } from './host.ts';
import { followUpOf } from './start.ts';

/** What sets the lead in motion. */
export interface Motion {
  readonly cause: Again['cause'];
  /** Of a step: whose. */
  readonly clock?: NonNullable<Again['clock']>;
  readonly atMs: number;
  readonly by?: string;
  /** Where it goes without asking the rules; absent: it is routed anew. */
  readonly to?: NonNullable<Again['to']>;
}

/** A new decision with what comes before it, or why there is none. */
export type Moved =
  | {
      readonly kind: 'decided';
      readonly decision: Decision;
      /** What is returned, before the decision's own changes. */
      readonly changes: readonly Change[];
      /** Of the decision's effects those that were not delivered with the one before. */
      readonly effects: readonly EffectData[];
      readonly next: FollowUp;
    }
  | { readonly kind: 'stayed'; readonly why: StayedWhy; readonly attempts?: readonly Attempt[] };

/** Decides on a lead again. What it had charged is returned first, so that whoever had it is as free as without it. */
export function decideAgain(host: FollowHost, plan: Plan, tracked: Tracked, motion: Motion): Moved {
  const { followUp } = tracked;
  const { atMs, to } = motion;
  const purpose = to === undefined ? 'anew' : 'pass-on';
  const known = leadFor(host, plan, tracked, purpose);
  if (known === undefined) return { kind: 'stayed', why: to === undefined ? 'needs-lead' : 'no-policy' };
  const direct = to?.kind === 'target' && !plan.teams.has(to.id);
  const returned = takingBack(followUp.charge);
  const changes = direct
    ? [...returned, ...movingCredit(plan, followUp.charge.turns, plan.reps.has(to.id) ? to.id : undefined)]
    : returned;
  const again = againOf(followUp, motion, !direct);
  const running = again.respond?.kind === 'running' ? followUp.respond?.clock : undefined;
  const how: DecideHow = {
    ...(known.given === undefined ? {} : { given: known.given }),
    ...(running === undefined ? {} : { respond: running }),
    again,
  };
  const world = worldAgain(host, plan, tracked, { atMs, changes, purpose });
  const made =
    to === undefined ? decided(decide(plan, known.reading, world, how)) : passOn(plan, known.reading, world, how);
  if (made.kind === 'nobody') return { kind: 'stayed', why: 'nobody-left', attempts: made.attempts };
  const { decision } = made;
  return {
    kind: 'decided',
    decision,
    changes,
    effects: newEffects(tracked.decision, decision),
    next: followUpOf(decision, { ...followUp, charge: chargeAfter(followUp.charge, changes) }),
  };
}

function decided(decision: Decision): { readonly kind: 'decided'; readonly decision: Decision } {
  return { kind: 'decided', decision };
}

/** The lead as the host has it, where that is allowed to matter; else from the record. */
function leadFor(host: FollowHost, plan: Plan, tracked: Tracked, purpose: 'pass-on' | 'anew'): KnownLead | undefined {
  const reading = purpose === 'anew' ? host.lead?.(plan, tracked.followUp.lead) : undefined;
  return reading === undefined ? fromRecord(plan, tracked, purpose) : { reading };
}

/**
 * What the decision is told of what came before. Who had the lead is left out where somebody else is looked for; routed anew, everybody may get it. A split
 * keeps its arm unless it is asked again.
 */
export function againOf(followUp: FollowUp, { cause, clock, by, to }: Motion, takesTurns = true): Again {
  const { first, had, temporaryUsed, contacted, respond, charge } = followUp;
  const turns = charge.turns.filter(({ pool }) => to === undefined || !pool.startsWith('split:'));
  return {
    cause,
    ...(clock === undefined ? {} : { clock }),
    first,
    had: to === undefined || (to.kind === 'target' && !takesTurns) ? [] : had,
    temporaryUsed,
    ...(takesTurns && turns.length > 0 ? { turns } : {}),
    ...(to === undefined ? {} : { to }),
    ...respondOf(contacted, respond),
    ...(by === undefined ? {} : { by }),
  };
}

function respondOf(contacted: FollowUp['contacted'], running: FollowUp['respond']): Pick<Again, 'respond'> {
  if (contacted !== undefined) return { respond: { kind: 'done', since: contacted } };
  return running === undefined ? {} : { respond: { kind: 'running', since: running.since } };
}

/** Nobody wants a message twice: those that went out with the decision before are left out. */
export function newEffects(before: Decision, { effects }: Decision): readonly EffectData[] {
  const sent = new Set(before.effects.map(canonicalJson));
  return effects.filter((effect) => !sent.has(canonicalJson(effect)));
}

/** Where a lead goes that is to stay in its place: that of the attempt that took it. Undefined where none did. */
export function samePlace({ attempts, rule, again }: Decision): NonNullable<Again['to']> | undefined {
  const taken = attempts.at(-1);
  if (taken === undefined || rule === undefined) return undefined;
  const { place, index, arm } = taken;
  if (place === 'passed-on') return again?.to;
  return {
    kind: 'place',
    rule,
    place,
    ...(index === undefined ? {} : { index }),
    ...(arm === undefined ? {} : { arm }),
  };
}
