// Random policies with every kind of rule, target, pick and clock, and random states to run them on. All of them load.
import {
  type Clock,
  type Condition,
  type Effect,
  type Ending,
  type Policy,
  type Rep,
  type Respond,
  type Rule,
  type Split,
  type Target,
  type Value,
  walkCondition,
} from '@fairlead/ir';
import {
  compare,
  defined,
  field,
  fixed,
  lasting,
  lead,
  plain,
  policyOf,
  rep,
  score,
  several,
  signals,
} from '@fairlead/testkit/ir-builders';
import fc from 'fast-check';
import { type MemoryState, memoryState } from '../../src/state/memory-state.ts';
import type { Models } from '../../src/world.ts';
import { anyCondition } from '../plan/arbitrary.ts';
import { AT, SAMPLE } from '../plan/sample.ts';

export const seed = 20261124;

const READS_REP: ReadonlySet<Value['kind']> = new Set(['rep', 'rep-open', 'rep-load']);

function readsRep(condition: Condition): boolean {
  let reads = false;
  walkCondition(condition, {
    value: ({ kind }) => {
      reads ||= READS_REP.has(kind);
    },
  });
  return reads;
}

/** A condition on the lead alone. */
const onLead = anyCondition.filter((condition) => !readsRep(condition));
const withoutDefines = onLead.filter((condition) => !JSON.stringify(condition).includes('"define"'));
/** Also on scores. */
const when = fc.oneof(
  { weight: 4, arbitrary: onLead },
  fc.constantFrom(
    compare('number', score('fit'), '>=', fixed(20)),
    compare('number', score('heat'), '<', fixed(9)),
    compare('text', lead('account', 'memo'), 'is-not', lead('country')),
    plain('known', lead('account', 'memo')),
  ),
);

const people = {
  ana: 'closers',
  ben: 'closers',
  cleo: 'closers',
  dana: 'heads',
  eve: 'closers',
  finn: 'heads',
} as const;
const ids = Object.keys(people);
const anyId = fc.constantFrom(...ids);
const anyTeam = fc.constantFrom('closers', 'heads');
const repValue: fc.Arbitrary<Value> = fc.constantFrom<Value>(
  lead('owner'),
  lead('account', 'owner'),
  { kind: 'backup', of: lead('owner') },
  { kind: 'manager', of: lead('account', 'owner') },
);
const teamValue: fc.Arbitrary<Value> = fc.constantFrom<Value>(lead('region'), { kind: 'team-of', of: lead('owner') });
const single: fc.Arbitrary<Target> = fc.oneof(
  anyId.map((id): Target => ({ kind: 'rep', rep: id })),
  repValue.map((value): Target => ({ kind: 'value', as: 'rep', value })),
);
const group: fc.Arbitrary<Target> = fc.oneof(
  anyTeam.map((team): Target => ({ kind: 'team', team })),
  teamValue.map((value): Target => ({ kind: 'value', as: 'team', value })),
);
const queue: fc.Arbitrary<Target> = fc.constantFrom<Target>(
  { kind: 'queue', queue: 'triage' },
  { kind: 'queue', queue: 'vault' },
);
const fallback = fc
  .tuple(fc.array(fc.oneof(single, group), { maxLength: 2 }), fc.option(queue))
  .map(([targets, last]) => (last === null ? targets : [...targets, last]));

const duration = fc.constantFrom(lasting(30, 'minute'), lasting(9, 'hour'), lasting(1, 'month'));
const clock = fc
  .record({
    amount: fc.integer({ min: 1, max: 50 }),
    unit: fc.constantFrom('minute' as const, 'hour' as const),
    working: fc.boolean(),
  })
  .chain((given) =>
    given.working
      ? fc.constantFrom(given, { ...given, calendar: 'berlin' }, { ...given, calendar: 'night' })
      : fc.constant(given),
  );
const effectTo = (to: fc.Arbitrary<Effect['to']>): fc.Arbitrary<Effect> =>
  fc.record(
    { verb: fc.constantFrom('notify', 'offer'), channel: fc.constantFrom('slack', 'booking'), to, when: onLead },
    { requiredKeys: ['verb', 'channel', 'to'] },
  );
