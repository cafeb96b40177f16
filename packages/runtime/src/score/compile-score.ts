// Turns the scores of a policy into closures that give the points of each line.

import {
  type Atom,
  type Condition,
  conditionParts,
  durationMs,
  halvedPoints,
  type Policy,
  type ScoreLine,
} from '@fairlead/ir';
import { compileNewest } from '../plan/atoms/signals.ts';
import { givenFor } from '../plan/eval.ts';
import type { Eval } from '../plan/evaluation.ts';
import { isSealed, slotsRead } from '../plan/facts.ts';
import type { PlanScore } from '../plan/plan-stages.ts';
import type { Scope } from '../plan/scope.ts';
import { compileTest } from '../plan/test-condition.ts';

/** Compiles the scores, in the order in which they are computed. */
export function compileScores(scope: Scope): readonly PlanScore[] {
  return scope.policy.scores.map((score) => ({
    name: score.name,
    max: score.max,
    score,
    lines: score.lines.map((line, index) => ({
      line,
      points: linePoints(scope, line, `points ${score.name} ${index}`),
    })),
  }));
}

function linePoints(scope: Scope, line: ScoreLine, key: string): (e: Eval) => number {
  const holds = compileTest(scope, line.when);
  const { points } = line;
  const decayed = line.halvingEvery === undefined ? undefined : decayedPoints(scope, line, key);
  if (decayed === undefined) return (e) => (holds(e) ? points : 0);
  return (e) => (holds(e) ? decayed(e) : 0);
}

/**
 * The points after halving by the age of the newest signal that the line's one count of signals counts. Where it counts none (another part of
 * the condition made it hold), nothing is left: the signal that never came is older than any.
 */
function decayedPoints(scope: Scope, line: ScoreLine, key: string): ((e: Eval) => number) | undefined {
  const atom = signalsAtom(scope.policy, line.when);
  const halfLifeMs = halfLifeOf(line);
  if (atom === undefined || halfLifeMs === undefined) return undefined;
  const newest = compileNewest(scope, atom);
  const decay = (e: Eval): number => {
    const atMs = newest(e);
    return atMs === undefined ? 0 : halvedPoints(line.points, e.world.atMs - atMs, halfLifeMs);
  };
  const slots = slotsRead(scope, atom);
  return isSealed(scope, atom) ? (e) => sealedPoints(e, key, slots, decay) : decay;
}

/** Points by the age of private signals are noted, as outcomes of conditions are. */
function sealedPoints(e: Eval, key: string, slots: readonly number[], decay: (e: Eval) => number): number {
  const { noted } = e.sealed;
  const given = givenFor(e, slots);
  const recorded = given !== undefined && Object.hasOwn(given, key) ? given[key] : undefined;
  const points = given === undefined ? decay(e) : typeof recorded === 'number' ? recorded : 0;
  noted.set(key, points);
  return points;
}

/** Calendar months have no one length, and the checker refuses them here; for a policy from elsewhere a month is 30 days. */
function halfLifeOf({ halvingEvery }: ScoreLine): number | undefined {
  if (halvingEvery === undefined) return undefined;
  return durationMs(halvingEvery) ?? durationMs({ amount: halvingEvery.amount * 30, unit: 'day' });
}

/** The first count of signals in a condition, in the order of the text, defines looked through. */
function signalsAtom(policy: Policy, condition: Condition): Extract<Atom, { readonly kind: 'signals' }> | undefined {
  const seen = new Set<string>();
  const find = (here: Condition): Extract<Atom, { readonly kind: 'signals' }> | undefined => {
    if (here.kind === 'signals') return here;
    if (here.kind === 'define') {
      if (seen.has(here.define)) return undefined;
      seen.add(here.define);
      const define = policy.defines.find(({ name }) => name === here.define);
      return define === undefined ? undefined : find(define.condition);
    }
    for (const part of conditionParts(here)) {
      const atom = find(part);
      if (atom !== undefined) return atom;
    }
    return undefined;
  };
  return find(condition);
}
