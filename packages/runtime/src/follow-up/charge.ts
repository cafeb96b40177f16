// Turns what a lead charged into what is to be returned when it goes elsewhere, is closed, or never counted.
import type { Change, LedgerTurn } from '../decision.ts';
import type { Plan } from '../plan/plan.ts';
import type { Charge } from './follow-up.ts';

/** Nothing charged. */
export const NO_CHARGE: Charge = { turns: [] };

/** What stands charged after some changes: those of a decision, or of an entry. Counts that were returned stand no longer. */
export function chargeAfter(before: Charge, changes: readonly Change[]): Charge {
  let { turns, open, count } = before;
  for (const change of changes) {
    switch (change.kind) {
      case 'ledger':
        turns = [...turns, { pool: change.pool, shares: change.shares, winner: change.winner }];
        break;
      case 'give-back':
        turns = turns.map((turn) => (isTurn(turn, change.pool, change.from) ? { ...turn, winner: change.to } : turn));
        break;
      case 'never-counted':
        turns = turns.filter((turn) => !isTurn(turn, change.pool, change.winner));
        break;
      case 'open':
        open = change.by > 0 ? { rep: change.rep, by: change.by } : undefined;
        break;
      case 'count':
        count = change.by > 0 ? { rep: change.rep, day: change.day, by: change.by } : undefined;
        break;
      default:
        break;
    }
  }
  return { turns, ...(open === undefined ? {} : { open }), ...(count === undefined ? {} : { count }) };
}

function isTurn(turn: LedgerTurn, pool: string, winner: string): boolean {
  return turn.pool === pool && turn.winner === winner;
}

/** The open lead is returned; what was counted stays, since the rep did have the lead. */
export function closing({ open }: Charge): readonly Change[] {
  return open === undefined ? [] : [{ kind: 'open', rep: open.rep, by: -open.by }];
}

/** The lead is taken from whoever had it: it is neither open nor counted any longer. Ledgers are left to the caller. */
export function takingBack(charge: Charge): readonly Change[] {
  const { count } = charge;
  return [
    ...closing(charge),
    ...(count === undefined ? [] : [{ kind: 'count', rep: count.rep, day: count.day, by: -count.by } as const]),
  ];
}

/** None of the turns ever was: their shares and the leads that were paid are taken back. */
export function neverCounting(turns: readonly LedgerTurn[]): readonly Change[] {
  return turns.map((turn) => ({ kind: 'never-counted', ...turn }));
}

/**
 * Where the credit goes when a lead goes to a rep without a turn of its own: within the pool it moves along, and outside of it the turn never counted.
 * `to` undefined: to a queue, or to nobody. The arm of a split keeps its lead: the split was not asked again.
 */
export function movingCredit(plan: Plan, turns: readonly LedgerTurn[], to: string | undefined): readonly Change[] {
  return turns.flatMap((turn): readonly Change[] => {
    if (turn.pool.startsWith('split:')) return [];
    if (to === turn.winner) return [];
    // Nobody owes there: a lead that is won elsewhere never counted.
    if (turn.pool.startsWith('least:')) return neverCounting([turn]);
    if (to !== undefined && isInPool(plan, turn, to)) {
      return [{ kind: 'give-back', pool: turn.pool, from: turn.winner, to }];
    }
    return neverCounting([turn]);
  });
}

/** Whether a rep takes part in a pool: as a member of its team, or, in the pool of a rule, of the team that the rule routes to. */
function isInPool(plan: Plan, { pool, shares }: LedgerTurn, rep: string): boolean {
  if (Object.hasOwn(shares, rep)) return true;
  const team = plan.teams.get(pool.slice(pool.lastIndexOf(':') + 1));
  if (pool.includes('team:')) return team?.members.some(({ id }) => id === rep) ?? false;
  const rule = plan.rules.find(({ name }) => pool === `rule:${name}`);
  if (rule?.action.kind !== 'route' || rule.action.to.kind !== 'team') return false;
  return rule.action.to.team.members.some(({ id }) => id === rep);
}
