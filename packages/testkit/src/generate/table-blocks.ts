// Choices → a table with its file: keys of every type, cells of every kind, rows that often fit.

import type { Choices } from './choices.ts';
import { readables, typeText } from './shapes.ts';
import * as words from './vocabulary.ts';
import type { FieldDraft, Readable, World } from './world.ts';

/** A table, its file, and the world with what it gives. */
export interface TableDraft {
  readonly text: string;
  readonly file: string;
  readonly csv: string;
  readonly world: World;
}

const keyKinds: readonly Readable['type']['kind'][] = [
  'text',
  'choice',
  'count',
  'code',
  'number',
  'money',
  'date',
  'flag',
  'rep',
  'team',
  'email',
];

/** `rows`: one a row of the file. */
export function tableBlock(c: Choices, rows: readonly Choices[], world: World, index: number): TableDraft {
  const name = words.tableNames[index] ?? `table_${index}`;
  const file = `${name}.csv`;
  const usable = world.lead.filter(({ type }) => keyKinds.includes(type.kind));
  const keys = c.some(usable, 1, 3);
  const keyLines = keys.map((key, i) => keyLine(c, key, i));
  const gives = givenFields(c);
  const header = [...keyLines.map(({ column }) => column), ...gives.map((field) => field.name)];
  const lines = rows.map((row) => [
    ...keys.map((key) => cellText(row, key, world)),
    ...gives.map((field) => givenText(row, field, world)),
  ]);
  // The last row often fits everything.
  if (lines.length === 0 || c.chance(2))
    lines.push([...keys.map(() => '*'), ...gives.map((field) => givenText(c, field, world))]);
  const body = [...keyLines.map(({ text }) => text), ...gives.map((field) => giveLine(field))];
  return {
    text: `table ${name} from ${words.quoted(file)} {\n${body.map((line) => `  ${line}\n`).join('')}}`,
    file,
    csv: [header, ...lines].map((cells) => `${cells.map(csvCell).join(',')}\n`).join(''),
    world: {
      ...world,
      lead: [...world.lead, ...readables(gives, `${name}.`, []).map((each) => ({ ...each, maybeMissing: true }))],
      finds: [...world.finds, name],
    },
  };
}

interface KeyLine {
  readonly text: string;
  readonly column: string;
}

function keyLine(c: Choices, { path }: Readable, index: number): KeyLine {
  const isField = !path.includes('.');
  const column = `Key ${index}`;
  if (isField && c.chance(2)) return { text: `key ${path}`, column: path };
  const name = isField && c.chance(2) ? path : `k_${index}`;
  const is = name === path ? '' : ` is ${path}`;
  return c.chance(2)
    ? { text: `key ${name}${is} from ${words.quoted(column)}`, column }
    : { text: `key ${name}${is}`, column: name };
}

/** Texts that no spreadsheet would have changed, and that mean nothing of their own in a cell. */
const plainTexts: readonly string[] = ['DE', 'CEO', 'Software', 'Acme', 'soft', 'Straße', 'café', 'ﬁnance', '東京'];

function cellText(c: Choices, { type, maybeMissing }: Readable, world: World): string {
  const one = (): string => oneText(c, type, world);
  const kind = c.below(8);
  if (kind === 1) return '*';
  if (kind === 2) return [...new Set([one(), one(), one()])].join('|');
  if (kind === 7 && type.kind === 'text') return c.of(['"*"', '"missing"', '"DE|AT"', '"soft*"*', '"De"|CEO']);
  if (kind === 3 && maybeMissing) return c.chance(3) ? `missing|${one()}` : 'missing';
  if (kind >= 4 && kind <= 5 && (type.kind === 'text' || type.kind === 'code')) return `${prefixOf(one())}*`;
  if (kind >= 4 && kind <= 6) return rangeText(c, type) ?? one();
  return one();
}

function oneText(c: Choices, type: Readable['type'], world: World): string {
  switch (type.kind) {
    case 'text':
      return c.of(plainTexts);
    case 'code':
      return `C-${c.below(50)}`;
    case 'choice': {
      // Others have stars and bars in them.
      const usable = type.choices.filter((choice) => plainTexts.includes(choice));
      return usable.length === 0 ? `"${c.of(type.choices).replaceAll('"', '""')}"` : c.of(usable);
    }
    case 'date':
      return c.of(['2026-01-01', '2026-03-29', '2026-12-31']);
    case 'flag':
      return c.of(['yes', 'no', 'true', 'false']);
    case 'rep':
      return c.of(world.teams.flatMap(({ members }) => members));
    case 'team':
      return c.of(world.teams).name;
    case 'number':
      return c.of(['1', '10', '0.5', '1_000', '-40', '99.99', '25%', '2k']);
    case 'money':
      return c.of(['1', '10', '0.5', `1000 ${type.currency}`, '-40', '99.99', `25k ${type.currency}`, '1.5M']);
    case 'email':
      return c.of(words.emails);
    default:
      return c.of(['1', '10', '100', '999', '1000', '25000', '0', '50', '42']);
  }
}

function rangeText(c: Choices, type: Readable['type']): string | undefined {
  if (type.kind === 'date') return c.of(['2026-01-01..2026-12-31', '2024-02-29..2026-03-29']);
  if (type.kind === 'count') return c.of(['0..100', '100..999', '50..1000', '1000..5000000']);
  if (type.kind === 'number' || type.kind === 'money') return c.of(['-40..0', '0.5..99.99', '100..5000000']);
  return undefined;
}

function prefixOf(text: string): string {
  return [...text].slice(0, 2).join('');
}

/** A rep, so that a row can say who gets the lead, and others. */
function givenFields(c: Choices): readonly FieldDraft[] {
  const fields: readonly FieldDraft[] = [
    { name: 'keeper', type: { kind: 'rep' }, optional: false, private: false },
    { name: 'stand_in', type: { kind: 'rep' }, optional: true, private: false },
    { name: 'desk', type: { kind: 'team' }, optional: true, private: false },
    { name: 'worth', type: { kind: 'count' }, optional: true, private: false },
    { name: 'band', type: { kind: 'text' }, optional: false, private: false },
    { name: 'since', type: { kind: 'date' }, optional: true, private: false },
    { name: 'hot_area', type: { kind: 'flag' }, optional: true, private: false },
  ];
  return c.some(fields, 1, 4);
}

function giveLine(field: FieldDraft): string {
  return `gives ${field.name} ${typeText(field.type)}${field.optional ? ' optional' : ''}`;
}

function givenText(c: Choices, field: FieldDraft, world: World): string {
  if (field.optional && c.chance(3)) return '';
  return oneText(c, field.type, world);
}

function csvCell(text: string): string {
  return /[",|;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
