// One row of a roster → a rep, whose backup and successor are still to be found; or what is wrong with it.

import type { Period, Policy, Rep } from '../policy.ts';
import type { Field, RepValue } from '../shapes.ts';
import { parseDate } from '../values/date.ts';
import { suggest } from '../values/suggest.ts';
import { trimText } from '../values/white-space.ts';
import { type People, repDirectory, teamDirectory } from './people.ts';
import { valueWords } from './problem-words.ts';
import { isFieldProblem, readField } from './read-field.ts';
import type { SheetProblem } from './read-table.ts';
import type { RowIssue } from './row-issue.ts';
import { cellText, findColumn, type Sheet, type SheetRow } from './sheet.ts';

/** A rep as a row says. `backup`, `successor`: as they are written, where the row says so. */
export interface Draft {
  readonly rep: Rep;
  readonly line: number;
  readonly backup?: string;
  readonly successor?: string;
}

/** Where what is built in stands in a sheet, and where the fields of reps; only columns that are there. */
export interface RepColumns {
  readonly builtIn: ReadonlyMap<BuiltIn, number>;
  readonly fields: ReadonlyMap<string, number>;
  readonly people: People;
}

type BuiltIn = 'id' | 'label' | 'works' | 'capacity' | 'backup' | 'left' | 'successor';

const BUILT_IN: readonly BuiltIn[] = ['id', 'label', 'works', 'capacity', 'backup', 'left', 'successor'];

/** Finds the columns; reports those that stand there twice. */
export function repColumns(policy: Policy, sheet: Sheet, problems: SheetProblem[]): RepColumns {
  const find = <K extends string>(names: readonly (readonly [K, string])[]): ReadonlyMap<K, number> => {
    const found = new Map<K, number>();
    for (const [key, name] of names) {
      const column = findColumn(sheet, name);
      if (column?.twice !== undefined && key !== 'id')
        problems.push({ kind: 'column-twice', name, column: column.twice });
      if (column !== undefined) found.set(key, column.index);
    }
    return found;
  };
  const builtIn = find(BUILT_IN.map((name) => [name, name]));
  return {
    builtIn,
    fields: find(policy.repFields.map(({ name, column }) => [name, column ?? name])),
    people: {
      reps: repDirectory([...policy.reps, ...coming(policy, sheet, builtIn)], policy.repFields),
      teams: teamDirectory(policy.teams),
    },
  };
}

/** Those whom only the sheet brings: fields of others may point at them. */
function coming(
  { reps }: Policy,
  { rows }: Sheet,
  builtIn: RepColumns['builtIn'],
): readonly Pick<Rep, 'id' | 'label' | 'values'>[] {
  const declared = new Set(reps.map(({ id }) => id));
  const text = ({ cells }: SheetRow, name: BuiltIn): string => trimText(cellText(cells[builtIn.get(name) ?? -1]));
  return rows
    .map((row) => ({ id: text(row, 'id'), label: text(row, 'label') || text(row, 'id'), values: {} }))
    .filter(({ id }) => id !== '' && !declared.has(id));
}

/** Reads a row; undefined where it does not even say who it is about. All that is wrong with it goes to `issues`. */
export function readRep(
  policy: Policy,
  team: string,
  declared: ReadonlyMap<string, Rep>,
  row: SheetRow,
  columns: RepColumns,
  sheet: Sheet,
  issues: RowIssue[],
): Draft | undefined {
  const cells = cellsOf(row, columns, sheet, issues);
  const id = readId(cells, team, declared, issues);
  if (id === undefined) return undefined;
  const before = declared.get(id);
  const left = readLeft(cells, before);
  const works = cells.text('works');
  if (works !== undefined && works !== '' && !policy.calendars.some((calendar) => calendar.id === works)) {
    const nearest = suggest(
      works,
      policy.calendars.map((calendar) => calendar.id),
    );
    const hint = nearest === undefined ? {} : { hint: `Did you mean \`${nearest}\`?` };
    cells.wrong('works', `There is no calendar \`${works}\`.`, hint);
  }
  const kept = works === undefined ? before?.works : works || undefined;
  const backup = cells.text('backup');
  const successor = cells.text('successor');
  if (successor !== undefined && successor !== '' && left === undefined) {
    cells.wrong('successor', 'Only who has left has a successor, and this row does not say when that was.');
  }
  const rep: Rep = {
    id,
    label: cells.text('label') || before?.label || id,
    team,
    ...(kept === undefined ? {} : { works: kept }),
    capacity: readCapacity(cells, before),
    ...(backup === undefined && before?.backup !== undefined ? { backup: before.backup } : {}),
    ...(left === undefined ? {} : { left }),
    values: readValues(policy.repFields, cells, before, columns),
  };
  return {
    rep,
    line: row.line,
    ...(backup === undefined || backup === '' ? {} : { backup }),
    ...(successor === undefined || successor === '' ? {} : { successor }),
  };
}

