// The conformance cases by the command line → the same decisions, explanations and problems as kept: files in, files out.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { main } from '@fairlead/cli';
import { canonicalJson } from '@fairlead/ir';
import { expect, onTestFinished, test } from 'vitest';
import { allCases, type Case, type CaseLead, isStep } from './conformance/case.ts';

/** A batch of cases in one test: starting a test costs more than a case. */
const BATCH = 40;

for (const [area, cases] of batches(allCases().filter(isOneRun))) {
  test(`fairlead route, explain and replay: ${area}`, async () => {
    for (const one of cases) await checkRun(one);
  });
}

for (const [area, cases] of batches(allCases().filter(({ file }) => file.leads === undefined))) {
  test(`fairlead check: ${area}`, async () => {
    for (const one of cases) await checkProblems(one);
  });
}

/** Whether the leads of a case can come in one file: all at one instant, all objects or all rows, nothing in between, no providers asked. */
function isOneRun({ file }: Case): boolean {
  const { at } = file;
  const leads = leadsOf(file);
  if (file.leads === undefined || at === undefined || leads.length < file.leads.length) return false;
  const isPlain = leads.every(({ at: own, changes, answers }) =>
    [own, changes, answers].every((one) => one === undefined),
  );
  const areRows = leads.every(({ row }) => row !== undefined);
  return isPlain && (areRows || leads.every(({ lead }) => isObject(lead)));
}

function leadsOf({ leads = [] }: Case['file']): readonly CaseLead[] {
  return leads.filter((one) => !isStep(one));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function batches(cases: readonly Case[]): readonly (readonly [string, readonly Case[]])[] {
  const count = Math.ceil(cases.length / BATCH);
  return Array.from({ length: count }, (_, index) => {
    const some = cases.slice(index * BATCH, (index + 1) * BATCH);
    return [`${some[0]?.name ?? ''} to ${some.at(-1)?.name ?? ''}`, some] as const;
  });
}

async function checkRun(one: Case): Promise<void> {
  const { at = '', state } = one.file;
  const leads = leadsOf(one.file);
  const here = mkdtempSync(join(tmpdir(), 'fairlead-conformance-'));
  onTestFinished(() => rmSync(here, { recursive: true, force: true }));
  const rows = leads.flatMap(({ row }) => (row === undefined ? [] : [row]));
  const [input, text] = rows.length > 0 ? ['leads.csv', csvOf(rows)] : ['leads.json', jsonOf(leads)];
  writeFileSync(join(here, input), text);
  writeFileSync(
    join(here, 'state.json'),
    JSON.stringify({ format: 'fairlead-state/1', pools: {}, reps: {}, decisions: [], ...Object(state) }),
  );
  const policy = join(one.path, 'policy.route');
  const files = ['--state', 'state.json', '--out', 'log.ndjson'];
  const bound = [...bind(here, '--records', one.file.records), ...bind(here, '--model', one.file.models)];
  const routed = await fairlead(here, 'route', policy, input, '--at', at, ...files, ...bound);
  expect(`${routed.code} ${routed.err}`, one.name).toMatch(/^0 /);
  const kept: readonly unknown[] = JSON.parse(one.read('decision.json') ?? '[]');
  const lines = readFileSync(join(here, 'log.ndjson'), 'utf8').trimEnd().split('\n');
  expect(lines, one.name).toEqual(kept.map(canonicalJson));
  expect(await fairlead(here, 'replay', 'log.ndjson'), one.name).toMatchObject({ code: 0 });
  const first = JSON.parse(lines[0] ?? '{}');
  if (lines.filter((line) => JSON.parse(line).lead === first.lead).length > 1 || /[^\w-]/.test(first.lead)) return;
  const explained = await fairlead(here, 'explain', policy, 'log.ndjson', '--lead', first.lead);
  expect(one.read('explanation.txt')?.startsWith(explained.out), `${one.name}\n${explained.out}`).toBe(true);
}

/** Writes what a case binds to names into files, and gives the options that say so. */
function bind(here: string, option: string, bound: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  return Object.entries(bound ?? {}).flatMap(([name, json]) => {
    const file = `${option.slice(2)}-${name}.json`;
    writeFileSync(join(here, file), JSON.stringify(json));
    return [option, `${name}=${file}`];
  });
}

async function checkProblems(one: Case): Promise<void> {
  const { out } = await fairlead(one.path, 'check', '--format', 'json', 'policy.route');
  const problems: readonly Readonly<Record<string, unknown>>[] = JSON.parse(out);
  const kept: typeof problems = JSON.parse(one.read('diagnostics.json') ?? '[]');
  const plain = (all: typeof problems): readonly unknown[] =>
    all.map(({ code, severity, message, hint, file, range }) => ({
      code,
      severity,
      message,
      hint,
      range,
      file,
    }));
  expect(plain(problems), one.name).toEqual(plain(kept));
}

function jsonOf(leads: readonly { readonly lead?: unknown }[]): string {
  return JSON.stringify(leads.map(({ lead }) => lead));
}

/** All columns that any of the rows has; each cell in quotes. */
function csvOf(rows: readonly Readonly<Record<string, string>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const line = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  return `${[columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].map(line).join('\n')}\n`;
}

async function fairlead(
  cwd: string,
  ...argv: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const [out, err] = [captured(), captured()];
  const code = await main(argv, {
    stdin: Readable.from([]),
    stdout: out.stream,
    stderr: err.stream,
    cwd,
    env: {},
    nowMs: () => 0,
  });
  return { code, out: out.text(), err: err.text() };
}

function captured(): { readonly stream: Writable & { isTTY: boolean; columns: number }; readonly text: () => string } {
  const pieces: Buffer[] = [];
  const stream = new Writable({
    write(piece: Buffer, _encoding, callback) {
      pieces.push(Buffer.from(piece));
      callback();
    },
  });
  return {
    stream: Object.assign(stream, { isTTY: false, columns: 80 }),
    text: () => Buffer.concat(pieces).toString('utf8'),
  };
}
