// Turns a policy's matches into what finds their candidates, tells how well each fits, and breaks ties.

import {
  type Condition,
  canonicalJson,
  type Match,
  type MatchLine,
  type Prefer,
  toHundredths,
  type Value,
  walkValue,
} from '@fairlead/ir';
import { compileAlike } from './atoms/like.ts';
import type { Eval, PlanShape } from './evaluation.ts';
import { isPrivate } from './facts.ts';
import { KEYS, type Key, rawOf } from './keys.ts';
import type { PlanQueue } from './plan-route.ts';
import type { PlanLink, PlanMatch, PlanMatchLine, PlanPrefer } from './plan-stages.ts';
import { compileRead } from './read-value.ts';
import type { Scope } from './scope.ts';
import { compileTest } from './test-condition.ts';

/** Compiles the matches, in text order. One whose record the policy does not have, which a validated policy has none of, finds nothing. */
export function buildMatches(scope: Scope, queues: ReadonlyMap<string, PlanQueue>): readonly PlanMatch[] {
  return scope.policy.matches.map((match, index) => {
    const shape = scope.records.get(match.record) ?? NO_SHAPE;
    const idSlot = shape.slots.get('id');
    const review = match.review === undefined ? undefined : queues.get(match.review.queue);
    return {
      match,
      index,
      shape,
      lines: match.lines.map((line) => buildLine(scope, match, line)),
      prefer: match.prefer.map((prefer) => buildPrefer(scope, prefer)),
      accept: toHundredths(match.accept),
      ...(review === undefined
        ? {}
        : { review: { from: toHundredths(match.review?.from ?? match.accept), queue: review } }),
      ...(idSlot === undefined ? {} : { idSlot }),
    };
  });
}

const NO_SHAPE: PlanShape = { slots: new Map(), fields: [], blank: new Set() };

function buildLine(scope: Scope, match: Match, { confidence, when }: MatchLine): PlanMatchLine {
  const parts = partsOf(when);
  return {
    confidence: toHundredths(confidence),
    links: parts.flatMap((part) => linkOf(scope, match, part) ?? []),
    when: compileTest(scope, when),
    alike: parts.flatMap((part) => (part.kind === 'like' && !part.negated ? [compileAlike(scope, part)] : [])),
  };
}

/** The parts that all have to hold: a chain of `and` in a chain of `and` is laid flat. */
function partsOf(condition: Condition): readonly Condition[] {
  return condition.kind === 'and' ? condition.of.flatMap(partsOf) : [condition];
}

/** A part that says by which key the record is found: one side reads the record alone, the other does not read it. */
function linkOf(scope: Scope, match: Match, part: Condition): PlanLink | undefined {
  if (part.kind === 'like') {
    const sides = part.negated ? undefined : sidesOf(scope, match, part.left, part.right);
    return sides && likeLink(scope, sides);
  }
  if (part.kind !== 'compare' || part.operator !== 'is') return undefined;
  const sides = sidesOf(scope, match, part.left, part.right);
  if (sides === undefined) return undefined;
  const { as } = part;
  const [record, other] = [compileRead(scope, sides.record), compileRead(scope, sides.other)];
  const keyOf = (read: typeof record): ((e: Eval) => Key | undefined) => {
    return (e) => {
      const value = read(e);
      return value === undefined ? undefined : KEYS[as](value);
    };
  };
  const [keyOfRecord, keyOfOther] = [keyOf(record), keyOf(other)];
  const index = canonicalJson({ as, value: sides.record });
  return {
    kind: 'is',
    index,
    key: keyOfRecord,
    ask: (e) => {
      const key = keyOfOther(e);
      return key === undefined ? undefined : { kind: 'is', index, key };
    },
  };
}

function likeLink(scope: Scope, { record, other }: Sides): PlanLink {
  const [ofRecord, ofOther] = [compileRead(scope, record), compileRead(scope, other)];
  const index = canonicalJson({ like: record });
  return {
    kind: 'like',
    index,
    key: (e) => rawOf(ofRecord(e)),
    ask: (e) => {
      const text = rawOf(ofOther(e));
      return text === undefined ? undefined : { kind: 'like', index, text };
    },
  };
}

interface Sides {
  readonly record: Value;
  readonly other: Value;
}

function sidesOf(scope: Scope, match: Match, left: Value, right: Value): Sides | undefined {
  const [fromLeft, fromRight] = [readsOf(scope, match, left), readsOf(scope, match, right)];
  if (fromLeft === 'record' && fromRight === 'other') return { record: left, other: right };
  if (fromRight === 'record' && fromLeft === 'other') return { record: right, other: left };
  return undefined;
}

/**
 * What a value reads: the record alone, or anything else. `both`: the record and more, so that no index over the records knows it. Whom a value of
 * a rep means changes on the day somebody leaves, and so no index knows it where anybody does.
 */
function readsOf(scope: Scope, match: Match, value: Value): 'record' | 'other' | 'both' | 'neither' {
  let record = false;
  let more = false;
  walkValue(value, {
    value: (part) => {
      if (part.kind === 'match' && part.match === match.name) record = true;
      else if (MOVES.has(part.kind)) more = true;
    },
  });
  if (!record) return more ? 'other' : 'neither';
  return more || (scope.anyoneLeft && leadsToRep(scope, match, value)) ? 'both' : 'record';
}

const MOVES: ReadonlySet<Value['kind']> = new Set(['lead', 'match', 'table', 'score', 'rep', 'rep-open', 'rep-load']);

function leadsToRep(scope: Scope, match: Match, value: Value): boolean {
  let found = false;
  walkValue(value, {
    value: (part) => {
      if (part.kind !== 'match' || part.match !== match.name) return;
      const shape = scope.records.get(match.record);
      const field = shape?.fields[shape.slots.get(part.path.at(-1) ?? '') ?? -1];
      if (field === undefined || field.type.kind === 'rep') found = true;
    },
  });
  return found;
}

/** Private values break no ties: which record won would tell about them. The checker refuses them; whatever wrote the policy, they count as missing. */
function buildPrefer(scope: Scope, prefer: Prefer): PlanPrefer {
  if (prefer.kind === 'condition') {
    return { kind: 'condition', prefer, test: compileTest(scope, prefer.condition) };
  }
  const read = isPrivate(scope, prefer.value) ? (): undefined => undefined : compileRead(scope, prefer.value);
  const kind = prefer.kind === 'newest' || prefer.kind === 'highest' ? 'greatest' : 'least';
  return { kind, prefer, read };
}
