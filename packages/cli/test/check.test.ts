// `fairlead check`: problems for people, for tools and for pull requests; parts of policies; repairs.
import { expect, test } from 'vitest';
import { expectGolden } from './support/golden.ts';
import { POLICY } from './support/policies.ts';
import { folder } from './support/run.ts';

/** Two mistakes with a repair each, and one that the author must decide. */
const BROKEN = POLICY.replace('employees >= 1000', 'emploees >= 1000')
  .replace('country is "DE"', 'country == "DE"')
  .replace('when company is known', 'when company is not "Acme"');

const PEOPLE = 'team small "Small accounts" {\n  rep carla "Carla Diaz" {}\n}\n';

test('a policy without problems: one line', async () => {
  const ran = await folder({ 'desk.route': POLICY }).run('check', 'desk.route');
  expect(ran).toEqual({ code: 0, out: 'desk.route: no problems. 3 rules, 2 teams, 3 reps.\n', err: '' });
});

test('problems show their place, and the last line counts them', async () => {
  const ran = await folder({ 'desk.route': BROKEN }).run('check', 'desk.route');
  expect(ran.code).toBe(1);
  expect(ran.out.trim().split('\n').at(-1)).toMatch(/^\d+ errors? .*in desk\.route\.?|^\d+ errors?.* in desk\.route/);
  expectGolden('check/problems.txt', ran.out);
});

test('--format json prints an array with lines and columns from 1', async () => {
  const ran = await folder({ 'desk.route': BROKEN }).run('check', '--format', 'json', 'desk.route');
  expect(ran.code).toBe(1);
  const problems = JSON.parse(ran.out);
  expect(problems.length).toBeGreaterThanOrEqual(3);
  for (const problem of problems) {
    expect(problem).toMatchObject({
      code: expect.stringMatching(/^FL\d{3}$/),
      severity: expect.stringMatching(/^(error|warning|hint)$/),
      message: expect.any(String),
      file: 'desk.route',
      range: { start: { line: expect.any(Number), column: expect.any(Number), offset: expect.any(Number) } },
      related: expect.any(Array),
      fixes: expect.any(Array),
    });
    expect(problem.page).toBe(`docs/diagnostics/${problem.code}.md`);
    const { start, end } = problem.range;
    expect(BROKEN.split('\n')[start.line - 1]?.slice(start.column - 1)).toBe(BROKEN.slice(start.offset).split('\n')[0]);
    expect(end.offset).toBeGreaterThanOrEqual(start.offset);
  }
  const clean = await folder({ 'desk.route': POLICY }).run('check', '--format', 'json', 'desk.route');
  expect(clean).toEqual({ code: 0, out: '[]\n', err: '' });
});

test('--format github escapes what its commands would misread', async () => {
  const name = 'a,b:c%.route';
  const ran = await folder({ [name]: BROKEN }).run('check', '--format', 'github', name);
  expect(ran.code).toBe(1);
  for (const line of ran.out.trim().split('\n')) {
    expect(line).toMatch(
      /^::(error|warning|notice) file=a%2Cb%3Ac%25\.route,line=\d+,endLine=\d+,(col=\d+,endColumn=\d+,)?title=FL\d{3}::/,
    );
  }
});

test('a file that another one uses is checked once, with it', async () => {
  const main = `use "./people.route"\n\n${POLICY.replace(/team small[^\n]*\n/, '')}`;
  const here = folder({ 'desk.route': main, 'people.route': PEOPLE });
  const ran = await here.run('check', 'people.route', 'desk.route', './desk.route');
  expect(ran).toEqual({ code: 0, out: './desk.route: no problems. 3 rules, 2 teams, 3 reps.\n', err: '' });
});

test('a part of a policy is checked as far as it can be, and that is said', async () => {
  const here = folder({
    'people.route': PEOPLE,
    'broken.route': PEOPLE.replace('{}', '').replace('team small', 'team'),
  });
  const fine = await here.run('check', 'people.route');
  expect(fine.code).toBe(0);
  expect(fine.out).toContain('people.route: no problems. It has no policy block');
  const misspelt = folder({
    'people.route': PEOPLE.replace(/^team /m, 'calendar c { zone "Europe/Berln" open mon 09:00-17:00 }\n\nteam '),
  });
  expect((await misspelt.run('check', 'people.route')).out).toContain('FL301');
  const broken = await here.run('check', 'broken.route');
  expect(broken.code).toBe(1);
});

