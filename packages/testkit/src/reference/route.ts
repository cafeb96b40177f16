// The rules and the lead, with all that has been found out about it → who gets it, and every place that was tried.

import { type Ending, type Fallback, formatInstant, type Pick, type Split, type Target } from '@fairlead/ir';
import { lengthMs } from './ages.ts';
import { clockOf, effectsOf, type Plain } from './clocks.ts';
import { holds } from './holds.ts';
import { pickOne } from './pick.ts';
import { valueFor } from './read-value.ts';
import type { Scene } from './scene.ts';
import { type Asking, localDay, type Sorted, sortOut } from './set-aside.ts';
import { armByKey, armByRotation } from './split.ts';
import { targetOf } from './targets.ts';
import type { Change, Picked } from './turns.ts';
import { plainText } from './values.ts';

/** What became of the lead, as far as rules and people have a say. */
export interface Routed {
  readonly outcome: Plain;
  readonly rule: string;
  readonly attempts: readonly Plain[];
  readonly respond?: Plain;
  readonly claim?: Plain;
  readonly effects: readonly Plain[];
  readonly because?: string;
  readonly changes: readonly Change[];
}

/** What became of a place that was tried: it took the lead, or nobody there could. */
interface Tried {
  readonly attempts: readonly Plain[];
  readonly taken?: {
    readonly outcome: Plain;
    readonly rep?: string;
    readonly queue?: string;
    readonly changes: readonly Change[];
  };
}

/** The first rule that holds takes the lead; `otherwise` takes what none does, and what nobody of that rule could take. */
export function routeBy(scene: Scene, name: string, ending: Ending): Routed {
  const { otherwise } = scene.policy.route;
  const reason = ending.because === undefined ? {} : { because: ending.because };
  const { action } = ending;
  if (action.kind === 'nurture' || action.kind === 'reject') {
    const outcome =
      action.kind === 'nurture'
        ? { kind: 'nurtured', track: action.track }
        : { kind: 'rejected', reason: action.reason };
    return { outcome, rule: name, attempts: [], effects: effectsOf(scene, ending.effects), ...reason, changes: [] };
  }
  const own = tryAll(scene, ending, name === 'otherwise' ? 'otherwise' : 'primary');
  const last = own.taken === undefined && name !== 'otherwise' ? tryAll(scene, otherwise, 'otherwise') : undefined;
  const taken = own.taken ?? last?.taken;
  const after: Scene = taken?.rep === undefined ? scene : { ...scene, rep: taken.rep };
  const effects = [...ending.effects, ...(last === undefined ? [] : otherwise.effects)];
  const claim = scene.policy.queues.find(({ id }) => id === taken?.queue)?.claim;
  return {
    outcome: taken?.outcome ?? {},
    rule: name,
    attempts: [...own.attempts, ...(last?.attempts ?? [])],
    ...(ending.respond === undefined ? {} : { respond: clockOf(after, ending.respond, scene.atMs, taken?.rep) }),
    ...(claim === undefined ? {} : { claim: clockOf(scene, claim, scene.atMs, undefined) }),
    effects: effectsOf(after, effects),
    ...reason,
    changes: taken?.changes ?? [],
  };
}

function tryAll(scene: Scene, { action }: Ending, place: 'primary' | 'otherwise'): Tried {
  if (action.kind !== 'route') return { attempts: [] };
  const attempts: Plain[] = [];
  const first = tryPrimary(scene, action.to, action.pick, place);
  attempts.push(...first.attempts);
  if (first.taken !== undefined) return { attempts, taken: first.taken };
  for (const [i, fallback] of action.fallback.entries()) {
    const next = tryFallback(scene, fallback, action.pick, place, i + 1);
    attempts.push(...next.attempts);
    if (next.taken !== undefined) return { attempts, taken: next.taken };
  }
  return { attempts };
}

function tryPrimary(scene: Scene, to: Target | Split, pick: Pick, place: string): Tried {
  if (to.kind !== 'split')
    return tryTarget(scene, to, { pick, isPrimary: true, had: scene.again?.had ?? [] }, { place });
  return to.by === undefined ? trySplit(scene, to, pick, place) : trySplitByKey(scene, to, pick, place);
}

/** Arms in which nobody is free are told of first; they earn nothing. */
function trySplit(scene: Scene, split: Split, pick: Pick, place: string): Tried {
  const asking = { pick, isPrimary: true, had: scene.again?.had ?? [] };
  const tried = split.arms.map(({ to }, i) => tryTarget(scene, to, asking, { place, arm: i + 1 }));
  const empty = tried.filter(({ taken }) => taken === undefined).flatMap(({ attempts }) => attempts);
  const open = tried.flatMap(({ taken }, i) => (taken === undefined ? [] : [i + 1]));
  if (open.length === 0) return { attempts: empty };
  const chosen = armByRotation(scene, split, open);
  const { attempts, taken } = tried[chosen.arm - 1] ?? { attempts: [] };
  if (taken === undefined) return { attempts: empty };
  return {
    attempts: [...empty, ...attempts.map((attempt) => ({ ...attempt, split: chosen.numbers }))],
    taken: { ...taken, changes: [...chosen.changes, ...taken.changes] },
  };
}

