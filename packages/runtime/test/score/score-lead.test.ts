// Scores: points by line, within 0..max; decay by the age of the newest signal; earlier scores; private signals sealed.
import type { Condition, Score, ScoreLine } from '@fairlead/ir';
import {
  and,
  compare,
  defined,
  fixed,
  lasting,
  lead,
  one,
  or,
  plain,
  score,
  several,
  signals,
} from '@fairlead/testkit/ir-builders';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLead } from '../../src/input/read-lead.ts';
import { restoreLead } from '../../src/input/restore-lead.ts';
import { buildPlan } from '../../src/plan/build-plan.ts';
import { startEval } from '../../src/plan/eval.ts';
import { scoreLead } from '../../src/score/score-lead.ts';
import { anyLead, seed } from '../plan/arbitrary.ts';
import { AT, CONTEXT, evalOf, planOf, samplePolicy, worldOf } from '../plan/sample.ts';

const DAY = 86_400_000;
const big = compare('number', lead('employees'), '>=', fixed(1000));
const isIn = (country: string): Condition => compare('text', lead('country'), 'is', fixed(country));
const seen = signals(lead('activity'), one('pricing page'));

function fitness(
  max: number,
  ...lines: readonly (readonly [points: number, when: Condition, halvingDays?: number])[]
): Score {
  return {
    name: 'fit',
    max,
    lines: lines.map(([points, when, days]): ScoreLine => {
      return days === undefined ? { points, when } : { points, when, halvingEvery: lasting(days, 'day') };
    }),
  };
}

/** `points = lines`, score by score. */
function scored(
  scores: readonly Score[],
  row: Record<string, unknown>,
  defines: Record<string, Condition> = {},
): string[] {
  const plan = planOf(samplePolicy([], { scores, defines }));
  return scoreLead(plan, evalOf(plan, row)).map(({ name, points, max, lines }) => {
    return `${name} ${points} of ${max}: ${lines.join(' ')}`;
  });
}

/** A signal that long before the decision. */
function ago(ms: number, kind: string = 'pricing page'): { readonly kind: string; readonly at: string } {
  return { kind, at: new Date(AT - ms).toISOString() };
}

describe('points', () => {
  const lines = fitness(70, [30, big], [50, isIn('DE')], [-40, plain('missing', lead('email'))]);

  test.each([
    [{ employees: 1000, country: 'de', email: 'a@acme.example' }, 'fit 70 of 70: 30 50 0'],
    [{ employees: 1000, country: 'de' }, 'fit 40 of 70: 30 50 -40'],
    [{ employees: 1000 }, 'fit 0 of 70: 30 0 -40'],
    [{}, 'fit 0 of 70: 0 0 -40'],
    [{ email: 'a@acme.example' }, 'fit 0 of 70: 0 0 0'],
  ])('%j: %s', (row, expected) => {
    expect(scored([lines], row)).toEqual([expected]);
  });

  test('a deduction counts against all that was added, whatever the order of the lines', () => {
    const turned: Score = { ...lines, lines: [...lines.lines].reverse() };
    expect(scored([turned], { employees: 1000, country: 'de' })).toEqual(['fit 40 of 70: -40 50 30']);
  });

  test('a score sees those before it', () => {
    const second: Score = {
      name: 'level',
      max: 2,
      lines: [
        { points: 1, when: compare('number', score('fit'), '>=', fixed(30)) },
        { points: 1, when: defined('top') },
      ],
    };
    const top = compare('number', score('fit'), '>=', fixed(80));
    expect(scored([fitness(100, [30, big], [50, isIn('DE')]), second], { employees: 1000 }, { top })).toEqual([
      'fit 30 of 100: 30 0',
      'level 1 of 2: 1 0',
    ]);
  });

  test('points are always whole and within 0..max', () => {
    fc.assert(
      fc.property(anyLead, fc.integer({ min: 0, max: 50 }), fc.integer({ min: -60, max: 60 }), (row, max, points) => {
        const plan = planOf(
          samplePolicy([], { scores: [fitness(max, [points, seen, 3], [points, big], [7, isIn('DE')])] }),
        );
        for (const result of scoreLead(plan, evalOf(plan, row))) {
          expect(result.points).toBeGreaterThanOrEqual(0);
          expect(result.points).toBeLessThanOrEqual(max);
          expect([result.points, ...result.lines].every(Number.isSafeInteger)).toBe(true);
        }
      }),
      { seed },
    );
  });
});

