// Laws that hold for every condition and lead: nothing throws, equal things are equal, work is bounded, private fields are not needed again.
import type { Condition, Policy } from '@fairlead/ir';
import {
  and,
  compare,
  constant,
  defined,
  fixed,
  includes,
  inList,
  inRange,
  lead,
  not,
  one,
  or,
  type PolicyParts,
  plain,
  rep,
  several,
  signals,
  text,
} from '@fairlead/testkit/ir-builders';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLead } from '../../src/input/read-lead.ts';
import { restoreLead } from '../../src/input/restore-lead.ts';
import { sealAll, startEval, withRep } from '../../src/plan/eval.ts';
import type { Eval } from '../../src/plan/evaluation.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { anyCondition, anyLead, anyNumbers, anyTexts, goodLead, seed } from './arbitrary.ts';
import { AT, CONTEXT, evalOf, planOf, samplePolicy, testsOf, worldOf } from './sample.ts';

const runs = { seed, numRuns: 400 };

const DEFINES: PolicyParts = {
  defines: {
    one: or(compare('text', lead('secret'), 'is', fixed('de')), defined('two')),
    two: and(plain('known', lead('country')), compare('number', { kind: 'rep-open' }, '>', fixed(3))),
  },
};

function outcomes(plan: Plan, e: Eval): readonly boolean[] {
  const looked = [undefined, ...plan.reps.values()];
  return looked.flatMap((rep) => {
    const here = rep === undefined ? e : withRep(e, rep);
    return testsOf(plan).map((holds) => holds(here));
  });
}

/** Both conditions come out the same for every lead, whoever is looked at. */
function alike(a: Condition, b: Condition, row: Record<string, unknown>): void {
  const plan = planOf(samplePolicy([a, b], DEFINES));
  const e = evalOf(plan, row);
  for (const rep of [undefined, ...plan.reps.values()]) {
    const [left, right] = testsOf(plan).map((holds) => holds(rep === undefined ? e : withRep(e, rep)));
    expect(left).toBe(right);
  }
}

test('whatever the lead holds, a valid policy is evaluated without an error, twice the same', () => {
  fc.assert(
    fc.property(fc.array(anyCondition, { minLength: 1, maxLength: 4 }), anyLead, (conditions, row) => {
      const plan = planOf(samplePolicy(conditions, DEFINES));
      const first = outcomes(plan, evalOf(plan, row));
      const again = planOf(JSON.parse(JSON.stringify(plan.policy)));
      expect(outcomes(again, evalOf(again, row))).toEqual(first);
    }),
    runs,
  );
});

test('who was looked at before does not matter', () => {
  fc.assert(
    fc.property(fc.array(anyCondition, { minLength: 1, maxLength: 4 }), anyLead, (conditions, row) => {
      const plan = planOf(samplePolicy(conditions, DEFINES));
      const alone = [undefined, ...plan.reps.values()].flatMap((looked) => {
        const e = evalOf(plan, row);
        const here = looked === undefined ? e : withRep(e, looked);
        return testsOf(plan).map((holds) => holds(here));
      });
      expect(outcomes(plan, evalOf(plan, row))).toEqual(alone);
    }),
    runs,
  );
});

test('the order of the keys does not matter, in the lead and in the policy', () => {
  fc.assert(
    fc.property(anyCondition, anyLead, (condition, row) => {
      const plan = planOf(samplePolicy([condition], DEFINES));
      const turned = planOf(turnKeys(plan.policy));
      expect(turned.hash).toBe(plan.hash);
      expect(outcomes(turned, evalOf(turned, turnKeys(row)))).toEqual(outcomes(plan, evalOf(plan, row)));
    }),
    runs,
  );
});

