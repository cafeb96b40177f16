// A recorded decision → made again from its recorded inputs, and what is not the same.
import { canonicalJson } from '@fairlead/ir';
import { explain, readDecision, redecide } from '@fairlead/runtime';
import type { Plans } from './plans.ts';

/** What came of it. */
export interface Replayed {
  /** The lead's id, where it could be read. */
  readonly lead: string | undefined;
  /** What differs, in words, each with its place; empty if every byte is the same. Not cleaned. */
  readonly differences: readonly string[];
}

const MAX_DIFFERENCES = 5;

/** Makes a decision and its explanation again. */
export function replayDecision(plans: Plans, raw: unknown): Replayed {
  const read = readDecision(raw);
  if (read.kind === 'bad') {
    const held = read.held === undefined ? 'is not there' : `is ${read.held}`;
    return {
      lead: undefined,
      differences: [`${read.place.replace(/^\./, '') || 'The line'} ${held}, and should be ${read.expected}.`],
    };
  }
  const { decision } = read;
  const { lead, policy } = decision;
  const plan = plans(policy.hash);
  if (plan === undefined) {
    const words = `The policy that decided (hash ${policy.hash.slice(0, 12)}…) is not at hand. Name it with --policy.`;
    return { lead, differences: [words] };
  }
  const again = redecide(plan, decision);
  if (again === undefined) return { lead, differences: ['inputs.lead is not a lead of this policy: it was changed.'] };
  if (canonicalJson(again) !== canonicalJson(decision)) {
    const differences: string[] = [];
    compare('', decision, again, differences);
    return { lead, differences };
  }
  // What is rendered of an explanation follows from it alone.
  const [first, second] = [explain(plan, decision), explain(plan, again)].map(canonicalJson);
  return { lead, differences: first === second ? [] : ['The explanation came out differently.'] };
}

/** Adds where two values differ, in the order of the keys. */
function compare(place: string, recorded: unknown, made: unknown, differences: string[]): void {
  if (differences.length >= MAX_DIFFERENCES || canonicalOf(recorded) === canonicalOf(made)) return;
  if (isObject(recorded) && isObject(made) && Array.isArray(recorded) === Array.isArray(made)) {
    for (const key of [...new Set([...Object.keys(recorded), ...Object.keys(made)])].sort()) {
      const path = Array.isArray(recorded) ? `${place}[${key}]` : place === '' ? key : `${place}.${key}`;
      compare(path, own(recorded, key), own(made, key), differences);
    }
    return;
  }
  differences.push(`${place}: recorded ${short(recorded)}, made again ${short(made)}`);
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null;
}

function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function canonicalOf(value: unknown): string | undefined {
  return value === undefined ? undefined : canonicalJson(value);
}

const MAX_SHOWN = 60;

function short(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = canonicalJson(value);
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN - 1)}…`;
}
