// Sentences about one lead, and about somebody who is ahead.
import { field, lead, one, policyOf, repOf, rule, signals, type } from '@fairlead/testkit/ir-builders';
import { expect, it } from 'vitest';
import { routeLead } from '../../src/decide/route-lead.ts';
import { explain } from '../../src/explain/explain.ts';
import { whyNot } from '../../src/explain/why-not.ts';
import { memoryState } from '../../src/state/memory-state.ts';
import { MORNING } from '../decide/samples.ts';
import { scene } from '../decide/scene.ts';

const here = scene(
  policyOf({
    reps: [
      repOf('ana', 'sales'),
      repOf('ben', 'sales'),
      repOf('cy', 'sales', { capacity: [{ limit: 1, per: 'open' }] }),
      repOf('dan', 'sales', { capacity: [{ limit: 1, per: 'day' }] }),
    ],
    rules: [rule('All', undefined)],
  }),
);

it('counts one lead as one, and says who is ahead', () => {
  const state = memoryState();
  const decisions = ['1', '2', '3', '4', '5', '6'].map(
    (id) => routeLead(here.plan, here.read({ id }), here.world(MORNING, state), state).decision,
  );
  expect(decisions.map(({ outcome }) => outcome.kind === 'assigned' && outcome.rep)).toEqual([
    'ana',
    'ben',
    'cy',
    'dan',
    'ana',
    'ben',
  ]);
  const [, second, , , , last] = decisions;
  if (second === undefined || last === undefined) throw new Error('Six leads, six decisions.');
  const why = (rep: string, decision = last): string => whyNot(here.plan, decision, { kind: 'rep', id: rep }).answer;
  expect(why('cy')).toBe('CY (cy) could have got it by "All", but has 1 open lead, and the most is 1.');
  expect(why('dan')).toBe('DAN (dan) could have got it by "All", but got 1 lead today, and the most is 1.');
  expect(why('ana')).toBe('ANA (ana) could have got it by "All", but was owed 0.08 of a lead, and BEN 1.08.');
  expect(why('ana', second)).toBe(
    'ANA (ana) could have got it by "All", but was ahead by 0.50 of a lead, and BEN was owed 0.50 of a lead.',
  );
  const [attempt] = explain(here.plan, last).attempts;
  expect(attempt?.setAside.map(({ words }) => words)).toEqual([
    'has 1 open lead, and the most is 1',
    'got 1 lead today, and the most is 1',
  ]);
});

it('counts no signal that came after the decision', () => {
  const plan = scene(
    policyOf({
      fields: [field('activity', type('signals'))],
      rules: [rule('Twice', signals(lead('activity'), one('demo'), 2))],
    }),
  );
  const was = (...times: readonly string[]): string | undefined => {
    const activity = times.map((at) => ({ kind: 'demo', at }));
    const state = memoryState();
    const { decision } = routeLead(plan.plan, plan.read({ id: '1', activity }), plan.world(MORNING, state), state);
    return explain(plan.plan, decision).ladder[0]?.failed[0]?.was;
  };
  expect(was('2026-11-24T09:00:00Z', '2026-11-24T09:00:01Z')).toBe(
    'activity had "demo", at 2026-11-24 09:00 UTC (and 1 after the decision, which does not count)',
  );
  expect(was('2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z')).toBe(
    'activity had no "demo" (and 2 after the decision, which do not count)',
  );
});
