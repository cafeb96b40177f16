// `fairlead route`: what is printed, what is written, in every way that leads and decisions can come and go.
import { existsSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectGolden } from './support/golden.ts';
import { AT, LEADS, POLICY } from './support/policies.ts';
import { type Folder, folder } from './support/run.ts';

const desk = (leads: string | Uint8Array = LEADS): Folder => folder({ 'desk.route': POLICY, 'leads.csv': leads });

/** The decisions of a log by lead: outcome and rule. */
function decisionsOf(log: string): readonly string[] {
  return log
    .trim()
    .split('\n')
    .map((line) => {
      const { lead, rule, outcome } = JSON.parse(line);
      return `${lead} ${outcome.kind} ${outcome.rep ?? outcome.queue ?? ''} ${rule ?? ''}`.replace(/ +/g, ' ').trim();
    });
}

const DECISIONS = [
  'L1 assigned ana Large',
  'L2 assigned carla Small',
  'L3 rejected Free mail',
  'L4 assigned ben Large',
  'L5 queued triage otherwise',
  'L6 invalid triage',
  'L1 assigned ana Large',
];

test('prints a summary, also where the output is no terminal', async () => {
  const ran = await desk().run('route', 'desk.route', 'leads.csv', ...AT);
  expect(ran.code).toBe(0);
  expect(ran.err).toBe('');
  expectGolden('route/summary.txt', ran.out);
});

test('writes one canonical decision a line, with the policy beside the log', async () => {
  const here = desk();
  const ran = await here.run('route', 'desk.route', 'leads.csv', ...AT, '--out', 'log.ndjson');
  expect(ran.code).toBe(0);
  expect(decisionsOf(here.read('log.ndjson'))).toEqual(DECISIONS);
  for (const line of here.read('log.ndjson').trim().split('\n')) {
    const { policy, outcome } = JSON.parse(line);
    expect(outcome.kind).toBeTypeOf('string');
    expect(existsSync(join(here.path, 'log.ndjson.policies', `${policy.hash}.json`))).toBe(true);
  }
  expect(readdirSync(here.path).sort()).toEqual(['desk.route', 'leads.csv', 'log.ndjson', 'log.ndjson.policies']);
});

test('a lead that comes again is written again as it was decided', async () => {
  const here = desk();
  await here.run('route', 'desk.route', 'leads.csv', ...AT, '--out', 'log.ndjson');
  const lines = here.read('log.ndjson').trim().split('\n');
  expect(lines[6]).toBe(lines[0]);
});

test('--out - prints decisions, and the summary goes to standard error', async () => {
  const ran = await desk().run('route', 'desk.route', 'leads.csv', ...AT, '--out', '-');
  expect(decisionsOf(ran.out)).toEqual(DECISIONS);
  expect(ran.err).toContain('7 leads routed by "Lead desk"');
});

test('a compiled policy decides the same', async () => {
  const here = desk();
  await here.run('compile', 'desk.route', '-o', 'desk.json');
  const [text, compiled] = [
    await here.run('route', 'desk.route', 'leads.csv', ...AT, '--out', '-'),
    await here.run('route', 'desk.json', 'leads.csv', ...AT, '--out', '-'),
  ];
  expect(compiled.out).toBe(text.out);
});

test('the same leads as NDJSON, as a JSON list, and by standard input are decided the same', async () => {
  const here = desk();
  const rows = LEADS.trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [id, email, company, country, employees, created] = line.split(',');
      return { id, email, company, country, employees: employees === '' ? null : Number(employees), created };
    });
  const ndjson = rows.map((row) => JSON.stringify(row)).join('\n');
  here.write('leads.ndjson', ndjson);
  here.write('leads.json', JSON.stringify(rows, undefined, 2));
  const expected = DECISIONS;
  for (const file of ['leads.ndjson', 'leads.json']) {
    expect(decisionsOf((await here.run('route', 'desk.route', file, ...AT, '--out', '-')).out), file).toEqual(expected);
  }
  for (const stdin of [ndjson, JSON.stringify(rows), JSON.stringify(rows, undefined, 2), LEADS]) {
    const ran = await here.runWith({ stdin }, 'route', 'desk.route', '-', ...AT, '--out', '-');
    expect(decisionsOf(ran.out)).toEqual(expected);
  }
});

