// A case with a fault → a smaller one with the same fault: rules, fields, people and records taken away one by one, as long as it stays.

import type { Case } from './case.ts';

/** `stillFails` is asked a few hundred times at most. */
export function shrunk(given: Case, stillFails: (smaller: Case) => boolean): Case {
  let best = given;
  let left = MOST_TRIES;
  for (let progress = true; progress && left > 0; ) {
    progress = false;
    for (const smaller of smallerCases(best)) {
      left -= 1;
      if (left < 0) break;
      if (!stillFails(smaller)) continue;
      best = smaller;
      progress = true;
      break;
    }
  }
  return best;
}

const MOST_TRIES = 400;

/** Each is the case without one thing. */
function* smallerCases(given: Case): Generator<Case> {
  const { policy, lead, around } = given;
  const { state } = around;
  const { rules } = policy.route;
  for (const without of eachLess(rules))
    yield { ...given, policy: { ...policy, route: { ...policy.route, rules: without } } };
  for (const key of Object.keys(lead)) yield { ...given, lead: withoutKey(lead, key) };
  for (const [source, rows] of Object.entries(around.records))
    for (const less of eachLess(rows))
      yield { ...given, around: { ...around, records: { ...around.records, [source]: less } } };
  for (const name of Object.keys(around.answers))
    yield { ...given, around: { ...around, answers: withoutKey(around.answers, name) } };
  for (const reps of eachLess(state.reps)) yield { ...given, around: { ...around, state: { ...state, reps } } };
  for (const pools of eachLess(state.pools)) yield { ...given, around: { ...around, state: { ...state, pools } } };
  for (const recent of eachLess(state.recent)) yield { ...given, around: { ...around, state: { ...state, recent } } };
  for (const reviews of eachLess(state.reviews))
    yield { ...given, around: { ...around, state: { ...state, reviews } } };
}

function* eachLess<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += 1) yield items.toSpliced(i, 1);
}

function withoutKey<T>(object: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(object).filter(([each]) => each !== key));
}
