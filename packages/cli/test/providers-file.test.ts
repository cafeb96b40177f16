// What a providers file may say: what is wrong with one is said place by place, and no secret with it.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { config, ENV, FIELDS, fromEnv, LEADS, policy, ROUTE } from './support/providers.ts';
import { folder } from './support/run.ts';

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