const textTo: fc.Arbitrary<Effect['to']> = fc.constantFrom<Effect['to']>(
  { kind: 'text', text: '#x' },
  { kind: 'value', value: lead('title') },
);
const plainEffect = effectTo(textTo);
/** Also to what the rep says, where there may be one. */
const effect = effectTo(fc.oneof(textTo, fc.constant<Effect['to']>({ kind: 'value', value: rep('crm') })));
const respondIn = (time: typeof clock, effects: fc.Arbitrary<Effect>): fc.Arbitrary<Respond> => {
  const step = fc.oneof(
    fc.constant({ kind: 'reassign' } as const),
    fc.oneof(single, group, queue).map((to) => ({ kind: 'route', to }) as const),
    effects.map((one) => ({ kind: 'effect', effect: one }) as const),
  );
  const ladder = fc.array(fc.record({ after: time, step }), { maxLength: 2 });
  const minutes = ({ amount, unit }: Clock): number => (unit === 'hour' ? amount * 60 : amount);
  return fc.record({
    within: time,
    ladder: ladder.map((steps) => steps.sort((a, b) => minutes(a.after) - minutes(b.after))),
  });
};
const respond = respondIn(clock, effect);
/** Nobody works in a queue: working time needs a calendar there. */
const claims = respondIn(
  clock.filter((one) => !one.working || 'calendar' in one),
  plainEffect,
);

const strategy = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'rotation' } as const) },
  fc
    .constantFrom('day' as const, 'week' as const, 'month' as const)
    .map((period) => ({ kind: 'fewest', period }) as const),
  // The world of the laws has the one and not the other.
  fc.constantFrom('wins', 'unbound').map((model) => ({ kind: 'likelihood', model }) as const),
  fc
    .tuple(
      fc.constantFrom('highest' as const, 'lowest' as const),
      fc.constantFrom<Value>(
        { kind: 'rep-load' },
        rep('hired'),
        { kind: 'rating', ratings: rep('skills'), by: lead('industry') },
        lead('employees'),
      ),
    )
    .map(([kind, value]) => ({ kind, value }) as const),
);
const lift = { evenOffDuty: fc.boolean(), evenOverCapacity: fc.boolean(), availableWithin: duration };
const lifted = { requiredKeys: ['evenOffDuty', 'evenOverCapacity'] } as {
  requiredKeys: ('evenOffDuty' | 'evenOverCapacity')[];
};
const weightLine = fc.record({
  weight: fc.constantFrom(0, 0.5, 1, 1.2, 2, 3),
  applies: fc.oneof(
    fc.uniqueArray(anyId, { minLength: 1, maxLength: 2 }).map((reps) => ({ kind: 'for', reps }) as const),
    anyCondition.map((condition) => ({ kind: 'when', condition }) as const),
    fc.constant({ kind: 'otherwise' } as const),
  ),
});

/** What may be promised to some of a team. */
const reserve = fc.record({
  share: fc.constantFrom(5, 33.33, 60, 100),
  for: fc.oneof(
    fc.constant(compare('date', rep('hired'), '>', fixed({ kind: 'date', date: '2025-01-01' }))),
    anyCondition,
  ),
});

/** Shares that total 100%, of arms that differ. The name is given by the rule. */
const split: fc.Arbitrary<Split> = fc
  .record({
    to: fc.uniqueArray(fc.oneof({ weight: 2, arbitrary: group }, single, queue), {
      minLength: 2,
      maxLength: 3,
      selector: (target) => JSON.stringify(target),
    }),
    first: fc.integer({ min: 1, max: 9_000 }),
    by: fc.option(fc.constantFrom(lead('id'), score('fit'))),
  })
  .map(({ to, first, by }) => ({
    kind: 'split',
    id: '',
    ...(by === null ? {} : { by }),
    arms: to.map((target, index) => ({ share: shareOf(index, to.length, first), to: target })),
  }));

function shareOf(index: number, arms: number, first: number): number {
  const rest = 10_000 - first;
  if (index === 0) return first / 100;
  return (arms === 2 ? rest : index === 1 ? Math.floor(rest / 3) : rest - Math.floor(rest / 3)) / 100;
}

type Routing = Ending['action'] & { readonly kind: 'route' };

