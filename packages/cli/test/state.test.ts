// `fairlead route --state`: what is remembered from run to run, and what a damaged, foreign or busy state does.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectGolden } from './support/golden.ts';
import { AT, LEADS, POLICY } from './support/policies.ts';
import { type Folder, folder } from './support/run.ts';

const HEADER = 'id,email,company,country,employees,created\n';
const desk = (): Folder => folder({ 'desk.route': POLICY, 'leads.csv': LEADS });

const route = (here: Folder, leads: string, ...more: readonly string[]): ReturnType<Folder['run']> =>
  here.run('route', 'desk.route', leads, ...AT, '--state', 'state.json', ...more);

test('rotation goes on where the last run ended, and leads keep their decisions', async () => {
  const here = desk();
  await route(here, 'leads.csv', '--out', 'first.ndjson');
  const again = await route(here, 'leads.csv', '--out', 'second.ndjson');
  expect(again.out).toContain('7 leads came before: they keep their decisions');
  expect(here.read('second.ndjson')).toBe(here.read('first.ndjson'));
  here.write('more.csv', `${HEADER}L9,z@nordwerk.example,Nordwerk,DE,9000,\n`);
  const more = await route(here, 'more.csv', '--out', '-');
  // Ana and Ben had one each: of equals the first by id.
  expect(JSON.parse(more.out).outcome.rep).toBe('ana');
});

test('one run over all leads and a run for each give the same state and the same decisions', async () => {
  const [whole, parts] = [desk(), desk()];
  await route(whole, 'leads.csv', '--out', 'log.ndjson');
  const rows = LEADS.trim().split('\n').slice(1);
  let log = '';
  for (const [index, row] of rows.entries()) {
    parts.write(`part-${index}.csv`, `${HEADER}${row}\n`);
    await route(parts, `part-${index}.csv`, '--out', 'log.ndjson');
    log += parts.read('log.ndjson');
  }
  // An invalid lead is called by its id here, so the rows it stood in do not matter.
  expect(log).toBe(whole.read('log.ndjson'));
  expect(parts.read('state.json')).toBe(whole.read('state.json'));
});

test('the state is one JSON document that a person can read', async () => {
  const here = desk();
  await route(here, 'leads.csv');
  const state = JSON.parse(here.read('state.json'));
  expect(state.format).toBe('fairlead-state/1');
  expect(state.decisions.map(({ lead }: { lead: string }) => lead)).toEqual(['L1', 'L2', 'L3', 'L4', 'L5', 'L6']);
  expectGolden(
    'state/head.txt',
    here
      .read('state.json')
      .split('\n')
      .filter((line) => !line.startsWith('{"'))
      .join('\n'),
  );
});

test('a state that somebody writes by hand: leave and open leads', async () => {
  const here = desk();
  here.write(
    'state.json',
    JSON.stringify({
      format: 'fairlead-state/1',
      reps: { ana: { leave: [{ from: '2026-11-20T00:00:00Z', until: '2026-12-01T00:00:00Z' }] }, carla: { open: 3 } },
    }),
  );
  const ran = await route(here, 'leads.csv', '--out', 'log.ndjson');
  expect(ran.code).toBe(0);
  const places = here
    .read('log.ndjson')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).outcome);
  expect(places[0]).toMatchObject({ rep: 'ben' });
  expect(places[1]).toMatchObject({ kind: 'queued', queue: 'triage' });
});

test('a lead that was not assigned and has changed is routed anew', async () => {
  const here = desk();
  await route(here, 'leads.csv');
  here.write('changed.csv', `${HEADER}L5,e@post.example,Nordwerk,FR,,2026-11-24T08:40:00Z\n`);
  const ran = await route(here, 'changed.csv', '--out', '-');
  expect(JSON.parse(ran.out)).toMatchObject({ lead: 'L5', outcome: { rep: 'carla' } });
  const state = JSON.parse(here.read('state.json'));
  expect(state.decisions.filter(({ lead }: { lead: string }) => lead === 'L5')).toHaveLength(1);
});

