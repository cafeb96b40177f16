// Turns the route, the queues and their clocks into what decisions walk along.

import {
  type Action,
  assertNever,
  type Effect,
  type Ending,
  type Pick,
  type Queue,
  type Respond,
  type Route,
  type Split,
  type Strategy,
  type Target,
  toHundredths,
  type Value,
  type WeightLine,
} from '@fairlead/ir';
import { phraseTarget } from '../explain/phrase.ts';
import type { Eval } from './evaluation.ts';
import { isPrivate, slotsOfValues, typeOf } from './facts.ts';
import { matchesRead } from './matches-read.ts';
import type {
  PlanAction,
  PlanEffect,
  PlanEnding,
  PlanPick,
  PlanQueue,
  PlanRespond,
  PlanRule,
  PlanSplit,
  PlanStrategy,
  PlanTarget,
  PlanValue,
  PlanWeightLine,
} from './plan-route.ts';
import { compilePointed, compileRead } from './read-value.ts';
import type { Scope } from './scope.ts';
import { compileTest } from './test-condition.ts';

/** The rules in order and the ending. */
export interface PlanRoute {
  readonly rules: readonly PlanRule[];
  readonly otherwise: PlanEnding;
}

/** A queue without its clock: what targets lead to. */
type Queues = ReadonlyMap<string, PlanQueue>;

/** Compiles the route. */
export function buildRoute(scope: Scope, queues: Queues, route: Route): PlanRoute {
  const readBy = matchesRead(scope.policy);
  return {
    rules: route.rules.map((rule, index) => ({
      ...buildEnding(scope, queues, rule, readBy(rule.name)),
      name: rule.name,
      index,
      rule,
      ...(rule.when === undefined ? {} : { when: compileTest(scope, rule.when) }),
    })),
    otherwise: buildEnding(scope, queues, route.otherwise, readBy('otherwise')),
  };
}

/** Compiles the queues. Their ladders may lead to any of them, so all are made before their ladders. */
export function buildQueues(scope: Scope, queues: readonly Queue[]): Queues {
  const built = new Map<string, { -readonly [key in keyof PlanQueue]: PlanQueue[key] }>();
  for (const queue of queues) {
    const { id, label, owner, priority } = queue;
    const value = priority === undefined ? {} : { priority: outsideValue(scope, priority) };
    built.set(id, { id, label, owner, queue, ...value });
  }
  for (const queue of built.values()) {
    const { claim } = queue.queue;
    if (claim !== undefined) queue.claim = buildRespond(scope, built, claim);
  }
  return built;
}

function buildEnding(scope: Scope, queues: Queues, ending: Ending, reads: PlanEnding['reads']): PlanEnding {
  const { respond, because } = ending;
  return {
    reads,
    action: buildAction(scope, queues, ending.action),
    effects: ending.effects.map((effect) => buildEffect(scope, effect)),
    ...(respond === undefined ? {} : { respond: buildRespond(scope, queues, respond) }),
    ...(because === undefined ? {} : { because }),
  };
}

function buildAction(scope: Scope, queues: Queues, action: Action): PlanAction {
  if (action.kind !== 'route') return action;
  return {
    kind: 'route',
    to: action.to.kind === 'split' ? buildSplit(scope, queues, action.to) : buildTarget(scope, queues, action.to),
    pick: buildPick(scope, action.pick),
    fallback: action.fallback.map((entry) => ({
      to: buildTarget(scope, queues, entry.to),
      ...(entry.for === undefined ? {} : { for: entry.for }),
    })),
  };
}

function buildSplit(scope: Scope, queues: Queues, split: Split): PlanSplit {
  const { by } = split;
  return {
    kind: 'split',
    split,
    ...(by === undefined ? {} : { by: buildKey(scope, by) }),
    arms: split.arms.map(({ share, to }) => ({ share, name: phraseTarget(to), to: buildTarget(scope, queues, to) })),
  };
}

function buildKey(scope: Scope, by: Value): NonNullable<PlanSplit['by']> {
  const type = typeOf(scope, by) ?? { kind: 'text' };
  return { read: compileRead(scope, by), type, isPrivate: isPrivate(scope, by), slots: slotsOfValues(scope, [by]) };
}

