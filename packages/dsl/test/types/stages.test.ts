// Enrichers, matches, splits and how somebody is picked: what fits together, and what would find nothing or mean nothing.
import { describe, expect, test } from 'vitest';
import { checkText, problems } from './support.ts';

const otherwise = 'route { otherwise route to triage }';

describe('enrichers', () => {
  const enrich = (by: string, fill: string, more = ''): readonly string[] =>
    problems(checkText(`enrich e { from p by ${by} fill ${fill} within 800 ms ${more} } ${otherwise}`));

  test.each([
    ['domain of email', 'company, employees, industry', []],
    ['email', 'owner', []],
    ['employees + growth', 'company', []],
    ['zip', 'account', []],
    ['"x"', 'company', ['FL367 "x"']],
    ['ana', 'company', ['FL367 ana']],
    ['backup of ana', 'company', ['FL367 backup of ana']],
    ['tags', 'company', ['FL333 tags']],
    ['account', 'company', ['FL333 account']],
    ['rep.hired', 'company', ['FL223 rep.hired']],
    ['company', 'company', ['FL368 company']],
    ['domain of company', 'employees, company', ['FL368 company']],
    ['email', 'source', ['FL364 source']],
    ['email', 'id, company', ['FL364 id']],
    ['email', 'tags', ['FL364 tags']],
    ['email', 'activity', ['FL364 activity']],
    ['email', 'company, company', ['FL213 company']],
    ['email', 'compny', ['FL204 compny']],
    ['email', 'fit', ['FL204 fit']],
  ])('by %s fill %s', (by, fill, expected) => {
    expect(enrich(by, fill)).toEqual(expected);
  });

  test('lengths of time can be counted', () => {
    expect(enrich('email', 'company', 'reuse for 2 months')).toEqual(['FL307 2 months']);
    expect(enrich('email', 'company', 'reuse for 0 days')).toEqual(['FL306 0']);
  });

  test('what comes later cannot be the key', () => {
    const text = `match deal from accounts { 100% when deal.domain is domain of email accept 85% }
score fit max 9 { 1 when deal is matched }
enrich a { from p by fit fill company within 1 second }
enrich b { from p by deal.name fill company within 1 second }`;
    expect(problems(checkText(`${text} ${otherwise}`))).toEqual(['FL222 fit', 'FL222 deal.name']);
  });
});

describe('lines of a match', () => {
  const match = (when: string, before = ''): readonly string[] =>
    problems(
      checkText(`${before} match deal from accounts { 90% when ${when} accept 85% }
route { rule "R" when deal is matched route to sales otherwise route to triage }`),
    );

  test.each([
    ['deal.domain is domain of email', []],
    ['domain of email is deal.domain', []],
    ['deal.name is like company', []],
    ['company is like deal.name and deal.tier is known', []],
    ['deal.owner is owner', []],
    ['(deal.name is company and opted_in) and deal.tier is "A"', []],
    ['deal.domain is account.domain', []],
    ['deal.name is company and (deal.tier is missing or deal.tier is not "B")', []],
    ['deal.tier is "A"', ['FL362 deal.tier is "A"']],
    ['deal.name is deal.domain', ['FL362 deal.name is deal.domain']],
    ['company is title', ['FL362 company is title']],
    ['deal.name is not company', ['FL362 deal.name is not company', 'FL401 deal.name is not company']],
    ['deal.name contains company', ['FL362 deal.name contains company']],
    ['deal.name is company or opted_in', ['FL362 deal.name is company or opted_in']],
    ['not (deal.name is company)', ['FL362 not (deal.name is company)', 'FL401 not (deal.name is company)']],
    ['deal.name is company and deal.domain is not "x.example"', ['FL401 deal.domain is not "x.example"']],
    ['deal.name is company and deal is matched', ['FL222 deal']],
    ['deal.name is company and rep.hired is known', ['FL223 rep.hired']],
    ['deal.name is employees', ['FL310 employees']],
    ['deal.owner is like company', ['FL339 deal.owner']],
    ['deal.name is like email', ['FL339 email']],
    ['deal.name is like source', ['FL339 source']],
    ['deal.name is like industry', []],
    ['deal.name is like " "', ['FL334 " "']],
    ['deal.name is company and "a" is like "b"', ['FL335 "a" is like "b"']],
    ['deal.nam is company', ['FL204 nam']],
  ])('%s', (when, expected) => {
    expect(match(when)).toEqual(expected);
  });

  test('a comparison in a define finds no records', () => {
    expect(match('same_name', 'define same_name = deal.name is company')).toEqual(['FL362 same_name']);
    expect(match('deal.name is company and top', 'define top = deal.tier is "A"')).toEqual([]);
    expect(match('deal.name is company and won', 'define won = deal is matched')).toEqual(['FL222 won']);
  });

  test('matches read those before them, tables and scores come later', () => {
    const two = (first: string, second: string): readonly string[] =>
      problems(
        checkText(`match a from accounts { 100% when a.name is company and ${first} accept 85% }
match b from accounts { 100% when b.name is company and ${second} accept 85% }
score fit max 9 { 1 when b is matched and a is matched }
route { rule "R" when fit > 1 route to sales otherwise route to triage }`),
      );
    expect(two('opted_in', 'a is matched and a.tier is "A"')).toEqual([]);
    expect(two('b is matched', 'opted_in')).toEqual(['FL222 b']);
    expect(two('b.tier is "A"', 'opted_in')).toEqual(['FL222 b.tier']);
    expect(two('fit > 3', 'opted_in')).toEqual(['FL222 fit']);
  });
});

