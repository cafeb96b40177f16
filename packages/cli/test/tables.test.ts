// `--table` and `--roster`: rows and reps that come on the command line, and what is wrong with them.
import { expect, test } from 'vitest';
import { expectGolden } from './support/golden.ts';
import { type Folder, folder } from './support/run.ts';

const POLICY = `policy desk "Desk" {
  language 1
}

lead {
  id       text
  country  text   optional
  size     count  optional
}

rep { crm code optional unique }

team sales "Sales" {
  rep ana "Ana Ruiz" {}
  rep ben "Ben Okafor" { crm "B-1" }
}

queue triage "Triage" { owner ana }

table territory from "territory.csv" {
  key   country
  key   size from "Company size"
  gives owner rep
}

route {
  rule "By territory"
    when territory is matched
    route to territory.owner

  otherwise
    route to triage
}
`;
const AT = ['--at', '2026-11-24T09:00:00Z'];

const desk = (): Folder =>
  folder({
    'desk.route': POLICY,
    'territory.csv': 'country,Company size,owner\nDE,*,ana\n',
    'leads.ndjson': '{"id":"L1","country":"DE"}\n{"id":"L2","country":"FR","size":12}\n',
  });

/** Who gets which lead, by which row: `L1 ana line 2`. */
function went(out: string): readonly string[] {
  return out
    .trim()
    .split('\n')
    .map((line) => {
      const { lead, outcome, tables } = JSON.parse(line);
      const [table] = tables;
      return `${lead} ${outcome.rep ?? outcome.queue} ${table?.line === undefined ? 'no row' : `line ${table.line}`}`;
    });
}

async function routed(here: Folder, ...options: readonly string[]): Promise<readonly string[]> {
  const { code, err } = await here.run('route', 'desk.route', 'leads.ndjson', ...AT, ...options, '--out', 'log.ndjson');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return went(here.read('log.ndjson'));
}

test('rows take the place of those of the policy, from CSV, JSON and NDJSON alike', async () => {
  const here = desk();
  expect(await routed(here)).toEqual(['L1 ana line 2', 'L2 triage no row']);
  here.write('tonight.csv', 'owner;Company size;COUNTRY\nb-1;10..20;FR|IT\n'.replace('b-1', 'B-1'));
  expect(await routed(here, '--table', 'territory=tonight.csv')).toEqual(['L1 triage no row', 'L2 ben line 2']);
  here.write('tonight.json', '[{"country":"FR","Company size":12,"owner":"Ben Okafor"}]');
  expect(await routed(here, '--table', 'territory=tonight.json')).toEqual(['L1 triage no row', 'L2 ben line 1']);
  here.write('tonight.ndjson', '\n{"country":"*","Company size":"*","owner":"ana"}\n');
  expect(await routed(here, '--table', 'territory=tonight.ndjson')).toEqual(['L1 ana line 2', 'L2 ana line 2']);
});

test('decisions by such rows are made again byte for byte, without the file', async () => {
  const here = desk();
  here.write('tonight.csv', 'country,Company size,owner\nFR,1..99,ben\n');
  await routed(here, '--table', 'territory=tonight.csv');
  here.write('tonight.csv', 'gone');
  expect(await here.run('replay', 'log.ndjson')).toMatchObject({ code: 0 });
});

test('a roster joins its team, and rows may name who comes by it', async () => {
  const here = desk();
  here.write('reps.csv', 'id,label,capacity,crm\nzoe,Zoe Quist,3 open,Z-9\n');
  here.write('tonight.csv', 'country,Company size,owner\n*,*,Z-9\n');
  expect(await routed(here, '--roster', 'sales=reps.csv', '--table', 'territory=tonight.csv')).toEqual([
    'L1 zoe line 2',
    'L2 zoe line 2',
  ]);
});

test('what is wrong with the files is told by line and column, and nothing is routed', async () => {
  const here = desk();
  here.write('bad.csv', `country,Company size,owner\n,Jan-49,anna\n${'DE,50+,ana\n'.repeat(12)}`);
  here.write('quote.csv', 'country,Company size,owner\nDE,*,"ana\n');
  here.write('columns.csv', 'countries,Company size\n');
  here.write('list.json', '{"country":"DE"}');
  here.write('torn.json', '[{"country":');
  here.write('torn.ndjson', '{"country":"DE"}\n[]\n');
  here.write('latin.csv', '');
  here.write('reps.csv', 'id,capacity,backup\nZoe,3,ana\nben,lots,nobody\n');
  const told: string[] = [];
  for (const options of [
    ['--table', 'territory=bad.csv'],
    ['--table', 'territory=quote.csv'],
    ['--table', 'territory=columns.csv'],
    ['--table', 'territory=latin.csv'],
    ['--table', 'territory=list.json'],
    ['--table', 'territory=torn.json'],
    ['--table', 'territory=torn.ndjson'],
    ['--table', 'territory=none.csv'],
    ['--roster', 'sales=reps.csv'],
  ]) {
    const { code, err } = await here.run(
      'route',
      'desk.route',
      'leads.ndjson',
      ...AT,
      ...options,
      '--out',
      'log.ndjson',
    );
    expect(code).toBeGreaterThan(0);
    told.push(`${options.join(' ')}\n${err}`);
  }
  expect(() => here.read('log.ndjson')).toThrow();
  expectGolden('tables/told.txt', told.join('\n'));
});

test('a log is explained by the rows and reps that decided, and says that these were others', async () => {
  const here = desk();
  here.write('tonight.csv', 'country,Company size,owner\nFR,1..99,ben\n');
  await routed(here, '--table', 'territory=tonight.csv');
  const rows = await here.run('explain', 'desk.route', 'log.ndjson', '--lead', 'L2');
  expect(rows.err).toBe(
    'note: This was decided with other rows of a table than those at hand. This goes by the policy that decided, kept beside the log.\n',
  );
  expect(rows.out).toContain('line 2 of tonight.csv');
  here.write('reps.csv', 'id,label\nzoe,Zoe Quist\n');
  await routed(here, '--roster', 'sales=reps.csv');
  const reps = await here.run('explain', 'desk.route', 'log.ndjson', '--lead', 'L1');
  expect(reps.err).toContain('This was decided with other reps, or other rows of a table, than those at hand.');
});

test('a table without rows is noted', async () => {
  const here = desk();
  here.write('empty.csv', 'country,Company size,owner\n');
  const { code, err } = await here.run('route', 'desk.route', 'leads.ndjson', ...AT, '--table', 'territory=empty.csv');
  expect(code).toBe(0);
  expect(err).toContain('"empty.csv" has no rows, so the table territory never fits.');
});

test('`check` shows the cell of a table’s file', async () => {
  const here = desk();
  here.write('territory.csv', 'country,Company size,owner\nDE,1-49,ana\n01,*,ben\n');
  const { code, out, err } = await here.run('check', 'desk.route');
  expect(code).toBe(1);
  expectGolden('tables/check.txt', out + err);
  const json = await here.run('check', 'desk.route', '--format', 'json');
  expect(JSON.parse(json.out)).toMatchObject([
    { code: 'FL716', file: 'territory.csv', range: { start: { line: 2, column: 4 } } },
  ]);
});
