// A decision → the names of what it shows: outcomes, reasons, strategies, splits, ties, answers. A generator that never gets to one of them is a defect.

import type { Decision } from '@fairlead/runtime';

/** As `outcome assigned`, `reason away`. Each once. */
export function featuresOf(decision: Decision): readonly string[] {
  const { outcome, attempts, matches, enriched, tables, issues, respond, claim, changes } = decision;
  const found = [
    `outcome ${outcome.kind}`,
    ...(outcome.kind === 'assigned' && outcome.until !== undefined ? ['outcome temporary'] : []),
    ...(outcome.kind === 'queued' && outcome.priority !== undefined ? ['outcome with priority'] : []),
    ...attempts.flatMap(attemptFeatures),
    ...matches.flatMap(({ kind, tie, others, reviewer, candidates }) => [
      `match ${kind}`,
      ...(tie === undefined ? [] : [`match tie by ${tie.by}`]),
      ...(others > 0 ? ['match others'] : []),
      ...(reviewer === undefined ? [] : [`match reviewed ${kind}`]),
      ...(candidates.some(({ lines }) => lines.some(({ alike }) => alike !== undefined)) ? ['match alike'] : []),
    ]),
    ...enriched.flatMap(({ kind, filled, issues: wrong }) => [
      `enrich ${kind}`,
      ...(filled.length > 0 ? ['enrich filled'] : []),
      ...(wrong.length > 0 ? ['enrich wrong type'] : []),
    ]),
    ...tables.map(({ line }) => (line === undefined ? 'table miss' : 'table hit')),
    ...issues.map(({ kind }) => `issue ${kind}`),
    ...(respond === undefined ? [] : [respond.due === undefined ? 'clock without end' : 'clock']),
    ...(claim === undefined ? [] : ['claim']),
    ...changes.map(({ kind }) => `change ${kind}`),
    ...(changes.some((change) => change.kind === 'open' && change.by > 1) ? ['counts more than one'] : []),
    ...(decision.rule === 'otherwise' ? ['rule otherwise'] : []),
  ];
  return [...new Set(found)];
}

function attemptFeatures({
  place,
  arm,
  split,
  target,
  setAside,
  pick,
  successorOf,
  from,
}: Decision['attempts'][number]): readonly string[] {
  const strategy =
    pick?.kind === 'rotation' && pick.pool.startsWith('rule:') ? 'rotation of this rule' : (pick?.kind ?? 'none');
  return [
    `place ${place}`,
    `target ${target.kind}`,
    ...(from === undefined ? [] : ['target from a value']),
    ...(successorOf === undefined ? [] : ['target successor']),
    ...setAside.map(({ reason }) => `reason ${reason.kind}${reason.kind === 'at-capacity' ? ` ${reason.per}` : ''}`),
    ...(pick === undefined ? [] : [`pick ${strategy}`]),
    ...(pick !== undefined && 'tie' in pick && pick.tie !== undefined ? [`pick ${pick.kind} tie`] : []),
    ...(pick?.kind === 'rotation' && pick.reserve !== undefined ? ['pick reserve'] : []),
    ...(pick?.kind === 'fewest' && pick.rows.some(({ passed }) => passed === true) ? ['pick fewest passed'] : []),
    ...(pick?.kind === 'likelihood' && pick.guard !== undefined ? ['pick likelihood guard'] : []),
    ...(pick?.kind === 'likelihood' && pick.segment !== undefined ? ['pick likelihood segment'] : []),
    ...(arm === undefined ? [] : ['split arm']),
    ...(split === undefined ? [] : [`split by ${split.kind}`]),
  ];
}

/** All that has to come up in a run of some length. */
// biome-ignore format: a table reads better in rows
export const EXPECTED_FEATURES: readonly string[] = [
  'outcome assigned', 'outcome queued', 'outcome review', 'outcome nurtured', 'outcome rejected', 'outcome invalid', 'outcome temporary', 'outcome with priority',
  'place primary', 'place fallback', 'place otherwise', 'place otherwise-fallback',
  'target rep', 'target team', 'target queue', 'target nobody', 'target from a value', 'target successor',
  'reason where', 'reason left', 'reason away', 'reason off-duty', 'reason at-capacity open', 'reason at-capacity day', 'reason at-capacity week', 'reason at-capacity month',
  'reason weight-zero', 'reason paused',
  'pick only', 'pick rotation', 'pick rotation of this rule', 'pick highest', 'pick lowest', 'pick highest tie', 'pick lowest tie', 'pick fewest', 'pick fewest tie', 'pick fewest passed',
  'pick likelihood', 'pick likelihood tie', 'pick likelihood guard', 'pick likelihood segment', 'pick reserve',
  'split arm', 'split by rotation', 'split by key',
  'match matched', 'match review', 'match not-matched', 'match tie by prefer', 'match tie by id', 'match tie by review', 'match others', 'match reviewed matched', 'match reviewed not-matched', 'match alike',
  'enrich answered', 'enrich nothing', 'enrich late', 'enrich failed', 'enrich not-asked', 'enrich filled', 'enrich wrong type',
  'table hit', 'table miss',
  'issue missing', 'issue wrong-type', 'issue malformed', 'issue not-a-choice', 'issue unknown-rep', 'issue unknown-team',
  'clock', 'claim', 'counts more than one', 'change ledger', 'change recent', 'change open', 'change count', 'rule otherwise',
];
