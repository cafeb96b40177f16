// Rows and reps that come at run time: a policy of its own, or each place at which something is wrong.

import { compile, readSheet } from '@fairlead/dsl';
import {
  type Bound,
  type Policy,
  policyHash,
  sheetOfObjects,
  validatePolicy,
  withRoster,
  withTable,
} from '@fairlead/ir';
import { expect, test } from 'vitest';

const text = `policy desk "Desk" { language 1 }
lead { id text  country text optional  employees count optional  tier "Gold" | "Silver" optional }
rep { crm code optional unique  languages list of text  skills ratings  hired date  mentor rep optional }
calendar berlin { zone "Europe/Berlin" open mon-fri 09:00-17:00 }
team sales "Sales" {
  rep ana "Ana Ruiz" { hired 2024-01-01  crm "A-1"  capacity 10 open  languages ["en"] }
  rep ben "Ben" { hired 2025-01-01 }
}
team field "Field" { rep cleo "Cleo" { hired 2020-05-05 } }
queue triage "Triage" { owner ana }
table territory from "t.csv" { key country  key employees from "Company size"  key tier  gives owner rep  gives note text optional }
route { rule "T" when territory is matched route to territory.owner  rule "S" when tier is "Gold" route to sales  otherwise route to triage }
`;

const policy = compiled('country,Company size,tier,owner,note\nDE,*,*,ana,\n');