test('a byte order mark, CRLF, semicolons, tabs and quoted line breaks are read as they are meant', async () => {
  const expected = DECISIONS;
  const semicolons = LEADS.replaceAll(',', ';');
  const tabs = LEADS.replaceAll(',', '\t');
  const quoted = LEADS.replace('Nordwerk,DE', '"Nord\nwerk, ""the"" big one",DE');
  for (const leads of [`\ufeff${LEADS}`, LEADS.replaceAll('\n', '\r\n'), semicolons, tabs, quoted, LEADS.trim()]) {
    const ran = await desk(leads).run('route', 'desk.route', 'leads.csv', ...AT, '--out', '-');
    expect(ran.code, ran.err).toBe(0);
    // The seventh lead says something else where the first one was changed; an assigned lead stays where it is.
    expect(decisionsOf(ran.out)).toEqual(expected);
  }
});

test('the format can be named where the name of the file says another', async () => {
  const here = folder({ 'desk.route': POLICY, 'leads.txt': LEADS, 'odd.json': LEADS });
  expect((await here.run('route', 'desk.route', 'leads.txt', ...AT)).out).toContain('7 leads');
  expect((await here.run('route', 'desk.route', 'odd.json', ...AT, '--format', 'csv')).out).toContain('7 leads');
});

test('--clock decides each lead at the instant in its field', async () => {
  const ran = await desk().run('route', 'desk.route', 'leads.csv', '--clock', 'created', '--out', '-');
  const instants = ran.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).at);
  expect(instants.slice(0, 3)).toEqual(['2026-11-24T08:00:00Z', '2026-11-24T08:10:00Z', '2026-11-24T08:20:00Z']);
  expect(ran.err).toContain('as of 2026-11-24 08:00 UTC to 2026-11-24 08:50 UTC');
});

test('a lead without its instant is decided at the latest one seen so far, and that is said', async () => {
  const here = desk(LEADS.replace(',2026-11-24T08:20:00Z', ','));
  const ran = await here.run('route', 'desk.route', 'leads.csv', '--clock', 'created', '--out', '-');
  const instants = ran.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).at);
  expect(instants[2]).toBe('2026-11-24T08:10:00Z');
  expect(ran.err).toContain('1 lead had no instant in the field of --clock (first: row 4)');
});

test('a placeholder at the ends of time is no instant to decide at, and the state can be read again', async () => {
  const here = desk(LEADS.replace(',2026-11-24T08:20:00Z', ',9999-12-31T23:59:59Z'));
  const args = ['route', 'desk.route', 'leads.csv', '--clock', 'created', '--state', 'state.json'];
  const { err } = await here.run(...args);
  expect(err).toContain('1 lead had no instant in the field of --clock (first: row 4)');
  expect((await here.run(...args)).out).toContain('7 leads came before');
  const { err: refused } = await here.run('route', 'desk.route', 'leads.csv', '--at', '9999-12-31T23:59:59Z');
  expect(refused).toContain('--at "9999-12-31T23:59:59Z" is too far away');
});

test('a date decides from the start of that day in the zone of the policy', async () => {
  const here = folder({
    'desk.route': POLICY.replace('created    time', 'created    date'),
    'leads.ndjson': '{"id":"L1","email":"a@nordwerk.example","created":"2026-07-01"}',
  });
  const ran = await here.run('route', 'desk.route', 'leads.ndjson', '--clock', 'created', '--out', '-');
  expect(JSON.parse(ran.out).at).toBe('2026-06-30T22:00:00Z');
});

test('without --at it is decided now', async () => {
  const ran = await desk().run('route', 'desk.route', 'leads.csv', '--out', '-');
  expect(JSON.parse(ran.out.split('\n')[0] ?? '').at).toBe('2026-11-24T09:00:00Z');
});

test('columns that are not there, or there twice, are told', async () => {
  const leads = 'Id,email,company,company\nL1,a@nordwerk.example,Nordwerk,Other\n';
  const ran = await desk(leads).run('route', 'desk.route', 'leads.csv', ...AT);
  expect(ran.code).toBe(0);
  expectGolden('route/columns.txt', ran.err);
});

