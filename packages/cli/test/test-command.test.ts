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
