// `fairlead providers`: how providers answered, and how much of it people left as it was.
import { expect, test } from 'vitest';
import { AT } from './support/policies.ts';
import { ENV, harbour, LEADS, policy, ROUTE, withServer } from './support/providers.ts';
import { folder } from './support/run.ts';

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
