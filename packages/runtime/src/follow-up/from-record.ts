// Turns the record of a lead's last decision into what it can be decided on again with: the lead, and how private conditions came out.
//
// Private values are not kept, so nobody can look at them again. Under the policy that decided, each condition that reads one comes out as it did
// then; a condition that was not looked at then does not hold. Under any other policy its conditions have no counterpart on the record: then the lead
// itself is needed, unless no private field of it is known, or the policy looks at none.

import type { DecideHow } from '../decide/prepare.ts';
import { prepare } from '../decide/prepare.ts';
import type { Change, JsonValue } from '../decision.ts';
import type { LeadReading } from '../input/lead-reading.ts';
import { restoreLead } from '../input/restore-lead.ts';
import type { Eval } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';
import { recordingWorld } from '../record/recording-world.ts';
import { replayingWorld } from '../record/replaying-world.ts';
import type { World } from '../world.ts';
import { afterChanges } from './after-changes.ts';
import type { FollowUp, Tracked } from './follow-up.ts';
import type { FollowHost } from './host.ts';

/** A lead as it can be decided on again. `given` as for `decide`. */
export interface KnownLead {
  readonly reading: LeadReading;
  readonly given?: DecideHow['given'];
}

/**
 * The lead from the record. `purpose`: `pass-on` asks no rule, so it never needs more than the record; `anew` goes through all of the policy. Undefined
 * where the record is not enough.
 */
export function fromRecord(plan: Plan, { decision }: Tracked, purpose: 'pass-on' | 'anew'): KnownLead | undefined {
  const { inputs, issues, lead, policy } = decision;
  const reading = restoreLead(plan, { lead: inputs.lead, id: lead, issues });
  if (reading === undefined) return undefined;
  if (policy.hash === plan.hash) return { reading, given: inputs.sealed };
  const isMasked = holdsMask(inputs.lead) || holdsMask(inputs.answers);
  if (plan.sealed.length === 0 || !isMasked) return { reading };
  return purpose === 'pass-on' ? { reading, given: {} } : undefined;
}

/** Whether a private value stands anywhere in a recorded lead. */
function holdsMask(value: JsonValue): boolean {
  if (Array.isArray(value)) return value.some(holdsMask);
  if (!isObject(value)) return false;
  return ('private' in value && value['private'] === true) || Object.values(value).some(holdsMask);
}

/**
 * The world in which a lead is decided on again. What providers and reviewers said stays as it was; records too, where it is only passed on. Who is free, and
 * what is owed, is asked now. `changes`: what is returned before.
 */
export function worldAgain(
  host: FollowHost,
  plan: Plan,
  { decision, followUp }: { readonly decision: Tracked['decision']; readonly followUp: FollowUp },
  how: { readonly atMs: number; readonly changes: readonly Change[]; readonly purpose: 'pass-on' | 'anew' },
): World {
  const live = host.world(plan, how.atMs);
  const noted: World = replayingWorld(how.atMs, decision.inputs.answers);
  const state = afterChanges(live.state, how.changes);
  const { records: bound, notedMatch: _none, ...rest } = live;
  const asksRecords = how.purpose === 'anew' && bound !== undefined;
  return {
    ...rest,
    state: {
      ...state,
      review: (lead, match) =>
        Object.hasOwn(followUp.reviews, match) ? followUp.reviews[match] : live.state.review(lead, match),
    },
    enrichment: { answer: (name) => noted.enrichment?.answer(name) ?? live.enrichment?.answer(name) },
    ...(asksRecords
      ? { records: bound }
      : { notedMatch: (match) => chosenIn(noted.notedMatch?.(match), followUp, match) }),
  };
}

/** What was noted of a match, with the record that a reviewer has named since. */
function chosenIn(note: JsonValue | undefined, { reviews }: FollowUp, match: string): JsonValue | undefined {
  const named = Object.hasOwn(reviews, match) ? reviews[match]?.record : undefined;
  if (typeof named !== 'string' || !isObject(note)) return note;
  const candidates = note['candidates'];
  const chosen = Array.isArray(candidates) ? candidates.find((one) => isObject(one) && one['id'] === named) : undefined;
  return chosen === undefined ? note : { ...note, chosen };
}

function isObject(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Everything that conditions and values look at, for a lead that is moved by hand; undefined where the record is not of this policy. */
export function evalOf(host: FollowHost, plan: Plan, tracked: Tracked, atMs: number): Eval | undefined {
  const known = fromRecord(plan, tracked, 'pass-on');
  if (known === undefined || known.reading.invalid) return undefined;
  const world = worldAgain(host, plan, tracked, { atMs, changes: [], purpose: 'pass-on' });
  const { reading, given } = known;
  return prepare(plan, reading, recordingWorld(world), given === undefined ? {} : { given }).e;
}
