// Rows of accounts and a lead → which account is meant, how sure that is, and what broke a tie.
import { expect, test } from 'vitest';
import { decided, matchedAmong, planFor, questionsFor, reportOf } from './matching.ts';

const standard = planFor(`
  100% when account.domain is domain of email
   90% when account.name is like company
  accept 85%
  review 60% in desk
  prefer account.tier is "A"
  prefer the newest account.since`);

const acme = { id: 'a1', name: 'Acme GmbH', domain: 'acme.example', owner: 'ana' };

test('a record has the confidence of its best line, and its fields are there for rules', () => {
  const decision = matchedAmong(standard, { email: 'x@mail.acme.example', company: 'ACME' }, [acme]);
  expect(decision.matches).toEqual([
    {
      match: 'account',
      kind: 'matched',
      record: 'a1',
      candidates: [
        { record: 'a1', confidence: '100', lines: [{ confidence: '100' }, { confidence: '90', alike: '100' }] },
      ],
      others: 0,
    },
  ]);
  expect(decision.outcome).toEqual({ kind: 'assigned', rep: 'ana', team: 'sales' });
});

test('a similar name scales its line, rounded down to hundredths of a percent', () => {
  const [match] = matchedAmong(standard, { company: 'Akme Ltd' }, [acme]).matches;
  expect(match?.kind).toBe('not-matched');
  const [other] = matchedAmong(standard, { company: 'Zentarra' }, [{ ...acme, name: 'Zentara S.p.A.' }]).matches;
  expect(other).toMatchObject({
    kind: 'review',
    candidates: [{ confidence: '78.75', lines: [{ confidence: '0' }, { alike: '87.5' }] }],
  });
});

test('free mail is no company: its domain finds nobody', () => {
  const decision = matchedAmong(standard, { email: 'x@gmail.com' }, [{ ...acme, domain: 'gmail.com' }]);
  expect(decision.matches[0]).toMatchObject({ kind: 'not-matched', candidates: [] });
});

test('ties go by the prefer lines in order, then to review', () => {
  const rows = [
    { ...acme, id: 'a1', tier: 'B', since: '2026-01-01' },
    { ...acme, id: 'a2', tier: 'A', since: '2024-01-01' },
    { ...acme, id: 'a3', tier: 'A', since: '2025-01-01' },
    { ...acme, id: 'a4', tier: 'A' },
  ];
  const lead = { email: 'x@acme.example' };
  const all = matchedAmong(standard, lead, rows).matches[0];
  expect(all?.tie).toEqual({ by: 'prefer', line: 1, among: ['a3', 'a2', 'a4', 'a1'] });
  expect(all?.record).toBe('a3');
  const first = matchedAmong(standard, lead, rows.slice(0, 2)).matches[0];
  expect(first?.tie).toEqual({ by: 'prefer', line: 0, among: ['a2', 'a1'] });
  const same = matchedAmong(standard, lead, [rows[1] ?? {}, { ...rows[1], id: 'a0' }]);
  expect(same.matches[0]).toMatchObject({ kind: 'review', tie: { by: 'review', among: ['a0', 'a2'] } });
  expect(same.outcome).toEqual({ kind: 'review', queue: 'desk', match: 'account' });
});

test('without a review queue the lowest id wins a tie, by code point', () => {
  const plan = planFor('100% when account.domain is domain of email  accept 85%');
  const rows = [
    { ...acme, id: 'b' },
    { ...acme, id: 'B' },
    { ...acme, id: 'a' },
  ];
  expect(matchedAmong(plan, { email: 'x@acme.example' }, rows).matches[0]).toMatchObject({
    record: 'B',
    tie: { by: 'id', among: ['B', 'a', 'b'] },
  });
});

