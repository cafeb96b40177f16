// Turns a lead that arrives again, and is to be routed anew, into its next decision and where it stands then.
import { decide } from '../decide/decide.ts';
import type { DecideHow } from '../decide/prepare.ts';
import type { Again, Change, Decision } from '../decision.ts';
import type { LeadReading } from '../input/lead-reading.ts';
import type { Plan } from '../plan/plan.ts';
import type { World } from '../world.ts';
import { afterChanges } from './after-changes.ts';
import { chargeAfter, takingBack } from './charge.ts';
import { againOf } from './decide-again.ts';
import type { FollowUp, Tracked } from './follow-up.ts';
import { followUpOf } from './start.ts';

/** A decision about a lead that had been decided on. `changes`: what is returned before the decision's own. */
export interface RoutedAnew {
  readonly decision: Decision;
  readonly changes: readonly Change[];
  readonly next: FollowUp;
}

/** Routes a lead anew that has come again. A time to respond that was running runs on. */
export function routeAnew(plan: Plan, reading: LeadReading, world: World, { decision, followUp }: Tracked): RoutedAnew {
  const changes = takingBack(followUp.charge);
  const again = againOf(followUp, { cause: causeOf(decision, followUp), atMs: world.atMs });
  const running = again.respond?.kind === 'running' ? followUp.respond?.clock : undefined;
  const how: DecideHow = { again, ...(running === undefined ? {} : { respond: running }) };
  const made = decide(plan, reading, withReviews(world, followUp, changes), how);
  return {
    decision: made,
    changes,
    next: followUpOf(made, { ...followUp, charge: chargeAfter(followUp.charge, changes) }),
  };
}

/** Why it is routed anew: what it was waited for, or that it has changed. */
function causeOf({ outcome }: Decision, { awaitsLead }: FollowUp): Again['cause'] {
  if (awaitsLead !== true) return 'changed';
  return outcome.kind === 'review' ? 'review' : 'temporary-over';
}

function withReviews(world: World, { reviews }: FollowUp, changes: readonly Change[]): World {
  const state = afterChanges(world.state, changes);
  return {
    ...world,
    state: {
      ...state,
      review: (lead, match) => (Object.hasOwn(reviews, match) ? reviews[match] : state.review(lead, match)),
    },
  };
}
