// `--providers`: real providers (a web server on this machine, tables, recordings, logs), what they do to leads, and what is said when they fail.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { AT } from './support/policies.ts';
import { type Folder, folder } from './support/run.ts';
import { type Answer, server } from './support/server.ts';

const policy = (within = '10 seconds', reuse = '  reuse  for 30 days\n'): string => `policy desk "Lead desk" {
  language 1
}

lead {
  id         text
  website    text   optional
  email      email  private optional
  company    text   optional
  employees  count  optional
  phone      text   private optional
}

team big "Big accounts" { rep ana "Ana Ruiz" {} }

queue triage "To look at" { owner ana }

enrich firmographics {
  from   clearbit by website
  fill   company, employees, phone
  within ${within}
${reuse}}

route {
  rule "Large"
    when employees >= 1000
    route to big

  otherwise
    route to triage
}
`;

const LEADS = `id,website,email,employees
L1,harbour.example,,
L2,mill.example,,
L3,harbour.example,,12
L4,,,
`;

/** As a providers file says that a secret comes from the environment. */
const fromEnv = (name: string): string => `\${${name}}`;

const FIELDS = { company: 'name', employees: 'metrics.employees', phone: 'contact.phone' };
const harbour = { name: 'Harbour Works', metrics: { employees: 1200 }, contact: { phone: '+43 660 CANARY' } };

const config = (provider: unknown, more: object = {}): string =>
  JSON.stringify({ format: 'fairlead-providers/1', providers: { clearbit: provider }, ...more });

/** A folder with a policy, leads and a provider that is this server. */
async function withServer(
  answer: Answer,
  within?: string,
): Promise<{ here: Folder; web: Awaited<ReturnType<typeof server>> }> {
  const web = await server(answer);
  const http = {
    kind: 'http',
    url: `${web.url}/find?domain={key}`,
    headers: { authorization: `Bearer ${fromEnv('KEY')}` },
    fields: FIELDS,
  };
  const here = folder({ 'desk.route': policy(within), 'leads.csv': LEADS, 'providers.json': config(http) });
  return { here, web };
}

const ENV = { env: { KEY: 'sk-CANARY' } };
const ROUTE = ['route', 'desk.route', 'leads.csv', ...AT, '--providers', 'providers.json', '--out', 'log.ndjson'];

/** Of each decision: lead, rule, how the enricher ended and what it filled. */
function enrichedIn(log: string): readonly string[] {
  return log
    .trim()
    .split('\n')
    .map((line) => {
      const { lead, rule, enriched } = JSON.parse(line);
      const [{ kind, why, filled }] = enriched;
      return [lead, rule, kind, why, filled.join('+')].filter((part) => part !== undefined && part !== '').join(' | ');
    });
}

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

