// A policy, a lead and what is around it → the decision, found a second time in the plainest way: read, enrich, match, look up, score, route.

import type { Policy } from '@fairlead/ir';
import { clockOf, type Plain } from './clocks.ts';
import { type Enriched, enrich } from './enrich.ts';
import { holds } from './holds.ts';
import { leadId, type Matched, match } from './matches.ts';
import { type FoundIssue, readShape } from './read-fields.ts';
import { matchesRead } from './reads.ts';
import { priorityOf, routeBy } from './route.ts';
import type { Scene, SourceRecord, Surroundings } from './scene.ts';
import { type Scored, scored } from './scores.ts';
import { rowFor } from './tables.ts';
import type { Change } from './turns.ts';

/** What a decision is compared by. Keys as in the decision; words, hashes and inputs are left out. */
export interface Answer {
  readonly lead: string;
  readonly outcome: Plain;
  readonly rule?: string;
  readonly attempts: readonly Plain[];
  readonly enriched: readonly Enriched[];
  readonly matches: readonly Matched[];
  readonly tables: readonly Plain[];
  readonly scores: readonly Scored[];
  readonly issues: readonly FoundIssue[];
  readonly respond?: Plain;
  readonly claim?: Plain;
  readonly effects: readonly Plain[];
  readonly because?: string;
  readonly changes: readonly Change[];
}

/** `raw`: the lead as JSON, by the outside's names. `row`: what a lead without a readable id is called. */
export function evaluate(policy: Policy, raw: unknown, around: Surroundings, row: string): Answer {
  const { fields, issues } = readShape(policy, policy.lead, raw, 'column');
  const submitted: Scene = {
    ...around,
    policy,
    lead: fields,
    matched: new Map(),
    rows: new Map(),
    scores: new Map(),
  };
  const lead = leadId(submitted) === '' ? row : leadId(submitted);
  if (issues.some(({ fatal }) => fatal)) return invalid(submitted, lead, issues);
  const filled = enrich(submitted);
  const matched = new Map<string, SourceRecord>();
  const rows = new Map<string, number>();
  const scores = new Map<string, number>();
  const scene: Scene = { ...submitted, lead: filled.lead, matched, rows, scores };
  const matches = policy.matches.map((each) => {
    const { result, record } = match(scene, each);
    if (record !== undefined) matched.set(each.name, record);
    return result;
  });
  const tables = policy.tables.map((table): Plain => {
    const found = rowFor(scene, table);
    if (found === undefined) return { table: table.name };
    rows.set(table.name, found);
    return { table: table.name, line: table.rows[found]?.line };
  });
  const points = policy.scores.map((score) => {
    const result = scored(scene, score);
    scores.set(score.name, result.points);
    return result;
  });
  const prepared = { lead, enriched: filled.results, matches, tables, scores: points, issues };
  const { changes, ...rest } = decided(scene, matches);
  return { ...prepared, ...rest, changes: settled(scene, rest.outcome, changes) };
}

type Decided = Pick<Answer, 'outcome' | 'rule' | 'attempts' | 'respond' | 'claim' | 'effects' | 'because' | 'changes'>;

/** A lead that waits for review in a match waits before the first rule that reads the match; earlier rules still win. */
function decided(scene: Scene, matches: readonly Matched[]): Decided {
  const { rules, otherwise } = scene.policy.route;
  for (const rule of [...rules, { ...otherwise, name: 'otherwise' }]) {
    const reads = matchesRead(scene.policy, rule.name);
    const waits = matches.find(({ match: name, kind }) => kind === 'review' && reads.has(name));
    if (waits !== undefined) return inReview(scene, waits.match, rule.name);
    const when = 'when' in rule ? rule.when : undefined;
    if (when === undefined || holds(scene, when)) return routeBy(scene, rule.name, rule);
  }
  return routeBy(scene, 'otherwise', otherwise);
}

function inReview(scene: Scene, match: string, rule: string): Decided {
  const queue = scene.policy.matches.find(({ name }) => name === match)?.review?.queue ?? '';
  const outcome = { kind: 'review', queue, match, ...priorityOf(scene, queue) };
  return { outcome, rule, attempts: [], effects: [], changes: [], ...claimOf(scene, queue) };
}

/** Nothing else is looked at: it waits in the queue in which `otherwise` ends, of a split the first in the text. */
function invalid(scene: Scene, lead: string, issues: readonly FoundIssue[]): Answer {
  const { action } = scene.policy.route.otherwise;
  const last = action.kind === 'route' ? (action.fallback.at(-1)?.to ?? action.to) : undefined;
  const parts = last?.kind === 'split' ? last.arms.map(({ to }) => to) : [last];
  const [queue = ''] = parts.flatMap((part) => (part?.kind === 'queue' ? [part.queue] : []));
  return {
    lead,
    outcome: { kind: 'invalid', queue },
    attempts: [],
    enriched: [],
    matches: [],
    tables: [],
    scores: [],
    issues,
    effects: [],
    changes: settled(scene, {}, []),
    ...claimOf(scene, queue),
  };
}

/** Turns that stood for the lead in pools that are not used again never counted. A temporary owner leaves all ledgers as they are. */
function settled({ again }: Scene, outcome: Plain, changes: readonly Change[]): readonly Change[] {
  const used = changes.map(({ pool }) => pool);
  const gone = outcome['until'] === undefined ? (again?.turns ?? []).filter(({ pool }) => !used.includes(pool)) : [];
  const done = changes.filter(({ kind }) => kind !== 'kept');
  return [...gone.map((turn) => ({ kind: 'never-counted', ...turn })), ...done];
}

function claimOf(scene: Scene, queue: string): { readonly claim?: Plain } {
  const claim = scene.policy.queues.find(({ id }) => id === queue)?.claim;
  return claim === undefined ? {} : { claim: clockOf(scene, claim, scene.atMs, undefined) };
}