/** The cells of one row by what they are about. */
interface Cells {
  /** Trimmed; undefined where there is no such column. */
  readonly text: (name: BuiltIn) => string | undefined;
  readonly field: (name: string) => unknown;
  readonly wrong: (name: string, message: string, more?: { readonly hint?: string }) => void;
}

function cellsOf({ cells, line }: SheetRow, { builtIn, fields }: RepColumns, sheet: Sheet, issues: RowIssue[]): Cells {
  const places: ReadonlyMap<string, number> = new Map([...fields, ...builtIn]);
  return {
    text: (name) => {
      const column = builtIn.get(name);
      return column === undefined ? undefined : trimText(cellText(cells[column]));
    },
    field: (name) => {
      const column = fields.get(name);
      return column === undefined ? undefined : (cells[column] ?? '');
    },
    wrong: (name, message, more = {}) => {
      const column = places.get(name) ?? -1;
      const held = trimText(cellText(cells[column]));
      const place = { row: line, column: sheet.columns[column] ?? name };
      issues.push({ ...place, ...(held === '' ? {} : { held }), message, ...more });
    },
  };
}

function readId(
  cells: Cells,
  team: string,
  declared: ReadonlyMap<string, Rep>,
  issues: RowIssue[],
): string | undefined {
  const id = cells.text('id') ?? '';
  const before = issues.length;
  if (!/^[a-z][a-z0-9_]{0,999}$/.test(id)) {
    const hint = 'Ids of other systems go into a field of reps that is marked `unique`.';
    cells.wrong('id', 'An id is a lower-case letter, then lower-case letters, digits and _.', { hint });
  }
  const other = declared.get(id);
  if (other !== undefined && other.team !== team) {
    cells.wrong('id', `\`${id}\` belongs to the team \`${other.team}\`, and a rep has one home.`);
  }
  return issues.length > before ? undefined : id;
}

const CAPACITY = /^(\d{1,15})(?:\s+(open|per\s+(day|week|month)))?$/;

/** `40 open, 12 per day`; a number alone is that of open leads. */
function readCapacity(cells: Cells, before: Rep | undefined): Rep['capacity'] {
  const text = cells.text('capacity');
  if (text === undefined) return before?.capacity ?? [];
  const capacity: { limit: number; per: 'open' | Period }[] = [];
  for (const part of text.split(/[,;]/).map(trimText)) {
    if (part === '') continue;
    const [, limit, what, period] = CAPACITY.exec(part) ?? [];
    const per = period === 'day' || period === 'week' || period === 'month' ? period : 'open';
    if (limit === undefined) {
      cells.wrong('capacity', `${JSON.stringify(part)} is no capacity.`, {
        hint: 'Write it as in 40 open, 12 per day.',
      });
    } else if (capacity.some((one) => one.per === per)) {
      cells.wrong('capacity', `The capacity ${what ?? 'open'} stands there twice.`);
    } else {
      capacity.push({ limit: Number(limit), per });
    }
  }
  return capacity;
}

function readLeft(cells: Cells, before: Rep | undefined): Rep['left'] {
  const text = cells.text('left');
  if (text === undefined) return before?.left;
  if (text === '') return undefined;
  if (parseDate(text) === undefined) {
    cells.wrong('left', `${JSON.stringify(text)} is no date.`, { hint: 'Write the year first, as in 2026-11-24.' });
  }
  const successor = cells.text('successor') === undefined ? before?.left?.successor : undefined;
  return { on: text, ...(successor === undefined ? {} : { successor }) };
}

function readValues(
  fields: readonly Field[],
  cells: Cells,
  before: Rep | undefined,
  { fields: columns, people }: RepColumns,
): Rep['values'] {
  const values: [string, RepValue][] = [];
  for (const field of fields) {
    const { name, type, optional } = field;
    const old = before !== undefined && Object.hasOwn(before.values, name) ? before.values[name] : undefined;
    const value = columns.has(name) ? readField(field, cells.field(name), people) : old;
    if (isFieldProblem(value)) {
      const { message, hint } = valueWords(value.problem);
      cells.wrong(name, message, hint === undefined ? {} : { hint });
    } else if (value !== undefined) {
      values.push([name, value]);
    } else if (!optional && type.kind !== 'list' && type.kind !== 'ratings') {
      cells.wrong(name, `Every rep needs \`${name}\`.`, {
        hint: `Write a value, or declare \`${name}\` as \`optional\`.`,
      });
    }
  }
  return Object.fromEntries(values);
}
