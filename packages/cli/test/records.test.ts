// Files of records on the command line → leads that are matched, and words about what cannot be used.
import { expect, test } from 'vitest';
import { folder } from './support/run.ts';

const POLICY = `policy p "Accounts" {
  language 1
  owner    "revops@fairlead.example"
  zone     "UTC"
}

lead {
  id      text
  email   email optional
  company text  optional
}

record account from accounts {
  id     text from "Account ID"
  name   text from "Account Name"
  domain text optional from "Website"
  owner  rep  optional from "Owner"
}

team sales "Sales" {
  rep ana "Ana Ruiz"
  rep ben "Ben Okafor"
}

queue triage "Triage" { owner ana }
queue desk   "Desk"   { owner ana }

match account from accounts {
  100% when account.domain is domain of email
   90% when account.name is like company
  accept 85%
  review 60% in desk
}

route {
  rule "Owned"
    when account is matched and account.owner is known
    route to account.owner

  otherwise
    route to triage
}
`;

const LEADS = `id,email,company
L1,x@zentara.example,
L2,x@gmail.com,ZENTARA Ltd
L3,x@gmail.com,Zentarra
L4,x@gmail.com,Marmot
`;

const ROWS = [
  ['a1', 'Zentara GmbH', 'zentara.example', 'Ana Ruiz'],
  ['a2', '', 'kalomi.example', 'ben'],
  ['a1', 'Zentara Twin', 'twin.example', 'ben'],
  ['a3', 'Pinhal', 'pinhal.example', 'nobody'],
] as const;

const COLUMNS = ['Account ID', 'Account Name', 'Website', 'Owner'];
const asObject = (row: readonly string[]): object =>
  Object.fromEntries(COLUMNS.map((name, index) => [name, row[index]]));

const FILES = {
  'accounts.csv': `${[COLUMNS, ...ROWS].map((row) => row.join(',')).join('\n')}\n`,
  'accounts.json': JSON.stringify(ROWS.map(asObject)),
  'accounts.ndjson': `${ROWS.map((row) => JSON.stringify(asObject(row))).join('\n')}\n`,
} as const;

test.each([
  ['accounts.csv', [3, 4, 5]],
  ['accounts.json', [2, 3, 4]],
  ['accounts.ndjson', [2, 3, 4]],
] as const)(
  '%s is read, and what cannot be used is said once, with the first place',
  async (file, [left, twice, unread]) => {
    const here = folder({ 'p.route': POLICY, 'leads.csv': LEADS, ...FILES });
    const ran = await here.run('route', 'p.route', 'leads.csv', '--records', `accounts=${file}`, '--out', 'log.ndjson');
    expect(ran.err.trim().split('\n')).toEqual([
      `note: 1 record is left out. ${file}, row ${left}: name is missing.`,
      `note: 1 record is left out. ${file}, row ${twice}: an earlier record has the id "a1", too.`,
      `note: 1 value could not be read and counts as missing. ${file}, row ${unread}: owner is "nobody"; expected a rep, by id, by name or by a field marked unique.`,
    ]);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('account  matched      2  50 %');
    expect(ran.out).toContain('account  for review   1  25 %');
    expect(ran.out).toContain('account  not matched  1  25 %');
    const replayed = await here.run('replay', 'log.ndjson');
    expect([replayed.code, replayed.err]).toEqual([0, '']);
  },
);

test('a column that is not there is said, with the nearest one', async () => {
  const here = folder({
    'p.route': POLICY,
    'leads.csv': LEADS,
    'a.csv': 'Account ID,Accont Name,Website,Owner\n1,Zentara,x,ana\n',
  });
  const { err } = await here.run('route', 'p.route', 'leads.csv', '--records', 'accounts=a.csv');
  expect(err).toContain(
    'a.csv has no column "Account Name" for the field name, which every account needs. Did you mean "Accont Name"?',
  );
  expect(err).toContain('1 record is left out.');
});

test('rows that cannot be read at all, an empty file and one that is not there are said', async () => {
  const here = folder({ 'p.route': POLICY, 'leads.csv': LEADS, 'a.ndjson': '{"Account ID":"1"\n', 'none.json': '[]' });
  const broken = await here.run('route', 'p.route', 'leads.csv', '--records', 'accounts=a.ndjson');
  expect(broken.err).toContain('1 row could not be read and is left out. a.ndjson, row 1');
  const other = folder({ 'p.route': POLICY, 'leads.csv': LEADS, 'a.ndjson': '[]\n', 'cut.json': '[{"Account ID":"1"' });
  const list = await other.run('route', 'p.route', 'leads.csv', '--records', 'accounts=a.ndjson');
  expect(list.err).toContain('a.ndjson, row 1: A record is an object such as {"id": "A1"}, and this is a list.');
  const cut = await other.run('route', 'p.route', 'leads.csv', '--records', 'accounts=cut.json');
  expect(cut.err).toContain('The file ends in the middle of this record. Is it complete?');
  const empty = await here.run('route', 'p.route', 'leads.csv', '--records', 'accounts=none.json');
  expect(empty.err).toContain('There are no records in none.json.');
  const gone = await here.run('route', 'p.route', 'leads.csv', '--records', 'accounts=gone.csv');
  expect(gone.code).toBe(2);
  expect(gone.err).toContain('gone.csv');
});

test('the summary shows no bar for no leads', async () => {
  const here = folder({ 'p.route': POLICY, 'leads.csv': LEADS, 'empty.csv': COLUMNS.join(',') });
  const { out } = await here.run('route', 'p.route', 'leads.csv', '--records', 'accounts=empty.csv');
  expect(out).toMatch(/^ {2}account {2}matched +0$/m);
  expect(out).toMatch(/^ {2}account {2}not matched +\d+ +100 % +█+$/m);
});
