// The policy at hand and the one that decided → what to say of it that they are not the same.
import { canonicalJson, type Policy } from '@fairlead/ir';

/** One sentence. Rows of tables and reps of a roster are part of a policy, though they may come from files of their own. */
export function otherPolicyWords(name: string, here: Policy, decided: Policy): string {
  if (text(withoutRows(here)) === text(withoutRows(decided)))
    return 'This was decided with other rows of a table than those at hand.';
  if (text(withoutRowsAndReps(here)) === text(withoutRowsAndReps(decided)))
    return 'This was decided with other reps, or other rows of a table, than those at hand.';
  return `${name} has changed since.`;
}

const text = canonicalJson;

function withoutRows(policy: Policy): object {
  return { ...policy, tables: policy.tables.map(({ rows: _rows, file: _file, ...rest }) => rest) };
}

function withoutRowsAndReps(policy: Policy): object {
  const teams = policy.teams.map(({ members: _members, ...rest }) => rest);
  return { ...withoutRows(policy), reps: [], teams };
}
