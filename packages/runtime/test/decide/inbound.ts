// The policy that most tests here run: inbound leads of an invented company, as IR.
import type { Policy } from '@fairlead/ir';
import {
  compared,
  constant,
  duration,
  field,
  lead,
  number,
  numbering,
  ofRep,
  policy,
  rep,
  routeTo,
  rule,
  score,
  text,
  toQueue,
  toRep,
  toTeam,
  toValue,
} from './routing-ir.ts';

const n = numbering();
const owner = lead('account', 'owner');
const define = (name: string) => n({ kind: 'define', define: name });
const pricing = {
  kind: 'signals',
  value: lead('activity'),
  needles: { quantifier: 'one', value: constant('pricing page') },
} as const;
const hours = (amount: number) => ({ amount, unit: 'hour', working: true, calendar: 'berlin' }) as const;
const minutes = (amount: number) => ({ amount, unit: 'minute', working: false }) as const;
const mid = {
  kind: 'in-range',
  as: 'number',
  value: lead('employees'),
  from: number(100),
  to: number(999),
  negated: false,
} as const;
const slack = (channel: string) => ({ verb: 'notify', channel: 'slack', to: { kind: 'text', text: channel } }) as const;

const defines = [
  { name: 'enterprise_size', condition: n(compared(lead('employees'), '>=', constant(1000))) },
  {
    name: 'executive',
    condition: n({
      kind: 'text',
      verb: 'mentions',
      value: lead('title'),
      needles: { quantifier: 'any', members: [text('CEO'), text('CTO'), text('CIO'), text('CFO')], list: 'c_level' },
    }),
  },
  { name: 'hot', condition: n({ ...pricing, atLeast: 2, withinLast: duration(3, 'day') }) },
];

const scores = [
  {
    name: 'fit',
    max: 70,
    lines: [
      { points: 30, when: define('enterprise_size') },
      { points: 15, when: n(mid) },
      { points: 25, when: define('executive') },
      {
        points: 10,
        when: n({
          kind: 'in-list',
          as: 'text',
          value: lead('industry'),
          members: [text('Healthcare'), text('Finance')],
          negated: false,
        }),
      },
      { points: -40, when: n({ kind: 'free-mail', value: lead('email'), negated: false }) },
    ],
  },
  {
    name: 'intent',
    max: 60,
    lines: [
      {
        points: 40,
        halvingEvery: duration(3, 'day'),
        when: n({ ...pricing, atLeast: 1, withinLast: duration(14, 'day') }),
      },
    ],
  },
];

const rules = [
  rule('Competitors', n(compared({ kind: 'domain', of: lead('email') }, 'is', constant('rival.example'), 'text')), {
    kind: 'reject',
    reason: 'competitor',
  }),
  rule(
    'Named accounts stay with their owner',
    n({ kind: 'known', value: owner }),
    routeTo(toValue('rep', owner), {
      pick: { evenOffDuty: true },
      fallback: [
        toValue('rep', { kind: 'backup', of: owner }),
        toValue('team', { kind: 'team-of', of: owner }),
        toRep('dana'),
        toQueue('triage'),
      ],
    }),
    {
      respond: { within: minutes(30), ladder: [] },
      because: 'An open conversation must not be restarted by a second rep',
    },
  ),
  rule(
    'Not ready yet',
    n({
      kind: 'and',
      of: [
        n(compared({ kind: 'sum', of: [score('fit'), score('intent')] }, '<', constant(25))),
        n({ kind: 'not', of: define('hot') }),
      ],
    }),
    { kind: 'nurture', track: 'monthly digest' },
    { because: 'Sales time goes to leads above the threshold agreed with marketing' },
  ),
  rule(
    'German-speaking enterprise',
    n({
      kind: 'and',
      of: [
        define('enterprise_size'),
        n({
          kind: 'in-list',
          as: 'text',
          value: lead('country'),
          members: [text('DE'), text('AT'), text('CH')],
          list: 'dach',
          negated: false,
        }),
      ],
    }),
    routeTo(toTeam('enterprise'), {
      pick: {
        where: n({
          kind: 'includes',
          as: 'text',
          value: ofRep('languages'),
          needles: { quantifier: 'one', value: constant('de') },
        }),
        weight: [{ weight: 2, applies: { kind: 'for', reps: ['ana'] } }],
      },
      fallback: [toTeam('enterprise'), toRep('dana'), toQueue('triage')],
    }),
    {
      respond: {
        within: minutes(5),
        ladder: [
          { after: minutes(5), step: { kind: 'reassign' } },
          { after: minutes(30), step: { kind: 'route', to: toRep('dana') } },
          { after: minutes(60), step: { kind: 'effect', effect: slack('#sales-leads') } },
        ],
      },
      effects: [slack('#enterprise')],
      because: 'First calls in German close twice as often',
    },
  ),
  rule(
    'Specialists',
    n({ kind: 'and', of: [define('enterprise_size'), n({ kind: 'known', value: lead('industry') })] }),
    routeTo(toTeam('enterprise'), {
      pick: {
        strategy: { kind: 'highest', value: { kind: 'rating', ratings: ofRep('skills'), by: lead('industry') } },
      },
    }),
    { respond: { within: hours(1), ladder: [] }, because: 'Who knows the trade wins the first call' },
  ),
  rule('Mid-market', n(mid), routeTo(toTeam('commercial'), { pick: { availableWithin: duration(30, 'minute') } }), {
    respond: { within: { amount: 2, unit: 'hour', working: true }, ladder: [] },
    effects: [{ verb: 'offer', channel: 'booking', to: { kind: 'value', value: ofRep('booking_link') } }],
  }),
];