/** How many leads one counts, for each team that says so: set before anything leads to the teams. */
export function buildCounts(scope: Scope): void {
  for (const { team, ...planned } of scope.teams.values()) {
    if (team.counts.length === 0 || planned.counts !== undefined) continue;
    const lines = team.counts.map(({ times, when }) => ({ times, holds: compileTest(scope, when) }));
    const counts = (e: Eval): number => lines.find(({ holds }) => holds(e))?.times ?? 1;
    // The teams of this scope were just made for this plan, and nobody has seen them yet.
    Object.assign(scope.teams.get(team.id) ?? {}, { counts });
  }
}

function buildTarget(scope: Scope, queues: Queues, target: Target): PlanTarget {
  switch (target.kind) {
    case 'rep':
      return { kind: 'rep', rep: found(scope.reps, target.rep) };
    case 'team':
      return { kind: 'team', team: found(scope.teams, target.team) };
    case 'queue':
      return { kind: 'queue', queue: found(queues, target.queue) };
    case 'value': {
      const { value } = target;
      const closed = isPrivate(scope, value);
      if (target.as === 'rep') {
        return { kind: 'rep-value', value, read: closed ? nobody : compilePointed(scope, value) };
      }
      const read = compileRead(scope, value);
      return {
        kind: 'team-value',
        value,
        read: (e) => {
          const id = closed ? undefined : read(e);
          return typeof id === 'string' ? scope.teams.get(id) : undefined;
        },
      };
    }
    default:
      return assertNever(target);
  }
}

function buildPick(scope: Scope, pick: Pick): PlanPick {
  const { where, reserve, availableWithin, evenOffDuty, evenOverCapacity } = pick;
  return {
    strategy: buildStrategy(scope, pick.strategy),
    weight: pick.weight.map((line) => buildWeightLine(scope, line)),
    evenOffDuty,
    evenOverCapacity,
    ...(where === undefined ? {} : { where: compileTest(scope, where) }),
    ...(reserve === undefined
      ? {}
      : { reserve: { share: toHundredths(reserve.share), member: compileTest(scope, reserve.for) } }),
    ...(availableWithin === undefined ? {} : { availableWithin }),
  };
}

function buildStrategy(scope: Scope, strategy: Strategy): PlanStrategy {
  if ('value' in strategy) return { kind: strategy.kind, ...outsideValue(scope, strategy.value) };
  return strategy;
}

function buildWeightLine(scope: Scope, line: WeightLine): PlanWeightLine {
  const { weight, applies } = line;
  switch (applies.kind) {
    case 'for': {
      const reps = new Set(applies.reps);
      return { weight, line, fits: (e) => e.rep !== undefined && reps.has(e.rep.id) };
    }
    case 'when':
      return { weight, line, fits: compileTest(scope, applies.condition) };
    case 'otherwise':
      return { weight, line, fits: () => true };
    default:
      return assertNever(applies);
  }
}

function buildRespond(scope: Scope, queues: Queues, respond: Respond): PlanRespond {
  return {
    respond,
    ladder: respond.ladder.map((step) => ({
      step,
      ...(step.step.kind === 'route' ? { target: buildTarget(scope, queues, step.step.to) } : {}),
      ...(step.step.kind === 'effect' ? { effect: buildEffect(scope, step.step.effect) } : {}),
    })),
  };
}

function buildEffect(scope: Scope, effect: Effect): PlanEffect {
  return {
    effect,
    to: effect.to.kind === 'text' ? effect.to : { kind: 'value', ...outsideValue(scope, effect.to.value) },
    ...(effect.when === undefined ? {} : { when: compileTest(scope, effect.when) }),
  };
}

/** A value that leaves the engine. The checker refuses private ones; whatever wrote the policy, they stay inside. */
function outsideValue(scope: Scope, value: Value): PlanValue {
  const read = isPrivate(scope, value) ? nobody : compileRead(scope, value);
  return { value, type: typeOf(scope, value), read };
}

const nobody = (): undefined => undefined;

/** A validated policy has only names that are there: anything else is our own fault. */
function found<T>(all: ReadonlyMap<string, T>, id: string): T {
  const one = all.get(id);
  if (one === undefined) throw new Error(`The policy names "${id}", which it does not have: it was not validated.`);
  return one;
}
