// The files that a command line binds to what a policy names: what they change, what is said where nothing is bound, and how they are named wrongly.
import { expect, test } from 'vitest';
import { ACCOUNTS, BOUND, FILES } from './support/accounts-policy.ts';
import { expectGolden } from './support/golden.ts';
import { AT } from './support/policies.ts';
import { folder } from './support/run.ts';

const ROUTE = ['route', 'accounts.route', 'leads.json', ...AT];

function outcomes(log: string): readonly string[] {
  return log
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { lead, rule, outcome } = JSON.parse(line);
      return `${lead} ${rule} ${outcome.rep ?? outcome.queue}`;
    });
}

test('with nothing bound, each thing that is missing is noted once, and every lead is routed', async () => {
  const here = folder(FILES);
  const ran = await here.run(...ROUTE, '--out', 'log.ndjson');
  expect(ran.code).toBe(0);
  expectGolden('bindings/nothing.txt', ran.err);
  expect(outcomes(here.read('log.ndjson'))).toEqual([
    'L1 otherwise triage',
    'L2 North ana',
    'L3 otherwise triage',
    'L4 otherwise triage',
  ]);
});

test('records, providers and models are read', async () => {
  const here = folder(FILES);
  const ran = await here.run(...ROUTE, ...BOUND, '--out', 'log.ndjson');
  expect([ran.code, ran.err]).toEqual([0, '']);
  expect(outcomes(here.read('log.ndjson'))).toEqual([
    'L1 Owner ben',
    'L2 North ben',
    'L3 Large ana',
    'L4 otherwise triage',
  ]);
});

test('replay needs none of them', async () => {
  const here = folder(FILES);
  await here.run(...ROUTE, ...BOUND, '--out', 'log.ndjson');
  for (const name of ['accounts.csv', 'companies.csv', 'wins.json', 'providers.json', 'territories.csv'])
    here.write(name, '');
  const ran = await here.run('replay', 'log.ndjson');
  expect([ran.code, ran.err]).toEqual([0, '']);
  expect(ran.out).toContain('4 decisions and their explanations made again: every byte is the same.');
});

test('explain reads them as route does, and of a log none', async () => {
  const here = folder(FILES);
  const ran = await here.run('explain', 'accounts.route', 'leads.json', '--lead', 'L3', ...AT, ...BOUND);
  expect([ran.code, ran.err]).toEqual([0, '']);
  expectGolden('bindings/explain.txt', ran.out);
  await here.run(...ROUTE, ...BOUND, '--out', 'log.ndjson');
  const recorded = await here.run('explain', 'accounts.route', 'log.ndjson', '--lead', 'L3', ...BOUND);
  expect(recorded.out).toBe(ran.out);
  expect(recorded.err).toBe(
    'note: The log says what was read when this was decided: the files that were bound here are not used.\n',
  );
});

test('a table in place of the policy’s own makes another policy', async () => {
  const here = folder(FILES);
  await here.run(...ROUTE, ...BOUND, '--table', 'territory=elsewhere.csv', '--out', 'log.ndjson');
  expect(outcomes(here.read('log.ndjson'))).toEqual([
    'L1 Owner ben',
    'L2 otherwise triage',
    'L3 North ben',
    'L4 otherwise triage',
  ]);
  await here.run('compile', 'accounts.route', '-o', 'a.json');
  const bound = await here.run('compile', 'accounts.route', '--table', 'territory=elsewhere.csv', '-o', 'b.json');
  expect(bound.code).toBe(0);
  expect(here.read('a.json')).not.toBe(here.read('b.json'));
  const compiled = await here.run('route', 'b.json', 'leads.json', ...AT, ...BOUND, '--out', 'again.ndjson');
  expect(compiled.code).toBe(0);
  expect(here.read('again.ndjson')).toBe(here.read('log.ndjson'));
});

test('a roster adds people to a team', async () => {
  const here = folder(FILES);
  const ran = await here.run(...ROUTE, ...BOUND, '--roster', 'sales=sales.csv', '--out', 'log.ndjson');
  expect([ran.code, ran.err]).toEqual([0, '']);
  const [first = ''] = here.read('log.ndjson').split('\n');
  const { hash } = JSON.parse(first).policy;
  const policy = JSON.parse(here.read(`log.ndjson.policies/${hash}.json`));
  expect(policy.teams.find((team: { id: string }) => team.id === 'sales').members).toEqual(['ana', 'ben', 'dora']);
});

const WRONG: readonly (readonly string[])[] = [
  ['--records', 'accounts.csv'],
  ['--records', '=accounts.csv'],
  ['--records', 'accounts='],
  ['--records', 'acounts=accounts.csv'],
  ['--records', 'deals=accounts.csv'],
  ['--records', 'accounts=acounts.csv'],
  ['--records', 'accounts=accounts.csv', '--records', 'accounts=other.csv'],
  ['--model', 'win=wins.json'],
  ['--model', 'wins=accounts.csv'],
  ['--table', 'teritory=elsewhere.csv'],
  ['--table', 'territory=accounts.csv'],
  ['--roster', 'sale=sales.csv'],
  ['--providers', 'provider.json'],
  ['--providers', 'leads.json'],
  ['--records', 'accounts=log.ndjson', '--out', 'log.ndjson'],
  ['--providers'],
];

