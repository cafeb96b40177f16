// `fairlead test`: what passes, what fails and how that is told; coverage; suites that prove nothing.
import { expect, test } from 'vitest';
import { expectGolden } from './support/golden.ts';
import { POLICY } from './support/policies.ts';
import { folder } from './support/run.ts';

const MORE = `
test "wrong in every way" {
  at 2026-11-24T10:00:00+01:00
  lead { id "T2" email "b@casaclara.example" company "Casa Clara" country "DE" }
  expect rule "Large"
  expect rep ana
  expect team big
  expect respond within 15 minutes
  expect size >= 40
}

test "wrong queue" {
  at 2026-11-24T10:00:00+01:00
  lead { id "T2" email "b@casaclara.example" company "Casa Clara" country "DE" }
  expect queue triage
}

test "wrong track" {
  at 2026-11-24T10:00:00+01:00
  lead { id "T2" email "b@casaclara.example" company "Casa Clara" country "DE" }
  expect nurture "news"
}

test "wrong reason" {
  at 2026-11-24T10:00:00+01:00
  lead { id "T2" email "b@casaclara.example" company "Casa Clara" country "DE" }
  expect reject "private address"
}

test "wrong invalid" {
  at 2026-11-24T10:00:00+01:00
  lead { id "T2" email "b@casaclara.example" company "Casa Clara" country "DE" }
  expect invalid
}

test "wrong otherwise" {
  at 2026-11-24T10:00:00+01:00
  lead { id "T2" email "b@casaclara.example" company "Casa Clara" country "DE" }
  expect otherwise
}

test "an invalid lead waits" {
  at 2026-11-24T10:00:00+01:00
  lead { id "T3" }
  expect invalid
  expect queue triage
}

test "at night the small ones wait, decided when they were created" {
  lead { id "T4" email "c@casaclara.example" company "Casa Clara" created 2026-11-24T23:00:00+01:00 }
  expect rule "Small"
  expect queue triage
}

test "somebody away and somebody full" {
  at 2026-11-24T10:00:00+01:00
  lead { id "T5" email "d@nordwerk.example" employees 2000 }
  given ana is away
  given ben has 7 open
  expect rep ben
  expect respond within 900 seconds
}
`;

test('passing and failing tests, with what was expected, what there was and where', async () => {
  const ran = await folder({ 'desk.route': POLICY + MORE }).run('test', 'desk.route');
  expect(ran.code).toBe(1);
  expectGolden('test/failing.txt', ran.out);
});

test('coverage says what no test reaches', async () => {
  const ran = await folder({ 'desk.route': POLICY }).run('test', 'desk.route', '--coverage');
  expect(ran.code).toBe(0);
  expectGolden('test/coverage.txt', ran.out);
});

test('--filter runs the tests with a text in their name', async () => {
  const here = folder({ 'desk.route': POLICY + MORE });
  const ran = await here.run('test', 'desk.route', '--filter', 'AWAY');
  expect(ran.code).toBe(0);
  expect(ran.out).toContain('The test passed.');
});

test('nothing tested is a failure', async () => {
  const here = folder({ 'desk.route': POLICY, 'none.route': POLICY.slice(0, POLICY.indexOf('\ntest ')) });
  const filtered = await here.run('test', 'desk.route', '--filter', 'no such thing');
  expect([filtered.code, filtered.err]).toEqual([
    1,
    'error: No test has "no such thing" in its name, so nothing was tested.\n',
  ]);
  const none = await here.run('test', 'none.route');
  expect(none.code).toBe(1);
  expect(none.err).toContain('There are no tests, so nothing was tested.');
});

test('a policy without a test fails beside one that has some', async () => {
  const here = folder({ 'desk.route': POLICY, 'none.route': POLICY.slice(0, POLICY.indexOf('\ntest ')) });
  const ran = await here.run('test', 'desk.route', 'none.route');
  expect([ran.code, ran.err]).toEqual([1, 'error: "none.route" has no tests, so nothing of it was tested.\n']);
  expect(ran.out).toContain('The test passed.');
});

test('a test that expects nothing is an error', async () => {
  const here = folder({ 'desk.route': POLICY.replace(/ {2}expect [^\n]*\n/g, '') });
  const ran = await here.run('test', 'desk.route');
  expect(ran.code).toBe(1);
  expect(ran.err).toContain('FL163');
});