test('an empty file is a state that begins', async () => {
  const here = desk();
  here.write('state.json', '');
  expect((await route(here, 'leads.csv')).code).toBe(0);
  expect(JSON.parse(here.read('state.json')).decisions).toHaveLength(6);
});

test('a damaged or foreign state is told and left as it is', async () => {
  const whole = desk();
  await route(whole, 'leads.csv');
  const good = whole.read('state.json');
  const damaged: Readonly<Record<string, string>> = {
    'cut in a decision': good.slice(0, -500),
    'cut behind a decision': `${good.trim().split('\n').slice(0, -2).join('\n')}\n`,
    'cut in the head': good.slice(0, 80),
    'no JSON': 'leads.csv and so on\n',
    'another file': '{"name":"package","version":"1.0.0"}',
    'a log': `${good.split('\n').find((line) => line.startsWith('{"at"')) ?? ''}\n`.replace(/,\n$/, '\n'),
    'a newer form': good.replace('fairlead-state/1', 'fairlead-state/2'),
    'a number that is none': good.replace('"open": 1', '"open": "one"'),
    'a decision that is none': good.replace('"outcome":{"kind":"assigned"', '"outcome":{"kind":"lost"'),
    'a list': '[]',
  };
  const told: string[] = [];
  for (const [what, text] of Object.entries(damaged)) {
    const here = desk();
    here.write('state.json', text);
    here.write('log.ndjson', 'earlier\n');
    const ran = await route(here, 'leads.csv', '--out', 'log.ndjson');
    expect(ran.code, what).toBe(1);
    expect(here.read('state.json'), what).toBe(text);
    expect(here.read('log.ndjson'), what).toBe('earlier\n');
    expect(readdirSync(here.path).sort()).toEqual(['desk.route', 'leads.csv', 'log.ndjson', 'state.json']);
    told.push(`# ${what}\n${ran.err}`);
  }
  expectGolden('state/damaged.txt', told.join('\n'));
});

test('the lock of a process that is no more is taken over', async () => {
  const here = desk();
  // No process has this number: it is above the highest that Linux gives.
  writeFileSync(
    join(here.path, 'state.json.lock'),
    `${JSON.stringify({ pid: 99_999_999, host: hostname(), key: 'x' })}\n`,
  );
  const ran = await route(here, 'leads.csv');
  expect(ran.code).toBe(0);
  expect(existsSync(join(here.path, 'state.json.lock'))).toBe(false);
});

test('nothing is remembered of a run whose reader went away', async () => {
  const here = desk();
  const ran = await here.runWith(
    { closesAfter: 10 },
    'route',
    'desk.route',
    'leads.csv',
    ...AT,
    '--state',
    'state.json',
    '--out',
    '-',
  );
  expect(ran.code).toBe(0);
  expect(existsSync(join(here.path, 'state.json'))).toBe(false);
  expect(existsSync(join(here.path, 'state.json.lock'))).toBe(false);
});

test('under a changed policy earlier decisions can still be replayed and explained', async () => {
  const here = desk();
  await route(here, 'leads.csv', '--out', 'log.ndjson');
  here.write(
    'desk.route',
    POLICY.replace('rule "Large"', 'rule "Very large"').replace('expect rule "Large"', 'expect rule "Very large"'),
  );
  await route(here, 'leads.csv', '--out', 'other/../second.ndjson');
  const replayed = await here.run('replay', 'second.ndjson');
  expect(replayed.out).toContain('7 decisions');
  expect(replayed.code).toBe(0);
  const explained = await here.run('explain', 'desk.route', 'leads.csv', '--lead', 'L4', '--state', 'state.json');
  expect(explained.out).toContain('The rule "Large" is the first that fits.');
  expect(explained.err).toContain('Lead L4 came before');
});