const enterprise = { team: 'enterprise', works: 'berlin' } as const;
const commercial = { team: 'commercial', works: 'berlin' } as const;

const team = (id: string, label: string, ...members: readonly string[]) => ({
  id,
  label,
  manager: 'dana',
  members,
  counts: [],
});

/** Named accounts, nurture, a German-speaking enterprise team by weighted rotation, specialists by skill, mid-market, a queue at last. */
export const inbound: Policy = policy({
  name: 'inbound',
  label: 'Inbound leads',
  zone: 'Europe/Berlin',
  lead: {
    blank: [],
    fields: [
      field('id', { kind: 'code' }),
      field('email', { kind: 'email' }, { private: true }),
      field('title', 'text', { optional: true }),
      field('country', 'text', { optional: true }),
      field('employees', { kind: 'count' }, { optional: true }),
      field(
        'industry',
        { kind: 'choice', choices: ['Healthcare', 'Finance', 'Software'], open: true },
        { optional: true },
      ),
      field('account', { kind: 'record', record: 'account' }, { optional: true }),
      field('activity', { kind: 'signals' }),
      field('created', { kind: 'time' }, { optional: true }),
    ],
  },
  records: [
    {
      name: 'account',
      source: 'accounts',
      blank: [],
      fields: [field('name', 'text'), field('owner', { kind: 'rep' }, { optional: true })],
    },
  ],
  repFields: [
    field('skills', { kind: 'ratings' }),
    field('languages', { kind: 'list', of: { kind: 'text' } }),
    field('booking_link', 'text', { optional: true }),
  ],
  defines,
  calendars: [
    {
      id: 'berlin',
      zone: 'Europe/Berlin',
      open: [{ days: [0, 1, 2, 3, 4], from: 9 * 60, to: 17 * 60 + 30 }],
      closed: [{ from: '2026-12-24', to: '2026-12-26' }],
    },
  ],
  teams: [
    team('commercial', 'Commercial', 'carla', 'cy'),
    team('enterprise', 'Enterprise closers', 'ana', 'ben', 'eva', 'finn', 'gus'),
    team('leadership', 'Leadership', 'dana'),
  ],
  reps: [
    rep('ana', 'Ana Ruiz', 'enterprise', {
      ...enterprise,
      capacity: [{ limit: 40, per: 'open' }],
      backup: 'ben',
      values: { skills: { healthcare: 5 }, languages: ['en', 'de'] },
    }),
    rep('ben', 'Ben Okafor', 'enterprise', {
      ...enterprise,
      capacity: [{ limit: 25, per: 'open' }],
      backup: 'ana',
      values: { skills: { finance: 4, software: 3 }, languages: ['en'] },
    }),
    rep('carla', 'Carla Diaz', 'commercial', {
      ...commercial,
      capacity: [
        { limit: 60, per: 'open' },
        { limit: 2, per: 'day' },
      ],
      values: { skills: {}, languages: ['en', 'es'], booking_link: 'https://book.acme.example/carla' },
    }),
    rep('cy', 'Cy Young', 'commercial', { ...commercial, values: { skills: {}, languages: ['en'] } }),
    rep('dana', 'Dana Wolff', 'leadership', { works: 'berlin', values: { skills: {}, languages: ['en', 'de'] } }),
    rep('eva', 'Eva Brandt', 'enterprise', {
      ...enterprise,
      values: { skills: { finance: 4 }, languages: ['de', 'fr'] },
    }),
    rep('finn', 'Finn Maas', 'enterprise', {
      ...enterprise,
      left: { on: '2026-03-01', successor: 'eva' },
      values: { skills: {}, languages: ['de'] },
    }),
    rep('gus', 'Gus Holm', 'enterprise', {
      ...enterprise,
      values: { skills: { finance: 1 }, languages: ['de', 'da'] },
    }),
  ],
  queues: [
    {
      id: 'triage',
      label: 'Unrouted leads',
      owner: 'dana',
      priority: score('intent'),
      claim: {
        within: hours(4),
        ladder: [{ after: hours(4), step: { kind: 'effect', effect: slack('#sales-leads') } }],
      },
    },
  ],
  scores,
  route: {
    rules,
    otherwise: {
      action: routeTo(toQueue('triage')),
      effects: [],
      because: 'A person looks at what no rule covers',
    },
  },
});
