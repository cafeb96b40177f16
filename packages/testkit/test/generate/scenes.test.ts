// Generated policies, leads, states and instants run: valid leads are valid, and every lead gets an explained decision.
import { compile } from '@fairlead/dsl';
import type { Policy } from '@fairlead/ir';
import {
  type Decision,
  decide,
  explain,
  loadPolicy,
  memoryState,
  type Plan,
  readLead,
  renderText,
} from '@fairlead/runtime';
import { domains } from '@fairlead/runtime/domains';
import { createAlmanac, createWrittenTimes, createZoneClock } from '@fairlead/runtime/time';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GeneratedState, instantFor, leadFor, type OutsideLead, policyText, stateFor } from '../../src/index.ts';

interface Scene {
  readonly plan: Plan;
  readonly policy: Policy;
  readonly lead: OutsideLead;
  readonly atMs: number;
  readonly state: GeneratedState;
}

/** A policy that compiled, and what may happen to it. */
function scenes(onlyValid: boolean): fc.Arbitrary<Scene> {
  return policyText().chain((text) => {
    const { policy } = compile('a.route', (name) => (name === 'a.route' ? text : undefined));
    if (policy === undefined) throw new Error(`does not compile:\n${text}`);
    const loaded = loadPolicy(JSON.parse(JSON.stringify(policy)));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
    return instantFor(policy).chain((atMs) =>
      fc.record({
        plan: fc.constant(loaded.plan),
        policy: fc.constant(policy),
        atMs: fc.constant(atMs),
        lead: leadFor(policy, { atMs, onlyValid }),
        state: stateFor(policy, atMs),
      }),
    );
  });
}

const writtenTimes = createWrittenTimes(createZoneClock());

function read({ plan, lead }: Scene): ReturnType<typeof readLead> {
  return readLead(plan, lead, 'json', { row: 'row 1', domains, writtenTimes });
}

function decided(scene: Scene): Decision {
  const { plan, policy, atMs, state } = scene;
  return decide(plan, read(scene), { atMs, almanac: createAlmanac(policy), domains, state: memoryState(state) });
}

test('valid leads are read without an issue', () => {
  fc.assert(
    fc.property(scenes(true), (scene) => {
      expect(read(scene).issues).toEqual([]);
    }),
    { seed: 41, numRuns: 300 },
  );
});

test('every lead gets a decision that can be explained, and all ways to end occur', () => {
  const kinds = new Map<string, number>();
  fc.assert(
    fc.property(scenes(false), (scene) => {
      const decision = decided(scene);
      expect(renderText(explain(scene.plan, decision))).not.toBe('');
      kinds.set(decision.outcome.kind, (kinds.get(decision.outcome.kind) ?? 0) + 1);
    }),
    { seed: 42, numRuns: 300 },
  );
  fc.assert(
    fc.property(scenes(true), (scene) => {
      const { outcome } = decided(scene);
      kinds.set(outcome.kind, (kinds.get(outcome.kind) ?? 0) + 1);
    }),
    { seed: 43, numRuns: 300 },
  );
  expect([...kinds.keys()].sort()).toEqual(['assigned', 'invalid', 'nurtured', 'queued', 'rejected']);
});