test.each<[string, unknown, string]>([
  ['no object', [], 'the whole file: should be an object'],
  ['another format', { format: 'x', providers: {} }, 'format: should be "fairlead-providers/1".'],
  ['no providers', { format: 'fairlead-providers/1' }, 'providers: should be an object'],
  [
    'an unknown kind',
    { kind: 'ftp' },
    'providers.clearbit.kind: should be "http", "csv", "recorded" or "decisions", and is "ftp".',
  ],
  ['no address', { kind: 'http', fields: FIELDS }, 'providers.clearbit.url: should be an address with {key} in it'],
  [
    'no key in the address',
    { kind: 'http', url: 'https://a.example/', fields: FIELDS },
    'url: should say where the key goes: {key}.',
  ],
  ['a key in the host', { kind: 'http', url: 'https://{key}.example/', fields: FIELDS }, 'url: has {key} in its host'],
  [
    'an address without TLS',
    { kind: 'http', url: 'http://a.example/{key}', fields: FIELDS },
    'url: should begin with https://',
  ],
  [
    'a host that only looks like this machine',
    { kind: 'http', url: 'http://localhost.evil.example/{key}', fields: FIELDS },
    'url: should begin with https://',
  ],
  [
    'a password in the address',
    { kind: 'http', url: 'https://me:CANARY@a.example/{key}', fields: FIELDS },
    'url: has a password in it',
  ],
  [
    'a secret in the address',
    { kind: 'http', url: 'https://a.example/{key}?api_key=CANARY', fields: FIELDS },
    '"api_key" holds a secret.',
  ],
  [
    'a secret in a header',
    { kind: 'http', url: 'https://a.example/{key}', headers: { 'X-Api-Key': 'CANARY' }, fields: FIELDS },
    '"X-Api-Key" holds a secret. Keep it in the environment',
  ],
  [
    'a secret that is not set',
    {
      kind: 'http',
      url: 'https://a.example/{key}',
      headers: { authorization: `Bearer ${fromEnv('NOT_SET')}` },
      fields: FIELDS,
    },
    'the environment has nothing under "NOT_SET".',
  ],
  [
    'a secret that no header can hold',
    { kind: 'http', url: 'https://a.example/{key}', headers: { authorization: fromEnv('BAD') }, fields: FIELDS },
    'has signs that no header may have',
  ],
  [
    'no fields',
    { kind: 'http', url: 'https://a.example/{key}' },
    'fields: should say where each field of the lead stands',
  ],
  [
    'a field that is no path',
    { kind: 'http', url: 'https://a.example/{key}', fields: { company: 3 } },
    'fields.company: should be a path such as "company.size".',
  ],
  [
    'a table without a key',
    { kind: 'csv', file: 'f.csv', fields: { company: 'A' } },
    'key: should name the column that holds the keys.',
  ],
  [
    'a key that is not known',
    { kind: 'csv', file: 'f.csv', key: 'A', fields: { company: 'A' }, colour: 1 },
    'providers.clearbit.colour: is not known here; there is "kind", "file", "key" and "fields".',
  ],
])('says what is wrong with a file of %s', async (_, given, expected) => {
  const isWhole = Array.isArray(given) || (given as { kind?: string }).kind === undefined;
  const here = folder({
    'desk.route': policy(),
    'leads.csv': LEADS,
    'providers.json': isWhole ? JSON.stringify(given) : config(given),
  });
  const ran = await here.runWith({ env: { KEY: 'sk-CANARY', BAD: 'CANARY\u0000x' } }, ...ROUTE);
  expect(ran.code).toBe(1);
  expect(ran.err).toContain('"providers.json" does not say how providers are asked.');
  expect(ran.err).toContain(expected);
  expect(ran.err).not.toContain('CANARY');
});

test('wants no secret of a provider that the policy does not ask', async () => {
  const http = (name: string) => ({
    kind: 'http',
    url: `https://a.example/{key}`,
    headers: { authorization: fromEnv(name) },
    fields: FIELDS,
  });
  const here = folder({ 'desk.route': policy(), 'leads.csv': 'id,website\nL1,\n' });
  here.write(
    'providers.json',
    JSON.stringify({ format: 'fairlead-providers/1', providers: { clearbit: http('KEY'), other: http('NONE') } }),
  );
  expect((await here.runWith(ENV, ...ROUTE)).code).toBe(0);
});

test('prints a schema that fits what is accepted', async () => {
  const here = folder();
  const fits = new Ajv2020().compile(JSON.parse((await here.run('schema', '--providers')).out));
  const url = 'https://a.example/{key}';
  for (const good of [
    { kind: 'http', url, fields: FIELDS },
    { kind: 'http', url, headers: { a: 'b' }, fields: { company: ['a.b', '0'] }, maxBytes: 9 },
    { kind: 'csv', file: 'f', key: 'k', fields: { company: 'A' } },
    { kind: 'recorded', file: 'f' },
    { kind: 'decisions', file: 'f' },
  ]) {
    expect(fits(JSON.parse(config(good, { keep: 'k' })))).toBe(true);
  }
  for (const bad of [
    { kind: 'ftp' },
    { kind: 'http', url: 'https://a.example/', fields: FIELDS },
    { kind: 'recorded' },
  ]) {
    expect(fits(JSON.parse(config(bad)))).toBe(false);
  }
});