/** A whole `route to`; to a single rep or queue without what only teams have. */
const routing: fc.Arbitrary<Routing> = fc
  .record({
    to: fc.oneof({ weight: 3, arbitrary: group }, single, queue, split),
    fallback,
    temporary: fc.boolean(),
    reserve: fc.option(reserve, { nil: undefined }),
    strategy,
    lift: fc.record(lift, lifted),
    where: fc.option(anyCondition, { nil: undefined }),
    weight: fc.array(weightLine, { maxLength: 2 }),
  })
  .map(({ to, fallback: next, temporary, reserve: promised, strategy: by, lift: lifts, where, weight }) => {
    const isGroup = (target: Target): boolean =>
      target.kind === 'team' || (target.kind === 'value' && target.as === 'team');
    const toGroup = to.kind === 'split' ? to.arms.some((arm) => isGroup(arm.to)) : isGroup(to);
    const rotates = by.kind === 'rotation';
    return {
      kind: 'route',
      to,
      fallback:
        to.kind === 'queue'
          ? []
          : next.map((target, index) => ({
              to: target,
              ...(temporary && index === 0 && target.kind !== 'queue' ? { for: lasting(2, 'hour') } : {}),
            })),
      pick: {
        strategy: toGroup ? by : { kind: 'rotation' },
        weight: toGroup && rotates ? weight : [],
        ...lifts,
        ...(toGroup && where !== undefined ? { where } : {}),
        ...(toGroup && rotates && promised !== undefined ? { reserve: promised } : {}),
      },
    };
  });

const action: fc.Arbitrary<Ending['action']> = fc.oneof(
  { weight: 6, arbitrary: routing },
  fc.constant({ kind: 'nurture', track: 'monthly' } as const),
  fc.constant({ kind: 'reject', reason: 'spam' } as const),
);
const clauses = { respond, because: fc.constantFrom('Why', 'Because') };
const rules: fc.Arbitrary<readonly Rule[]> = fc
  .array(
    fc.record(
      { when, action, effects: fc.array(effect, { maxLength: 2 }), ...clauses },
      { requiredKeys: ['when', 'action', 'effects'] },
    ),
    {
      maxLength: 5,
    },
  )
  .map((all) =>
    all.map((one, index) => withSplitId(withOwnPool(withoutRep({ name: `Rule ${index}`, ...one }), index), index)),
  );

/** Only what is routed may end with a rep. */
function withoutRep(rule: Rule): Rule {
  if (rule.action.kind === 'route') return rule;
  const { respond: _, ...rest } = rule;
  return { ...rest, effects: rule.effects.filter(({ to }) => to.kind === 'text' || to.value.kind !== 'rep') };
}

/** No two splits of a policy have the same id. */
function withSplitId<E extends Ending>(ending: E, index: number): E {
  const { action: act } = ending;
  if (act.kind !== 'route' || act.to.kind !== 'split') return ending;
  return { ...ending, action: { ...act, to: { ...act.to, id: `sample|${index}` } } };
}

/** Every third rule that rotates keeps a ledger of its own. */
function withOwnPool(rule: Rule, index: number): Rule {
  const { action: act } = rule;
  if (act.kind !== 'route' || act.pick.strategy.kind !== 'rotation' || index % 3 !== 0 || act.to.kind !== 'team')
    return rule;
  return { ...rule, action: { ...act, pick: { ...act.pick, strategy: { kind: 'rotation', rule: rule.name } } } };
}

const otherwise: fc.Arbitrary<Ending> = fc
  .record(
    { action: routing, last: queue, effects: fc.array(effect, { maxLength: 1 }), ...clauses },
    { requiredKeys: ['action', 'last', 'effects'] },
  )
  .map(({ last, action: act, ...rest }) => {
    const ends = [act.to, ...act.fallback.map(({ to }) => to)].some(({ kind }) => kind === 'queue');
    return withSplitId({ ...rest, action: ends ? act : { ...act, fallback: [...act.fallback, { to: last }] } }, -1);
  });

const roster: fc.Arbitrary<readonly Rep[]> = fc.tuple(...ids.map(anyRep));

function anyRep(id: string): fc.Arbitrary<Rep> {
  return fc
    .record(
      {
        works: fc.constantFrom('berlin', 'night'),
        backup: anyId,
        left: fc.record(
          { on: fc.constantFrom('2026-01-01', '2026-11-24', '2026-11-25'), successor: anyId },
          { requiredKeys: ['on'] },
        ),
        capacity: fc.array(
          fc.record({ limit: fc.integer({ min: 0, max: 4 }), per: fc.constantFrom('open', 'day', 'week', 'month') }),
          { maxLength: 2 },
        ),
        values: fc.record(
          {
            languages: fc.constantFrom<readonly string[]>(['en'], ['de', 'EN'], []),
            skills: fc.constantFrom<Readonly<Record<string, number>>>(
              { Healthcare: 5, security: 2 },
              { finance: 1 },
              {},
            ),
            hired: fc.constantFrom('2021-03-01', '2026-11-01'),
            crm: fc.constant(`U-${id}`),
          },
          { requiredKeys: ['languages', 'skills'] },
        ),
      },
      { requiredKeys: ['capacity', 'values'] },
    )
    .map(({ left, backup, ...more }) => ({
      id,
      label: `The ${id}`,
      // The keys of `people` are the ids.
      team: people[id as keyof typeof people],
      ...more,
      ...(backup === undefined || backup === id ? {} : { backup }),
      ...(left === undefined ? {} : { left: left.successor === id ? { on: left.on } : left }),
    }));
}

