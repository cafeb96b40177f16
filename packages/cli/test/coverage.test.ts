// What `--coverage` shows of a policy that has everything: what is missing, where it stands, and what to write to get there.
import { expect, test } from 'vitest';
import { expectGolden } from './support/golden.ts';
import { folder } from './support/run.ts';

const WHOLE = `policy whole "Whole" {
  language 1
}

lead {
  id        text
  email     email     optional private
  company   text      optional
  country   text      optional
  title     text      optional
  employees count     optional
  budget    money USD optional
  opted_in  flag
  tags      list of text
  activity  signals
}

record account from accounts {
  name  text
  tier  "A" | "B" | "C" optional
  since date optional
  owner rep optional
}

rep {
  languages list of text
  hired     date
}

list chiefs = ["CEO", "CTO"]

define chief = title mentions any of chiefs

calendar office { zone "UTC" open mon-fri 09:00-17:00 }

team sales "Sales" {
  counts 2 when budget >= 50k USD
  rep ana "Ana Ruiz" { languages ["en"] hired 2020-01-01 }
  rep ben "Ben Okafor" { languages ["en", "de"] hired 2026-11-01 }
}

team small "Small accounts" { rep carla "Carla Diaz" { languages [] hired 2020-01-01 works office } }

queue triage "To look at" { owner ana }

match account from accounts {
  90% when account.name is like company and account.tier is "A"
  80% when account.name is like company
  accept 75%
  prefer the newest account.since
}

table territory from "territories.csv" {
  key   country
  key   employees
  gives team team
}

score fit max 50 {
  30 when chief
  10 when tags includes any of ["vip", "press"]
  10 halving every 3 days when activity includes "demo" at least 2 times within the last 2 weeks
}

route {
  default notify slack "#sales" when opted_in

  rule "Known"
    when account is matched and account.owner is known
    route to account.owner
    fallback { triage }

  rule "Worth it"
    when fit >= 30
    route to sales
    where rep.languages includes "de" or rep.open < 10
    weight { 2 when rep.hired more than 12 months ago }
    reserve at least 20% for rep.hired within the last 90 days
    fallback { triage }

  rule "Territory"
    when territory is matched
    route to split by id { 50% sales  50% small }
    fallback { triage }

  rule "In the office"
    when during office and not (country is missing or country in ["FR", "BE"])
    route to small
    fallback { triage }

  otherwise
    route to triage
}

test "a chief" {
  at 2026-11-24T10:00:00Z
  lead { id "T1" title "CEO" opted_in yes country "AT" employees 10 }
  expect rule "Worth it"
}

test "somebody from Vienna" {
  at 2026-11-24T10:00:00Z
  lead { id "T2" title "Head of sales" opted_in no country "AT" employees 10 tags ["vip"] }
  expect rule "Territory"
}
`;

const ROWS = 'country,employees,team\nDE,1..99,small\nDE,*,sales\nAT,*,sales\nCH,*,sales\n';

test('everything that no test reaches, with what to write', async () => {
  const ran = await folder({ 'whole.route': WHOLE, 'territories.csv': ROWS }).run('test', 'whole.route', '--coverage');
  expect([ran.code, ran.err]).toEqual([0, '']);
  expectGolden('test/coverage-whole.txt', ran.out);
});

test('the same as JSON', async () => {
  const here = folder({ 'whole.route': WHOLE, 'territories.csv': ROWS });
  const ran = await here.run('test', 'whole.route', '--coverage', '--format', 'json');
  expectGolden('test/coverage-whole.json', ran.out);
});

test('a file that another uses has its own places, in the order of the files', async () => {
  const start = WHOLE.indexOf('team sales');
  const end = WHOLE.indexOf('match account');
  const main = `use "./people.route"\n\n${WHOLE.slice(0, start)}${WHOLE.slice(end)}`;
  const here = folder({ 'whole.route': main, 'people.route': WHOLE.slice(start, end), 'territories.csv': ROWS });
  const ran = await here.run('test', 'whole.route', '--coverage', '--format', 'json');
  const [suite] = JSON.parse(ran.out);
  const places = suite.coverage.boundaries.missing.map(
    ({ file, line }: { file: string; line: number }) => `${file}:${line}`,
  );
  expect(places[0]).toMatch(/^whole\.route/);
  expect(places.at(-1)).toBe('people.route:2');
});

test('of very many rows the first are shown', async () => {
  const rows = `country,employees,team\n${Array.from({ length: 2000 }, (_, i) => `X${i},*,sales\n`).join('')}AT,*,sales\n`;
  const ran = await folder({ 'whole.route': WHOLE, 'territories.csv': rows }).run('test', 'whole.route', '--coverage');
  expect(ran.out).toContain('1 of 2,001 rows of tables hit (not in the percentage)');
  expect(ran.out).toContain('… and 1,970 more');
});

test('a condition on a private field that no rule asked about was not looked at', async () => {
  const policy = `policy p "P" {
  language 1
}

lead {
  id    text
  email email private
}

team sales "Sales" { rep ana "Ana Ruiz" }
queue triage "To look at" { owner ana }

route {
  rule "First"
    when id is "1"
    reject "one"

  rule "Private"
    when email is free mail
    reject "free"

  otherwise
    route to triage
}

test "one" {
  at 2026-11-24T10:00:00Z
  lead { id "1" email "a@gmail.com" }
  expect rule "First"
}
`;
  const ran = await folder({ 'p.route': policy }).run('test', 'p.route', '--coverage', '--format', 'json');
  const [suite] = JSON.parse(ran.out);
  expect(suite.coverage.conditions.neverAsked).toEqual([{ file: 'p.route', line: 19, words: 'email is free mail' }]);
  expect(ran.out).not.toContain('gmail.com"');
});
