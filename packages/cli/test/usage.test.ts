// How commands are called wrongly, and what is said then: never a stack, always what to do instead, and the exit code 2.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectGolden } from './support/golden.ts';
import { AT, LEADS, POLICY } from './support/policies.ts';
import { folder } from './support/run.ts';

test('help and version end with 0', async () => {
  const here = folder();
  const [help, same, version] = [await here.run('help'), await here.run('--help'), await here.run('--version')];
  expect([help.code, same.code, version.code]).toEqual([0, 0, 0]);
  expect(help.out).toBe(same.out);
  const { version: own } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  expect(version.out).toBe(`${own}\n`);
  expectGolden('usage/help.txt', help.out);
});

test('every command has help that fits the terminal', async () => {
  const here = folder();
  for (const command of ['init', 'check', 'fmt', 'test', 'route', 'explain', 'replay', 'compile', 'schema']) {
    const ran = await here.run('help', command);
    expect(ran.code).toBe(0);
    for (const line of ran.out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(100);
    expect((await here.run(command, '--help')).out).toBe(ran.out);
  }
  expectGolden('usage/help-route.txt', (await here.run('help', 'route')).out);
});

const WRONG: readonly (readonly string[])[] = [
  ['rout'],
  ['chekc', 'desk.route'],
  ['check'],
  ['check', '--fromat', 'json', 'desk.route'],
  ['check', '--format', 'yaml', 'desk.route'],
  ['check', 'dsk.route'],
  ['check', '.'],
  ['fmt', 'nowhere/desk.route'],
  ['compile', 'desk.route'],
  ['compile', 'desk.route', '-o', 'desk.route'],
  ['compile', 'desk.route', '-o', 'nowhere/desk.json'],
  ['route', 'desk.route'],
  ['route', 'desk.route', 'leads.cvs'],
  ['route', 'desk.route', '.'],
  ['route', 'desk.route', 'leads.csv', '--at', '2026-11-24'],
  ['route', 'desk.route', 'leads.csv', '--at', 'tomorrow'],
  ['route', 'desk.route', 'leads.csv', '--clock', 'creatd'],
  ['route', 'desk.route', 'leads.csv', '--clock', 'email'],
  ['route', 'desk.route', 'leads.csv', '--clock', 'company'],
  ['route', 'desk.route', 'leads.csv', '--clock', 'created', ...AT],
  ['route', 'desk.route', 'leads.csv', '--out', 'nowhere/log.ndjson'],
  ['route', 'desk.route', 'leads.csv', '--out', 'log.ndjson', '--state', 'log.ndjson'],
  ['explain', 'desk.route', 'leads.csv'],
  ['explain', 'desk.route', 'leads.csv', '--lead', 'L11'],
  ['explain', 'desk.route', 'leads.csv', '--lead', 'L2', '--why-not', 'carl'],
  ['explain', 'desk.route', 'leads.csv', '--lead', 'L2', '--why-not', 'large account'],
  ['replay', 'nowhere.ndjson'],
];

test('what is wrong is said, with the nearest right word', async () => {
  const here = folder({ 'desk.route': POLICY, 'leads.csv': LEADS });
  const told: string[] = [];
  for (const argv of WRONG) {
    const { code, out, err } = await here.run(...argv);
    expect(code, argv.join(' ')).toBe(2);
    expect(out).toBe('');
    expect(err).not.toMatch(/ at .*\.ts|node_modules|Error:/);
    told.push(`$ fairlead ${argv.join(' ')}\n${err}`);
  }
  expectGolden('usage/wrong.txt', told.join('\n'));
});

test('a fault of our own ends with 3, without a stack unless it is asked for', async () => {
  const here = folder({ 'desk.route': POLICY });
  // A clock that fails stands for any fault inside.
  const broken = { env: {}, breaks: true };
  const quiet = await here.runWith(broken, 'explain', 'desk.route', '-');
  expect(quiet.code).toBe(3);
  expect(quiet.err).toContain('Something went wrong inside Fairlead');
  expect(quiet.err).not.toContain('broken clock');
  const loud = await here.runWith({ ...broken, env: { FAIRLEAD_DEBUG: '1' } }, 'explain', 'desk.route', '-');
  expect(loud.err).toContain('broken clock');
});