const fading = signals(lead('calls'), several('any', ['demo', 'call']), 1, lasting(60, 'day'));
const scores = fc
  .record({ fit: fc.array(fc.record({ points: fc.integer({ min: -30, max: 40 }), when: onLead }), { maxLength: 3 }) })
  .map(({ fit }) => [
    { name: 'fit', max: 50, lines: fit },
    {
      name: 'heat',
      max: 40,
      lines: [
        { points: 30, halvingEvery: lasting(3, 'day'), when: fading },
        { points: 5, when: compare('number', score('fit'), '>', fixed(0)) },
      ],
    },
  ]);

/** The sample's account, with a private field. */
const records = (SAMPLE.records ?? []).map((record) => ({
  ...record,
  fields: [...record.fields, field('memo', { kind: 'text' }, { optional: true, private: true })],
}));

/** Policies on the lead of the sample, with random people, scores, rules and ending. */
export const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    ...{ rules, otherwise, reps: roster, scores, claim: claims },
    defines: fc.tuple(withoutDefines, withoutDefines),
    pauseAbove: fc.constantFrom(undefined, 0.5, 1, 1.5),
    counts: fc.array(fc.record({ times: fc.integer({ min: 1, max: 3 }), when: onLead }), { maxLength: 2 }),
  })
  .map(({ claim, pauseAbove, counts, defines: [one, two], ...parts }) =>
    policyOf({
      ...SAMPLE,
      ...parts,
      records,
      defines: { one, two: { id: 0, kind: 'or', of: [two, defined('one')] } },
      teams: [
        {
          ...{
            id: 'closers',
            label: 'Closers',
            manager: 'dana',
            members: ['ana', 'ben', 'cleo', 'dana', 'eve'],
            counts,
          },
          ...(pauseAbove === undefined ? {} : { pauseAbove }),
        },
        { id: 'heads', label: 'Heads', members: ['dana', 'finn'], counts: [] },
      ],
      queues: [
        {
          id: 'triage',
          label: 'Unrouted',
          owner: 'ana',
          priority: { kind: 'sum', of: [score('fit'), lead('employees')] },
          claim,
        },
        { id: 'vault', label: 'Vault', owner: 'ana' },
      ],
    }),
  );

/** Some leave and open leads. */
export const anyStart: fc.Arbitrary<
  readonly { readonly rep: string; readonly open: number; readonly away: readonly number[] }[]
> = fc.array(
  fc.record({
    rep: anyId,
    open: fc.integer({ min: 0, max: 4 }),
    away: fc.array(fc.integer({ min: -2, max: 40 }), { maxLength: 2 }),
  }),
  { maxLength: 4 },
);

/** A state with them; each leave begins some hours from the instant of the samples and ends ten hours later, or never. */
export function stateOf(start: typeof anyStart extends fc.Arbitrary<infer T> ? T : never): MemoryState {
  const state = memoryState();
  for (const { rep: id, open, away } of start) {
    state.setOpen(id, open);
    for (const hours of away) {
      const fromMs = AT + (hours - 10) * 3_600_000;
      state.addLeave(id, hours === 40 ? { fromMs } : { fromMs, untilMs: fromMs + 36_000_000 });
    }
  }
  return state;
}

/** Instants around the sample's: by day, at night, at a month's end. */
export const anyInstant: fc.Arbitrary<number> = fc.constantFrom(
  AT,
  AT + 12 * 3_600_000,
  Date.UTC(2026, 10, 30, 23, 30),
  Date.UTC(2026, 11, 1, 4),
);

/** A model that says something of some, and has a least share. Its segments are the lead's industries. */
export const models: Models = {
  facts: (model) =>
    model === 'wins' ? { hash: 'sample', segmentBy: 'industry', strength: 10, leastShare: 7.5 } : undefined,
  wins: (_, rep, segment) => {
    const leads = segment === 'finance' ? 0 : rep.length * 7 + (segment?.length ?? 0);
    return { won: Math.floor(leads / 3), leads, teamWon: leads === 0 ? 0 : 40, teamLeads: leads === 0 ? 0 : 160 };
  },
};
