// The name of a team → the reps in it.

import type { Checking } from '../checking.ts';

/** The names of the reps that a team declares or mentions, in text order. */
export function membersOf(team: string, { bindings }: Checking): ReadonlySet<string> {
  const entries = bindings.teams.get(team)?.entries ?? [];
  return new Set(entries.flatMap((entry) => (entry.kind === 'rep-member' ? [entry.name.text] : [])));
}
