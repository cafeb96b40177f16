// A policy that uses every kind of the IR at least once.
import type { Condition, Pick, Policy, Value } from '@fairlead/ir';
import { sampleField as field, LEAD_FIELDS, REP_FIELDS } from './sample-fields.ts';

type WithoutId = Condition extends infer C ? (C extends Condition ? Omit<C, 'id'> : never) : never;

/** Makes the sample anew, so that a test may take it apart. */
export function samplePolicy(): Policy {
  let id = 0;
  const condition = (given: () => WithoutId): Condition => {
    id += 1;
    const own = id;
    // Without its id it was one of the conditions; with an id it is again.
    return { id: own, ...given() } as Condition;
  };
  const atom = (given: WithoutId): Condition => condition(() => given);
  const executive = condition(() => ({
    kind: 'or',
    of: [
      atom({
        kind: 'text',
        verb: 'mentions',
        value: lead('title'),
        needles: { quantifier: 'any', members: [text('CEO'), text('CTO')], list: 'c_level' },
      }),
      atom({
        kind: 'text',
        verb: 'contains',
        value: lead('title'),
        needles: { quantifier: 'one', value: lead('company') },
      }),
      atom({
        kind: 'text',
        verb: 'starts-with',
        value: lead('title'),
        needles: { quantifier: 'none', field: lead('tags') },
      }),
    ],
  }));
  const hot = atom({
    kind: 'signals',
    value: lead('activity'),
    needles: { quantifier: 'all', members: [text('pricing page')] },
    atLeast: 2,
    withinLast: { amount: 3, unit: 'day' },
  });
  const big = atom({
    kind: 'compare',
    operator: '>=',
    as: 'number',
    left: lead('employees'),
    right: constant({ kind: 'number', number: 1000 }),
  });
  const byDomain = atom({
    kind: 'compare',
    operator: 'is',
    as: 'text',
    left: found('customer', 'domain'),
    right: { kind: 'domain', of: lead('email') },
  });
  const byName = condition(() => ({
    kind: 'and',
    of: [
      atom({ kind: 'like', left: lead('company'), right: found('customer', 'name'), negated: false }),
      atom({ kind: 'known', value: found('customer', 'tier') }),
    ],
  }));
  const preferTier = atom({ kind: 'known', value: found('customer', 'tier') });
  const ofFamily = condition(() => ({
    kind: 'and',
    of: [
      atom({ kind: 'matched', of: 'match', name: 'customer', negated: false }),
      atom({
        kind: 'compare',
        operator: 'is',
        as: 'text',
        left: found('customer', 'name'),
        right: found('family', 'name'),
      }),
    ],
  }));
  const fit = [
    { points: 30, when: atom({ kind: 'define', define: 'executive' }) },
    {
      points: -40,
      halvingEvery: { amount: 3, unit: 'day' } as const,
      when: condition(() => ({
        kind: 'and',
        of: [
          atom({ kind: 'free-mail', value: lead('email'), negated: true }),
          atom({
            kind: 'signals',
            value: lead('activity'),
            needles: { quantifier: 'one', value: constant(text('form')) },
            atLeast: 1,
          }),
        ],
      })),
    },
  ];
  const intent = [
    {
      points: 10,
      when: atom({
        kind: 'compare',
        operator: '>=',
        as: 'number',
        left: { kind: 'sum', of: [{ kind: 'score', score: 'fit' }, constant({ kind: 'number', number: 1 })] },
        right: { kind: 'product', of: [constant({ kind: 'number', number: 0.5 }), lead('employees')] },
      }),
    },
  ];
  const firstWhen = condition(() => ({
    kind: 'and',
    of: [
      atom({ kind: 'known', value: lead('parent', 'owner') }),
      atom({ kind: 'missing', value: lead('industry') }),
      atom({ kind: 'flag', value: lead('opted_in') }),
      atom({ kind: 'in-range', as: 'number', value: lead('budget'), from: usd(1), to: usd(999.5), negated: false }),
      atom({
        kind: 'in-list',
        as: 'text',
        value: lead('country'),
        members: [text('DE'), text('AT')],
        list: 'dach',
        negated: true,
      }),
      atom({ kind: 'in-field', as: 'text', value: lead('country'), field: lead('tags'), negated: false }),
      atom({
        kind: 'includes',
        as: 'text',
        value: lead('tags'),
        needles: { quantifier: 'any', members: [text('vip')] },
      }),
      atom({
        kind: 'age',
        as: 'time',
        value: lead('created'),
        test: 'within-last',
        duration: { amount: 7, unit: 'day' },
      }),
      atom({ kind: 'during', calendar: 'berlin' }),
      condition(() => ({
        kind: 'not',
        of: atom({
          kind: 'compare',
          operator: 'is-not',
          as: 'text',
          left: { kind: 'domain', of: lead('email') },
          right: constant(text('example.example')),
        }),
      })),
    ],
  }));
  const where = atom({
    kind: 'includes',
    as: 'text',
    value: rep('languages'),
    needles: { quantifier: 'one', value: lead('country') },
  });
  const weightWhen = atom({
    kind: 'age',
    as: 'date',
    value: rep('hired'),
    test: 'more-than-ago',
    duration: { amount: 1, unit: 'month' },
  });
  const newcomer = atom({
    kind: 'age',
    as: 'date',
    value: rep('hired'),
    test: 'within-last',
    duration: { amount: 90, unit: 'day' },
  });
  const effectWhen = atom({ kind: 'define', define: 'hot' });
  const ofTerritory = atom({ kind: 'matched', of: 'table', name: 'territory', negated: true });
  return {
    format: 'fairlead-ir/1',
    language: 1,
    name: 'inbound',
    label: 'Inbound leads',
    owner: 'revops@acme.example',
    zone: 'Europe/Berlin',
    reviewed: { on: '2026-11-01', every: { amount: 3, unit: 'month' } },
    lead: { blank: ['N/A'], fields: LEAD_FIELDS },
    records: [
      {
        name: 'account',
        source: 'accounts',
        blank: [],
        fields: [
          field('owner', { kind: 'rep' }, { optional: true }),
          field('name', { kind: 'text' }),
          field('domain', { kind: 'text' }, { optional: true }),
          field('tier', { kind: 'choice', choices: ['A', 'B'], open: false }, { optional: true }),
          field('since', { kind: 'date' }, { optional: true }),
          field('size', { kind: 'count' }, { optional: true }),
        ],
      },
    ],
    repFields: REP_FIELDS,
    defines: [
      { name: 'executive', condition: executive },
      { name: 'hot', condition: hot },
    ],
    calendars: [
      {
        id: 'berlin',
        zone: 'Europe/Berlin',
        open: [{ days: [0, 1, 2, 3, 4], from: 540, to: 1050 }],
        closed: [{ from: '2026-12-24', to: '2026-12-26' }],
      },
    ],
    teams: [
      {
        id: 'enterprise',
        label: 'Enterprise',
        manager: 'ana',
        members: ['ana', 'ben'],
        pauseAbove: 1.5,
        counts: [{ times: 2, when: big }],
      },
      { id: 'leadership', label: 'Leadership', members: [], counts: [] },
    ],
    reps: [
      {
        id: 'ana',
        label: 'Ana Ruiz',
        team: 'enterprise',
        works: 'berlin',
        capacity: [
          { limit: 40, per: 'open' },
          { limit: 12, per: 'day' },
        ],
        backup: 'ben',
        values: {
          skills: { healthcare: 5 },
          languages: ['en', 'de'],
          hired: '2021-03-01',
          win_rate: 0.25,
          active: true,
        },
      },
      {
        id: 'ben',
        label: 'Ben Okafor',
        team: 'enterprise',
        capacity: [],
        left: { on: '2026-03-01', successor: 'ana' },
        values: { hired: '2026-09-15', active: false },
      },
    ],
    queues: [
      {
        id: 'triage',
        label: 'Unrouted',
        owner: 'ana',
        priority: lead('employees'),
        claim: {
          within: { amount: 4, unit: 'hour', working: true, calendar: 'berlin' },
          ladder: [
            {
              after: { amount: 4, unit: 'hour', working: false },
              step: {
                kind: 'effect',
                effect: { verb: 'notify', channel: 'slack', to: { kind: 'text', text: '#sales' } },
              },
            },
          ],
        },
      },
    ],
    enrichers: [
      {
        name: 'firmographics',
        provider: 'clearbit',
        by: { kind: 'domain', of: lead('email') },
        fill: ['company', 'employees'],
        within: { amount: 800, unit: 'ms' },
        reuseFor: { amount: 30, unit: 'day' },
      },
    ],
    matches: [
      {
        name: 'customer',
        record: 'account',
        lines: [
          { confidence: 100, when: byDomain },
          { confidence: 92.5, when: byName },
        ],
        accept: 85,
        review: { from: 60, queue: 'triage' },
        prefer: [
          { kind: 'condition', condition: preferTier },
          { kind: 'newest', value: found('customer', 'since') },
          { kind: 'lowest', value: found('customer', 'size') },
        ],
      },
      {
        name: 'family',
        record: 'account',
        lines: [{ confidence: 90, when: ofFamily }],
        accept: 80,
        prefer: [
          { kind: 'oldest', value: found('family', 'since') },
          { kind: 'highest', value: found('family', 'size') },
        ],
      },
    ],
    tables: [
      {
        name: 'territory',
        file: 'territories.csv',
        keys: [
          { name: 'country', value: lead('country'), as: 'text' },
          { name: 'budget', value: lead('budget'), as: 'number', currency: 'USD' },
          { name: 'tier', value: found('customer', 'tier'), as: 'text' },
        ],
        gives: [field('owner', { kind: 'rep' }), field('backup', { kind: 'rep' }, { optional: true })],
        rows: [
          { line: 2, keys: ['DE|AT', '100..999', '*'], gives: { owner: 'ana', backup: 'ben' } },
          { line: 4, keys: ['*', '*', 'missing'], gives: { owner: 'ben' } },
        ],
      },
      {
        name: 'region',
        file: 'regions.csv',
        keys: [{ name: 'owner', value: { kind: 'table', table: 'territory', field: 'owner' }, as: 'rep' }],
        gives: [field('name', { kind: 'text' })],
        rows: [],
      },
    ],
    scores: [
      { name: 'fit', max: 70, lines: fit },
      { name: 'intent', max: 60, lines: intent },
    ],
    route: {
      rules: [
        {
          name: 'Enterprise',
          when: firstWhen,
          action: {
            kind: 'route',
            to: { kind: 'team', team: 'enterprise' },
            pick: {
              ...ANYBODY,
              strategy: { kind: 'rotation', rule: 'Enterprise' },
              where,
              weight: [
                { weight: 2.5, applies: { kind: 'for', reps: ['ana'] } },
                { weight: 0.5, applies: { kind: 'when', condition: weightWhen } },
                { weight: 1, applies: { kind: 'otherwise' } },
              ],
              reserve: { share: 20, for: newcomer },
              availableWithin: { amount: 30, unit: 'minute' },
            },
            fallback: [
              { to: { kind: 'value', as: 'rep', value: { kind: 'backup', of: lead('parent', 'owner') } } },
              {
                to: {
                  kind: 'value',
                  as: 'team',
                  value: { kind: 'team-of', of: constant({ kind: 'rep', rep: 'ana' }) },
                },
              },
              { to: { kind: 'rep', rep: 'ana' }, for: { amount: 2, unit: 'hour' } },
              { to: { kind: 'queue', queue: 'triage' } },
            ],
          },
          effects: [
            { verb: 'offer', channel: 'booking', to: { kind: 'value', value: rep('hired') }, when: effectWhen },
          ],
          respond: {
            within: { amount: 5, unit: 'minute', working: true },
            ladder: [
              { after: { amount: 5, unit: 'minute', working: true }, step: { kind: 'reassign' } },
              {
                after: { amount: 30, unit: 'minute', working: true },
                step: { kind: 'route', to: { kind: 'rep', rep: 'ana' } },
              },
            ],
          },
          because: 'First calls close twice as often',
        },
        {
          name: 'Best match',
          action: {
            kind: 'route',
            to: { kind: 'value', as: 'team', value: constant({ kind: 'team', team: 'enterprise' }) },
            pick: {
              ...ANYBODY,
              strategy: { kind: 'highest', value: { kind: 'rating', ratings: rep('skills'), by: lead('industry') } },
            },
            fallback: [],
          },
          effects: [],
        },
        {
          name: 'Least loaded',
          action: {
            kind: 'route',
            to: { kind: 'team', team: 'leadership' },
            pick: {
              ...ANYBODY,
              strategy: { kind: 'lowest', value: { kind: 'sum', of: [{ kind: 'rep-load' }, { kind: 'rep-open' }] } },
            },
            fallback: [{ to: { kind: 'value', as: 'rep', value: { kind: 'manager', of: lead('parent', 'owner') } } }],
          },
          effects: [],
        },
        { name: 'Not yet', action: { kind: 'nurture', track: 'monthly digest' }, effects: [] },
        { name: 'Never', action: { kind: 'reject', reason: 'A competitor' }, effects: [] },
        {
          name: 'Half and half',
          when: ofTerritory,
          action: {
            kind: 'route',
            to: {
              kind: 'split',
              id: 'id|team:enterprise|0',
              by: lead('id'),
              arms: [
                { share: 33.33, to: { kind: 'team', team: 'enterprise' } },
                {
                  share: 66.67,
                  to: { kind: 'value', as: 'rep', value: { kind: 'table', table: 'territory', field: 'owner' } },
                },
              ],
            },
            pick: { ...ANYBODY, strategy: { kind: 'fewest', period: 'month' } },
            fallback: [{ to: { kind: 'value', as: 'rep', value: found('customer', 'owner') } }],
          },
          effects: [],
        },
        {
          name: 'Taking turns',
          action: {
            kind: 'route',
            to: {
              kind: 'split',
              id: 'rotation|team:enterprise|0',
              arms: [
                { share: 60, to: { kind: 'team', team: 'enterprise' } },
                { share: 40, to: { kind: 'team', team: 'leadership' } },
              ],
            },
            pick: { ...ANYBODY, strategy: { kind: 'likelihood', model: 'wins' } },
            fallback: [],
          },
          effects: [],
        },
      ],
      otherwise: {
        action: { kind: 'route', to: { kind: 'queue', queue: 'triage' }, pick: ANYBODY, fallback: [] },
        effects: [],
      },
    },
  };
}

function lead(...path: readonly string[]): Value {
  return { kind: 'lead', path };
}

function found(match: string, ...path: readonly string[]): Value {
  return { kind: 'match', match, path };
}

function rep(name: string): Value {
  return { kind: 'rep', field: name };
}

type ConstantOf = Extract<Value, { readonly kind: 'constant' }>['constant'];

function constant(of: ConstantOf): Value {
  return { kind: 'constant', constant: of };
}

function text(of: string): ConstantOf {
  return { kind: 'text', text: of };
}

function usd(amount: number): ConstantOf {
  return { kind: 'money', amount, currency: 'USD' };
}

const ANYBODY: Pick = { strategy: { kind: 'rotation' }, weight: [], evenOffDuty: false, evenOverCapacity: false };