function trySplitByKey(scene: Scene, split: Split, pick: Pick, place: string): Tried {
  const chosen = armByKey(scene, split);
  const arm = chosen && split.arms[chosen.arm - 1];
  if (chosen === undefined || arm === undefined) {
    return { attempts: [{ place, target: { kind: 'nobody' }, setAside: [] }] };
  }
  const { attempts, taken } = tryTarget(
    scene,
    arm.to,
    { pick, isPrimary: true, had: scene.again?.had ?? [] },
    { place, arm: chosen.arm },
  );
  const told = attempts.map((attempt) => ({ ...attempt, split: chosen.numbers }));
  return taken === undefined ? { attempts: told } : { attempts: told, taken };
}

function tryFallback(
  scene: Scene,
  fallback: Fallback,
  pick: Pick,
  place: 'primary' | 'otherwise',
  index: number,
): Tried {
  // A temporary owner comes once a lead.
  if (fallback.for !== undefined && scene.again?.temporaryUsed === true) return { attempts: [] };
  const where = { place: place === 'primary' ? 'fallback' : 'otherwise-fallback', index };
  const temporary = fallback.for === undefined ? {} : { isTemporary: true as const };
  const tried = tryTarget(
    scene,
    fallback.to,
    { pick, isPrimary: false, had: scene.again?.had ?? [], ...temporary },
    where,
  );
  if (fallback.for === undefined || tried.taken?.rep === undefined) return tried;
  const until = formatInstant(scene.atMs + lengthMs(fallback.for));
  const { taken } = tried;
  return {
    ...tried,
    taken: {
      ...taken,
      outcome: { ...taken.outcome, until },
      // A temporary owner has not had a turn.
      changes: taken.changes.filter(({ kind }) => kind === 'open' || kind === 'count'),
    },
  };
}

function tryTarget(scene: Scene, to: Target, asking: Asking, place: Plain): Tried {
  const meant = targetOf(scene, to);
  const { target } = meant;
  const attempt = { ...place, ...meant };
  if (target.kind === 'nobody') return { attempts: [{ ...attempt, setAside: [] }] };
  if (target.kind === 'queue') {
    const taken = { outcome: queued(scene, target.id), queue: target.id, changes: [] };
    return { attempts: [{ ...attempt, setAside: [] }], taken };
  }
  return target.kind === 'rep' ? tryRep(scene, target.id, asking, attempt) : tryTeam(scene, target.id, asking, attempt);
}

function tryRep(scene: Scene, id: string, asking: Asking, attempt: Plain): Tried {
  // An arm of a split may be a rep: `where` holds for all arms, weights only among several.
  const { free, setAside } = sortOut(scene, [id], { ...asking, pick: { ...asking.pick, weight: [] } });
  if (free.length === 0) return { attempts: [{ ...attempt, setAside }] };
  const home = scene.policy.reps.find((rep) => rep.id === id)?.team ?? '';
  const picked = { rep: id, numbers: { kind: 'only', rep: id }, changes: [] };
  return assigned(scene, home, picked, { ...attempt, setAside });
}

function tryTeam(scene: Scene, id: string, asking: Asking, attempt: Plain): Tried {
  const team = scene.policy.teams.find((each) => each.id === id);
  const above = team?.pauseAbove === undefined ? {} : { pauseAbove: team.pauseAbove };
  const { free, setAside }: Sorted = sortOut(scene, team?.members ?? [], { ...asking, ...above });
  if (free.length === 0) return { attempts: [{ ...attempt, setAside }] };
  return assigned(scene, id, pickOne(scene, id, free, asking), { ...attempt, setAside });
}

function assigned(scene: Scene, team: string, { rep, numbers, changes }: Picked, attempt: Plain): Tried {
  const person = scene.policy.reps.find(({ id }) => id === rep);
  const by = countOf(scene, team);
  const counts: readonly Change[] =
    person === undefined
      ? []
      : [
          { kind: 'open', rep, by },
          { kind: 'count', rep, day: localDay(scene, person), by },
        ];
  return {
    attempts: [{ ...attempt, pick: numbers }],
    taken: { outcome: { kind: 'assigned', rep, team }, rep, changes: [...changes, ...counts] },
  };
}

/** How many leads this one counts in the team. */
function countOf(scene: Scene, team: string): number {
  const lines = scene.policy.teams.find(({ id }) => id === team)?.counts ?? [];
  return lines.find(({ when }) => holds(scene, when))?.times ?? 1;
}

/** It waits in a queue. */
export function queued(scene: Scene, queue: string): Plain {
  return { kind: 'queued', queue, ...priorityOf(scene, queue) };
}

/** The value of the queue's `priority` line for this lead, as decisions write it. */
export function priorityOf(scene: Scene, queue: string): Plain {
  const priority = scene.policy.queues.find(({ id }) => id === queue)?.priority;
  const value = priority && valueFor(scene, priority);
  const text = value && plainText(value);
  return text === undefined ? {} : { priority: text };
}
