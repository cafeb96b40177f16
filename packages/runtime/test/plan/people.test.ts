// Who has left, whom data that points at them means, and who is found by which text.
import { field, policyOf, repOf, type } from '@fairlead/testkit/ir-builders';
import { describe, expect, test } from 'vitest';
import { hasLeft, pointedRep } from '../../src/plan/people.ts';
import { AT, evalOf, planOf, worldOf } from './sample.ts';

const left = (on: string, successor?: string): { left: { on: string; successor?: string } } => ({
  left: { on, ...(successor === undefined ? {} : { successor }) },
});

const policy = policyOf({
  zone: 'Pacific/Auckland',
  fields: [field('owner', type('rep'), { optional: true })],
  repFields: [
    field('crm', type('text'), { optional: true, unique: true }),
    field('desk', type('count'), { optional: true, unique: true }),
  ],
  reps: [
    repOf('ana', 'sales', { label: 'Ana', ...left('2026-11-01', 'ben'), values: { crm: 'X1', desk: 7 } }),
    repOf('ben', 'sales', { label: 'Ben', ...left('2026-11-02', 'carla'), values: { crm: 'ana' } }),
    repOf('carla', 'sales', { label: 'Carla', values: { crm: 'x2' } }),
    repOf('dan', 'sales', { label: 'carla', ...left('2026-11-01') }),
    repOf('eve', 'sales', { label: 'Same', ...left('2026-11-01', 'finn') }),
    repOf('finn', 'sales', { label: 'same', ...left('2026-11-01', 'eve') }),
    repOf('gus', 'sales', { ...left('2026-11-25', 'carla') }),
    repOf('hal', 'sales', { ...left('2026-11-01', 'gus') }),
  ],
});
const plan = planOf(policy);

describe('a value that points at somebody who has left', () => {
  test.each([
    ['ana', 'carla', 'ana'],
    ['ben', 'carla', 'ben'],
    ['carla', 'carla', undefined],
    // Nobody follows dan; eve and finn follow each other: who was named is set aside by the pick.
    ['dan', 'dan', undefined],
    ['eve', 'eve', undefined],
    // It is the 24th at 23:00 in Auckland, and gus leaves on the 25th.
    ['gus', 'gus', undefined],
    ['hal', 'gus', 'hal'],
  ])('%s means %s', (named, means, successorOf) => {
    const e = evalOf(plan, {});
    const pointed = pointedRep(plan, e, named);
    expect(pointed?.rep.id).toBe(means);
    expect(pointed?.successorOf).toBe(successorOf);
  });

  test('somebody has left from the beginning of that day in the policy zone', () => {
    const gus = plan.reps.get('gus');
    if (gus === undefined) throw new Error('gus is in the policy');
    const midnight = Date.UTC(2026, 10, 24, 11);
    expect(hasLeft(plan, evalOf(plan, {}, worldOf(policy, midnight - 1)), gus)).toBe(false);
    expect(hasLeft(plan, evalOf(plan, {}, worldOf(policy, midnight)), gus)).toBe(true);
    expect(AT).toBeLessThan(midnight);
  });
});

describe('a rep is found', () => {
  test.each([
    ['by id', 'ana', 'ana'],
    ['by id in other letters, before any other name', ' ANA ', 'ana'],
    ['by label', 'Ben', 'ben'],
    ['by a unique field', 'x1', 'ana'],
    ['by a unique field that is a number', 7, 'ana'],
    ['by id, though somebody has it as label', 'CARLA', 'carla'],
    ['not by a label that two have', 'Same', undefined],
    ['not by what nobody has', 'zoe', undefined],
  ])('%s', (_, owner, id) => {
    expect(evalOf(plan, { owner }).lead[1]).toBe(id);
  });
});
