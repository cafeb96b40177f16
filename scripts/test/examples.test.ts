// Every example: compiles without a word, is laid out as it should be, passes its tests, and routes its leads as it says.
// `UPDATE_GOLDENS=1` writes what is expected; read the difference before committing.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readMarkdown } from '../docs/markdown.ts';
import { findSamples } from '../docs/samples.ts';
import { shortJson } from '../docs/short-json.ts';
import { ROOT, readRepository } from '../repository-files.ts';
import { fairlead } from './run-fairlead.ts';

const EXAMPLES = join(ROOT, 'examples');
const AT: readonly string[] = ['--at', '2026-11-24T10:00:00+01:00'];
const DECISIONS = join(EXAMPLES, 'inbound/expected/decisions.ndjson');
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

test('the decision in the README is what becomes of that lead', async () => {
  const page = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const [shown = ''] = readMarkdown(page).blocks.flatMap(({ info, text }) => (info[0] === 'json' ? [text] : []));
  const words = ['examples/inbound/inbound.route', 'examples/inbound/hospital.json', ...AT];
  const { out } = await fairlead(ROOT, ['route', ...words, '--out', '-']);
  expect(JSON.parse(out)).toMatchObject(JSON.parse(shown));
});

describe('the page about decisions', () => {
  const path = join(ROOT, 'docs/reference/decision.md');
  const MARKED = /(<!-- decision -->\n\n```json\n)([\s\S]*?)(\n```)/;

  test('shows the whole decision on that lead', async () => {
    const words = ['examples/inbound/inbound.route', 'examples/inbound/hospital.json', ...AT];
    const { out } = await fairlead(ROOT, ['route', ...words, '--out', '-']);
    const wanted = shortJson(JSON.parse(out));
    const page = readFileSync(path, 'utf8');
    if (process.env['UPDATE_GOLDENS'] !== undefined) {
      writeFileSync(
        path,
        page.replace(MARKED, (_, before: string, _json, after: string) => before + wanted + after),
      );
    }
    expect(MARKED.exec(readFileSync(path, 'utf8'))?.[2]).toBe(wanted);
  });

  test('names every key that a decision of the examples has', () => {
    const page = readFileSync(path, 'utf8').replace(MARKED, '');
    const keys = new Set<string>();
    for (const folder of decided) {
      for (const file of filesIn(`${folder}/expected`).filter((name) => name.endsWith('.ndjson'))) {
        const lines = decisionsOf(readFileSync(join(EXAMPLES, folder, 'expected', file), 'utf8'));
        for (const { inputs: _, ...decision } of lines) if (!('cause' in decision)) addKeys(decision, keys);
      }
    }
    expect([...keys].filter((key) => !page.includes(`\`${key}\``)).sort()).toEqual([]);
  });
});

/** The keys of objects at any depth, but for those of a ledger's shares, which are people. */
function addKeys(value: unknown, keys: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (!Array.isArray(value)) keys.add(key);
    if (key !== 'shares') addKeys(item, keys);
  }
}

test('the rule in the README is one of the inbound example', () => {
  const [sample] = findSamples(readRepository((path) => path === 'README.md'));
  const policy = readFileSync(join(EXAMPLES, 'inbound/inbound.route'), 'utf8');
  expect(policy.replaceAll(/^ {2}/gm, '')).toContain(sample?.text);
});

/** Examples that say which decisions their `route` command makes. */
const decided = folders.filter((folder) => existsSync(join(EXAMPLES, folder, 'expected/decisions.ndjson')));

/** The words of the README's first `npx fairlead route …`, without the first two. */
function routeCommand(folder: string): readonly string[] {
  const page = readFileSync(join(EXAMPLES, folder, 'README.md'), 'utf8').replaceAll('\\\n', ' ');
  const line = page.split('\n').find((one) => one.startsWith('npx fairlead route '));
  return (line ?? '').trim().split(/\s+/).slice(2);
}

describe.each(decided)('the leads of %s', (folder) => {
  const log = join(work, `${folder}.ndjson`);

  test('go where the README’s command sends them', async () => {
    const { code, err } = await fairlead(ROOT, [...routeCommand(folder), '--out', log]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expectFile(`${folder}/expected/decisions.ndjson`, readFileSync(log, 'utf8'));
  });

  test('are decided the same when their decisions are made again', async () => {
    const { code, out } = await fairlead(ROOT, ['replay', log]);
    expect(out).toContain(String(decisionsOf(readFileSync(log, 'utf8')).length));
    expect(code).toBe(0);
  });
});

describe('inbound', () => {
  const policy = 'examples/inbound/inbound.route';

  test('the leads hit every rule, and every way to end', async () => {
    const decisions = decisionsOf(readFileSync(DECISIONS, 'utf8'));
    const taken = new Set(decisions.map(({ rule }) => rule));
    const rules = [...readFileSync(join(ROOT, policy), 'utf8').matchAll(/^ {2}rule "(.*)"$/gm)].map(([, name]) => name);
    expect(rules.filter((name) => !taken.has(name))).toEqual([]);
    const ends = [...new Set(decisions.map(({ outcome }) => outcome.kind))].sort();
    expect(ends).toEqual(['assigned', 'invalid', 'nurtured', 'queued', 'rejected']);
  });

  test('nothing private is in the decisions', () => {
    const decisions = readFileSync(DECISIONS, 'utf8');
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

describe('queue-and-priority', () => {
  const folder = 'examples/queue-and-priority';

  test('the day goes as expected', async () => {
    const [state, log] = [join(work, 'desk.json'), join(work, 'desk.ndjson')];
    const policy = `${folder}/queue-and-priority.route`;
    const route = ['route', policy, `${folder}/leads.ndjson`, '--at', '2026-11-24T09:00:00Z'];
    for (const words of [
      [...route, '--state', state, '--out', log],
      ['event', state, '--from', `${folder}/events.ndjson`, '--log', log],
      ['due', state, policy, '--at', '2026-11-24T18:00:00Z', '--log', log],
      ['replay', log],
    ]) {
      const { code, err } = await fairlead(ROOT, words);
      expect({ code, err }).toEqual({ code: 0, err: '' });
    }
    expectFile('queue-and-priority/expected/day.ndjson', readFileSync(log, 'utf8'));
    expect(readFileSync(log, 'utf8')).not.toContain('hello@');
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
  readonly inputs: unknown;
  readonly outcome: { readonly kind: string; readonly rep?: string; readonly queue?: string };
  readonly rule?: string;
}

function decisionsOf(log: string): readonly Read[] {
  return log
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Read => JSON.parse(line));
}