function compiled(csv: string): Policy {
  const { policy: made, diagnostics } = compile('p.route', (name) => (name === 'p.route' ? text : csv));
  if (made === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return made;
}

function sheetOf(csv: string): ReturnType<typeof sheetOfObjects> {
  const reading = readSheet({ name: 'x.csv', text: csv });
  if (reading.kind === 'broken') throw new Error(reading.why);
  return reading.sheet;
}

function accepted(bound: Bound): Policy {
  if (!bound.ok) throw new Error(JSON.stringify(bound.issues, undefined, 1));
  const valid = validatePolicy(JSON.parse(JSON.stringify(bound.policy)));
  if (!valid.ok) throw new Error(JSON.stringify(valid.issues));
  return bound.policy;
}

function told(bound: Bound): readonly string[] {
  if (bound.ok) return [];
  return bound.issues.map(
    ({ row, column, held, message }) => `${row ?? '-'} ${column ?? '-'} ${held ?? '-'}: ${message}`,
  );
}

test('the same rows give the same policy, whether from a file when compiling, a file at run time or JSON', () => {
  const csv = 'Note,COUNTRY,company SIZE,Tier,Owner\nhello,DE|AT,100..999,gold,Ana Ruiz\n,missing,*,*,ben\n';
  const direct = compiled(csv);
  expect(policyHash(accepted(withTable(policy, 'territory', sheetOf(csv))))).toBe(policyHash(direct));
  const objects = sheetOfObjects([
    { country: 'DE|AT', 'Company size': '100..999', tier: 'gold', owner: 'Ana Ruiz', note: 'hello' },
    { country: 'missing', 'Company size': '*', tier: '*', owner: 'ben' },
  ]);
  const byJson = accepted(withTable(policy, 'territory', objects));
  expect(byJson.tables[0]?.rows.map(({ keys, gives }) => ({ keys, gives }))).toEqual(
    direct.tables[0]?.rows.map(({ keys, gives }) => ({ keys, gives })),
  );
  expect(policyHash(policy)).not.toBe(policyHash(direct));
});

test('a table without rows is fine at run time; other tables and everything else stay', () => {
  const bound = accepted(
    withTable(policy, 'territory', sheetOf('country,Company size,tier,owner,note\n'), 'empty.csv'),
  );
  expect(bound.tables[0]).toEqual({ ...policy.tables[0], rows: [], file: 'empty.csv' });
  expect({ ...bound, tables: [] }).toEqual({ ...policy, tables: [] });
});

test('what is wrong with rows is said by row and column', () => {
  const csv = 'country,Company size,tier,owner,note\nDE,Jan-49,Gould,anna,\n,1..9,*,,x\nDE,*\n';
  expect(told(withTable(policy, 'territory', sheetOf(csv)))).toEqual([
    '2 Company size Jan-49: "Jan-49" is probably what a spreadsheet has made of something like `1-49`: it takes that for a date.',
    '2 tier Gould: "Gould" is not one of the choices "Gold", "Silver".',
    '2 owner anna: No rep has the id, label or unique field "anna".',
    '3 country -: This cell of a key is blank, and blank does not say which leads the row is for.',
    '3 owner -: This cell is blank, and `owner` is needed.',
    '4 Company size *: This row has 2 cells, and there are 5 columns.',
  ]);
  expect(told(withTable(policy, 'territory', sheetOf('country,tier,owner\n')))).toEqual([
    '- Company size -: There is no column "Company size", from which `employees` is read.',
    '- note -: There is no column "note".',
  ]);
  expect(told(withTable(policy, 'teritory', sheetOf('a\n')))).toEqual(['- - -: The policy has no table `teritory`.']);
});

test('of very many problems a hundred are listed and the rest counted', () => {
  const rows = Array.from({ length: 250 }, () => 'DE,*,*,nobody,').join('\n');
  const bound = withTable(policy, 'territory', sheetOf(`country,Company size,tier,owner,note\n${rows}\n`));
  expect(bound).toMatchObject({ ok: false, more: 150 });
  expect(told(bound)).toHaveLength(100);
});

test('a roster adds reps to the team, and says anew what its columns say of those who are there', () => {
  const csv = [
    'id,label,works,capacity,backup,left,successor,hired,languages,skills,mentor,crm,extra',
    'dora,Dora Lind,berlin,"40 open, 12 per day",ana,,,2026-01-02,en;de,security 4; cloud 2.5,emil,D-4,x',
    'ana,,,25,,,,2024-01-01,,,,A-1,',
    'emil,,,,Dora Lind,2026-03-01,dora,2026-01-03,"[""fr""]",,,,',
  ].join('\n');
  const bound = accepted(withRoster(policy, 'sales', sheetOf(csv)));
  expect(bound.teams.map(({ id, members }) => [id, members])).toEqual([
    ['field', ['cleo']],
    ['sales', ['ana', 'ben', 'dora', 'emil']],
  ]);
  expect(bound.reps.map(({ id }) => id)).toEqual(['ana', 'ben', 'cleo', 'dora', 'emil']);
  expect(bound.reps.find(({ id }) => id === 'dora')).toEqual({
    id: 'dora',
    label: 'Dora Lind',
    team: 'sales',
    works: 'berlin',
    capacity: [
      { limit: 40, per: 'open' },
      { limit: 12, per: 'day' },
    ],
    backup: 'ana',
    values: {
      crm: 'D-4',
      languages: ['en', 'de'],
      skills: { security: 4, cloud: 2.5 },
      hired: '2026-01-02',
      mentor: 'emil',
    },
  });
  expect(bound.reps.find(({ id }) => id === 'ana')).toMatchObject({
    label: 'Ana Ruiz',
    capacity: [{ limit: 25, per: 'open' }],
    values: { crm: 'A-1' },
  });
  expect(bound.reps.find(({ id }) => id === 'emil')).toMatchObject({
    label: 'emil',
    backup: 'dora',
    left: { on: '2026-03-01', successor: 'dora' },
    values: { languages: ['fr'] },
  });
  expect(bound.reps.find(({ id }) => id === 'ben')).toEqual(policy.reps.find(({ id }) => id === 'ben'));
  expect(policyHash(bound)).not.toBe(policyHash(policy));
});

test('columns that a roster does not have leave what the text says', () => {
  const bound = accepted(withRoster(policy, 'sales', sheetOf('id,capacity\nana,7\n')));
  expect(bound.reps.find(({ id }) => id === 'ana')).toEqual({
    ...policy.reps.find(({ id }) => id === 'ana'),
    capacity: [{ limit: 7, per: 'open' }],
  });
});

test('a roster in JSON may have lists, ratings and numbers as JSON has them', () => {
  const objects = sheetOfObjects([
    { id: 'dora', hired: '2026-01-02', languages: ['en'], skills: { a: 1 }, capacity: 9 },
  ]);
  const bound = accepted(withRoster(policy, 'field', objects));
  expect(bound.reps.find(({ id }) => id === 'dora')).toMatchObject({
    team: 'field',
    capacity: [{ limit: 9, per: 'open' }],
    values: { languages: ['en'], skills: { a: 1 } },
  });
});

test('what is wrong with a roster is said by row and column', () => {
  const csv = [
    'id,works,capacity,backup,left,successor,hired,crm',
    'Dora,berlin,40 open,,,,2026-01-02,',
    'cleo,,,,,,2026-01-02,',
    'emil,berlim,lots,nobody,2026-02-30,ana,,A-1',
    'fay,,"3 open, 4",,,ana,02/01/2026,',
    'gus,,,,,,2026-01-02,',
    'gus,,,,,,2026-01-02,',
  ].join('\n');
  expect(told(withRoster(policy, 'sales', sheetOf(csv)))).toEqual([
    '2 id Dora: An id is a lower-case letter, then lower-case letters, digits and _.',
    '3 id cleo: `cleo` belongs to the team `field`, and a rep has one home.',
    '4 left 2026-02-30: "2026-02-30" is no date.',
    '4 works berlim: There is no calendar `berlim`.',
    '4 capacity lots: "lots" is no capacity.',
    '4 hired -: Every rep needs `hired`.',
    '5 successor ana: Only who has left has a successor, and this row does not say when that was.',
    '5 capacity 3 open, 4: The capacity open stands there twice.',
    '5 hired 02/01/2026: "02/01/2026" is not a date.',
    '7 id gus: `gus` stands there twice.',
  ]);
  const later = 'id,hired,backup,crm\nemil,2026-01-01,nobody,\nfay,2026-01-01,,A-1\n';
  expect(told(withRoster(policy, 'sales', sheetOf(later)))).toEqual([
    '2 backup nobody: No rep has the id, label or unique field "nobody".',
    '3 crm A-1: `ana` and `fay` both have "A-1", and by this field one rep must be found.',
  ]);
  expect(told(withRoster(policy, 'sales', sheetOf('name\nx\n')))).toEqual(['- id -: There is no column "id".']);
});
