// `--providers`: real providers (a web server on this machine, tables, recordings, logs), what they do to leads, and what is said when they fail.
import { expect, test } from 'vitest';
import { AT } from './support/policies.ts';
import { config, ENV, enrichedIn, FIELDS, harbour, LEADS, policy, ROUTE, withServer } from './support/providers.ts';
import { folder } from './support/run.ts';
import type { Answer } from './support/server.ts';

test('asks a real server, once for each key, and shows nothing private', async () => {
  const { here, web } = await withServer((path) => (path.includes('harbour') ? { json: harbour } : { status: 404 }));
  const ran = await here.runWith(ENV, ...ROUTE);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect([...web.asked].sort()).toEqual(['/find?domain=harbour.example', '/find?domain=mill.example']);
  expect(web.headers().authorization).toBe('Bearer sk-CANARY');
  const log = here.read('log.ndjson');
  expect(enrichedIn(log)).toEqual([
    'L1 | Large | answered | company+employees+phone',
    'L2 | otherwise | nothing',
    'L3 | otherwise | answered | company+phone',
    'L4 | otherwise | not-asked | the lead does not say what to ask by',
  ]);
  expect(log + ran.out).not.toContain('CANARY');
  expect(ran.out.replace(/ +/g, ' ')).toContain(' clearbit 3 2 67 % 1 33 % 0 0 1');
  expect(ran.out.replace(/ +/g, ' ')).toContain(' clearbit employees 2 1 50 % 0');
  expect(ran.out).toContain('1 answer of clearbit was known already: it was asked 2 times.');
  const replayed = await here.run('replay', 'log.ndjson');
  expect(replayed.code).toBe(0);
});

test('decides the same leads by the same bytes again, whatever the server says now', async () => {
  const { here, web } = await withServer((_, nth) => (nth <= 2 ? { json: harbour } : { status: 500 }));
  await here.runWith(ENV, ...ROUTE, '--state', 'state.json');
  const first = here.read('log.ndjson');
  const again = await here.runWith(ENV, ...ROUTE, '--state', 'state.json');
  expect(again.out).toContain('4 leads came before');
  expect(here.read('log.ndjson')).toBe(first);
  expect(web.asked).toHaveLength(2);
});

test('explains what was looked up, as text, Markdown and data', async () => {
  const { here } = await withServer(() => ({ json: { ...harbour, name: 17 } }));
  const explain = ['explain', 'desk.route', 'leads.csv', '--lead', 'L1', ...AT, '--providers', 'providers.json'];
  const text = await here.runWith(ENV, ...explain);
  expect(text.out).toContain(`What was looked up
  clearbit said:
    employees is 1200
    phone is private
    company was "17", which was not used; expected text in quotes`);
  expect(text.out).toContain('employees was 1200 (from clearbit)');
  const markdown = await here.runWith(ENV, ...explain, '--format', 'markdown');
  expect(markdown.out).toContain('What was looked up');
  const data = JSON.parse((await here.runWith(ENV, ...explain, '--format', 'json')).out);
  expect(data.enriched).toMatchObject([{ enricher: 'firmographics', provider: 'clearbit', kind: 'answered' }]);
  expect(text.out + markdown.out + JSON.stringify(data)).not.toContain('CANARY');
});

