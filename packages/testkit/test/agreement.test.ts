// The runtime and the reference evaluator agree on generated policies, leads and states, and between them the cases show everything there is.
import { expect, test } from 'vitest';
import { EXPECTED_FEATURES, runSeries } from '../src/agreement/index.ts';

const POLICIES = 450;
const LEADS = 10;

test('both decide the same, decisions keep their promises, and everything comes up', () => {
  const features = new Map<string, number>();
  for (let seed = 1; seed <= POLICIES; seed += 1) {
    const result = runSeries({ seed, count: LEADS, promisesEvery: 2 });
    if (result.fault !== undefined) expect.fail(result.fault);
    for (const [feature, times] of result.features) features.set(feature, (features.get(feature) ?? 0) + times);
  }
  expect(EXPECTED_FEATURES.filter((feature) => (features.get(feature) ?? 0) < 3)).toEqual([]);
});
