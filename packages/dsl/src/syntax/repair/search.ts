// Where no known mistake fits: the smallest change after which reading goes on best: a word respelt, a part added, replaced or left out.

import { additions } from './additions.ts';
import type { Candidate } from './candidate.ts';
import { misspelt } from './misspelt.ts';
import { removals, replacements } from './removals.ts';
import type { Repair, Trouble } from './trouble.ts';

/** How many tokens ahead a change is tried. */
const AHEAD = 6;
/** How many tokens ahead changes are tried that do equally well so far. */
const FAR_AHEAD = 60;

interface Tried {
  readonly candidate: Candidate;
  readonly worth: number;
}

/** The best repair that reads at least a little further; undefined where nothing is convincing. */
export function search(trouble: Trouble): Repair | undefined {
  const respelt = misspelt(trouble, 0);
  if (respelt !== undefined) return respelt;
  let best: readonly Tried[] = [];
  for (const candidate of [...additions(trouble), ...removals(trouble), ...replacements(trouble)]) {
    const reach = candidate.reach(AHEAD);
    if (reach < 1) continue;
    // Less is better: what the change costs, and what it fails to reach.
    const worth = candidate.cost + (AHEAD - reach) * 0.5;
    const least = best[0]?.worth ?? LEAST_CONVINCING;
    if (worth < least - CLOSE) best = [{ candidate, worth }];
    else if (worth < least + CLOSE) best = [...best, { candidate, worth }];
  }
  const equals = furthest(best.map(({ candidate }) => candidate));
  return equals[0]?.repair(equals);
}

const LEAST_CONVINCING = 3.9;
/** Worths nearer to each other than this are the same. */
const CLOSE = 0.001;

/** Of equally good changes those that read on longest. */
function furthest(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length < 2) return candidates;
  const reaches = candidates.map((candidate) => candidate.reach(FAR_AHEAD));
  const most = Math.max(...reaches);
  return candidates.filter((_, at) => reaches[at] === most);
}