test('an empty file, a header alone and blank lines are no leads, and no problem', async () => {
  for (const leads of ['', '\n\n', 'id,email,company,country,employees,created\n', '\ufeff']) {
    const ran = await desk(leads).run('route', 'desk.route', 'leads.csv', ...AT);
    expect(ran.code).toBe(0);
    expect(ran.out).toBe('0 leads routed by "Lead desk" as of 2026-11-24 09:00 UTC.\n');
    expect(ran.err).toContain('There are no leads in leads.csv.');
  }
});

test('an earlier log is replaced whole', async () => {
  const here = desk();
  here.write('log.ndjson', 'the earlier log\n');
  await here.run('route', 'desk.route', 'leads.csv', ...AT, '--out', 'log.ndjson');
  expect(decisionsOf(here.read('log.ndjson'))).toEqual(DECISIONS);
});

test('a link stays a link, and what it leads to is replaced', async () => {
  const here = desk();
  here.write('real/log.ndjson', 'earlier\n');
  symlinkSync(join(here.path, 'real/log.ndjson'), join(here.path, 'log.ndjson'));
  await here.run('route', 'desk.route', 'leads.csv', ...AT, '--out', 'log.ndjson');
  expect(decisionsOf(here.read('real/log.ndjson'))).toEqual(DECISIONS);
});

test('nothing that is read is overwritten', async () => {
  const here = desk();
  for (const [option, file] of [
    ['--out', 'leads.csv'],
    ['--out', './desk.route'],
    ['--state', 'leads.csv'],
    ['--problems', 'leads.csv'],
  ] as const) {
    const ran = await here.run('route', 'desk.route', 'leads.csv', ...AT, option, file);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('are the same file');
  }
  expect(here.read('leads.csv')).toBe(LEADS);
});

test('a reader that goes away ends it quietly', async () => {
  const ran = await desk().runWith({ closesAfter: 100 }, 'route', 'desk.route', 'leads.csv', ...AT, '--out', '-');
  expect(ran.code).toBe(0);
  expect(ran.err).toBe('');
});

test('a full disk behind standard output is a problem', async () => {
  const ran = await desk().runWith({ full: true }, 'route', 'desk.route', 'leads.csv', ...AT);
  expect([ran.code, ran.err]).toEqual([1, 'error: "standard output" cannot be written: the disk is full.\n']);
});

test('a device is written to and not replaced', async () => {
  const here = desk();
  const ran = await here.run('route', 'desk.route', 'leads.csv', ...AT, '--out', '/dev/null');
  expect(ran.code).toBe(0);
  expect((await here.run('compile', 'desk.route', '-o', '/dev/null')).code).toBe(0);
  expect((await here.run('route', 'desk.route', 'leads.csv', ...AT, '--state', '/dev/null')).code).toBe(2);
  expect((await here.run('route', 'desk.route', 'leads.csv', ...AT, '--state', '.')).code).toBe(2);
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});

test('the summary has colours on a terminal only', async () => {
  const here = desk();
  const argv = ['route', 'desk.route', 'leads.csv', ...AT];
  expect((await here.run(...argv)).out).not.toContain('\u001b');
  expect((await here.runWith({ terminal: true }, ...argv)).out).toContain('\u001b[1m');
  expect((await here.runWith({ terminal: true, env: { NO_COLOR: '1' } }, ...argv)).out).not.toContain('\u001b');
  expect((await here.runWith({ terminal: true }, ...argv, '--no-color')).out).not.toContain('\u001b');
  expect((await here.run('--color', ...argv)).out).toContain('\u001b[1m');
});

test('text from a file cannot act on the terminal, and private values are never shown', async () => {
  const here = folder({
    'desk.route': POLICY.replace('"Lead desk"', '"Lead\u001b[31m desk"'),
    'leads.ndjson': [
      '{"id":"L\\u001b[2J1","email":"not an address \\u001b[2J","employees":"\\u001b[2Jmany"}',
      '{"id":"L2","email":"secret@canary.example","company":"X"',
    ].join('\n'),
  });
  const ran = await here.run('route', 'desk.route', 'leads.ndjson', ...AT, '--out', 'log.ndjson');
  expect(ran.out + ran.err).not.toContain('\u001b');
  expect(ran.out + ran.err + here.read('log.ndjson')).not.toMatch(/canary|not an address/);
});
