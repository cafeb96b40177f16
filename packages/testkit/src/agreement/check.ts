// A case → what is wrong with it: the two evaluators disagree, or a promise about decisions is broken.

import { canonicalJson } from '@fairlead/ir';
import { type Decision, explain, redecide, renderMarkdown, renderText } from '@fairlead/runtime';
import { type Bench, comparable, referenceAnswer, runtimeDecision } from './both-answers.ts';
import type { Case } from './case.ts';
import { hasMarks, MARK, withMarks } from './private-marks.ts';

/** What was found. `said` is for people: both answers, or what broke. */
export interface Fault {
  readonly kind: 'disagreement' | 'replay' | 'key-order' | 'explanation' | 'private' | 'thrown';
  readonly said: string;
}

/** The runtime's decision, and what is wrong, if anything is. */
export interface Checked {
  readonly decision?: Decision;
  readonly fault?: Fault;
}

/** Compares the two answers. With `promises` also: replay, another order of keys, explanations, private texts. Never throws. */
export function checkCase(bench: Bench, given: Case, promises: boolean): Checked {
  try {
    const decision = runtimeDecision(bench, given);
    const fault =
      disagreement(bench, given, decision) ?? (promises ? brokenPromise(bench, given, decision) : undefined);
    return fault === undefined ? { decision } : { decision, fault };
  } catch (error) {
    return { fault: { kind: 'thrown', said: error instanceof Error ? String(error.stack) : String(error) } };
  }
}

function disagreement(bench: Bench, given: Case, decision: Decision): Fault | undefined {
  const runtime = comparable(decision);
  // An answer is an object, and stays one.
  const reference = JSON.parse(canonicalJson(referenceAnswer(bench, given))) as Record<string, unknown>;
  const text = (value: unknown): string => (value === undefined ? 'nothing' : canonicalJson(value));
  const keys = [...new Set([...Object.keys(runtime), ...Object.keys(reference)])].sort();
  const different = keys.filter((key) => text(runtime[key]) !== text(reference[key]));
  if (different.length === 0) return undefined;
  const lines = different.map(
    (key) => `${key}\n  runtime    ${text(runtime[key])}\n  reference  ${text(reference[key])}`,
  );
  return { kind: 'disagreement', said: lines.join('\n') };
}

function brokenPromise(bench: Bench, given: Case, decision: Decision): Fault | undefined {
  const bytes = canonicalJson(decision);
  const redecided = redecide(bench.plan, decision);
  const again = redecided === undefined ? 'refused' : canonicalJson(redecided);
  if (redecided === undefined || again !== bytes) return { kind: 'replay', said: `first  ${bytes}\nagain  ${again}` };
  // The same object with its keys in another order.
  const lead = turnedRound(given.lead) as Case['lead'];
  const turned = canonicalJson(runtimeDecision(bench, { ...given, lead }));
  if (turned !== bytes) return { kind: 'key-order', said: `first   ${bytes}\nturned  ${turned}` };
  const text = renderText(explain(bench.plan, decision));
  if (text === '') return { kind: 'explanation', said: 'the explanation is empty' };
  if (renderText(explain(bench.plan, redecided)) !== text)
    return { kind: 'explanation', said: `the explanation differs when the decision is made again:\n${text}` };
  return hasMarks(given) ? saidPrivateText(bench, withMarks(given)) : undefined;
}

function saidPrivateText(bench: Bench, marked: Case): Fault | undefined {
  const decision = runtimeDecision(bench, marked);
  const explanation = explain(bench.plan, decision);
  const said = [canonicalJson(decision), renderText(explanation), renderMarkdown(explanation)];
  const found = said.find((text) => text.toLowerCase().includes(MARK));
  return found === undefined ? undefined : { kind: 'private', said: found };
}

/** The same JSON with the keys of every object the other way round. */
function turnedRound(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(turnedRound);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .reverse()
      .map(([key, value]) => [key, turnedRound(value)]),
  );
}
