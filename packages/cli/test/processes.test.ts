// The command in processes of its own: killed in the middle, stopped, run twice at once, its output closed. Nothing is lost, nothing is half there.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { AT, LEADS, POLICY } from './support/policies.ts';
import { type Folder, folder } from './support/run.ts';

const START = join(import.meta.dirname, 'support', 'start.ts');

function start(here: Folder, ...argv: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--conditions=source', START, ...argv], {
    cwd: here.path,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] },
  });
}

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

async function ended(child: ChildProcess): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (piece) => {
    out += piece;
  });
  child.stderr?.on('data', (piece) => {
    err += piece;
  });
  // `close` gives the exit code and the signal, one of them null.
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, out, err };
}

/** Leads enough to be caught in the middle of them; compiled, so that a process starts at once. */
async function busyDesk(): Promise<Folder> {
  const here = folder({ 'desk.route': POLICY });
  const leads = Array.from(
    { length: 40_000 },
    (_, i) => `{"id":"L${i}","email":"a@nordwerk.example","employees":${i}}\n`,
  );
  here.write('leads.ndjson', leads.join(''));
  await here.run('compile', 'desk.route', '-o', 'desk.json');
  return here;
}

const ROUTE = ['route', 'desk.json', 'leads.ndjson', ...AT, '--out', 'log.ndjson', '--state', 'state.json'] as const;

/** Waits until the process has begun to write decisions. */
async function untilWriting(here: Folder): Promise<void> {
  for (;;) {
    if (readdirSync(here.path).some((name) => /^log\.ndjson\.\d+\.part$/.test(name))) return;
    await wait(5);
  }
}

test('a process that is killed leaves the earlier log and state as they were, and the next one clears up', async () => {
  const here = await busyDesk();
  here.write('few.csv', LEADS);
  await here.run('route', 'desk.json', 'few.csv', ...AT, '--out', 'log.ndjson', '--state', 'state.json');
  const [log, state] = [here.read('log.ndjson'), here.read('state.json')];
  for (const afterMs of [0, 120]) {
    const child = start(here, ...ROUTE);
    await untilWriting(here);
    await wait(afterMs);
    child.kill('SIGKILL');
    const { signal } = await ended(child);
    expect(signal).toBe('SIGKILL');
    expect(here.read('log.ndjson')).toBe(log);
    expect(here.read('state.json')).toBe(state);
  }
  expect(existsSync(join(here.path, 'state.json.lock'))).toBe(true);
  const whole = await here.run(...ROUTE);
  expect(whole.code).toBe(0);
  expect(here.read('log.ndjson').trim().split('\n')).toHaveLength(40_000);
  expect(readdirSync(here.path).filter((name) => /part|lock/.test(name))).toEqual([]);
});

test('a process that is asked to stop clears up behind itself', async () => {
  const here = await busyDesk();
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    const child = start(here, ...ROUTE);
    await untilWriting(here);
    child.kill(signal);
    expect((await ended(child)).code).toBe(code);
    expect(readdirSync(here.path).sort()).toEqual(['desk.json', 'desk.route', 'leads.ndjson']);
  }
});

test('two processes on one state wait for each other, and no decision is lost', async () => {
  const here = folder({ 'desk.route': POLICY });
  await here.run('compile', 'desk.route', '-o', 'desk.json');
  const names = ['a', 'b', 'c'];
  for (const name of names) {
    const rows = Array.from(
      { length: 20 },
      (_, i) => `{"id":"${name}${i}","email":"a@nordwerk.example","employees":5000}\n`,
    );
    here.write(`${name}.ndjson`, rows.join(''));
  }
  const runs = names.map((name) =>
    ended(start(here, 'route', 'desk.json', `${name}.ndjson`, ...AT, '--state', 'state.json', '--out', `${name}.log`)),
  );
  for (const { code, err } of await Promise.all(runs)) expect(code, err).toBe(0);
  const state = JSON.parse(here.read('state.json'));
  expect(state.decisions).toHaveLength(60);
  expect(state.pools['team:big'].seq).toBe(60);
  expect(state.reps.ana.open + state.reps.ben.open).toBe(60);
  expect(state.reps.ana.open).toBe(30);
});

test('`| head` ends it quietly', async () => {
  const here = await busyDesk();
  const child = start(here, 'route', 'desk.json', 'leads.ndjson', ...AT, '--out', '-');
  child.stdout?.once('data', () => child.stdout?.destroy());
  const { code, err } = await ended(child);
  expect([code, err]).toEqual([0, '']);
});

test('the built command starts, and says so where it is not built', async () => {
  const bin = join(import.meta.dirname, '..', 'bin', 'fairlead.mjs');
  const child = spawn(process.execPath, [bin, '--version'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const { code, out, err } = await ended(child);
  const built = existsSync(join(import.meta.dirname, '..', 'dist', 'index.js'));
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'));
  if (built) expect([code, out]).toEqual([0, `${version}\n`]);
  else expect([code, err]).toEqual([3, expect.stringContaining('not built yet')]);
});
