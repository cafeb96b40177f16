// Turns a rule and a rep or team into whether the rule could send a lead there: by name, by team, or by what a value points at.
import { assertNever, type Ending, type Target } from '@fairlead/ir';
import type { Holds, WhyNotTarget } from './explanation.ts';
import { type Revisit, valueSeen } from './revisit.ts';

/** `unknown`: a value that was not looked at might point there. Fallbacks count, queues never. */
export function leadsTo(seen: Revisit, ending: Ending, wanted: WhyNotTarget): Holds {
  const { action } = ending;
  if (action.kind !== 'route') return 'no';
  const first = action.to.kind === 'split' ? action.to.arms.map(({ to }) => to) : [action.to];
  const ways = [...first, ...action.fallback.map(({ to }) => to)].map((target) => targetLeadsTo(seen, target, wanted));
  return ways.includes('yes') ? 'yes' : ways.includes('unknown') ? 'unknown' : 'no';
}

function targetLeadsTo(seen: Revisit, target: Target, { kind, id }: WhyNotTarget): Holds {
  switch (target.kind) {
    case 'rep':
      return yesIf(kind === 'rep' && target.rep === id);
    case 'team':
      return teamLeadsTo(seen, target.team, kind, id);
    case 'queue':
      return 'no';
    case 'value': {
      const found = valueSeen(seen, target.value);
      if (found.kind === 'unknown') return 'unknown';
      if (found.kind !== 'value' || typeof found.value !== 'string') return 'no';
      return target.as === 'team'
        ? teamLeadsTo(seen, found.value, kind, id)
        : yesIf(kind === 'rep' && found.value === id);
    }
    default:
      return assertNever(target);
  }
}

function teamLeadsTo({ plan }: Revisit, team: string, kind: WhyNotTarget['kind'], id: string): Holds {
  if (kind === 'team') return yesIf(team === id);
  return yesIf(plan.teams.get(team)?.members.some((member) => member.id === id) ?? false);
}

function yesIf(is: boolean): Holds {
  return is ? 'yes' : 'no';
}