test('--fail-under asks for so much coverage, of everything or of a part', async () => {
  const here = folder({ 'desk.route': POLICY });
  const fails = async (demand: string, ...more: readonly string[]): Promise<string> => {
    const ran = await here.run('test', 'desk.route', '--fail-under', demand, ...more);
    return `${ran.code} ${ran.err}`;
  };
  expect(await fails('9')).toBe('0 ');
  expect(await fails('0%')).toBe('0 ');
  expect(await fails('90')).toBe(
    '1 error: The tests cover 9%, and 90% was asked for. `--coverage` says what is missing.\n',
  );
  expect(await fails('90', '--coverage')).toBe('1 error: The tests cover 9%, and 90% was asked for.\n');
  expect(await fails('rules=25, lines=100, rows=100')).toBe('0 ');
  expect(await fails('rules=25.1,conditions=0,boundaries=50')).toBe(
    '1 error: Of the rules the tests cover 25%, and 25.1% was asked for. `--coverage` says what is missing.\n' +
      'error: Of the boundaries the tests cover 0%, and 50% was asked for. `--coverage` says what is missing.\n',
  );
});

test('--fail-under is one number over all policies', async () => {
  const other = `${POLICY}\n${MORE.slice(MORE.indexOf('test "an invalid'))}`;
  const here = folder({ 'desk.route': POLICY, 'other.route': other });
  const [one, both] = [
    await here.run('test', 'other.route', '--fail-under', '40'),
    await here.run('test', 'desk.route', 'other.route', '--fail-under', '40'),
  ];
  expect([one.code, both.code]).toEqual([0, 1]);
});

test('--fail-under that says nothing that can be asked for', async () => {
  const here = folder({ 'desk.route': POLICY });
  for (const demand of [
    '',
    'much',
    '101',
    '-1',
    'rules',
    'rules=',
    'lanes=3',
    '90,80',
    'rules=1,rules=2',
    '1e1',
    'everything=9',
  ]) {
    const ran = await here.run('test', 'desk.route', `--fail-under=${demand}`);
    expect([demand, ran.code, ran.out]).toEqual([demand, 2, '']);
    expect(ran.err).toMatch(/^error: .*--fail-under/);
  }
});

test('--format junit', async () => {
  const odd = POLICY.replace('a large one goes', 'a <large> & "odd" one goes').replace(
    /"a <large>.*Big accounts"/,
    JSON.stringify('a <large> & "odd" one'),
  );
  const ran = await folder({ 'desk.route': odd + MORE }).run('test', 'desk.route', '--format', 'junit', '--coverage');
  expect(ran.code).toBe(1);
  expectGolden('test/junit.xml', ran.out);
});

test('--format json', async () => {
  const ran = await folder({ 'desk.route': POLICY + MORE }).run('test', 'desk.route', '--format', 'json', '--coverage');
  const [suite] = JSON.parse(ran.out);
  expect(suite.file).toBe('desk.route');
  expect(suite.tests.map(({ passed }: { passed: boolean }) => passed)).toEqual([
    ...[true, false, false, false, false, false, false],
    ...[true, true, true],
  ]);
  expect(suite.tests[1].failures[0]).toMatchObject({
    file: 'desk.route',
    expected: 'rule "Large"',
    got: 'rule "Small"',
  });
  expect(suite.coverage.rules.all).toBe(4);
});

test('a policy with errors is not tested', async () => {
  const ran = await folder({ 'desk.route': POLICY.replace('employees >= 1000', 'emploees >= 1000') }).run(
    'test',
    'desk.route',
  );
  expect(ran.code).toBe(1);
  expect(ran.err).toContain('so its tests were not run');
});

test('a part of a policy has no tests of its own, and a compiled policy has none', async () => {
  const part = 'team small "Small accounts" {\n  rep carla "Carla Diaz" {}\n}\n';
  const main = `use "./people.route"\n\n${POLICY.replace(/team small[^\n]*\n/, '')}`;
  const here = folder({ 'desk.route': main, 'people.route': part });
  const ran = await here.run('test', 'people.route', 'desk.route');
  expect([ran.code, ran.err]).toEqual([0, '']);
  await here.run('compile', 'desk.route', '-o', 'desk.json');
  const compiled = await here.run('test', 'desk.json');
  expect([compiled.code, compiled.err]).toEqual([2, expect.stringContaining('is a compiled policy')]);
});