describe('what is accepted, reviewed and preferred', () => {
  const match = (lines: string, more = ''): readonly string[] =>
    problems(
      checkText(`${more} match deal from accounts { ${lines} }
route { rule "R" when deal is matched route to sales otherwise route to triage }`),
    );
  const line = '90% when deal.name is company';

  test.each([
    [`${line} accept 90%`, []],
    [`${line} accept 90.01%`, ['FL369 90%']],
    [`${line} accept 95% review 90% in triage`, []],
    [`${line} accept 95% review 91% in triage`, ['FL369 90%']],
    [`${line} accept 85% review 85% in triage`, ['FL363 85%']],
    [`${line} accept 85% review 60% in sales`, ['FL203 sales']],
    [`${line} accept 85% review 60% in triag`, ['FL202 triag']],
    [`${line} accept 85.125%`, ['FL366 85.125%']],
    [`${line} accept 85.120%`, []],
    [`${line} accept 101%`, ['FL306 101%']],
    ['0.5% when deal.name is company accept 1%', ['FL306 0.5%']],
    [`${line} accept 85% prefer deal.tier is "A" prefer the highest deal.owner`, ['FL336 deal.owner']],
    [`${line} accept 85% prefer the newest employees`, ['FL370 employees']],
    [`${line} accept 85% prefer the newest created`, []],
    [`${line} accept 85% prefer the lowest born`, []],
    [`${line} accept 85% prefer deal is matched`, ['FL222 deal']],
    [`${line} accept 85% prefer deal.tier is not "A"`, ['FL401 deal.tier is not "A"']],
  ])('%s', (lines, expected) => {
    expect(match(lines)).toEqual(expected);
  });

  test('a tie is not broken by what nobody may see', () => {
    const visits = 'record visit from visits { name text income number private }';
    const text = (prefer: string): string => `${visits}
match visit from visits { 100% when visit.name is company accept 85% prefer ${prefer} }
route { rule "R" when visit is matched route to sales otherwise route to triage }`;
    expect(problems(checkText(text('the highest visit.income')))).toEqual(['FL517 visit.income']);
    expect(problems(checkText(text('visit.income > 5')))).toEqual([]);
  });
});

describe('is matched', () => {
  const when = (condition: string): readonly string[] =>
    problems(
      checkText(`match deal from accounts { 90% when deal.name is company accept 85% }
define known_deal = deal is matched
define top_deal = deal.tier is "A"
route { rule "U" when deal is matched and known_deal and top_deal and opted_in route to ana rule "R" when ${condition} route to sales otherwise route to triage }`),
    );

  test.each([
    ['deal is matched and deal.name is not "A"', []],
    ['known_deal and deal.name is not "A"', []],
    ['deal is not matched or deal.name is not "A"', []],
    ['not known_deal or deal.name is not "A"', []],
    ['not (deal is matched and deal.name is "A")', []],
    ['deal.name is not "A"', ['FL401 deal.name is not "A"']],
    ['deal is not matched and deal.name is not "A"', ['FL401 deal.name is not "A"']],
    ['deal is matched or deal.name is not "A"', ['FL401 deal.name is not "A"']],
    ['deal is matched and deal.tier is not "A"', ['FL401 deal.tier is not "A"']],
    ['deal is matched and deal.tier is known and deal.tier is not "A"', []],
    ['not top_deal', ['FL402 not top_deal']],
    ['deal.name is not like "Acme"', ['FL401 deal.name is not like "Acme"']],
    ['deal.name is known and deal.name is not like "Acme"', []],
    ['deal is matched and company is known and deal.name is not like company', []],
    ['deal is matched and deal.name is not like company', ['FL401 deal.name is not like company']],
    ['deal is matched and deal.tier is missing', []],
    ['deal', ['FL203 deal']],
    ['deal is known', ['FL203 deal']],
    ['deal is "Acme"', ['FL203 deal']],
    ['owner is matched', ['FL203 owner']],
    ['opted_in is matched', ['FL203 opted_in']],
    ['sales is matched', ['FL203 sales']],
    ['known_deal is matched', ['FL238 known_deal']],
    ['deel is matched', ['FL201 deel']],
    ['deal.name is matched', ['FL203 deal.name']],
    ['deal.contry is "A"', ['FL204 contry']],
  ])('%s', (condition, expected) => {
    expect(when(condition)).toEqual(expected);
  });
});

