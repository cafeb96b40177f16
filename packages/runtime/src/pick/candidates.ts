// Turns a target into who could take the lead: one rep, the members of a team, a queue, or nobody.
import { assertNever } from '@fairlead/ir';
import { phraseValue } from '../explain/phrase.ts';
import type { Eval, PlanRep } from '../plan/evaluation.ts';
import type { PlanQueue, PlanTarget, PlanTeam } from '../plan/plan-route.ts';

/** Who a target stands for, for one lead. `from`: the value it was read from, as written: `account.owner`. */
export type Candidates =
  | { readonly kind: 'rep'; readonly rep: PlanRep; readonly from?: string; readonly successorOf?: string }
  | { readonly kind: 'team'; readonly team: PlanTeam; readonly from?: string }
  | { readonly kind: 'queue'; readonly queue: PlanQueue }
  /** A value that was missing. */
  | { readonly kind: 'nobody'; readonly from: string };

/** Looks a target up. A value that points at somebody who has left gives the successor; a name in the text does not. */
export function candidatesOf(target: PlanTarget, e: Eval): Candidates {
  switch (target.kind) {
    case 'rep':
    case 'team':
    case 'queue':
      return target;
    case 'rep-value': {
      const from = phraseValue(target.value);
      const pointed = target.read(e);
      return pointed === undefined ? { kind: 'nobody', from } : { kind: 'rep', from, ...pointed };
    }
    case 'team-value': {
      const from = phraseValue(target.value);
      const team = target.read(e);
      return team === undefined ? { kind: 'nobody', from } : { kind: 'team', from, team };
    }
    default:
      return assertNever(target);
  }
}