describe('halving', () => {
  const after = (ms: number, points: number = 40): number | undefined => {
    const plan = planOf(samplePolicy([], { scores: [fitness(100, [points, seen, 3])] }));
    return scoreLead(plan, evalOf(plan, { activity: [ago(ms)] }))[0]?.lines[0];
  };

  test.each([
    [0, 40],
    [1, 39],
    [1.5 * DAY, 30],
    [3 * DAY, 20],
    [4.5 * DAY, 15],
    [6 * DAY, 10],
    [9 * DAY, 5],
    [12 * DAY, 2],
    [18 * DAY, 0],
    [400 * DAY, 0],
  ])('after %d ms, %d of 40 points are left', (ms, left) => {
    expect(after(ms)).toBe(left);
  });

  test('a deduction fades as a bonus does', () => {
    expect([0, 1.5 * DAY, 3 * DAY].map((ms) => after(ms, -40))).toEqual([-40, -30, -20]);
  });

  test('goes by the newest signal of the kinds and window that the line counts', () => {
    const line = signals(lead('activity'), several('any', ['demo', 'call']), 1, lasting(5, 'day'));
    const row = {
      activity: [ago(6 * DAY, 'demo'), ago(3 * DAY, 'call'), ago(DAY), ago(-DAY, 'demo'), ago(4 * DAY, 'DEMO')],
    };
    expect(scored([fitness(100, [40, line, 3])], row)).toEqual(['fit 20 of 100: 20']);
  });

  test('finds the one count of signals inside chains', () => {
    const row = { employees: 2000, activity: [ago(3 * DAY)] };
    expect(scored([fitness(100, [40, and(big, or(seen, isIn('DE'))), 3])], row)).toEqual(['fit 20 of 100: 20']);
  });

  test('would find it in a define, if the format let it stand there', () => {
    const scores = [fitness(100, [40, and(big, defined('hot')), 3])];
    const plan = buildPlan(samplePolicy([], { scores, defines: { hot: seen } }));
    const [score] = scoreLead(plan, evalOf(plan, { employees: 2000, activity: [ago(3 * DAY)] }));
    expect(score?.points).toBe(20);
  });

  test('a signal that never came is older than any', () => {
    expect(scored([fitness(100, [40, or(big, seen), 3])], { employees: 2000 })).toEqual(['fit 0 of 100: 0']);
    expect(scored([fitness(100, [40, or(big, seen), 3])], { activity: [ago(3 * DAY)] })).toEqual(['fit 20 of 100: 20']);
  });

  test('points by private signals are recorded in place of the signals', () => {
    const policy = samplePolicy([], { scores: [fitness(100, [40, signals(lead('calls'), one('demo')), 3])] });
    const plan = planOf(policy);
    const reading = readLead(plan, { id: 'L1', calls: [ago(3 * DAY, 'demo')] }, 'json', CONTEXT);
    const e = startEval(plan, reading, worldOf(policy));
    expect(scoreLead(plan, e)[0]?.lines).toEqual([20]);
    const sealed = Object.fromEntries(e.sealed.noted);
    expect(sealed).toMatchObject({ 'points fit 0': 20 });
    const restored = restoreLead(plan, { id: 'L1', lead: reading.recorded, issues: [] });
    expect(reading.recorded).toEqual({ id: 'L1', calls: { private: true } });
    if (restored === undefined) throw new Error('The recorded lead was refused.');
    const again = startEval(plan, restored, worldOf(policy), sealed);
    expect(scoreLead(plan, again)[0]?.lines).toEqual([20]);
    expect(Object.fromEntries(again.sealed.noted)).toEqual(sealed);
  });
});
