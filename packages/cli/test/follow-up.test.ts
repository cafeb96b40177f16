// `fairlead event`, `due` and `queue`: what they tell, what they write, and that log and state never part.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { FOLLOWED, FOLLOWED_LEADS } from './support/follow-up.ts';
import { expectGolden } from './support/golden.ts';
import { type Folder, folder, type Ran } from './support/run.ts';

const at = (time: string): readonly string[] => ['--at', `2026-11-24T${time}Z`];
const LOG = ['--log', 'log.ndjson'] as const;

/** Five leads routed at nine. */
async function desk(): Promise<Folder> {
  const here = folder({ 'desk.route': FOLLOWED, 'leads.ndjson': FOLLOWED_LEADS });
  const routed = await here.run(
    'route',
    'desk.route',
    'leads.ndjson',
    ...at('09:00:00'),
    '--state',
    's.json',
    '--out',
    'log.ndjson',
  );
  expect(routed.code, routed.err).toBe(0);
  return here;
}

/** A session as one reads it: what was called, and what was said. */
async function session(here: Folder, ...calls: readonly (readonly string[])[]): Promise<string> {
  const parts: string[] = [];
  for (const argv of calls) {
    const { code, out, err } = await here.run(...argv);
    parts.push(`$ fairlead ${argv.join(' ')}\n${out}${err}${code === 0 ? '' : `(ends with ${code})\n`}`);
  }
  return parts.join('\n');
}

function lines(here: Folder, name: string): readonly string[] {
  return here.read(name).trimEnd().split('\n');
}

test('a day of a desk', async () => {
  const here = await desk();
  const told = await session(
    here,
    ['queue', 's.json'],
    ['event', 's.json', 'contacted', 'L2', '--by', 'ben', ...at('09:03:00'), ...LOG],
    ['event', 's.json', 'claimed', 'Q2', '--by', 'cem', ...at('09:20:00'), ...LOG],
    ['event', 's.json', 'claimed', 'Q2', '--by', 'ben', ...at('09:21:00'), ...LOG],
    ['due', 's.json', 'desk.route', ...at('13:00:00'), ...LOG],
    ['event', 's.json', 'released', 'Q2', '--by', 'cem', ...at('13:01:00'), ...LOG],
    ['event', 's.json', 'reassigned', 'Q3', '--to', 'sales', '--by', 'mia', ...at('13:02:00'), ...LOG],
    [
      'event',
      's.json',
      'corrected',
      'L2',
      '--field',
      'phone',
      '--value',
      '9876',
      '--by',
      'mia',
      ...at('13:03:00'),
      ...LOG,
    ],
    ['event', 's.json', 'bad', 'L1', '--reason', 'duplicate', '--by', 'mia', ...at('13:04:00'), ...LOG],
    ['queue', 's.json', 'triage'],
    ['queue', 's.json', 'other'],
    ['queue', 's.json', '--format', 'json'],
    ['due', 's.json', 'desk.route', ...at('13:04:00'), ...LOG],
    ['replay', 'log.ndjson'],
    ['explain', 'desk.route', 'log.ndjson', '--lead', 'L1'],
  );
  expectGolden('follow-up/day.txt', told);
  expect(here.read('log.ndjson')).not.toContain('9876');
  expect(existsSync(join(here.path, 's.json.pending'))).toBe(false);
  const state = JSON.parse(here.read('s.json'));
  expect(Object.values<number>(state.pools['team:sales'].balances).reduce((sum, one) => sum + one, 0)).toBe(0);
});

test('decisions of many runs are appended to one log', async () => {
  const here = await desk();
  const route = (name: string, time: string): Promise<Ran> =>
    here.run('route', 'desk.route', name, ...at(time), '--state', 's.json', ...LOG);
  await here.run('due', 's.json', 'desk.route', ...at('09:06:00'), ...LOG);
  const before = lines(here, 'log.ndjson');
  here.write('more.ndjson', `${FOLLOWED_LEADS}{"id":"L9","employees":7000}\n{"employees":3}\n`);
  expect((await route('more.ndjson', '10:00:00')).code).toBe(0);
  const after = lines(here, 'log.ndjson');
  expect(after.slice(0, before.length)).toEqual(before);
  // Those that came before are not written a second time; a lead without an id is always new.
  expect(after.slice(before.length).map((line) => JSON.parse(line).lead)).toEqual(['L9', 'row 7']);
  expect((await route('leads.ndjson', '11:00:00')).code).toBe(0);
  expect(lines(here, 'log.ndjson')).toEqual(after);
  expect((await here.run('replay', 'log.ndjson')).out).toContain('9 decisions');
});