test.each<[string, Answer, string]>([
  ['never answers', () => 'hang', 'late'],
  ['is down', () => ({ status: 503, text: 'CANARY' }), 'failed | it was not available (HTTP 503)'],
  [
    'does not know the secret',
    () => ({ status: 401, text: 'CANARY' }),
    'failed | it did not accept the secret (HTTP 401)',
  ],
  ['sends a page', () => ({ text: '<html>CANARY</html>' }), 'failed | its answer was not JSON'],
  ['sends a list', () => ({ json: ['CANARY'] }), 'failed | its answer was no object'],
  [
    'points elsewhere',
    () => ({ status: 302, headers: { location: 'http://127.0.0.1:1/CANARY' } }),
    'failed | it pointed to another address, which is not followed (HTTP 302)',
  ],
  [
    'sends too much',
    () => ({ text: `{"name": "${'x'.repeat(1_100_000)}CANARY"}` }),
    'failed | its answer was too long',
  ],
  ['answers an empty object', () => ({ json: {} }), 'nothing'],
  ['lies', () => ({ json: { metrics: { employees: 'CANARY many' }, contact: { phone: 1 } } }), 'answered'],
])('a server that %s: the lead is routed, and the decision says so', async (_, answer, expected) => {
  const { here } = await withServer(answer, answer('', 1) === 'hang' ? '30 ms' : '10 seconds');
  const ran = await here.runWith(ENV, ...ROUTE);
  expect(ran.code).toBe(0);
  const log = here.read('log.ndjson');
  expect(enrichedIn(log)[0]).toBe(`L1 | otherwise | ${expected}`);
  if (!expected.startsWith('answered')) expect(log + ran.out + ran.err).not.toContain('CANARY');
  expect(ran.err + ran.out).not.toContain('sk-');
  expect((await here.run('replay', 'log.ndjson')).code).toBe(0);
});

test('asks once more where that may help', async () => {
  const { here, web } = await withServer((_, nth) => (nth <= 2 ? { status: 503 } : { json: harbour }));
  here.write('leads.csv', 'id,website\nL1,harbour.example\n');
  await here.runWith(ENV, ...ROUTE);
  expect(enrichedIn(here.read('log.ndjson'))).toEqual(['L1 | Large | answered | company+employees+phone']);
  expect(web.asked).toHaveLength(3);
});

test('nobody is there at all', async () => {
  const here = folder({
    'desk.route': policy(),
    'leads.csv': LEADS,
    'providers.json': config({ kind: 'http', url: 'http://127.0.0.1:1/{key}', fields: FIELDS }),
  });
  expect((await here.run(...ROUTE)).code).toBe(0);
  expect(enrichedIn(here.read('log.ndjson'))[0]).toBe('L1 | otherwise | failed | it could not be reached');
});

test('a policy that names a provider that is not bound: routed, and said once', async () => {
  const here = folder({ 'desk.route': policy(), 'leads.csv': LEADS });
  const ran = await here.run('route', 'desk.route', 'leads.csv', ...AT, '--out', 'log.ndjson');
  expect(ran.code).toBe(0);
  expect(ran.err.match(/clearbit/g)).toHaveLength(1);
  expect(enrichedIn(here.read('log.ndjson'))[0]).toBe('L1 | otherwise | not-asked | no such provider is there');
});

test('a table answers, cell by cell', async () => {
  const here = folder({
    'desk.route': policy(),
    'leads.csv': LEADS,
    'config/firms.csv':
      'Domain;Company;Size\nHARBOUR.example;Harbour Works;1200\nharbour.example;Other;3\nmill.example;;lots\n',
    'config/providers.json': config({
      kind: 'csv',
      file: 'firms.csv',
      key: 'Domain',
      fields: { company: 'Company', employees: 'Size' },
    }),
  });
  const ran = await here.run(
    'route',
    'desk.route',
    'leads.csv',
    ...AT,
    '--providers',
    'config/providers.json',
    '--out',
    'log.ndjson',
  );
  expect(ran.code).toBe(0);
  expect(ran.err).toContain(
    'The policy fills phone from clearbit, but its "fields" do not say where that stands, so it stays missing.',
  );
  expect(ran.err).toContain('1 row of');
  expect(enrichedIn(here.read('log.ndjson'))).toEqual([
    'L1 | Large | answered | company+employees',
    'L2 | otherwise | answered',
    'L3 | otherwise | answered | company',
    'L4 | otherwise | not-asked | the lead does not say what to ask by',
  ]);
});