describe('one condition says what another says', () => {
  const law = (name: string, make: (a: Condition, b: Condition) => readonly [Condition, Condition]): void => {
    test(name, () => {
      fc.assert(
        fc.property(anyCondition, anyCondition, anyLead, (a, b, row) => {
          alike(...make(a, b), row);
        }),
        { ...runs, numRuns: 150 },
      );
    });
  };
  law('not (not (a)) is a', (a) => [not(not(a)), a]);
  law('not (a and b) is not (a) or not (b)', (a, b) => [not(and(a, b)), or(not(a), not(b))]);
  law('not (a or b) is not (a) and not (b)', (a, b) => [not(or(a, b)), and(not(a), not(b))]);
  law('a and b is b and a', (a, b) => [and(a, b), and(b, a)]);

  const dach = ['DE', 'AT', 'CTO'];
  const is = (of: string): Condition => compare('text', lead('title'), 'is', fixed(of));
  const pairs: readonly (readonly [string, Condition, Condition])[] = [
    ['in a list is one of them', inList('text', lead('title'), dach.map(constant)), or(...dach.map(is))],
    [
      'not in a list is known and none of them',
      inList('text', lead('title'), dach.map(constant), true),
      and(plain('known', lead('title')), ...dach.map((of) => not(is(of)))),
    ],
    [
      'a range is from and to',
      inRange('number', lead('employees'), constant(100), constant(999)),
      and(
        compare('number', lead('employees'), '>=', fixed(100)),
        compare('number', lead('employees'), '<=', fixed(999)),
      ),
    ],
    [
      'any of is or',
      text(lead('title'), 'contains', several('any', ['cto', 'sales'])),
      or(text(lead('title'), 'contains', one('cto')), text(lead('title'), 'contains', one('sales'))),
    ],
    [
      'none of is known and not any of',
      text(lead('title'), 'mentions', several('none', ['cto', 'sales'])),
      and(plain('known', lead('title')), not(text(lead('title'), 'mentions', several('any', ['cto', 'sales'])))),
    ],
    [
      'all of a list is each of it',
      includes('text', lead('languages'), several('all', ['de', 'fr'])),
      and(includes('text', lead('languages'), one('de')), includes('text', lead('languages'), one('fr'))),
    ],
    [
      'signals: all of is each',
      signals(lead('activity'), several('all', ['demo', 'call'])),
      and(signals(lead('activity'), one('demo')), signals(lead('activity'), one('call'))),
    ],
    [
      'signals: none of is not any of, where one is enough',
      signals(lead('activity'), several('none', ['demo', 'call'])),
      not(signals(lead('activity'), several('any', ['demo', 'call']))),
    ],
    [
      'a private text is tested as a public one',
      compare('text', lead('secret'), 'is', fixed('de')),
      inList('text', lead('secret'), [constant('DE')]),
    ],
  ];
  test.each(pairs)('%s', (_, a, b) => {
    fc.assert(
      fc.property(anyLead, (row) => alike(a, b, row)),
      { ...runs, numRuns: 60 },
    );
  });

  test('is and is not: exactly one holds where both sides are known, else neither', () => {
    fc.assert(
      fc.property(anyTexts, anyNumbers, goodLead, ([a, b], [c, d], row) => {
        alike(
          or(compare('text', a, 'is', b), compare('text', a, 'is-not', b)),
          and(plain('known', a), plain('known', b)),
          row,
        );
        alike(
          or(compare('number', c, '<', d), compare('number', c, '>=', d)),
          and(plain('known', c), plain('known', d)),
          row,
        );
        alike(and(compare('number', c, '<=', d), compare('number', c, '>=', d)), compare('number', c, 'is', d), row);
      }),
      { ...runs, numRuns: 150 },
    );
  });
});