test('what is wrong is said, with the nearest right word', async () => {
  const here = folder(FILES);
  const said: string[] = [];
  for (const words of WRONG) {
    const ran = await here.run(...ROUTE, ...words);
    expect(ran.code, words.join(' ')).toBeGreaterThan(0);
    expect(ran.out).toBe('');
    said.push(`$ fairlead route accounts.route leads.json ${words.join(' ')}  (${ran.code})`, ran.err);
  }
  expectGolden('bindings/wrong.txt', said.join('\n'));
});

test('a name where the policy has none of its kind', async () => {
  const here = folder({ ...FILES, 'plain.route': PLAIN });
  for (const words of [
    ['--records', 'a=b.csv'],
    ['--model', 'a=b.json'],
    ['--table', 'a=b.csv'],
  ]) {
    const ran = await here.run('route', 'plain.route', 'leads.json', ...AT, ...words);
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('at all.')]);
  }
});

const PLAIN = `policy plain "Plain" {
  language 1
}

lead { id text }

team sales "Sales" { rep ana "Ana Ruiz" }
queue triage "To look at" { owner ana }

route {
  otherwise
    route to triage
}
`;

test('a provider that the file does not describe is noted, with the nearest name', async () => {
  const here = folder({
    ...FILES,
    'providers.json': (FILES['providers.json'] ?? '').replace('clearbit', 'clearbits'),
  });
  const ran = await here.run(...ROUTE, ...BOUND);
  expect(ran.code).toBe(0);
  expect(ran.err).toBe(
    'note: The provider clearbit is not in "providers.json", so what it would fill in stays missing. Did you mean "clearbits" there?\n',
  );
});

test('providers are asked about many leads at a time, in the order of the leads', async () => {
  const leads = Array.from({ length: 100 }, (_, i) => ({
    id: `L${i}`,
    email: `a@${i % 2 === 0 ? 'harborlane' : 'kiosk'}.example`,
  }));
  const here = folder({ ...FILES, 'leads.json': JSON.stringify(leads) });
  await here.run(...ROUTE, ...BOUND, '--out', 'log.ndjson');
  const log = here.read('log.ndjson').trimEnd().split('\n');
  expect(log.map((line) => JSON.parse(line).lead)).toEqual(leads.map(({ id }) => id));
  expect(log.filter((line) => JSON.parse(line).rule === 'Large')).toHaveLength(50);
});

test('the tests of a policy bring their own records and answers', async () => {
  const here = folder(FILES);
  const ran = await here.run('test', 'accounts.route', '--coverage', '--model', 'wins=wins.json');
  expect([ran.code, ran.err]).toEqual([0, '']);
  expectGolden('bindings/tests.txt', ran.out);
  const other = await here.run(
    'test',
    'accounts.route',
    '--model',
    'wins=wins.json',
    '--table',
    'territory=elsewhere.csv',
  );
  expect(other.code).toBe(1);
  expect(other.out).toContain('got       rule "North"');
  expect(ACCOUNTS).toContain('given clearbit gives');
});

test('a rule that waits for a review has not taken the lead', async () => {
  const lead = 'lead { id "T6" email "a@kiosk.example" company "Nordwerke" }';
  const given = 'given account is { id "A1" name "Nordwerk GmbH" owner ben }';
  const more = (name: string, expected: string): string =>
    `\ntest "in review, ${name}" {\n  at 2026-11-24T10:00:00+01:00\n  ${lead}\n  ${given}\n  expect ${expected}\n}\n`;
  const here = folder({
    ...FILES,
    'accounts.route': `${ACCOUNTS}${more('a rule', 'rule "Owner"')}${more('the ending', 'otherwise')}`,
  });
  const ran = await here.run('test', 'accounts.route', '--filter', 'in review');
  expect(ran.code).toBe(1);
  expect(ran.out.split('queue data_desk, for somebody to look at the match account')).toHaveLength(3);
});

test('of several policies each gets the files that are its own', async () => {
  const plain = `${PLAIN}\ntest "one" {\n  at 2026-11-24T10:00:00Z\n  lead { id "1" }\n  expect otherwise\n}\n`;
  const here = folder({ ...FILES, 'plain.route': plain });
  const bound = ['--model', 'wins=wins.json', '--table', 'territory=territories.csv'];
  const ran = await here.run('test', 'plain.route', 'accounts.route', ...bound);
  expect([ran.code, ran.err]).toEqual([0, '']);
  const wrong = await here.run(
    'test',
    'plain.route',
    'accounts.route',
    ...bound,
    '--table',
    'teritory=territories.csv',
  );
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('--table binds "teritory"')]);
});