test('says where the JSON breaks off, and what file is not there', async () => {
  const here = folder({ 'desk.route': policy(), 'leads.csv': LEADS, 'providers.json': '{"format": }' });
  expect((await here.run(...ROUTE)).err).toContain('"providers.json" is not JSON. At character 12');
  expect((await here.run('route', 'desk.route', 'leads.csv', '--providers', 'provider.json')).err).toContain(
    'Did you mean "providers.json"?',
  );
});

test('counts a log, with how much was right by what people corrected', async () => {
  const { here } = await withServer((path) =>
    path.includes('harbour') ? { json: harbour } : { json: { metrics: { employees: 'x' } } },
  );
  await here.runWith(ENV, ...ROUTE);
  const event = (lead: string, field: string, value: unknown): string =>
    JSON.stringify({ kind: 'corrected', lead, field, value, at: '2026-11-25T09:00:00Z', by: 'ana' });
  here.write(
    'events.ndjson',
    [
      event('L1', 'employees', 1200),
      event('L1', 'company', 'Other'),
      event('L3', 'company', 'harbour works'),
      '{"kind": "contacted", "lead": "L1"}',
    ].join('\n'),
  );
  const text = await here.run('providers', 'log.ndjson', '--events', 'events.ndjson');
  expect(text.code).toBe(0);
  expect(text.out.replace(/ +/g, ' ')).toContain(`4 decisions in log.ndjson.

By provider
 asked answered knew nothing late failed not asked
 clearbit 3 3 100 % 0 0 0 1

By field
 missing filled not usable checked right
 clearbit company 3 2 67 % 0 2 1 50 %
 clearbit employees 2 1 50 % 1 1 1 100 %
 clearbit phone 3 2 67 % 0 0 private`);
  const json = JSON.parse(
    (await here.run('providers', 'log.ndjson', '--events', 'events.ndjson', '--format', 'json')).out,
  );
  expect(json.providers[0].fields[0]).toEqual({
    field: 'company',
    isPrivate: false,
    wanted: 3,
    filled: 2,
    refused: 0,
    checked: 2,
    right: 1,
  });
  expect((await here.run('providers', 'log.ndjson')).out).toContain('How much was right: --events FILE');
  here.write('events.ndjson', '{"kind": "corrected"}\n');
  expect((await here.run('providers', 'log.ndjson', '--events', 'events.ndjson')).err).toContain(
    'events.ndjson, line 1: expected an event',
  );
});

test('reads corrections in the log itself, and what stands between decisions', async () => {
  const { here } = await withServer(() => ({ json: harbour }));
  await here.runWith(ENV, ...ROUTE);
  const at = '2026-11-25T09:00:00Z';
  const event = {
    format: 'fairlead-event/1',
    id: 'e1',
    kind: 'corrected',
    lead: 'L1',
    field: 'employees',
    value: 9,
    at,
    by: 'ana',
  };
  const entry = {
    format: 'fairlead-entry/1',
    lead: 'L1',
    at,
    by: 'ana',
    cause: { kind: 'event', event },
    result: { kind: 'noted' },
    now: { kind: 'rep', rep: 'ana', team: 'big' },
    changes: [],
    effects: [],
  };
  here.write('log.ndjson', `${here.read('log.ndjson')}${JSON.stringify(entry)}\n`);
  const json = JSON.parse((await here.run('providers', 'log.ndjson', '--format', 'json')).out);
  expect(json.decisions).toBe(4);
  expect(json.providers[0].fields[1]).toMatchObject({ field: 'employees', filled: 2, checked: 1, right: 0 });
});

test('has little to say of a log without providers', async () => {
  const plain = policy().replace(/enrich[^}]*\}\n/, '');
  const here = folder({ 'desk.route': plain, 'leads.csv': LEADS });
  await here.run('route', 'desk.route', 'leads.csv', ...AT, '--out', 'log.ndjson');
  expect((await here.run('providers', 'log.ndjson')).out).toBe(
    '4 decisions in log.ndjson; no provider was asked about any of these leads.\n',
  );
});
