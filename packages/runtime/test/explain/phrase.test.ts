// Conditions and values of the IR come back in the language's own words.
import type { Condition, Value } from '@fairlead/ir';
import { describe, expect, it } from 'vitest';
import { phraseClock, phraseCondition, phraseTarget, phraseValue } from '../../src/explain/phrase.ts';
import { compared, constant, duration, lead, number, numbering, ofRep, score, text } from '../decide/routing-ir.ts';

const n = numbering();
const country = lead('country');
const employees = lead('employees');
const activity = lead('activity');
const signals = { kind: 'signals', value: activity, atLeast: 1 } as const;
const big = n(compared(employees, '>=', constant(1000)));
const german = n({ kind: 'in-list', as: 'text', value: country, members: [text('DE'), text('AT')], negated: false });
const night = n({ kind: 'during', calendar: 'berlin' });

const conditions: readonly (readonly [string, Condition])[] = [
  ['employees >= 1000', big],
  ['country is not "DE"', n(compared(country, 'is-not', constant('DE'), 'text'))],
  [
    'budget > 500000 USD',
    n(
      compared(lead('budget'), '>', {
        kind: 'constant',
        constant: { kind: 'money', amount: 500_000, currency: 'USD' },
      }),
    ),
  ],
  [
    'account.owner is ana',
    n(compared(lead('account', 'owner'), 'is', { kind: 'constant', constant: { kind: 'rep', rep: 'ana' } }, 'rep')),
  ],
  [
    'employees in 100..999',
    n({ kind: 'in-range', as: 'number', value: employees, from: number(100), to: number(999), negated: false }),
  ],
  ['country in ["DE", "AT"]', german],
  [
    'country not in dach',
    n({ kind: 'in-list', as: 'text', value: country, members: [text('DE')], list: 'dach', negated: true }),
  ],
  [
    'country in rep.countries',
    n({ kind: 'in-field', as: 'text', value: country, field: ofRep('countries'), negated: false }),
  ],
  [
    'title mentions any of c_level',
    n({
      kind: 'text',
      verb: 'mentions',
      value: lead('title'),
      needles: { quantifier: 'any', members: [text('CEO')], list: 'c_level' },
    }),
  ],
  [
    'title starts with "Chief"',
    n({
      kind: 'text',
      verb: 'starts-with',
      value: lead('title'),
      needles: { quantifier: 'one', value: constant('Chief') },
    }),
  ],
  [
    'rep.languages includes none of ["de", "nl"]',
    n({
      kind: 'includes',
      as: 'text',
      value: ofRep('languages'),
      needles: { quantifier: 'none', members: [text('de'), text('nl')] },
    }),
  ],
  [
    'rep.languages includes all of wanted',
    n({
      kind: 'includes',
      as: 'text',
      value: ofRep('languages'),
      needles: { quantifier: 'all', field: lead('wanted') },
    }),
  ],
  ['activity includes "demo"', n({ ...signals, needles: { quantifier: 'one', value: constant('demo') } })],
  [
    'activity includes "demo" at least 2 times within the last 3 days',
    n({
      ...signals,
      atLeast: 2,
      withinLast: duration(3, 'day'),
      needles: { quantifier: 'one', value: constant('demo') },
    }),
  ],
  ['industry is missing', n({ kind: 'missing', value: lead('industry') })],
  ['industry is known', n({ kind: 'known', value: lead('industry') })],
  ['email is free mail', n({ kind: 'free-mail', value: lead('email'), negated: false })],
  ['email is not free mail', n({ kind: 'free-mail', value: lead('email'), negated: true })],
  ['opted_in', n({ kind: 'flag', value: lead('opted_in') })],
  ['not opted_in', n({ kind: 'not', of: n({ kind: 'flag', value: lead('opted_in') }) })],
  [
    'created within the last 1 day',
    n({ kind: 'age', as: 'time', value: lead('created'), test: 'within-last', duration: duration(1, 'day') }),
  ],
  [
    'renewal within the next 2 weeks',
    n({ kind: 'age', as: 'date', value: lead('renewal'), test: 'within-next', duration: duration(2, 'week') }),
  ],
  [
    'created more than 3 months ago',
    n({ kind: 'age', as: 'time', value: lead('created'), test: 'more-than-ago', duration: duration(3, 'month') }),
  ],
  ['not during berlin', n({ kind: 'not', of: night })],
  ['not (employees >= 1000)', n({ kind: 'not', of: big })],
  [
    'hot and (employees >= 1000 or not hot)',
    n({ kind: 'and', of: [hot(), n({ kind: 'or', of: [big, n({ kind: 'not', of: hot() })] })] }),
  ],
  ['not (hot and during berlin)', n({ kind: 'not', of: n({ kind: 'and', of: [hot(), night] }) })],
];

function hot(): Condition {
  return n({ kind: 'define', define: 'hot' });
}

describe('conditions', () => {
  it.each(conditions)('%s', (words, condition) => {
    expect(phraseCondition(condition)).toBe(words);
  });
});

const values: readonly (readonly [string, Value])[] = [
  ['fit + intent', { kind: 'sum', of: [score('fit'), score('intent')] }],
  ['2 * (seats + 1.5)', { kind: 'product', of: [constant(2), { kind: 'sum', of: [lead('seats'), constant(1.5)] }] }],
  ['domain of email', { kind: 'domain', of: lead('email') }],
  ['rep.skills of industry', { kind: 'rating', ratings: ofRep('skills'), by: lead('industry') }],
  ['rep.skills of "health"', { kind: 'rating', ratings: ofRep('skills'), by: constant('health') }],
  ['backup of account.owner', { kind: 'backup', of: lead('account', 'owner') }],
  ['team of account.owner', { kind: 'team-of', of: lead('account', 'owner') }],
  ['manager of account.owner', { kind: 'manager', of: lead('account', 'owner') }],
  ['rep.open', { kind: 'rep-open' }],
  ['rep.load', { kind: 'rep-load' }],
  ['"say \\"hi\\""', constant('say "hi"')],
];

describe('values', () => {
  it.each(values)('%s', (words, value) => {
    expect(phraseValue(value)).toBe(words);
  });
});

describe('clocks and targets', () => {
  it('counts in the singular and the plural', () => {
    expect(phraseClock({ amount: 1, unit: 'hour', working: true, calendar: 'berlin' })).toBe(
      '1 working hour of berlin',
    );
    expect(phraseClock({ amount: 30, unit: 'minute', working: false })).toBe('30 minutes');
    expect(phraseClock({ amount: 800, unit: 'ms', working: false })).toBe('800 ms');
  });

  it('names targets as the policy does', () => {
    expect(phraseTarget({ kind: 'team', team: 'enterprise' })).toBe('enterprise');
    expect(phraseTarget({ kind: 'value', as: 'rep', value: lead('account', 'owner') })).toBe('account.owner');
  });
});
