// `compile`, `schema` and `replay`: the same bytes again, and every change found.
import { expect, test } from 'vitest';
import { expectGolden } from './support/golden.ts';
import { AT, LEADS, POLICY } from './support/policies.ts';
import { type Folder, folder } from './support/run.ts';

const desk = (): Folder => folder({ 'desk.route': POLICY, 'leads.csv': LEADS });

async function withLog(): Promise<Folder> {
  const here = desk();
  await here.run('route', 'desk.route', 'leads.csv', ...AT, '--out', 'log.ndjson');
  return here;
}

test('compiling prints the hash, and gives the same bytes whatever the layout', async () => {
  const here = desk();
  const ran = await here.run('compile', 'desk.route', '-o', 'desk.json');
  expect(ran.out).toMatch(/^desk\.json: policy desk, hash [0-9a-f]{64}\n$/);
  here.write('same.route', `# a comment\n${POLICY.replace(/\n +/g, '\n')}`);
  const piped = await here.run('compile', 'same.route', '-o', '-');
  expect(piped.out).toBe(here.read('desk.json'));
  expect(ran.out).toContain(piped.err.trim());
});

test('a policy with errors is not compiled, and a compiled one that was damaged is not run', async () => {
  const here = desk();
  here.write('broken.route', POLICY.replace('is known', 'is knwn'));
  const broken = await here.run('compile', 'broken.route', '-o', 'broken.json');
  expect(broken.code).toBe(1);
  await here.run('compile', 'desk.route', '-o', 'desk.json');
  const told: string[] = [];
  for (const text of [
    here.read('desk.json').replace('"otherwise"', '"otherwse"'),
    here.read('desk.json').slice(0, 200),
    '{}',
    'null',
    '',
  ]) {
    here.write('damaged.json', text);
    const ran = await here.run('route', 'damaged.json', 'leads.csv', ...AT);
    expect(ran.code).toBe(1);
    told.push(ran.err);
  }
  expectGolden('compile/damaged.txt', told.join('\n'));
});

test('the schema of a policy and of its compiled form are the same', async () => {
  const here = desk();
  await here.run('compile', 'desk.route', '-o', 'desk.json');
  const [text, compiled] = [await here.run('schema', 'desk.route'), await here.run('schema', 'desk.json')];
  expect(text.out).toBe(compiled.out);
  expect(JSON.parse(text.out)).toMatchObject({ type: 'object', required: ['id', 'email'] });
  await here.run('schema', 'desk.route', '-o', 'schema.json');
  expect(here.read('schema.json')).toBe(text.out);
});

test('a log is made again byte for byte', async () => {
  const here = await withLog();
  const ran = await here.run('replay', 'log.ndjson');
  expect(ran).toEqual({
    code: 0,
    out: '7 decisions and their explanations made again: every byte is the same.\n',
    err: '',
  });
  const piped = await here.runWith({ stdin: here.read('log.ndjson') }, 'replay', '-', '--policy', 'desk.route');
  expect(piped.code).toBe(0);
});

test('every change of a log is found, with its line and what differs', async () => {
  const here = await withLog();
  const [first = '', second = '', ...others] = here.read('log.ndjson').trim().split('\n');
  const changed = [
    first.replace('"rep":"ana","team"', '"rep":"ben","team"'),
    second.replace('"employees":85', '"employees":8500'),
    '{"no":"decision"}',
    'no JSON',
    others[0]?.replace(/"hash":"[0-9a-f]{4}/, '"hash":"0000') ?? '',
    ...others.slice(1),
  ];
  here.write('log.ndjson', changed.join('\n'));
  const ran = await here.run('replay', 'log.ndjson');
  expect(ran.code).toBe(1);
  expectGolden('replay/changed.txt', ran.out.replace(/hash 0000[0-9a-f]+/, 'hash 0000'));
});

test('another policy than the one that decided is found, and an empty log proves nothing', async () => {
  const here = await withLog();
  here.write('other.route', POLICY.replace('>= 1000', '>= 1001'));
  const other = await here.run('replay', 'log.ndjson', '--policy', 'other.route');
  expect(other.code).toBe(1);
  expect(other.out).toContain('7 of 7 decisions came out differently.');
  here.write('empty.ndjson', '');
  expect((await here.run('replay', 'empty.ndjson')).code).toBe(1);
});
