// What becomes of a lead when providers answer, lie, or say nothing: only what is missing is filled, and nothing private is kept.
import {
  compare,
  field,
  fixed,
  freeMail,
  lead,
  one,
  plain,
  rule,
  text,
  toTeam,
  type,
} from '@fairlead/testkit/ir-builders';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/decide/decide.ts';
import { redecide } from '../../src/decide/redecide.ts';
import { isUnchanged } from '../../src/decide/route-lead.ts';
import {
  AT,
  AT_MS,
  decided,
  domainOf,
  enricher,
  enriching,
  explained,
  FIELDS,
  saying,
  values,
  worldOf,
} from './enriching.ts';

const SITE = { website: 'harbour.example' };
const ALL = ['company', 'employees', 'budget', 'size', 'founded', 'public', 'owner'];

describe('filling a lead', () => {
  it('takes what is missing, by the declared types', () => {
    const here = enriching([enricher('firm', ALL)]);
    const decision = decided(here, SITE, {
      firm: values({
        company: ' Harbour Works ',
        employees: 1200,
        budget: 50000.5,
        size: 'large',
        founded: '1994-05-01',
        public: false,
        owner: 'BEN',
        colour: 'red',
      }),
    });
    expect(decision.rule).toBe('Large');
    expect(decision.enriched).toEqual([
      { enricher: 'firm', provider: 'clearbit', kind: 'answered', asked: AT, filled: ALL, issues: [] },
    ]);
    expect(decision.inputs.lead).toEqual({ id: 'L1', website: 'harbour.example' });
    expect(decision.inputs.answers['enrich firm']).toEqual({
      kind: 'answered',
      askedAtMs: AT_MS,
      values: {
        company: 'Harbour Works',
        employees: 1200,
        budget: 50000.5,
        size: 'Large',
        founded: '1994-05-01',
        public: false,
        owner: 'ben',
      },
    });
  });

  it('leaves what the lead says as it is', () => {
    const here = enriching([enricher('firm', ['company', 'employees'])]);
    const decision = decided(
      here,
      { ...SITE, employees: 40 },
      { firm: values({ company: 'Harbour', employees: 9000 }) },
    );
    expect(decision.rule).toBe('otherwise');
    expect(decision.enriched[0]?.filled).toEqual(['company']);
    expect(decision.inputs.answers['enrich firm']).toMatchObject({ values: { company: 'Harbour' } });
  });

  it('fills no list: it may be empty, but is never missing', () => {
    const here = enriching([enricher('firm', ['tags'])]);
    expect(decided(here, SITE, { firm: values({ tags: ['b2b'] }) }).enriched[0]).toMatchObject({
      kind: 'not-asked',
      why: 'the lead says all of it itself',
    });
  });

  it('lets the first enricher in the text win, field by field', () => {
    const here = enriching([
      enricher('first', ['company', 'employees']),
      enricher('second', ['employees', 'company', 'size'], { provider: 'other' }),
    ]);
    const decision = decided(here, SITE, {
      first: values({ employees: 2000 }),
      second: values({ employees: 5, company: 'Harbour', size: 'Small' }),
    });
    expect(decision.enriched.map(({ filled }) => filled)).toEqual([['employees'], ['company', 'size']]);
    expect(decision.rule).toBe('Large');
  });

  it('goes on to the next enricher where the first one lied', () => {
    const here = enriching([
      enricher('first', ['employees']),
      enricher('second', ['employees'], { provider: 'other' }),
    ]);
    const decision = decided(here, SITE, { first: values({ employees: 'lots' }), second: values({ employees: 2000 }) });
    expect(decision.enriched[0]?.issues).toMatchObject([{ field: 'employees', kind: 'wrong-type', fatal: false }]);
    expect(decision.enriched[1]?.filled).toEqual(['employees']);
    expect(decision.rule).toBe('Large');
  });

  it.each([
    ['company', 12, 'wrong-type'],
    ['company', ['a'], 'wrong-type'],
    ['employees', '1200', 'wrong-type'],
    ['employees', 12.5, 'malformed'],
    ['employees', -3, 'malformed'],
    ['employees', Number.NaN, 'malformed'],
    ['employees', { from: 1 }, 'wrong-type'],
    ['budget', 'plenty', 'wrong-type'],
    ['budget', 0.1234567890123456, 'too-many-digits'],
    ['size', 'Huge', 'not-a-choice'],
    ['founded', '1.5.1994', 'malformed'],
    ['public', 'no', 'wrong-type'],
    ['owner', 'nobody', 'unknown-rep'],
  ])('does not use %s: %j', (name, value, kind) => {
    const here = enriching([enricher('firm', ALL)]);
    const decision = decided(here, SITE, { firm: values({ [name]: value }) });
    expect(decision.enriched[0]).toMatchObject({ kind: 'answered', filled: [] });
    expect(
      decision.enriched[0]?.issues.map((issue) => [issue.field.replace(/\[.*/, ''), issue.kind, issue.fatal]),
    ).toEqual([[name, kind, false]]);
    expect(decision.outcome.kind).toBe('queued');
    expect(decision.issues).toEqual([]);
  });

  it('takes null, blank text and what the lead calls blank as nothing said', () => {
    const here = enriching([enricher('firm', ['company', 'employees', 'size'])]);
    const decision = decided(here, SITE, { firm: values({ company: '  ', employees: null, size: 'n/a' }) });
    expect(decision.enriched[0]).toMatchObject({ kind: 'answered', filled: [], issues: [] });
  });

  it('reads cells of a table as texts that stand for numbers, dates and flags', () => {
    const here = enriching([enricher('firm', ALL)]);
    const cells = { employees: '1200', budget: '50 EUR', founded: '1994-05-01', public: 'yes' };
    const decision = decided(here, SITE, { firm: { ...values(cells), cells: true } });
    expect(decision.enriched[0]?.filled).toEqual(['employees', 'budget', 'founded', 'public']);
    expect(decision.rule).toBe('Large');
  });

  it('asks nobody without a key, and nobody where nothing is missing', () => {
    const here = enriching([enricher('firm', ['employees'])]);
    expect(decided(here, {}, { firm: values({ employees: 5 }) }).enriched).toEqual([
      {
        enricher: 'firm',
        provider: 'clearbit',
        kind: 'not-asked',
        why: 'the lead does not say what to ask by',
        filled: [],
        issues: [],
      },
    ]);
    const told = decided(here, { ...SITE, employees: 3 }, { firm: values({ employees: 5 }) });
    expect(told.enriched[0]?.why).toBe('the lead says all of it itself');
    expect(told.inputs.answers).toEqual({});
  });

  it('says so where the host has no such provider', () => {
    const here = enriching([enricher('firm', ['employees'])]);
    const decision = decided(here, SITE, {});
    expect(decision.enriched[0]).toMatchObject({ kind: 'not-asked', why: 'no such provider is there' });
    expect(decision.inputs.answers).toEqual({ 'enrich firm': null });
    const unbound = decide(here.plan, here.read({ id: 'L1', ...SITE }), worldOf(here, undefined));
    expect(unbound).toEqual(decision);
  });

  it('routes the lead when a provider is late, fails or knows nothing', () => {
    const here = enriching([
      enricher('slow', ['company']),
      enricher('down', ['employees'], { provider: 'other' }),
      enricher('empty', ['size'], { provider: 'third' }),
    ]);
    const decision = decided(here, SITE, {
      slow: { kind: 'late' },
      down: { kind: 'failed', why: 'HTTP 503' },
      empty: { kind: 'nothing', askedAtMs: AT_MS - 86_400_000 },
    });
    expect(decision.outcome).toMatchObject({ kind: 'queued' });
    expect(decision.enriched.map(({ kind, why, asked }) => [kind, why, asked])).toEqual([
      ['late', undefined, undefined],
      ['failed', 'HTTP 503', undefined],
      ['nothing', undefined, '2026-11-23T09:00:00Z'],
    ]);
    expect(explained(here, decision)).toContain(`What was looked up
  clearbit did not answer in time: nothing of company was filled in.
  other failed (HTTP 503): nothing of employees was filled in.
  third, asked at Mon 2026-11-23 09:00 UTC, knows nothing of this lead.`);
  });

  it('cuts what a host says of a failure, and does not take an instant that is none', () => {
    const here = enriching([enricher('firm', ['company'])]);
    const long = decided(here, SITE, { firm: { kind: 'failed', why: 'x'.repeat(900) } });
    expect(long.enriched[0]?.why).toHaveLength(200);
    const lost = decided(here, SITE, {
      firm: { ...values({ company: 'Harbour' }), askedAtMs: Number.POSITIVE_INFINITY },
    });
    expect(lost.enriched[0]).toMatchObject({ kind: 'failed', why: 'it was not said when it was asked' });
  });

  it('is not done for an invalid lead', () => {
    const here = enriching([enricher('firm', ['employees'])]);
    const decision = decide(
      here.plan,
      here.read({ ...SITE }),
      worldOf(here, saying({ firm: values({ employees: 5 }) })),
    );
    expect(decision.outcome.kind).toBe('invalid');
    expect(decision.enriched).toEqual([]);
  });

  it('asks by what was submitted, not by what another enricher filled', () => {
    const here = enriching([
      enricher('first', ['website'], { by: lead('company') }),
      enricher('second', ['employees'], { provider: 'other' }),
    ]);
    const decision = decided(here, { company: 'Harbour' }, { first: values({ website: 'harbour.example' }) });
    expect(decision.enriched.map(({ kind }) => kind)).toEqual(['answered', 'not-asked']);
  });

  it('says in the explanation who said what, and where a value came from', () => {
    const here = enriching([enricher('firm', ['company', 'employees', 'size'])]);
    const decision = decided(here, SITE, { firm: values({ company: 'Harbour', employees: 1200, size: 'Huge' }) });
    const said = explained(here, decision);
    expect(said).toContain('employees was 1200 (from clearbit)');
    expect(said).toContain(
      `  clearbit said:
    company is "Harbour"
    employees is 1200
    size was "Huge", which was not used; expected one of "Small" or "Large"`.replace('one of ', ''),
    );
  });
});

describe('private fields', () => {
  const rules = [
    rule('Mobile', text(lead('phone'), 'starts-with', one('+43 6')), { action: toTeam('big') }),
    rule('Mail', compare('text', domainOf(lead('email')), 'is', fixed('mill.example')), { action: toTeam('small') }),
    rule('Free', freeMail(lead('email')), { action: toTeam('small') }),
  ];
  const here = enriching([enricher('firm', ['phone', 'email', 'company'])], rules);
  const given = values({ phone: '+43 660 1234567', email: 'hidden.name@www.mill.example', company: 'Mill' });

  it('are filled, looked at, and kept as marks', () => {
    const decision = decided(here, SITE, { firm: given });
    expect(decision.rule).toBe('Mobile');
    expect(decision.inputs.answers['enrich firm']).toEqual({
      kind: 'answered',
      askedAtMs: AT_MS,
      values: { phone: { private: true }, email: { private: true, domain: 'mill.example' }, company: 'Mill' },
    });
    const all = JSON.stringify(decision) + explained(here, decision);
    expect(all).not.toMatch(/660|hidden\.name/);
    expect(explained(here, decision)).toContain('phone is private');
  });

  it('also go by mail facts that nobody notes', () => {
    const mill = decided(here, SITE, { firm: values({ email: 'hidden.name@mill.example' }) });
    expect(mill.rule).toBe('Mail');
    const free = decided(here, SITE, { firm: values({ email: 'hidden.name@gmail.com' }) });
    expect(free.rule).toBe('Free');
    expect(JSON.stringify([mill, free])).not.toContain('hidden.name');
  });

  it('are not in issues', () => {
    const decision = decided(here, SITE, { firm: values({ phone: 6601234567, email: 'no-address' }) });
    expect(decision.enriched[0]?.issues).toMatchObject(
      [
        { field: 'email', kind: 'malformed' },
        { field: 'phone', kind: 'wrong-type' },
      ].sort((a, b) => (a.field === 'phone' ? -1 : b.field === 'phone' ? 1 : 0)),
    );
    expect(JSON.stringify(decision) + explained(here, decision)).not.toMatch(/660|no-address/);
  });

  it('may be the key, which is kept nowhere', () => {
    const byMail = enriching([enricher('firm', ['employees'], { by: lead('email') })]);
    const decision = decided(byMail, { email: 'hidden.name@mill.example' }, { firm: values({ employees: 2000 }) });
    expect(decision.rule).toBe('Large');
    expect(JSON.stringify(decision)).not.toContain('hidden.name');
  });

  it('of a record inside a field are kept as marks too', () => {
    const inner = {
      name: 'bank',
      source: 'banks',
      blank: [],
      fields: [
        field('city', type('text'), { optional: true }),
        field('iban', type('text'), { optional: true, private: true }),
      ],
    };
    const fields = [...FIELDS, field('bank', { kind: 'record', record: 'bank' }, { optional: true })];
    const bank = enriching(
      [enricher('firm', ['bank'])],
      [rule('AT', text(lead('bank', 'iban'), 'starts-with', one('AT')), { action: toTeam('big') })],
      fields,
      [inner],
    );
    const decision = decided(bank, SITE, { firm: values({ bank: { city: 'Graz', iban: 'AT61-CANARY' } }) });
    expect(decision.rule).toBe('AT');
    expect(decision.inputs.answers['enrich firm']).toMatchObject({
      values: { bank: { city: 'Graz', iban: { private: true } } },
    });
  });
});

describe('a lead that comes again', () => {
  const nurture = { kind: 'nurture', track: 'x' } as const;
  const rules = [
    rule('Mobile', text(lead('phone'), 'starts-with', one('+43 6')), {
      action: { kind: 'nurture', track: 'x' } as const,
    }),
  ];
  const here = enriching([enricher('firm', ['employees', 'phone'])], rules);
  const first = decided(here, SITE, { firm: values({ employees: 5, phone: '+43 660 1234567' }) });
  const again = (given: object, answers: Parameters<typeof saying>[0]): boolean =>
    isUnchanged(here.plan, first, here.read({ id: 'L1', ...given }), worldOf(here, saying(answers)));

  it('unchanged is a repetition, whatever the provider says now', () => {
    expect(first.outcome.kind).toBe('nurtured');
    expect(again(SITE, {})).toBe(true);
    expect(again(SITE, { firm: values({ employees: 9000, phone: '+1 555' }) })).toBe(true);
    expect(again(SITE, { firm: { kind: 'failed', why: 'HTTP 503' } })).toBe(true);
  });

  it('with something else in it is not', () => {
    expect(again({ ...SITE, employees: 5 }, {})).toBe(false);
    expect(again({ ...SITE, phone: '+43 660 1234567' }, {})).toBe(false);
    expect(again({ website: 'other.example' }, {})).toBe(false);
  });

  it('with another private value is not, beside one that was filled', () => {
    const mixed = enriching(
      [enricher('firm', ['phone'])],
      [
        rule('Mail', compare('text', lead('email'), 'is', fixed('a@mill.example')), { action: nurture }),
        rule('Phone', plain('known', lead('phone')), { action: nurture }),
      ],
    );
    const decision = decided(mixed, { ...SITE, email: 'b@mill.example' }, { firm: values({ phone: '1' }) });
    const same = (email: string): boolean =>
      isUnchanged(mixed.plan, decision, mixed.read({ id: 'L1', ...SITE, email }), worldOf(mixed, saying({})));
    expect(same('b@mill.example')).toBe(true);
    expect(same('a@mill.example')).toBe(false);
  });
});

describe('a record that was changed', () => {
  const here = enriching([enricher('firm', ['employees', 'size'])]);
  const decision = decided(here, SITE, { firm: values({ employees: 1200, size: 'Huge' }) });
  const withNote = (note: unknown): unknown => {
    const copy = JSON.parse(JSON.stringify(decision));
    copy.inputs.answers['enrich firm'] = note;
    return redecide(here.plan, copy);
  };

  it.each([
    [{ kind: 'answered', askedAtMs: AT_MS, values: { employees: 'x' } }],
    [{ kind: 'answered', askedAtMs: AT_MS, values: { employees: 1200 } }],
    [{ kind: 'answered', askedAtMs: 'now', values: {} }],
    [{ kind: 'answered', askedAtMs: AT_MS, values: { employees: 1200 }, issues: [{ field: 'size' }] }],
    [{ kind: 'late' }],
    [{ kind: 'other' }],
    ['late'],
    [7],
    [null],
  ])('decides differently and throws nothing: %j', (note) => {
    expect(withNote(note)).not.toEqual(decision);
  });
});