test('prefer the highest, the lowest and the oldest; what is missing comes last', () => {
  const rows = [
    { ...acme, id: '1', size: 10, since: '2020-01-01' },
    { ...acme, id: '2', size: 30 },
    { ...acme, id: '3', since: '2010-01-01' },
  ];
  const winner = (prefer: string): string | undefined => {
    const plan = planFor(`100% when account.domain is domain of email  accept 85%  prefer ${prefer}`);
    return matchedAmong(plan, { email: 'x@acme.example' }, rows).matches[0]?.record;
  };
  expect(winner('the highest account.size')).toBe('2');
  expect(winner('the lowest account.size')).toBe('1');
  expect(winner('the oldest account.since')).toBe('3');
  expect(winner('the newest account.since')).toBe('1');
});

test('a lead in review waits only before the first rule that reads the match', () => {
  const rules = (name: string): string => `rule "Free mail" when email is free mail route to triage
  rule "Owned" when ${name} route to ben`;
  const plan = planFor('90% when account.name is like company  accept 85%  review 60% in desk', {
    rules: rules('account is matched'),
  });
  const rows = [{ ...acme, name: 'Zentara' }];
  expect(matchedAmong(plan, { company: 'Zentarra', email: 'x@gmail.com' }, rows).rule).toBe('Free mail');
  const waits = matchedAmong(plan, { company: 'Zentarra', email: 'x@own.example' }, rows);
  expect(waits.outcome.kind).toBe('review');
  expect(waits.rule).toBe('Owned');
});

test('what a person said stands above all, is recorded, and is asked for by lead and match', () => {
  const asked: string[] = [];
  const said = (record: string | null) => (lead: string, match: string) => {
    asked.push(`${lead} ${match}`);
    return { record, by: 'dana' };
  };
  const rows = [
    { ...acme, name: 'Zentara' },
    { ...acme, id: 'a9', name: 'Unlike', domain: 'other.example', owner: 'ben' },
  ];
  const lead = { company: 'Zentarra' };
  const chosen = matchedAmong(standard, lead, rows, said('a9'));
  expect(chosen.matches[0]).toMatchObject({
    kind: 'matched',
    record: 'a9',
    reviewer: 'dana',
    candidates: [{ record: 'a1' }],
  });
  expect(chosen.outcome).toMatchObject({ rep: 'ben' });
  expect(matchedAmong(standard, lead, rows, said(null)).matches[0]).toMatchObject({
    kind: 'not-matched',
    reviewer: 'dana',
  });
  expect(matchedAmong(standard, lead, rows, said('gone')).matches[0]).toMatchObject({
    kind: 'not-matched',
    reviewer: 'dana',
  });
  expect(new Set(asked)).toEqual(new Set(['L account']));
});

test('ten candidates stand on a decision, the others are counted, and the notes say no more', () => {
  const rows = Array.from({ length: 25 }, (_, index) => ({
    ...acme,
    id: `a${10 + index}`,
    name: `Zentara ${index % 2 === 0 ? 'AG' : 'Ltd'}`,
  }));
  const decision = matchedAmong(standard, { company: 'Zentara' }, rows);
  expect(decision.matches[0]?.candidates.length).toBe(10);
  expect(decision.matches[0]?.others).toBe(15);
  expect(JSON.stringify(decision.inputs.answers)).not.toContain('a34');
});

test('without records nobody is found, and nothing is noted', () => {
  const decision = decided(standard, { company: 'Zentara' }, undefined);
  expect(decision.matches[0]).toEqual({ match: 'account', kind: 'not-matched', candidates: [], others: 0 });
  expect(Object.keys(decision.inputs.answers)).toEqual(['review account']);
});

test('a define is looked at anew for each candidate and after the match', () => {
  const plan = planFor('100% when account.domain is domain of email and big  accept 85%', {
    more: 'define big = account.size > 100',
    rules: 'rule "Big" when account is matched and big route to ben',
  });
  const rows = [
    { ...acme, id: 'a1', size: 5 },
    { ...acme, id: 'a2', size: 500 },
  ];
  const decision = matchedAmong(plan, { email: 'x@acme.example' }, rows);
  expect(decision.matches[0]).toMatchObject({ record: 'a2', candidates: [{ record: 'a2' }], others: 0 });
  expect(decision.rule).toBe('Big');
});