describe('splits', () => {
  const rule = (text: string): readonly string[] =>
    problems(checkText(`route { rule "R" when opted_in route to ${text} otherwise route to triage }`));

  test.each([
    ['split { 60% sales 40% leadership }', []],
    ['split { 60% sales 20% owner 20% triage }', []],
    ['split by email { 50% sales 50% ana } where rep.open < 3', []],
    ['split by source { 50% sales 50% team of owner } by lowest rep.load', []],
    ['split by created { 50% sales 50% ana } fallback { triage }', []],
    ['split by domain of email { 50% sales 50% ana }', ['FL510 domain of email']],
    ['split by company { 50% sales 50% ana }', ['FL510 company']],
    ['split by tags { 50% sales 50% ana }', ['FL333 tags']],
    ['split by ana { 50% sales 50% ana }', ['FL534 ana']],
    ['split by team of ana { 50% sales 50% ana }', ['FL534 team of ana']],
    ['split by rep.load { 50% sales 50% ana }', ['FL223 rep.load']],
    ['split by sources { 50% sales 50% ana }', ['FL201 sources']],
    ['split { 100% sales }', ['FL532 split']],
    ['split { }', ['FL532 split']],
    ['split { 50% sales 50% sales }', ['FL531 50% sales']],
    ['split { 50.005% sales 49.995% ana }', ['FL366 50.005%', 'FL366 49.995%']],
    ['split { 50.50% sales 49.50% ana }', []],
    ['split { 50% ana 50% dana } where rep.open < 3', ['FL507 where rep.open < 3']],
    ['split { 50% ana 50% triage } by fewest this month', ['FL507 by fewest this month']],
    ['split { 50% ana 50% triage } even off duty', []],
    ['split { 50% sales 50% triage } fallback { dana }', ['FL506 dana']],
    ['split by id { 50% sales 50% triage } fallback { dana }', []],
    ['split { 50% sales 50% title }', ['FL518 title']],
    ['split { 50% sales 50% compny }', ['FL201 compny']],
    ['sales fallback { split { 50% ana 50% dana } triage }', ['FL169 split { 50% ana 50% dana }']],
    ['split { 50% sales 50% split { 50% ana 50% dana } }', ['FL169 split { 50% ana 50% dana }']],
    ['dana for 2 hours fallback { triage }', ['FL170 for 2 hours']],
  ])('route to %s', (text, expected) => {
    expect(rule(text)).toEqual(expected);
  });
});

