// `fairlead init`: what it writes is right in every way that the other commands can tell, and nothing is overwritten.
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectGolden } from './support/golden.ts';
import { AT } from './support/policies.ts';
import { folder } from './support/run.ts';

test('what it writes checks, is formatted, passes its tests and routes its leads', async () => {
  const here = folder();
  const ran = await here.run('init', 'new/desk');
  expect(ran.code).toBe(0);
  expectGolden('init/init.txt', ran.out);
  const policy = 'new/desk/leads.route';
  expect((await here.run('check', '--strict', policy)).out).toContain('no problems');
  expect((await here.run('fmt', '--check', policy)).code).toBe(0);
  const tested = await here.run('test', policy);
  expect([tested.code, tested.out]).toEqual([0, expect.stringContaining('All 2 tests passed.')]);
  const routed = await here.run('route', policy, 'new/desk/leads.csv', ...AT);
  expect(routed.code).toBe(0);
  expect(routed.out).not.toMatch(/ {2}0$/m);
});

test('it writes into the folder one is in, and never over a file', async () => {
  const here = folder();
  expect((await here.run('init')).code).toBe(0);
  expect(readdirSync(here.path).sort()).toEqual(['leads.csv', 'leads.route']);
  here.write('leads.route', 'mine');
  const again = await here.run('init');
  expect([again.code, again.err]).toEqual([
    1,
    'error: "leads.route" is there already, and nothing was written. Name another folder.\n',
  ]);
  expect(here.read('leads.route')).toBe('mine');
});

test('if one of its files is there, none is written', async () => {
  const here = folder({ 'leads.csv': 'mine' });
  expect((await here.run('init')).code).toBe(1);
  expect(readdirSync(here.path)).toEqual(['leads.csv']);
  expect(here.read('leads.csv')).toBe('mine');
});
