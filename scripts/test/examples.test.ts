// Every example: compiles without a word, is laid out as it should be, passes its tests, and routes its leads as it says.
// `UPDATE_GOLDENS=1` writes what is expected; read the difference before committing.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../repository-files.ts';
import { fairlead } from './run-fairlead.ts';

const EXAMPLES = join(ROOT, 'examples');
const AT: readonly string[] = ['--at', '2026-11-24T10:00:00+01:00'];
const work: string = mkdtempSync(join(tmpdir(), 'fairlead-examples-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const filesIn = (folder: string): readonly string[] => readdirSync(join(EXAMPLES, folder)).sort();
const folders = readdirSync(EXAMPLES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? entry.name : [],
);
const policies = folders.flatMap((folder) =>
  filesIn(folder)
    .filter((file) => file.endsWith('.route'))
    .map((file) => `examples/${folder}/${file}`),
);
/** Files with a `policy` block; the others are used by one of them. */
const entries = policies.filter((path) => /^policy /m.test(readFileSync(join(ROOT, path), 'utf8')));

function expectFile(path: string, text: string): void {
  if (process.env['UPDATE_GOLDENS'] !== undefined) writeFileSync(join(EXAMPLES, path), text);
  expect(text).toBe(readFileSync(join(EXAMPLES, path), 'utf8'));
}

test('there are examples, each with a README', () => {
  expect(folders.length).toBeGreaterThanOrEqual(2);
  for (const folder of folders) expect(filesIn(folder)).toContain('README.md');
});

describe.each(entries)('%s', (path) => {
  test('has no problems', async () => {
    const { out, err, code } = await fairlead(ROOT, ['check', '--strict', path]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('no problems');
  });

  test('passes its tests, which take every rule and see every condition both ways', async () => {
    const { out, code } = await fairlead(ROOT, ['test', path, '--coverage']);
    expect(out).toContain('tests passed');
    expect(out).not.toMatch(/No test takes|Never/);
    expect(code).toBe(0);
  });
});

test.each(policies)('%s is laid out', async (path) => {
  expect(await fairlead(ROOT, ['fmt', '--check', path])).toMatchObject({ code: 0 });
});

describe('inbound', () => {
  const policy = 'examples/inbound/inbound.route';
  const log = join(work, 'decisions.ndjson');

  test('leads go where they are expected', async () => {
    const { code, err } = await fairlead(ROOT, ['route', policy, 'examples/inbound/leads.ndjson', ...AT, '--out', log]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expectFile('inbound/expected/decisions.ndjson', readFileSync(log, 'utf8'));
  });

  test('the leads hit every rule, and every way to end', async () => {
    const decisions = decisionsOf(readFileSync(join(EXAMPLES, 'inbound/expected/decisions.ndjson'), 'utf8'));
    const taken = new Set(decisions.map(({ rule }) => rule));
    const rules = [...readFileSync(join(ROOT, policy), 'utf8').matchAll(/^ {2}rule "(.*)"$/gm)].map(([, name]) => name);
    expect(rules.filter((name) => !taken.has(name))).toEqual([]);
    const ends = [...new Set(decisions.map(({ outcome }) => outcome.kind))].sort();
    expect(ends).toEqual(['assigned', 'invalid', 'nurtured', 'queued', 'rejected']);
  });

  test('its decisions can be made again', async () => {
    const { code, out } = await fairlead(ROOT, ['replay', log]);
    expect(out).toMatch(/44/);
    expect(code).toBe(0);
  });

  test('nothing private is in the decisions', () => {
    const decisions = readFileSync(join(EXAMPLES, 'inbound/expected/decisions.ndjson'), 'utf8');
    const leads = readFileSync(join(EXAMPLES, 'inbound/leads.ndjson'), 'utf8');
    const addresses = [...leads.matchAll(/"email": "([^"]+)"/g)].map(([, address = '']) => address);
    expect(addresses.length).toBeGreaterThan(40);
    expect(addresses.filter((address) => decisions.includes(address))).toEqual([]);
  });

  test.each(['hospital.json', 'newsletter.json'])('%s is one of the leads', (file) => {
    const lead: unknown = JSON.parse(readFileSync(join(EXAMPLES, 'inbound', file), 'utf8'));
    const leads = readFileSync(join(EXAMPLES, 'inbound/leads.ndjson'), 'utf8').trim().split('\n');
    expect(leads.map((line): unknown => JSON.parse(line))).toContainEqual(lead);
  });
});

describe('crm-demo', () => {
  const leads = 'examples/crm-demo/leads.csv';
  const route = ['route', 'examples/crm-demo/crm.route', leads, '--clock', 'created'];

  test('the export is what its generator writes', () => {
    const file = join(work, 'leads.csv');
    execFileSync(process.execPath, [join(EXAMPLES, 'crm-demo/generate.ts'), file]);
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(join(ROOT, leads), 'utf8'));
  });

  test('the summary is as expected, and the two broken rows are reported', async () => {
    const { code, out, err } = await fairlead(ROOT, route);
    expectFile('crm-demo/expected/summary.txt', out);
    expect(
      err
        .trim()
        .split('\n')
        .map((line) => line.replace(/:.*/, '')),
    ).toEqual([`${leads}, row 414, column 14`, `${leads}, row 1205, column 4`]);
    expect(code).toBe(1);
  });

  test('every lead ends where it is expected', async () => {
    const log = join(work, 'crm.ndjson');
    await fairlead(ROOT, [...route, '--out', log]);
    const rows = decisionsOf(readFileSync(log, 'utf8')).map(({ lead, outcome, rule = '' }) =>
      [lead, outcome.kind, outcome.rep ?? outcome.queue ?? '', rule].join(','),
    );
    expect(rows).toHaveLength(1498);
    expectFile('crm-demo/expected/outcomes.csv', `${['lead,outcome,who,rule', ...rows].join('\n')}\n`);
  });
});

/** What this test reads of a decision. */
interface Read {
  readonly lead: string;
  readonly outcome: { readonly kind: string; readonly rep?: string; readonly queue?: string };
  readonly rule?: string;
}

function decisionsOf(log: string): readonly Read[] {
  return log
    .trim()
    .split('\n')
    .map((line): Read => JSON.parse(line));
}
