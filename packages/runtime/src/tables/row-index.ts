// Turns the cells of a table's rows into an index that finds the first row that fits: as a scan from top to bottom would, without one.
//
// Each row becomes one entry for each combination of its alternatives. Entries whose cells have the same form, key by key (a value, a beginning of so
// many letters, a range, anything), are a group. Within a group values and beginnings are hashed together, so that a lead meets only entries that
// differ in their ranges; where those are many, a tree finds them. The least row over all groups wins.

import { type Cell, type CellPart, fitsPart } from '@fairlead/ir';
import type { Key } from '../plan/keys.ts';
import { asAmount, compareAmounts } from '../values/amount.ts';
import { type KeyIds, keyIds, type Sought } from './key-ids.ts';
import { type Stabbing, stabbing } from './stabbing.ts';

/** Finds the first row all of whose cells fit, counted from 0; -1: none does. One `Sought` a column. */
export type FindRow = (sought: readonly Sought[]) => number;

/** Builds the index. Each row has a cell for each of so many columns; a row that lacks one never fits. */
export function indexRows(rows: readonly (readonly (Cell | undefined)[])[], columns: number): FindRow {
  const ids = keyIds(columns);
  const groups = new Map<string, Group>();
  let budget = rows.length * ENTRIES_PER_ROW + FREE_ENTRIES;
  rows.forEach((cells, row) => {
    const forms = formsOf(cells, columns, Math.min(MOST_ENTRIES, budget));
    if (forms === undefined) return;
    for (const combination of combinationsOf(forms)) {
      budget -= 1;
      addEntry(groups, ids, combination, row);
    }
  });
  const built = [...groups.values()].map((group) => builtGroup(group, ids)).sort((a, b) => a.first - b.first);
  return (sought) => {
    const known = ids.ofLead(sought);
    let best = Number.POSITIVE_INFINITY;
    for (const { first, find } of built) {
      if (first >= best) break;
      best = find(sought, known, best);
    }
    return best === Number.POSITIVE_INFINITY ? -1 : best;
  };
}

/** A row with more combinations than this keeps its longest cells whole, and they are looked at one by one. */
const MOST_ENTRIES = 256;
/** All rows together may have so many entries each, and these beyond. */
const ENTRIES_PER_ROW = 8;
const FREE_ENTRIES = 10_000;

/** One way in which a cell may fit. `any-of`: alternatives that are looked at one by one. */
type Form =
  | { readonly kind: 'anything' }
  | { readonly kind: 'value'; readonly key: Key | undefined }
  | { readonly kind: 'begins'; readonly prefix: string }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'any-of'; readonly parts: readonly CellPart[] };

const ANYTHING: Form = { kind: 'anything' };

/** The forms of each cell of a row, so that there are at most so many combinations; undefined where a cell fits nothing. */
function formsOf(
  cells: readonly (Cell | undefined)[],
  columns: number,
  most: number,
): readonly (readonly Form[])[] | undefined {
  const forms: (readonly Form[])[] = [];
  let count = 1;
  for (let column = 0; column < columns; column += 1) {
    const cell = cells[column];
    if (cell === undefined || (cell.kind === 'one-of' && cell.parts.length === 0)) return undefined;
    const found = cell.kind === 'anything' ? [ANYTHING] : cell.parts.map(formOf);
    forms.push(found);
    count *= found.length;
  }
  while (count > Math.max(1, most)) {
    const longest = forms.reduce((one, form, column) => (form.length > (forms[one]?.length ?? 0) ? column : one), 0);
    const cell = cells[longest];
    count /= forms[longest]?.length ?? 1;
    forms[longest] = [cell?.kind === 'one-of' ? { kind: 'any-of', parts: cell.parts } : ANYTHING];
  }
  return forms;
}

function formOf(part: CellPart): Form {
  switch (part.kind) {
    case 'missing':
      return { kind: 'value', key: undefined };
    case 'is':
      return { kind: 'value', key: part.key };
    default:
      return part;
  }
}

/** One form a column, in every combination. */
function combinationsOf(forms: readonly (readonly Form[])[]): readonly (readonly Form[])[] {
  if (forms.every(({ length }) => length === 1)) return [forms.flat()];
  return forms.reduce<readonly (readonly Form[])[]>(
    (combinations, column) => combinations.flatMap((one) => column.map((form) => [...one, form])),
    [[]],
  );
}

/** Entries whose cells have the same form. */
interface Group {
  /** The columns that are hashed; `letters`: by so many letters of the beginning. */
  readonly hashed: readonly { readonly column: number; readonly letters?: number }[];
  readonly ranged: readonly number[];
  readonly tested: readonly number[];
  /** By entry: its row, the ids of its hashed columns, what its other columns say. */
  readonly rows: number[];
  readonly ids: (readonly number[])[];
  readonly rest: (readonly Form[])[];
}

function addEntry(groups: Map<string, Group>, ids: KeyIds, forms: readonly Form[], row: number): void {
  const shape = forms.map(shapeOf).join(' ');
  let group = groups.get(shape);
  if (group === undefined) {
    const columnsOf = (kind: Form['kind']): readonly number[] =>
      forms.flatMap((form, column) => (form.kind === kind ? [column] : []));
    group = {
      hashed: forms.flatMap((form, column) => {
        if (form.kind === 'begins') return [{ column, letters: form.prefix.length }];
        return form.kind === 'value' ? [{ column }] : [];
      }),
      ranged: columnsOf('range'),
      tested: columnsOf('any-of'),
      rows: [],
      ids: [],
      rest: [],
    };
    groups.set(shape, group);
  }
  group.rows.push(row);
  group.ids.push(
    group.hashed.map(({ column, letters }) => {
      const form = forms[column];
      return ids.add(
        column,
        letters,
        form?.kind === 'begins' ? form.prefix : form?.kind === 'value' ? form.key : undefined,
      );
    }),
  );
  group.rest.push([...group.ranged, ...group.tested].map((column) => forms[column] ?? ANYTHING));
}

