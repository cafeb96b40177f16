// Rows that no lead can be read from: each is reported with file, row and column, and loses no other row.
import { expect, test } from 'vitest';
import { expectGolden } from './support/golden.ts';
import { AT, POLICY } from './support/policies.ts';
import { folder, type Ran } from './support/run.ts';

async function route(name: string, leads: string | Uint8Array): Promise<Ran & { readonly ids: readonly string[] }> {
  const here = folder({ 'desk.route': POLICY, [name]: leads });
  const ran = await here.run('route', 'desk.route', name, ...AT, '--out', '-', '--problems', 'problems.ndjson');
  const ids = ran.out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).lead);
  return { ...ran, err: `${ran.err}\n--- problems.ndjson\n${here.read('problems.ndjson')}`, ids };
}

test('NDJSON: every kind of broken line', async () => {
  const lines = [
    '{"id":"L1","email":"a@nordwerk.example"}',
    '{"id":"L2","email":"secret@canary.example",}',
    "{'id':'L3'}",
    '{"id":"L4" "email":"x@y.example"}',
    '{"id":"L5","email":',
    'null',
    '[{"id":"L7"}]',
    '"L8"',
    '42',
    '{"id":"L10"} {"id":"L11"}',
    '{"id":"L12","email":"a@b.example","note":"tab\there"}',
    '{"id":"L13","email":"a@b.example","n":01}',
    '{"id":"L14","email":"a@b.example","note":"bad \\x escape"}',
    '',
    '{"id":"L16","email":"b@nordwerk.example"}',
  ];
  const ran = await route('leads.ndjson', lines.join('\n'));
  expect(ran.code).toBe(1);
  expect(ran.ids).toEqual(['L1', 'L16']);
  expect(ran.err).not.toContain('canary');
  expectGolden('broken/ndjson.txt', ran.err);
});

test('NDJSON: bytes that are no UTF-8, and a line of more than 1 MB', async () => {
  const long = `{"id":"L3","email":"a@b.example","note":"${'x'.repeat(1_100_000)}"}`;
  const bytes = Buffer.concat([
    Buffer.from('{"id":"L1","email":"a@nordwerk.example"}\n{"id":"L2","company":"M'),
    Buffer.from([0xfc]),
    Buffer.from(`ller"}\n${long}\n{"id":"L4","email":"b@nordwerk.example"}\n${long}`),
  ]);
  const ran = await route('leads.ndjson', bytes);
  expect(ran.code).toBe(1);
  expect(ran.ids).toEqual(['L1', 'L4']);
  expectGolden('broken/ndjson-bytes.txt', ran.err);
});

test('CSV: every kind of broken row', async () => {
  const rows = [
    'id,email,company,country,employees,created',
    'L1,a@nordwerk.example,Nordwerk,DE,10,',
    'L2,b@nordwerk.example,Nordwerk',
    'L3,c@nordwerk.example,Nordwerk,DE,10,,extra',
    'L4,d@nordwerk.example,19" racks,DE,10,',
    'L5,e@nordwerk.example,"Nordwerk,DE,10,',
    'L6,f@nordwerk.example,Nordwerk,DE,10,',
    'L7,g@nordwerk.example,"Nord"werk,DE,10,',
    ',,,,,',
    'L9,h@nordwerk.example,Nordwerk,DE,10,,,',
    'L10,i@nordwerk.example,"two',
    'lines",DE,10,',
    'L11,j@nordwerk.example,too,few',
    'L12,k@nordwerk.example,"Nordwerk,DE,10,',
    'L13,l@nordwerk.example,Nordwerk,DE,10,',
  ];
  const ran = await route('leads.csv', `${rows.join('\n')}\n`);
  expect(ran.code).toBe(1);
  expect(ran.ids).toEqual(['L1', 'L4', 'L6', 'L9', 'L10', 'L13']);
  expectGolden('broken/csv.txt', ran.err);
});

test('CSV: bytes that are no UTF-8, and a quote that is open for more than 1 MB', async () => {
  const bytes = Buffer.concat([
    Buffer.from('id,email,company,country,employees,created\nL1,a@nordwerk.example,Müller,DE,10,\nL2,b@b.example,M'),
    Buffer.from([0xfc]),
    Buffer.from('ller,DE,10,\nL3,c@c.example,"never closed,DE,10,\n'),
    Buffer.from(Array.from({ length: 40_000 }, (_, i) => `M${i},m@nordwerk.example,Meier,DE,10,\n`).join('')),
  ]);
  const ran = await route('leads.csv', bytes);
  expect(ran.code).toBe(1);
  expect(ran.ids).toHaveLength(40_001);
  expectGolden('broken/csv-bytes.txt', ran.err.replace(/^.*leads routed(.|\n)*--- /m, '--- '));
});

test('JSON: broken items of a list, and a list that is cut off', async () => {
  const text = `[
  {"id": "L1", "email": "a@nordwerk.example"},
  {"id": "L2", "email": "secret@canary.example",
   "company": Nordwerk},
  "L3",
  {"id": "L4", "email": "d@nordwerk.example"},
  {"id": "L5", "email": "e@nord`;
  const ran = await route('leads.json', text);
  expect(ran.code).toBe(1);
  expect(ran.ids).toEqual(['L1', 'L4']);
  expect(ran.err).not.toContain('canary');
  expectGolden('broken/json.txt', ran.err);
});

test('JSON: a list that is not closed is a problem even if every lead is whole', async () => {
  const ran = await route('leads.json', '[{"id":"L1","email":"a@nordwerk.example"}');
  expect(ran.code).toBe(1);
  expect(ran.ids).toEqual(['L1']);
  expect(ran.err).toContain('leads.json, row 2 (line 1), column 42: The file ends before the ] that closes the list.');
});

test('files that are no text at all are refused, saying what to do', async () => {
  const cases: readonly [bytes: readonly number[], words: string][] = [
    [[0xff, 0xfe, 0x69, 0, 0x64, 0], 'UTF-16'],
    [[0x1f, 0x8b, 8, 0], 'gunzip'],
    [[0x50, 0x4b, 3, 4], 'Excel'],
    [[0x69, 0, 0, 1], 'no text file'],
  ];
  for (const [bytes, words] of cases) {
    const here = folder({ 'desk.route': POLICY, 'leads.csv': Uint8Array.from(bytes) });
    const ran = await here.run('route', 'desk.route', 'leads.csv', ...AT);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(words);
  }
});

test('the first twenty are told, the others counted', async () => {
  const ran = await route('leads.ndjson', `${'nonsense\n'.repeat(25)}{"id":"L1","email":"a@nordwerk.example"}\n`);
  expect(ran.err.match(/leads\.ndjson, row/g)).toHaveLength(20);
  expect(ran.err).toContain('… and 5 more rows that could not be read.');
  expect(ran.err.split('--- problems.ndjson\n')[1]?.trim().split('\n')).toHaveLength(25);
  expect(ran.ids).toEqual(['L1']);
});