test('a call that is not right says what would be', async () => {
  const here = await desk();
  const told = await session(
    here,
    ['event', 's.json'],
    ['event', 's.json', 'contacted', 'L1'],
    ['event', 's.json', 'called', 'L1', '--by', 'ana'],
    ['event', 's.json', 'reassigned', 'L1', '--by', 'ana'],
    ['event', 's.json', 'contacted', 'L1', '--by', 'ana', '--to', 'ben'],
    ['event', 's.json', 'bad', 'L1', '--by', 'ana', '--reason', 'boring'],
    ['event', 's.json', 'contacted', 'L9', '--by', 'ana', ...at('09:01:00')],
    ['event', 's.json', 'contacted', 'L1', '--by', 'ana', ...at('08:00:00')],
    ['event', 's.json', '--from', 'none.ndjson'],
    ['event', 's.json', 'contacted', 'L1', '--by', 'ana', '--log', 's.json'],
    ['due', 's.json', 'desk.route', '--at', 'noon'],
    ['due', 'desk.route', 'leads.ndjson'],
    ['queue', 'desk.route'],
    ['queue', 't.json'],
    ['route', 'desk.route', 'leads.ndjson', '--log', 'log.ndjson'],
    ['route', 'desk.route', 'leads.ndjson', '--log', 'log.ndjson', '--state', 's.json', '--out', 'd.ndjson'],
    ['event', 't.json', 'contacted', 'L1', '--by', 'ana'],
  );
  expectGolden('follow-up/wrong.txt', told);
});

test('events come from a file; those that are refused or broken leave the others', async () => {
  const here = await desk();
  const event = (kind: string, lead: string, time: string, more: object = {}): string =>
    JSON.stringify({ kind, lead, at: `2026-11-24T${time}Z`, by: 'mia', ...more });
  const file = [
    event('contacted', 'L1', '09:02:00'),
    event('contacted', 'L1', '09:02:00'),
    event('claimed', 'Q1', '09:03:00', { to: 'ben' }),
    event('claimed', 'L2', '09:03:00', { to: 'ben' }),
    event('reassigned', 'L2', '09:04:00'),
    '{"kind":',
    event('closed', 'L1', '09:05:00'),
  ];
  here.write('events.ndjson', `${file.join('\n')}\n`);
  expectGolden('follow-up/file.txt', await session(here, ['event', 's.json', '--from', 'events.ndjson', ...LOG]));
  // The same file again changes nothing.
  const before = here.read('s.json');
  const again = await here.run('event', 's.json', '--from', 'events.ndjson', ...LOG);
  expect(again.code).toBe(1);
  expect(here.read('s.json')).toBe(before);
});

test('an event with a placeholder for its instant changes nothing', async () => {
  const here = await desk();
  here.write('e.ndjson', '{"kind":"contacted","lead":"L1","at":"9999-12-31T23:59:59Z","by":"mia"}\n');
  const { err } = await here.run('event', 's.json', '--from', 'e.ndjson');
  expect(err).toContain('e.ndjson, line 1: "at" is "9999-12-31T23:59:59Z", and that is too far away.');
});

test('a lead that was passed on keeps its decision when it comes again', async () => {
  const here = await desk();
  await here.run('due', 's.json', 'desk.route', ...at('09:31:00'));
  const route = ['route', 'desk.route', 'leads.ndjson', ...at('10:00:00'), '--state', 's.json', '--out', '-'] as const;
  const { out } = await here.run(...route);
  const first = JSON.parse(out.split('\n')[0] ?? '');
  expect([first.lead, first.outcome.rep, first.again.cause]).toEqual(['L1', 'dana', 'step']);
});

test('policies of earlier ladders come from those that were kept', async () => {
  const here = await desk();
  here.write('desk.route', FOLLOWED.replace('"Large"', '"Big"').replace('after 5 minutes  reassign\n', ''));
  const { out, code } = await here.run('due', 's.json', 'desk.route', ...at('09:31:00'), ...LOG);
  expect([code, out.match(/it goes to/g)?.length]).toEqual([0, 4]);
  expect((await here.run('replay', 'log.ndjson')).code).toBe(0);
  rmSync(join(here.path, 's.json.policies'), { recursive: true });
  const lost = await here.run('event', 's.json', 'claimed', 'Q1', '--by', 'ana', ...at('09:32:00'));
  expect(lost.code).toBe(1);
  expect(lost.err).toContain('is not at hand');
});

test('the same run in another folder gives the same state and the same log', async () => {
  const [one, other] = [await desk(), await desk()];
  for (const here of [one, other]) await here.run('due', 's.json', 'desk.route', ...at('09:06:00'), ...LOG);
  expect(one.read('s.json')).toContain('"journal"');
  expect(one.read('s.json')).toBe(other.read('s.json'));
  expect(one.read('log.ndjson')).toBe(other.read('log.ndjson'));
});