function shapeOf(form: Form): string {
  return form.kind === 'begins' ? `begins${form.prefix.length}` : form.kind;
}

interface BuiltGroup {
  /** The least row of all. */
  readonly first: number;
  /** The least row below `best` that fits, else `best`. `known`: the ids of the lead's values. */
  readonly find: (sought: readonly Sought[], known: ReturnType<KeyIds['ofLead']>, best: number) => number;
}

/** What is under one hash: an entry, entries in order, or many of them in a tree. */
type Bucket = number | number[] | Stabbing;

function builtGroup(group: Group, ids: KeyIds): BuiltGroup {
  const { hashed, rows } = group;
  const hash = hasherOf(hashed.map(({ column, letters }) => ids.count(column, letters)));
  const buckets = new Map<number | string, Bucket>();
  group.ids.forEach((entryIds, entry) => {
    const key = hash(entryIds);
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, entry);
    else if (typeof bucket === 'number') buckets.set(key, [bucket, entry]);
    else if (Array.isArray(bucket)) bucket.push(entry);
  });
  const column = mostDiverse(group);
  if (column !== undefined) {
    for (const [key, bucket] of buckets) {
      if (Array.isArray(bucket) && bucket.length > FEW) buckets.set(key, treeOf(group, bucket, column));
    }
  }
  const fits = restOf(group);
  const among = (entries: readonly number[], sought: readonly Sought[], best: number): number => {
    for (const entry of entries) {
      const row = rows[entry] ?? best;
      if (row >= best) return best;
      if (fits(entry, sought)) return row;
    }
    return best;
  };
  const scratch: number[] = hashed.map(() => 0);
  return {
    first: rows[0] ?? 0,
    find: (sought, known, best) => {
      for (let at = 0; at < hashed.length; at += 1) {
        const one = hashed[at];
        const id = one === undefined ? undefined : known(one.column, one.letters);
        if (id === undefined) return best;
        scratch[at] = id;
      }
      const bucket = buckets.get(hash(scratch));
      if (bucket === undefined) return best;
      if (typeof bucket === 'number') {
        const row = rows[bucket] ?? best;
        return row < best && fits(bucket, sought) ? row : best;
      }
      if (Array.isArray(bucket)) return among(bucket, sought, best);
      const amount = asAmount(sought[group.ranged[column ?? 0] ?? 0]?.value);
      return amount === undefined ? best : bucket(amount).reduce((least, list) => among(list, sought, least), best);
    },
  };
}

/** So many entries under one hash are looked at one after the other. */
const FEW = 16;

/** Ids of several columns as one key: a number where all fit into one. */
function hasherOf(counts: readonly number[]): (ids: readonly number[]) => number | string {
  if (counts.length === 1) return (ids) => ids[0] ?? 0;
  const all = counts.reduce((product, count) => product * Math.max(1, count), 1);
  if (all > Number.MAX_SAFE_INTEGER) return (ids) => ids.join(' ');
  return (ids) => {
    let key = 0;
    for (let at = 0; at < counts.length; at += 1) key = key * (counts[at] ?? 1) + (ids[at] ?? 0);
    return key;
  };
}

/** Of the ranged columns the one with most different ranges: its place in `ranged`. */
function mostDiverse({ ranged, rest }: Group): number | undefined {
  if (ranged.length < 2) return ranged.length === 0 ? undefined : 0;
  const counts = ranged.map((_, at) => new Set(rest.map((forms) => rangeText(forms[at]))).size);
  return counts.indexOf(Math.max(...counts));
}

function rangeText(form: Form | undefined): string {
  return form?.kind === 'range' ? `${form.from} ${form.to}` : '';
}

function treeOf({ rest }: Group, entries: readonly number[], at: number): Stabbing {
  return stabbing(
    entries.flatMap((entry) => {
      const form = rest[entry]?.[at];
      return form?.kind === 'range' ? [{ entry, from: form.from, to: form.to }] : [];
    }),
  );
}

/** Whether the columns that are not hashed fit. */
function restOf({ ranged, tested, rest }: Group): (entry: number, sought: readonly Sought[]) => boolean {
  const columns = [...ranged, ...tested];
  if (columns.length === 0) return () => true;
  return (entry, sought) => {
    const forms = rest[entry];
    for (let at = 0; at < columns.length; at += 1) {
      const form = forms?.[at];
      const one = sought[columns[at] ?? 0];
      if (form === undefined || one === undefined || !fitsForm(form, one)) return false;
    }
    return true;
  };
}

function fitsForm(form: Form, sought: Sought): boolean {
  if (form.kind === 'range') return isWithin(sought, form.from, form.to);
  return form.kind === 'any-of' && form.parts.some((part) => fitsAlone(part, sought));
}

/** Whether a value fits one alternative; `fitsPart` of the IR's package, and amounts that no number holds too. */
export function fitsAlone(part: CellPart, sought: Sought): boolean {
  return part.kind === 'range' ? isWithin(sought, part.from, part.to) : fitsPart(part, sought.key);
}

function isWithin({ value }: Sought, from: number, to: number): boolean {
  if (typeof value === 'number') return value >= from && value <= to;
  const amount = asAmount(value);
  return amount !== undefined && compareAmounts(amount, from) >= 0 && compareAmounts(amount, to) <= 0;
}
