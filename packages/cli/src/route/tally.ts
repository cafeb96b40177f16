// Decisions as they are made → the counts of which a summary is made.
import { assertNever } from '@fairlead/ir';
import { type Decision, type Issue, winningRule } from '@fairlead/runtime';
import { type EnrichStats, enrichStats } from '@fairlead/runtime/enrich';

/** Everything that is counted in a run. Keys in the order in which they came first. */
export interface Tally {
  /** Rows that are leads. */
  leads: number;
  /** Leads that came before and whose decision stands; not counted in what follows. */
  repeated: number;
  /** Rows that are broken. */
  broken: number;
  readonly outcomes: Map<Decision['outcome']['kind'], number>;
  readonly rules: Map<string, number>;
  readonly reps: Map<string, number>;
  readonly queues: Map<string, number>;
  readonly tracks: Map<string, number>;
  readonly reasons: Map<string, number>;
  readonly invalid: { count: number; readonly first: InvalidLead[] };
  /** Values that could not be read and count as missing, by field. */
  readonly unread: Map<string, UnreadField>;
  /** How often each match came to what, by match. */
  readonly matches: Map<string, MatchTally>;
  /** What providers came to. */
  readonly enriched: EnrichStats;
}

/** How many leads a match found a record for, left to a person, and found nothing for. */
export interface MatchTally {
  matched: number;
  review: number;
  'not-matched': number;
}

/** A lead that no rule saw. */
export interface InvalidLead {
  readonly row: number;
  readonly lead: string;
  readonly issues: readonly Issue[];
}

/** A field whose value could not be read in some leads. */
export interface UnreadField {
  count: number;
  /** The first of them. */
  readonly row: number;
  readonly issue: Issue;
}

const MAX_INVALID_SHOWN = 10;

/** Nothing counted yet. */
export function emptyTally(): Tally {
  return {
    leads: 0,
    repeated: 0,
    broken: 0,
    outcomes: new Map(),
    rules: new Map(),
    reps: new Map(),
    queues: new Map(),
    tracks: new Map(),
    reasons: new Map(),
    invalid: { count: 0, first: [] },
    unread: new Map(),
    matches: new Map(),
    enriched: enrichStats(),
  };
}

/** Counts a decision that was made in this run. */
export function countDecision(tally: Tally, row: number, decision: Decision): void {
  const { lead, outcome, issues, matches } = decision;
  const rule = winningRule(decision);
  add(tally.outcomes, outcome.kind);
  if (rule !== undefined) add(tally.rules, rule);
  switch (outcome.kind) {
    case 'assigned':
      add(tally.reps, outcome.rep);
      break;
    case 'queued':
    case 'review':
      add(tally.queues, outcome.queue);
      break;
    case 'nurtured':
      add(tally.tracks, outcome.track);
      break;
    case 'rejected':
      add(tally.reasons, outcome.reason);
      break;
    case 'invalid':
      add(tally.queues, outcome.queue);
      tally.invalid.count += 1;
      if (tally.invalid.first.length < MAX_INVALID_SHOWN) tally.invalid.first.push({ row, lead, issues });
      break;
    default:
      assertNever(outcome);
  }
  for (const { match, kind } of matches) {
    const counts = tally.matches.get(match) ?? { matched: 0, review: 0, 'not-matched': 0 };
    counts[kind] += 1;
    tally.matches.set(match, counts);
  }
  for (const issue of issues) {
    if (issue.fatal) continue;
    const field = tally.unread.get(issue.field);
    if (field === undefined) tally.unread.set(issue.field, { count: 1, row, issue });
    else field.count += 1;
  }
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