test('an answer that came too late is not kept', async () => {
  const here = folder({
    'desk.route': policy('200 ms'),
    'leads.csv': LEADS,
    'answers.ndjson': '{"key": "harbour.example", "answer": "late"}\n',
    'providers.json': JSON.stringify({
      ...JSON.parse(config({ kind: 'recorded', file: 'answers.ndjson' })),
      keep: 'kept.ndjson',
    }),
  });
  for (const _ of ['first', 'second']) {
    await here.run(...ROUTE);
    expect(enrichedIn(here.read('log.ndjson'))[0]).toContain(' | late');
  }
});

test('a column that is not there is named, with the nearest one', async () => {
  const here = folder({
    'desk.route': policy(),
    'leads.csv': LEADS,
    'firms.csv': 'Domain,Compny\na,b\n',
    'providers.json': config({ kind: 'csv', file: 'firms.csv', key: 'Domain', fields: { company: 'Company' } }),
  });
  const ran = await here.run(...ROUTE);
  expect(ran.code).toBe(1);
  expect(ran.err).toContain('has no column "Company", which clearbit reads. Did you mean "Compny"?');
});

test('answers that were written down, and answers of earlier decisions', async () => {
  const here = folder({
    'desk.route': policy(),
    'leads.csv': LEADS,
    'answers.ndjson':
      '{"key": "harbour.example", "answer": {"employees": 1500}}\n{"key": "mill.example", "answer": "fails"}\n',
    'providers.json': config({ kind: 'recorded', file: 'answers.ndjson' }),
    'then.json': config({ kind: 'decisions', file: 'log.ndjson' }),
  });
  await here.run(...ROUTE);
  const first = enrichedIn(here.read('log.ndjson'));
  expect(first.slice(0, 2)).toEqual([
    'L1 | Large | answered | employees',
    'L2 | otherwise | failed | it was recorded so',
  ]);
  await here.run('route', 'desk.route', 'leads.csv', ...AT, '--providers', 'then.json', '--out', 'again.ndjson');
  expect(enrichedIn(here.read('again.ndjson')).slice(0, 2)).toEqual([
    'L1 | Large | answered | employees',
    'L2 | otherwise | failed | it did then, too',
  ]);
  here.write('answers.ndjson', '{"key": "x", "answer": "later"}\n');
  const ran = await here.run(...ROUTE);
  expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('line 1: expected {"key": "…", "answer": …}')]);
});

test('keeps answers from run to run, as long as they are fresh, but none that are private', async () => {
  const { here, web } = await withServer(() => ({ json: harbour }));
  const open = policy().replace(', phone', '');
  const http = { kind: 'http', url: `${web.url}/{key}`, fields: { company: 'name', employees: 'metrics.employees' } };
  here.write('desk.route', open);
  here.write('providers.json', config(http, { keep: 'kept.ndjson' }));
  const runs = async (at: string): Promise<number> => {
    await here.run(
      'route',
      'desk.route',
      'leads.csv',
      '--at',
      at,
      '--providers',
      'providers.json',
      '--out',
      'log.ndjson',
    );
    return web.asked.length;
  };
  expect(await runs('2026-11-24T09:00:00Z')).toBe(2);
  expect(await runs('2026-12-24T08:59:59Z')).toBe(2);
  expect(JSON.parse(here.read('log.ndjson').split('\n')[0] ?? '').enriched[0].asked).toBe('2026-11-24T09:00:00Z');
  const counted = await here.run('providers', 'log.ndjson');
  expect(counted.out).toContain('clearbit: 3 answers from before the lead came (reuse for).');
  expect(await runs('2026-12-24T09:00:00Z')).toBe(4);
  here.write('desk.route', policy());
  here.write('providers.json', config({ ...http, fields: FIELDS }, { keep: 'private.ndjson' }));
  await runs('2026-11-24T09:00:00Z');
  expect(() => here.read('private.ndjson')).toThrow();
  here.write('kept.ndjson', 'garbage\n{"key": 1}\n');
  here.write('desk.route', open);
  here.write('providers.json', config(http, { keep: 'kept.ndjson' }));
  const ran = await here.run(...ROUTE);
  expect(ran.err).toContain('2 lines of "kept.ndjson" could not be read: these answers are asked for again.');
});