describe('strategies, reserves and temporary owners', () => {
  const rule = (text: string): readonly string[] =>
    problems(checkText(`route { rule "R" when opted_in ${text} otherwise route to triage }`));

  test.each([
    ['route to sales by fewest this week', []],
    ['route to sales by likelihood using best', []],
    ['route to sales by fewest this week weight { 2 for ana }', ['FL508 weight { 2 for ana }']],
    ['route to sales by likelihood using m weight { 2 for ana }', ['FL508 weight { 2 for ana }']],
    [
      'route to sales by fewest this week reserve at least 20% for rep.hired is known',
      ['FL508 reserve at least 20% for rep.hired is known'],
    ],
    ['route to sales by rotation of this rule reserve at least 0.01% for rep.hired is known', []],
    ['route to sales reserve at least 0% for rep.hired is known', ['FL306 0%']],
    ['route to sales reserve at least 12.345% for rep.hired is known', ['FL366 12.345%']],
    ['route to sales reserve at least 100.5% for rep.hired is known', ['FL306 100.5%']],
    ['route to sales reserve at least 20% for opted_in', ['FL533 opted_in']],
    ['route to sales reserve at least 20% for rep.win_rate > 0.1 and opted_in', []],
    ['route to ana by fewest this week', ['FL507 by fewest this week']],
    ['route to ana by likelihood using m', ['FL507 by likelihood using m']],
    [
      'route to triage reserve at least 20% for rep.hired is known',
      ['FL507 reserve at least 20% for rep.hired is known'],
    ],
    ['route to owner weight { 2 for ana }', ['FL507 weight { 2 for ana }']],
    ['route to sales fallback { dana for 2 hours triage }', []],
    ['route to sales fallback { owner for 30 minutes dana for 1 day dana triage }', []],
    [
      'route to sales fallback { sales for 1 day dana for 1 day dana for 2 days triage }',
      ['FL521 sales for 1 day', 'FL521 dana for 2 days'],
    ],
    ['route to sales fallback { triage for 2 hours }', ['FL530 2 hours']],
    ['route to sales fallback { dana for 2 months triage }', ['FL307 2 months']],
    ['route to sales fallback { dana for 0 hours triage }', ['FL306 0']],
    ['route to sales fallback { dana for 1.5 hours triage }', ['FL305 1.5']],
    ['route to triage respond within 1 hour { after 1 hour reassign }', []],
    ['route to sales fallback { triage } respond within 1 hour { after 1 hour reassign }', []],
  ])('%s', (text, expected) => {
    expect(rule(text)).toEqual(expected);
  });

  test.each([
    ['pause above 1.5 times average', []],
    ['pause above 0 times average', ['FL306 0']],
    ['pause above -1 times average', ['FL306 -1']],
    ['counts 2 when employees > 100', []],
    ['counts 0 when opted_in', ['FL306 0']],
    ['counts 1.5 when opted_in', ['FL305 1.5']],
    ['counts 2 when rep.open > 5', ['FL223 rep.open']],
    ['counts 2 when industry is not "A"', ['FL401 industry is not "A"']],
  ])('%s', (line, expected) => {
    const team = `team extra "Extra" { ${line} rep eve "Eve" }`;
    expect(problems(checkText(`${team} route { otherwise route to extra fallback { triage } }`))).toEqual(expected);
  });
});

describe('what a test gives', () => {
  const given = (text: string): readonly string[] =>
    problems(
      checkText(`record visit from visits { id code name text seen time optional }
enrich e { from clearbit by email fill company, employees, industry within 1 second }
match deal from accounts { 90% when deal.name is company accept 85% }
match visit from visits { 90% when visit.name is company accept 85% }
route { rule "R" when deal is matched or visit is matched route to sales otherwise route to triage }
test "t" { at 2026-11-24T10:00:00Z
  lead { id "1" email "a@b.example" source "form" fee 1 EUR opted_in yes created 2026-11-24T10:00:00Z }
  ${text} expect otherwise }`),
    );

  test.each([
    ['given ana is away given ana has 3 open', []],
    ['given ana is away given ana is away', ['FL213 ana is away']],
    ['given ana has 3 open given ana has 4 open', ['FL213 ana has 4 open']],
    ['given ana has 2.5 open', ['FL305 2.5']],
    ['given sales is away', ['FL203 sales']],
    ['given clearbit gives { company "A" employees 5 }', []],
    ['given clearbit gives { }', []],
    ['given clearbit gives { employees "many" }', ['FL347 "many"']],
    ['given clearbit gives { title "A" }', ['FL373 title']],
    ['given clearbit gives { titel "A" }', ['FL204 titel']],
    ['given clearbit gives { company "A" } given clearbit fails', ['FL213 clearbit fails']],
    ['given clearbitt fails', ['FL236 clearbitt']],
    ['given deal is { name "A" }', []],
    ['given account is { name "A" } given deal is { name "B" }', []],
    ['given deal is { }', ['FL371 deal']],
    ['given deal is { nam "A" }', ['FL204 nam']],
    ['given deal is { name 5 }', ['FL316 5']],
    ['given deal is { name "A" owner ana }', []],
    ['given deal is { name "A" tier "Z" }', ['FL312 "Z"']],
    ['given visit is { id "1" name "A" } given visit is { id "2" name "A" }', []],
    ['given visit is { id "1" name "A" } given visit is { id "1" name "B" }', ['FL372 id "1"']],
    ['given visit is { id "a" name "A" } given visit is { id "A" name "B" }', []],
    ['given del is { name "A" }', ['FL202 del']],
  ])('%s', (text, expected) => {
    expect(given(text)).toEqual(expected);
  });

  test('a record that no match looks for', () => {
    const text = `route { otherwise route to triage } test "t" { at 2026-11-24T10:00:00Z
  lead { id "1" email "a@b.example" source "form" fee 1 EUR opted_in yes created 2026-11-24T10:00:00Z }
  given account is { name "A" } expect otherwise }`;
    expect(problems(checkText(text))).toEqual(['FL374 account']);
  });
});