test('private fields of lead and record leave no trace but how conditions came out', () => {
  const plan = planFor(
    `100% when account.vat is vat
      95% when account.alias is like company
     accept 80%`,
    {
      lead: 'vat text optional private',
      account: 'vat text optional private  alias text optional private  site text optional private',
    },
  );
  const rows = [
    { ...acme, vat: 'SECRET-1', alias: 'Hidden Fox Ltd', site: 'https://hidden.example' },
    { ...acme, id: 'a2', vat: 'SECRET-2' },
  ];
  const byVat = matchedAmong(plan, { vat: 'secret-1' }, rows);
  expect(byVat.matches[0]).toMatchObject({ kind: 'matched', record: 'a1' });
  expect(JSON.stringify(byVat)).not.toMatch(/secret-|hidden/i);
  const byAlias = matchedAmong(plan, { company: 'Hiden Fox' }, rows);
  expect(byAlias.matches[0]).toMatchObject({ kind: 'matched', candidates: [{ confidence: '82.67' }] });
  expect(JSON.stringify(byAlias.inputs.answers)).not.toMatch(/hidden/i);
});

test('the domain of a private field is looked up without noting the field', () => {
  const plan = planFor('100% when domain of account.mail is domain of email  accept 85%', {
    account: 'mail email optional private',
  });
  const decision = matchedAmong(plan, { email: 'x@zentara.example' }, [{ ...acme, mail: 'ceo@post.zentara.example' }]);
  expect(decision.matches[0]?.kind).toBe('matched');
  expect(JSON.stringify(decision)).not.toContain('ceo@');
});

test('a later match reads an earlier one, and waits for its review', () => {
  const plan = planFor('90% when account.name is like company  accept 85%  review 60% in desk', {
    after: 'match parent from accounts { 100% when parent.domain is account.domain and parent.size > 100  accept 90% }',
    rules: 'rule "Of a large group" when parent is matched route to parent.owner',
  });
  expect([plan.rules[0]?.reads, plan.otherwise.reads]).toEqual([[0, 1], []]);
  const rows = [
    { ...acme, id: 'a1', name: 'Zentara', size: 3, owner: 'ben' },
    { ...acme, id: 'a2', name: 'Holding', size: 900, owner: 'ana' },
  ];
  const matched = matchedAmong(plan, { company: 'ZENTARA' }, rows);
  expect(matched.matches.map(({ record }) => record)).toEqual(['a1', 'a2']);
  expect(matched.outcome).toMatchObject({ rep: 'ana' });
  expect(matchedAmong(plan, { company: 'Zentarra' }, rows).outcome).toMatchObject({ kind: 'review', match: 'account' });
});

test('a host that fetches records beforehand is told what will be asked', () => {
  const questions = questionsFor(standard, { email: 'x@mail.acme.example', company: 'Acme Ltd' });
  expect(
    questions
      .get('account')
      ?.map(({ line, links }) => [line, ...links.map((link) => (link.kind === 'is' ? link.key : link.text))]),
  ).toEqual([
    [0, 'acme.example'],
    [1, 'Acme Ltd'],
  ]);
  expect(questionsFor(standard, { email: 'x@gmail.com' }).get('account')).toEqual([]);
});

test('rows that cannot be used are left out, with an issue for each', () => {
  const { issues, counts } = reportOf(standard, [
    acme,
    { id: 'a2' },
    { ...acme, domain: 'other.example' },
    { ...acme, id: 'a3', owner: 'nobody' },
    7 as never,
  ]);
  expect(
    issues.map(({ position, record, kind, issue }) => [position, record, kind, issue?.field, issue?.kind]),
  ).toEqual([
    [2, 'a2', 'left-out', 'name', 'missing'],
    [3, 'a1', 'duplicate', undefined, undefined],
    [4, 'a3', 'field', 'owner', 'unknown-rep'],
    [5, 'row 5', 'left-out', 'record', 'wrong-type'],
  ]);
  expect(counts.get('accounts')).toEqual({ rows: 5, kept: 2, leftOut: 2, duplicates: 1, unreadable: 1 });
});