test('a policy whose `policy` block was forgotten is no part', async () => {
  const here = folder({ 'desk.route': POLICY.replace(/policy desk [^}]*\}/, '') });
  expect((await here.run('check', 'desk.route')).code).toBe(1);
});

test('--strict ends with 1 for warnings, and only then', async () => {
  const warned = POLICY.replace('when company is known', 'when id is known and company is known');
  const here = folder({ 'desk.route': warned });
  const ran = await here.run('check', 'desk.route');
  expect(ran.out).toMatch(/warning\[FL\d+\]/);
  expect(ran.code).toBe(0);
  expect((await here.run('check', '--strict', 'desk.route')).code).toBe(1);
});

test('--fix makes the repairs that leave no choice, and only those', async () => {
  const here = folder({ 'desk.route': BROKEN });
  const ran = await here.run('check', '--fix', 'desk.route');
  expect(ran.err).toMatch(/note: \d repairs? made in desk\.route\./);
  expect(ran.code).toBe(1);
  expect(here.read('desk.route')).toBe(POLICY.replace('when company is known', 'when company is not "Acme"'));
  expect(ran.out).toContain('1 error in desk.route');
});

test('--fix removes nothing that was not understood: it may be half of a condition', async () => {
  const half = POLICY.replace('when company is known', 'when company is known; country is "DE"');
  const here = folder({ 'desk.route': half });
  const ran = await here.run('check', '--fix', 'desk.route');
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('FL102');
  expect(here.read('desk.route')).toBe(half);
});

test('--fix does not guess who gets a lead', async () => {
  const misspelt = POLICY.replace(/route to small/, 'route to smal').replace(
    'when company is known',
    'when compny is known',
  );
  const here = folder({ 'desk.route': misspelt });
  const ran = await here.run('check', '--fix', 'desk.route');
  expect(ran.out).toContain('Did you mean `small`?');
  expect(here.read('desk.route')).toBe(POLICY.replace(/route to small/, 'route to smal'));
});

test('--fix leaves a policy without problems as it is, byte for byte', async () => {
  const text = POLICY.replaceAll('\n', '\r\n');
  const here = folder({ 'desk.route': text });
  expect((await here.run('check', '--fix', 'desk.route')).code).toBe(0);
  expect(here.read('desk.route')).toBe(text);
});

test('a file that is used and not there, and one that is no UTF-8', async () => {
  const here = folder({
    'desk.route': `use "./peple.route"\n\n${POLICY}`,
    'people.route': PEOPLE,
    'latin.route': Buffer.from([0xfc]),
  });
  const missing = await here.run('check', 'desk.route');
  expect(missing.code).toBe(1);
  expect(missing.out).toContain('people.route');
  const latin = await here.run('check', 'latin.route');
  expect(latin.code).toBe(1);
  expect(latin.err).toContain('is not UTF-8 text');
});

test('a file far too large for rules is refused before it is read: as the policy, as a file it uses, and by fmt', async () => {
  const large = 'rule "a" when x is "y" route to z\n'.repeat(520_000);
  const here = folder({ 'large.route': large, 'desk.route': `use "./large.route"\n\n${POLICY}` });
  for (const words of [
    ['check', 'large.route'],
    ['check', 'desk.route'],
    ['fmt', 'large.route'],
  ]) {
    const ran = await here.run(...words);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('"large.route" is larger than 16 MB');
  }
  expect(here.read('large.route')).toBe(large);
});

test('escape sequences in a policy are made visible', async () => {
  const ran = await folder({ 'desk.route': POLICY.replace('country is', 'cuntry is "\u001b[2J" or country is') }).run(
    'check',
    'desk.route',
  );
  expect(ran.code).toBe(1);
  expect(ran.out).not.toContain('\u001b');
});

test('a list or table far too large is called one', async () => {
  const list = 'competitors.example\n'.repeat(900_000);
  const here = folder({ 'big.csv': list, 'desk.route': `list others from "./big.csv"\n\n${POLICY}` });
  const ran = await here.run('check', 'desk.route');
  expect(ran.code).toBe(1);
  expect(ran.err).toContain('big.csv" is larger than 16 MB, and a table or list of a policy may not be');
});