test('a log that was not finished is finished by the next call, whatever it is', async () => {
  for (const cut of [0, 10, 400]) {
    for (const next of [['queue'], ['due'], ['route']]) {
      const [here, same] = [await desk(), await desk()];
      const before = here.read('log.ndjson');
      const due = ['due', 's.json', 'desk.route', ...at('09:06:00'), ...LOG] as const;
      await same.run(...due);
      const whole = same.read('log.ndjson');
      // As a process leaves it that is killed when the state is in its place and the log is half written.
      const pending = await killedBeforeTheLog(here, due);
      here.write('log.ndjson', before + whole.slice(before.length, before.length + cut));
      expect(pending).toContain('"journal"');
      if (next[0] === 'queue') await here.run('queue', 's.json');
      if (next[0] === 'due') await here.run(...due);
      if (next[0] === 'route')
        await here.run('route', 'desk.route', 'leads.ndjson', ...at('09:07:00'), '--state', 's.json');
      // A list only reads.
      expect(here.read('log.ndjson')).toBe(
        next[0] === 'queue' ? before + whole.slice(before.length, before.length + cut) : whole,
      );
      expect(existsSync(join(here.path, 's.json.pending'))).toBe(next[0] === 'queue');
    }
  }
});

/** Puts the lines beside the state again, as they lay there before they were brought to the log. */
async function killedBeforeTheLog(here: Folder, argv: readonly string[]): Promise<string> {
  const log = join(here.path, 'log.ndjson');
  const offset = Buffer.byteLength(here.read('log.ndjson'));
  await here.run(...argv);
  const rest = Buffer.from(here.read('log.ndjson')).subarray(offset).toString();
  const { journal } = JSON.parse(here.read('s.json'));
  here.write('s.json.pending', `${JSON.stringify({ journal, log, offset })}\n${rest}`);
  return here.read('s.json.pending');
}

test('lines beside a state that never came to be are thrown away', async () => {
  const here = await desk();
  const log = here.read('log.ndjson');
  here.write(
    's.json.pending',
    `${JSON.stringify({ journal: 'ab', log: join(here.path, 'log.ndjson'), offset: 0 })}\n{}\n`,
  );
  await here.run('due', 's.json', 'desk.route', ...at('09:01:00'), ...LOG);
  expect(here.read('log.ndjson')).toBe(log);
  expect(readdirSync(here.path).filter((name) => /pending|part|lock/.test(name))).toEqual([]);
});

const START = join(import.meta.dirname, 'support', 'start.ts');

test('a process that is killed loses nothing: the next one ends where it would have', async () => {
  const leads = Array.from({ length: 3000 }, (_, i) => `{"id":"L${i}","employees":${i}}\n`).join('');
  const fresh = async (): Promise<Folder> => {
    const here = folder({ 'desk.route': FOLLOWED, 'leads.ndjson': leads });
    await here.run('compile', 'desk.route', '-o', 'desk.json');
    await here.run('route', 'desk.json', 'leads.ndjson', ...at('09:00:00'), '--state', 's.json', '--out', 'log.ndjson');
    return here;
  };
  const due = ['due', 's.json', 'desk.json', ...at('09:40:00'), ...LOG] as const;
  const whole = await fresh();
  await whole.run(...due);
  for (const afterMs of [250, 450, 650, 900]) {
    const here = await fresh();
    const child = spawn(process.execPath, ['--conditions=source', START, ...due], { cwd: here.path, stdio: 'ignore' });
    await Promise.race([wait(afterMs), once(child, 'close')]);
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
    expect((await here.run(...due)).code).toBe(0);
    expect(lines(here, 'log.ndjson')).toEqual(lines(whole, 'log.ndjson'));
    expect(JSON.parse(here.read('s.json')).followUps).toEqual(JSON.parse(whole.read('s.json')).followUps);
  }
});

test('two at once wait for each other', async () => {
  const here = await desk();
  const calls = ['Q1', 'Q2', 'Q3'].map(
    async (lead): Promise<Ran> =>
      here.run('event', 's.json', 'claimed', lead, '--by', 'ben', ...at('09:20:00'), ...LOG),
  );
  for (const { code, err } of await Promise.all(calls)) expect(code, err).toBe(0);
  const state = JSON.parse(here.read('s.json'));
  expect(state.reps.ben.open).toBe(3);
  const claims = lines(here, 'log.ndjson').filter((line) => line.includes('"kind":"claimed"'));
  expect(claims).toHaveLength(3);
});
