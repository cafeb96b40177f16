// `fairlead fmt`: in place, in a pipe, and as a check.
import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { POLICY } from './support/policies.ts';
import { folder } from './support/run.ts';

const UGLY = POLICY.replace(/\n {4}/g, '\n').replace('policy desk', 'policy    desk');

test('files are laid out in place and keep their permissions; once is enough', async () => {
  const here = folder({ 'a.route': UGLY, 'b.route': UGLY });
  chmodSync(join(here.path, 'a.route'), 0o640);
  const ran = await here.run('fmt', 'a.route', 'b.route');
  expect(ran).toEqual({ code: 0, out: 'a.route\nb.route\n2 files formatted.\n', err: '' });
  expect(statSync(join(here.path, 'a.route')).mode & 0o777).toBe(0o640);
  const text = here.read('a.route');
  expect(text).not.toBe(UGLY);
  expect(await here.run('fmt', 'a.route')).toEqual({ code: 0, out: 'Formatted already.\n', err: '' });
  expect(here.read('a.route')).toBe(text);
});

test('--check changes nothing and ends with 1 where something would change', async () => {
  const here = folder({ 'a.route': UGLY });
  expect(await here.run('fmt', '--check', 'a.route')).toEqual({
    code: 1,
    out: 'a.route\n1 file would change.\n',
    err: '',
  });
  expect(here.read('a.route')).toBe(UGLY);
  await here.run('fmt', 'a.route');
  expect((await here.run('fmt', '--check', 'a.route')).code).toBe(0);
});

test('- reads standard input and writes standard output', async () => {
  const here = folder({ 'a.route': UGLY });
  await here.run('fmt', 'a.route');
  const ran = await here.runWith({ stdin: UGLY }, 'fmt', '-');
  expect(ran).toEqual({ code: 0, out: here.read('a.route'), err: '' });
  expect((await here.runWith({ stdin: UGLY }, 'fmt', '-', '--check')).code).toBe(1);
  expect((await here.runWith({ stdin: ran.out }, 'fmt', '-', '--check')).code).toBe(0);
});

test('a file with mistakes stays as it is, and the others are formatted', async () => {
  const broken = UGLY.replace('otherwise', 'otherwse');
  const here = folder({ 'a.route': broken, 'b.route': UGLY });
  const ran = await here.run('fmt', 'a.route', 'b.route');
  expect(ran.code).toBe(1);
  expect(ran.out).toBe('b.route\n1 file formatted, 1 file with errors left as it is.\n');
  expect(ran.err).toContain('a.route:');
  expect(here.read('a.route')).toBe(broken);
});

test('an empty file stays empty, and a byte order mark goes', async () => {
  const here = folder({ 'empty.route': '', 'mark.route': `\ufeff${POLICY}` });
  expect((await here.run('fmt', 'empty.route')).code).toBe(0);
  expect(here.read('empty.route')).toBe('');
  await here.run('fmt', 'mark.route');
  expect(here.read('mark.route').startsWith('policy')).toBe(true);
});
