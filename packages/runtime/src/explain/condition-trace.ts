// Turns a condition into what each part of it saw: whether it holds, and what the lead said.
import { assertNever, type Condition, type Define } from '@fairlead/ir';
import type { PlanRep } from '../plan/evaluation.ts';
import type { ConditionTrace, FailedPart, Finding, Holds } from './explanation.ts';
import { phraseCondition } from './phrase.ts';
import { atomHolds, type Revisit } from './revisit.ts';
import { saidOnce, whatItWas } from './what-it-was.ts';

/** Every part of the condition, also those that were not needed to decide it. `rep`: whom `where` and weights look at. */
export function traceCondition(seen: Revisit, condition: Condition, rep?: PlanRep): ConditionTrace {
  const words = phraseCondition(condition, ({ id }) => seen.sealed.has(id));
  const trace = (part: Condition): ConditionTrace => traceCondition(seen, part, rep);
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.of.map(trace);
      return { kind: condition.kind, words, holds: CHAINS[condition.kind](parts.map(({ holds }) => holds)), parts };
    }
    case 'not': {
      const part = trace(condition.of);
      return { kind: 'not', words, holds: OPPOSITE[part.holds], parts: [part] };
    }
    case 'define': {
      const define = defineNamed(seen, condition.define);
      const parts = define === undefined ? [] : [trace(define.condition)];
      return { kind: 'define', words, holds: parts[0]?.holds ?? 'unknown', parts };
    }
    default: {
      const was = whatItWas(seen, condition, rep);
      const holds = atomHolds(seen, condition, rep);
      return { kind: 'atom', words, holds, ...(was === undefined ? {} : { was }), parts: [] };
    }
  }
}

/**
 * The parts that made a condition not hold, in the order of the text: of an `and` those that fail, an `or` as one with its alternatives in it,
 * and of a `not` what holds in it. A define is looked into. Empty if it holds.
 */
export function failedParts(trace: ConditionTrace): readonly FailedPart[] {
  if (trace.holds !== 'no') return [];
  switch (trace.kind) {
    case 'and':
    case 'define':
      return trace.parts.flatMap(failedParts);
    case 'or':
      return [{ words: trace.words, holds: trace.holds, noneOf: trace.parts.flatMap(failedAlternatives) }];
    case 'not':
    case 'atom':
      return [asFinding(trace)];
    default:
      return assertNever(trace.kind);
  }
}

/** An `or` in an `or` adds its own alternatives; of an `and` the parts that failed stay together. */
function failedAlternatives(trace: ConditionTrace): readonly FailedPart[] {
  const parts = failedParts(trace);
  const [first, ...others] = parts;
  if (first === undefined || others.length === 0) return first?.noneOf ?? parts;
  return [{ words: trace.words, holds: trace.holds, allOf: parts }];
}

/** What was looked at in the parts, those of alternatives too, in the order of the text. */
export function failedFindings(parts: readonly FailedPart[]): readonly Finding[] {
  return parts.flatMap((part) => {
    const inner = part.noneOf ?? part.allOf;
    return inner === undefined ? [part] : failedFindings(inner);
  });
}

/** A `not` says what the conditions in it saw. */
function asFinding(trace: ConditionTrace): Finding {
  const was = atomsOf(trace).flatMap((atom) => atom.was ?? []);
  const said = was.length === 0 ? {} : { was: saidOnce(was) };
  return { words: trace.words, holds: trace.holds, ...said };
}

function atomsOf(trace: ConditionTrace): readonly ConditionTrace[] {
  return trace.kind === 'atom' ? [trace] : trace.parts.flatMap(atomsOf);
}

function defineNamed({ plan }: Revisit, name: string): Define | undefined {
  return plan.policy.defines.find((define) => define.name === name);
}

/** What a chain comes to. One part that decides it is enough, whatever is unknown. */
const CHAINS: Readonly<Record<'and' | 'or', (parts: readonly Holds[]) => Holds>> = {
  and: (parts) => (parts.includes('no') ? 'no' : parts.includes('unknown') ? 'unknown' : 'yes'),
  or: (parts) => (parts.includes('yes') ? 'yes' : parts.includes('unknown') ? 'unknown' : 'no'),
};

const OPPOSITE: Readonly<Record<Holds, Holds>> = { yes: 'no', no: 'yes', unknown: 'unknown' };
