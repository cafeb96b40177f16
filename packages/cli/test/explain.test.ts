// `fairlead explain`: one lead, one of many, one from a log; why, and why not.
import { expect, test } from 'vitest';
import { expectGolden } from './support/golden.ts';
import { AT, LEADS, POLICY } from './support/policies.ts';
import { type Folder, folder } from './support/run.ts';

const desk = (): Folder =>
  folder({
    'desk.route': POLICY,
    'leads.csv': LEADS,
    'lead.json':
      '{\n  "id": "L2",\n  "email": "b@casaclara.example",\n  "company": "Casa Clara",\n  "employees": 85\n}\n',
  });

test('a lead as JSON, in text, Markdown and JSON', async () => {
  const here = desk();
  const text = await here.run('explain', 'desk.route', 'lead.json', ...AT);
  expect(text.code).toBe(0);
  expectGolden('explain/text.txt', text.out);
  const markdown = await here.run('explain', 'desk.route', 'lead.json', ...AT, '--format', 'markdown');
  expectGolden('explain/markdown.md', markdown.out);
  const json = await here.run('explain', 'desk.route', 'lead.json', ...AT, '--format', 'json');
  expect(JSON.parse(json.out)).toMatchObject({ lead: 'L2', outcome: { kind: 'assigned' }, rule: { rule: 'Small' } });
});

test('a lead by standard input, and one of many by its id', async () => {
  const here = desk();
  const expected = (await here.run('explain', 'desk.route', 'lead.json', ...AT)).out;
  const piped = await here.runWith({ stdin: here.read('lead.json') }, 'explain', 'desk.route', '-', ...AT);
  expect(piped.out).toBe(expected);
  const chosen = await here.run('explain', 'desk.route', 'leads.csv', '--lead', 'L2', ...AT);
  expect(chosen.out.split('\n')[0]).toBe(expected.split('\n')[0]);
});

test('a decision from a log is explained from what it recorded, whatever the lead says now', async () => {
  const here = desk();
  await here.run('route', 'desk.route', 'leads.csv', ...AT, '--out', 'log.ndjson');
  const ran = await here.run('explain', 'desk.route', 'log.ndjson', '--lead', 'L4');
  expect(ran.code).toBe(0);
  expect(ran.out).toContain('Lead L4 goes to Ben Okafor (ben)');
  expect(ran.out).toContain('Ben Okafor');
});

test('after the policy has changed, a log is explained by the one kept beside it', async () => {
  const here = desk();
  await here.run('route', 'desk.route', 'leads.csv', ...AT, '--out', 'log.ndjson');
  here.write('desk.route', POLICY.replaceAll('"Large"', '"Huge"'));
  const ran = await here.run('explain', 'desk.route', 'log.ndjson', '--lead', 'L4', ...AT);
  expect(ran.out).toContain('The rule "Large"');
  expectGolden('explain/changed-policy.txt', ran.err);
});

test('why not: a rule, a rep and a team, by id or label in any case', async () => {
  const here = desk();
  const told: string[] = [];
  for (const name of ['Large', 'ana', 'Ben Okafor', 'big accounts', 'otherwise', 'carla']) {
    const ran = await here.run('explain', 'desk.route', 'lead.json', ...AT, '--why-not', name);
    expect(ran.code, name).toBe(0);
    told.push(`# ${name}\n${ran.out}`);
  }
  expectGolden('explain/why-not.txt', told.join('\n'));
});

test('a lead in JSON where a file is named', async () => {
  const ran = await desk().run('explain', 'desk.route', '{"id":"L1"}', ...AT);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain('A file is named here. Put the JSON into one, or write - in its place and pipe it in.');
});

test('why not a queue: queues take every lead, so rules are asked about', async () => {
  for (const name of ['triage', 'to look at']) {
    const ran = await desk().run('explain', 'desk.route', 'lead.json', ...AT, '--why-not', name);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(`"${name}" is a queue, and a queue takes every lead that comes to it.`);
  }
});

test('why not: where a rule and a team have one name, the kind stands before it', async () => {
  const here = desk();
  here.write('desk.route', POLICY.replaceAll('"Large"', '"Big accounts"'));
  const ask = (name: string) => here.run('explain', 'desk.route', 'lead.json', ...AT, '--why-not', name);
  const both = await ask('Big accounts');
  expect(both.err).toContain(
    '"Big accounts" is the name of the rule Big accounts and the team big. Write "rule:Big accounts" or "team:big".',
  );
  expect((await ask('rule:Big accounts')).out).toContain('"Big accounts" does not fit');
  expect((await ask('team:big')).out).toContain('Big accounts (big)');
});

test('an invalid lead says what is needed', async () => {
  const here = desk();
  const ran = await here.run('explain', 'desk.route', 'leads.csv', '--lead', 'L6', ...AT);
  expect(ran.code).toBe(0);
  expect(ran.out).toContain('email');
});

test('a state is read and not changed', async () => {
  const here = desk();
  await here.run('route', 'desk.route', 'leads.csv', ...AT, '--state', 'state.json');
  const before = here.read('state.json');
  here.write('new.json', '{"id":"L77","email":"n@nordwerk.example","employees":5000}');
  const ran = await here.run('explain', 'desk.route', 'new.json', ...AT, '--state', 'state.json');
  expect(ran.out).toContain('Lead L77 goes to Ana Ruiz (ana)');
  expect(here.read('state.json')).toBe(before);
});

test('a broken lead says where, and a file without one says so', async () => {
  const here = desk();
  here.write('broken.json', '{\n  "id": "L2",\n  "email" "x"\n}');
  const broken = await here.run('explain', 'desk.route', 'broken.json', ...AT);
  expect([broken.code, broken.err]).toEqual([
    1,
    'error: broken.json, row 1 (line 3), column 11: This is not JSON: a colon (:) is missing behind the name.\n',
  ]);
  here.write('empty.json', '');
  const empty = await here.run('explain', 'desk.route', 'empty.json', ...AT);
  expect([empty.code, empty.err]).toEqual([1, 'error: There is no lead in empty.json.\n']);
});

test('private values stand in no explanation', async () => {
  const here = desk();
  here.write('lead.json', '{"id":"L2","email":"canary@gmail.com","company":"X"}');
  for (const format of ['text', 'markdown', 'json']) {
    const ran = await here.run('explain', 'desk.route', 'lead.json', ...AT, '--format', format);
    expect(ran.out + ran.err).not.toContain('canary');
  }
});

test('a policy with errors shows them', async () => {
  const here = desk();
  here.write('desk.route', POLICY.replace('employees >= 1000', 'emploees >= 1000'));
  const ran = await here.run('explain', 'desk.route', 'lead.json', ...AT);
  expect(ran.code).toBe(1);
  expect(ran.out).toBe('');
  expect(ran.err).toContain('Did you mean `employees`?');
});
