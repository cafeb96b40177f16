// One policy whose lead has a field of every type, and a world for it: what the tests of conditions share.
import type { Condition, Policy } from '@fairlead/ir';
import { during, field, type PolicyParts, policyOf, repOf, routeTo, rule, type } from '@fairlead/testkit/ir-builders';
import { domains } from '../../src/domains/index.ts';
import { type ReadingContext, readLead } from '../../src/input/read-lead.ts';
import { loadPolicy } from '../../src/load/load-policy.ts';
import { startEval } from '../../src/plan/eval.ts';
import type { Eval, Test } from '../../src/plan/evaluation.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { createAlmanac, createWrittenTimes, createZoneClock } from '../../src/time/index.ts';
import type { World } from '../../src/world.ts';

/** Tuesday, 11 o'clock in Berlin. */
export const AT = Date.UTC(2026, 10, 24, 10);

const optional = { optional: true };

/** What every sample policy has, before the test's own parts. */
export const SAMPLE: PolicyParts = {
  zone: 'Europe/Berlin',
  fields: [
    field('email', type('email'), optional),
    field('website', type('text'), optional),
    field('company', type('text'), optional),
    field('title', type('text'), optional),
    field('country', type('text'), optional),
    field('sku', type('code'), optional),
    field('employees', type('count'), optional),
    field('revenue', type('number'), optional),
    field('budget', { kind: 'money', currency: 'USD' }, optional),
    field('opted_in', type('flag'), optional),
    field('founded', type('date'), optional),
    field('created', type('time'), optional),
    field('industry', { kind: 'choice', choices: ['Healthcare', 'Finance', 'Software'], open: true }, optional),
    field('source', { kind: 'choice', choices: ['form', 'cold email', 'event'], open: false }, optional),
    field('languages', { kind: 'list', of: type('text') }),
    field('prices', { kind: 'list', of: type('number') }),
    field('activity', type('signals')),
    field('interests', type('ratings')),
    field('owner', type('rep'), optional),
    field('region', type('team'), optional),
    field('account', { kind: 'record', record: 'account' }, optional),
    field('secret', type('text'), { optional: true, private: true }),
    field('mail', type('email'), { optional: true, private: true }),
    field('calls', type('signals'), { private: true }),
  ],
  records: [
    {
      name: 'account',
      source: 'accounts',
      blank: [],
      fields: [
        field('name', type('text')),
        field('tags', { kind: 'list', of: type('text') }),
        field('owner', type('rep'), optional),
        field('tier', type('text'), optional),
      ],
    },
  ],
  repFields: [
    field('languages', { kind: 'list', of: type('text') }),
    field('skills', type('ratings')),
    field('hired', type('date'), optional),
    field('crm', type('code'), { optional: true, unique: true }),
  ],
  calendars: [
    { id: 'berlin', zone: 'Europe/Berlin', open: [{ days: [0, 1, 2, 3, 4], from: 540, to: 1050 }], closed: [] },
    { id: 'night', zone: 'Europe/Berlin', open: [{ days: [0, 1, 2, 3, 4, 5, 6], from: 1320, to: 360 }], closed: [] },
  ],
  teams: [
    { id: 'closers', label: 'Closers', manager: 'dana', members: ['ana', 'ben', 'eve'], counts: [] },
    { id: 'heads', label: 'Heads', members: ['dana'], counts: [] },
  ],
  reps: [
    repOf('ana', 'closers', {
      label: 'Ana Ruiz',
      backup: 'ben',
      capacity: [{ limit: 40, per: 'open' }],
      values: { languages: ['en', 'DE'], skills: { Healthcare: 5, security: 2 }, hired: '2021-03-01', crm: 'U-1' },
    }),
    repOf('ben', 'closers', { label: 'Ben Okafor', capacity: [{ limit: 3, per: 'open' }], values: { crm: 'U-2' } }),
    repOf('dana', 'heads', { label: 'Dana Wolff' }),
    repOf('eve', 'closers', { label: 'Eve Lund', left: { on: '2026-11-24', successor: 'dana' } }),
  ],
};

/** The sample with one rule for each condition, in its `where`, so that it may read a rep. */
export function samplePolicy(conditions: readonly Condition[], more: PolicyParts = {}): Policy {
  const { pick, ...route } = routeTo({ kind: 'team', team: 'closers' });
  const rules = conditions.map((where, index) =>
    rule(String(index), during('berlin'), { action: { ...route, pick: { ...pick, where } } }),
  );
  return policyOf({ ...SAMPLE, rules, ...more });
}

/** The conditions of a plan of `samplePolicy`, in order. */
export function testsOf(plan: Plan): readonly Test[] {
  return plan.rules.flatMap(({ action }) => (action.kind === 'route' ? (action.pick.where ?? []) : []));
}

/** Loads a policy that must be valid. */
export function planOf(policy: Policy, watch?: (conditionId: number, holds: boolean) => void): Plan {
  const loaded = loadPolicy(policy, watch === undefined ? {} : { watch });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues, undefined, 2));
  return loaded.plan;
}

/** The real calendars and lists; a state in which ana has 17 open leads, ben 1, and nobody anything else. */
export function worldOf(policy: Policy, atMs: number = AT): World {
  const open = new Map([
    ['ana', 17],
    ['ben', 1],
  ]);
  return {
    atMs,
    almanac: createAlmanac(policy),
    domains,
    state: {
      ledger: () => ({ seq: 0, balances: {} }),
      standing: (rep) => ({ open: open.get(rep) ?? 0, away: false }),
      assigned: () => 0,
      recent: () => [],
      review: () => undefined,
    },
  };
}

/** Reads with the real lists and patterns. */
export const CONTEXT: ReadingContext = {
  row: 'row 1',
  domains,
  writtenTimes: createWrittenTimes(createZoneClock()),
};

/** A lead of the sample, ready for its conditions; scores are not computed. The id is filled in. */
export function evalOf(plan: Plan, lead: Readonly<Record<string, unknown>>, world: World = worldOf(plan.policy)): Eval {
  return startEval(plan, readLead(plan, { id: 'L1', ...lead }, 'json', CONTEXT), world);
}
