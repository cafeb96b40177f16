// Turns a validated policy into a plan: each name looked up, each text folded, each condition compiled, once.

import { type Condition, type Place, type Policy, policyHash, walkPolicy } from '@fairlead/ir';
import { compileScores } from '../score/compile-score.ts';
import { buildTables } from '../tables/build-tables.ts';
import { buildEnrichers } from './build-enrichers.ts';
import { buildMatches } from './build-matches.ts';
import { buildCounts, buildQueues, buildRoute } from './build-route.ts';
import type { Watch } from './evaluation.ts';
import { definesReadingRep, isPrivate, typeOf } from './facts.ts';
import type { Plan, SealedAtom } from './plan.ts';
import { repDirectory, teamDirectory } from './read-people.ts';
import { compileRead } from './read-value.ts';
import { type Scope, scopeOf } from './scope.ts';
import { compileTest, sealedAtom } from './test-condition.ts';

/** What a plan does besides deciding. */
export interface PlanOptions {
  /** Told of every condition that a decision evaluates, each `and`, `or`, `not` and define too, with its outcome. Costs time. */
  readonly watch?: Watch;
}

/**
 * Builds the plan of a policy that `validatePolicy` accepted. Work and size are linear in the policy. Building again gives a plan that decides
 * the same.
 */
export function buildPlan(policy: Policy, options: PlanOptions = {}): Plan {
  const scope = scopeOf(policy, definesReadingRep(policy), options.watch);
  for (const { condition } of policy.defines) scope.defineTests.push(compileTest(scope, condition));
  buildCounts(scope);
  const queues = buildQueues(scope, policy.queues);
  const scores = compileScores(scope);
  const { rules, otherwise } = buildRoute(scope, queues, policy.route);
  const sealed = sealedAtoms(scope);
  return {
    policy,
    hash: policyHash(policy),
    zone: policy.zone,
    lead: scope.lead,
    records: scope.records,
    reps: scope.reps,
    teams: scope.teams,
    queues,
    calendars: new Map(policy.calendars.map((calendar) => [calendar.id, calendar])),
    findRep: repDirectory(policy),
    findTeam: teamDirectory(policy),
    enrichers: buildEnrichers(scope),
    matches: buildMatches(scope, queues),
    tables: buildTables(scope),
    scores,
    rules,
    otherwise,
    sealed,
    sizes: { defines: policy.defines.length, found: scope.slotCount() },
    compile: compileOf(scope),
  };
}

/** Every slot was given out while the plan was built; compiling a part of the same policy again gives out none. */
function compileOf(scope: Scope): Plan['compile'] {
  const unwatched: Scope = { ...scope, watch: undefined };
  return {
    test: (condition) => compileTest(unwatched, condition),
    read: (value) => compileRead(unwatched, value),
    isPrivate: (value) => isPrivate(scope, value),
    typeOf: (value) => typeOf(scope, value),
  };
}

function sealedAtoms(scope: Scope): readonly SealedAtom[] {
  const atoms: SealedAtom[] = [];
  const look = (condition: Condition, place: Place): void => {
    const atom = sealedAtom(scope, condition);
    if (atom !== undefined) atoms.push(place.kind === 'match' ? { ...atom, inMatch: true } : atom);
  };
  walkPolicy(scope.policy, { condition: look });
  return atoms.sort((a, b) => a.id - b.id);
}