test('a decision made again from what was recorded comes out the same, without the private values', () => {
  fc.assert(
    fc.property(fc.array(anyCondition, { minLength: 1, maxLength: 4 }), anyLead, (conditions, row) => {
      const policy = samplePolicy(conditions, DEFINES);
      const plan = planOf(policy);
      const reading = readLead(plan, { id: 'L1', ...row }, 'json', CONTEXT);
      const e = startEval(plan, reading, worldOf(policy));
      const first = outcomes(plan, e);
      sealAll(plan, e);
      const recorded = JSON.parse(
        JSON.stringify({ lead: reading.recorded, sealed: Object.fromEntries(e.sealed.noted) }),
      );
      const restored = restoreLead(plan, { id: reading.id, lead: recorded.lead, issues: reading.issues });
      if (restored === undefined) throw new Error('The recorded lead was refused.');
      const again = startEval(plan, restored, worldOf(policy), recorded.sealed);
      expect(outcomes(plan, again)).toEqual(first);
      sealAll(plan, again);
      expect(Object.fromEntries(again.sealed.noted)).toEqual(recorded.sealed);
      expect(restored.recorded).toEqual(recorded.lead);
    }),
    runs,
  );
});

describe('work is bounded', () => {
  /** d1 is d0 and d0, d2 is d1 and d1 …: written out, as many conditions as there are grains on a chessboard. */
  const doubled = (depth: number, first: Condition): Policy =>
    samplePolicy([defined(`d${depth}`)], {
      defines: Object.fromEntries([
        ['d0', first],
        ...Array.from({ length: depth }, (_, n) => [`d${n + 1}`, and(defined(`d${n}`), defined(`d${n}`))] as const),
      ]),
    });

  test.each([
    ['the lead alone', plain('missing', lead('country')), 60 * 3 + 1],
    // Once for each of the four reps, and once where nobody is looked at; of ana it does not hold, which half of each chain shows.
    ['a rep', plain('missing', rep('hired')), 4 * (60 * 3 + 1) + 60 * 2 + 1],
  ])('a define that reads %s is looked into once, however many conditions name it', (_, first, work) => {
    let evaluated = 0;
    const plan = planOf(doubled(60, first), () => {
      evaluated += 1;
    });
    outcomes(plan, evalOf(plan, {}));
    // And the rule's own condition, for each rep and where nobody is looked at.
    expect(evaluated).toBe(work + 5);
  });

  test('each condition of a policy is evaluated at most once a lead where no rep is looked at', () => {
    fc.assert(
      fc.property(fc.array(anyCondition, { minLength: 1, maxLength: 4 }), anyLead, (conditions, row) => {
        const counts = new Map<number, number>();
        const plan = planOf(samplePolicy(conditions, DEFINES), (id) => counts.set(id, (counts.get(id) ?? 0) + 1));
        const e = evalOf(plan, row);
        for (const holds of testsOf(plan)) holds(e);
        expect(Math.max(0, ...counts.values())).toBeLessThanOrEqual(1);
      }),
      { ...runs, numRuns: 50 },
    );
  });

  test('an instant is asked of the world once a lead, however many conditions go by it', () => {
    let asked = 0;
    const policy = samplePolicy(
      Array.from({ length: 50 }, () => ({
        id: 0,
        kind: 'age' as const,
        as: 'date' as const,
        value: lead('founded'),
        test: 'within-last' as const,
        duration: { amount: 3, unit: 'month' as const },
      })),
    );
    const world = worldOf(policy);
    const counting = {
      ...world,
      almanac: {
        ...world.almanac,
        localDay: (zone: string, atMs: number): number => {
          asked += 1;
          return world.almanac.localDay(zone, atMs);
        },
      },
    };
    const plan = planOf(policy);
    const e = evalOf(plan, { founded: '2026-10-01' }, counting);
    for (const holds of testsOf(plan)) expect(holds(e)).toBe(true);
    expect(asked).toBe(2);
    expect(counting.atMs).toBe(AT);
  });
});

/** The same JSON with the keys of every object the other way round. */
function turnKeys<T>(json: T): T {
  const turn = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(turn);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part)
        .reverse()
        .map(([key, value]) => [key, turn(value)]),
    );
  };
  // Only the order of keys has changed.
  return turn(json) as T;
}
