// A policy that has been resolved and checked without errors → the IR, its tests, and the map back to the text.

import { type Define, IR_FORMAT, type Policy, type SourceMap, sortedBy, type TestCase } from '@fairlead/ir';
import type * as ast from '../ast/nodes.ts';
import type { Bindings } from '../names/bindings.ts';
import type { Types } from '../types/types.ts';
import { lowerCondition } from './conditions.ts';
import { type Lowering, notFound, place, startLowering } from './context.ts';
import { lowerCalendars, lowerQueues, lowerReps, lowerTeams } from './people.ts';
import { lowerRoute } from './route.ts';
import { lowerScores } from './scores.ts';
import { lowerLead, lowerRecords, lowerRepFields } from './shapes.ts';
import { lowerEnrichers, lowerMatches } from './stages.ts';
import { lowerTables } from './tables.ts';
import { lowerTests } from './tests.ts';
import { lowerDuration } from './values.ts';

/** What a policy comes to. */
export interface Lowered {
  readonly policy: Policy;
  /** In text order. */
  readonly tests: readonly TestCase[];
  readonly sourceMap: SourceMap;
}

/**
 * Lowers a policy. Only for one without errors: it throws where `resolve` and `check` should have reported something.
 *
 * Conditions are numbered from 1: defines by name, teams by name, queues by name, matches in text order, scores in the order of computing, rules,
 * `otherwise`; parents before parts. So the policy does not depend on layout, comments, the files that things stand in or the order of declarations, but
 * for those whose order means something: enrichers, matches and tables.
 */
export function lower(bindings: Bindings, types: Types): Lowered {
  const lowering = startLowering(bindings, types);
  const { lead, route } = bindings;
  if (lead === undefined || route === undefined) throw notFound('the lead or the route');
  // The order of these lines is the order of the conditions' numbers.
  const header = lowerHeader(bindings.policy, lowering);
  const defines = lowerDefines(lowering);
  const teams = lowerTeams(lowering);
  const queues = lowerQueues(lowering);
  const enrichers = lowerEnrichers(lowering);
  const matches = lowerMatches(lowering);
  const tables = lowerTables(lowering);
  const scores = lowerScores(defines, lowering);
  const policy: Policy = {
    format: IR_FORMAT,
    language: 1,
    ...header,
    lead: lowerLead(lead, lowering),
    records: lowerRecords(lowering),
    repFields: lowerRepFields(lowering),
    defines,
    calendars: lowerCalendars(lowering),
    teams,
    reps: lowerReps(lowering),
    queues,
    enrichers,
    matches,
    tables,
    scores,
    route: lowerRoute(route, lowering),
  };
  const tests = lowerTests(lowering);
  return { policy, tests, sourceMap: Object.fromEntries(lowering.places) };
}

function lowerHeader(
  block: ast.PolicyBlock | undefined,
  lowering: Lowering,
): Pick<Policy, 'name' | 'label' | 'owner' | 'zone' | 'reviewed'> {
  if (block === undefined) throw notFound('the policy block');
  place('policy', block, lowering);
  let [owner, zone]: (string | undefined)[] = [];
  let reviewed: Policy['reviewed'];
  for (const entry of block.entries) {
    if (entry.kind === 'owner') owner ??= entry.owner.value;
    if (entry.kind === 'zone') zone ??= entry.zone.value;
    if (entry.kind === 'reviewed') reviewed ??= { on: entry.on.text, every: lowerDuration(entry.every) };
  }
  return {
    name: block.name.text,
    label: block.label.value,
    ...(owner === undefined ? {} : { owner }),
    zone: zone ?? 'UTC',
    ...(reviewed === undefined ? {} : { reviewed }),
  };
}

function lowerDefines(lowering: Lowering): readonly Define[] {
  return sortedBy([...lowering.bindings.defines], ([name]) => name).map(([name, declaration]) => {
    place(`define:${name}`, declaration, lowering);
    return { name, condition: lowerCondition(declaration.condition, lowering) };
  });
}
