// The reps and teams of a policy → who or what a text in a file may mean: by id, else by label or by a field marked `unique`.

import type { Policy, Rep, Team } from '../policy.ts';
import type { Field, RepValue } from '../shapes.ts';
import { foldText } from '../values/fold.ts';
import { trimText } from '../values/white-space.ts';

/** Who or what a text may mean. */
export interface Directory {
  /** By folded id. */
  readonly ids: ReadonlyMap<string, string>;
  /** By folded label, and of reps by folded texts of unique fields; several ids where the text fits several. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** Of reps by unique fields of type `code`, as written: ids of a CRM may differ by capitals alone. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
}

/** Everybody whom a text in a file may mean. */
export interface People {
  readonly reps: Directory;
  readonly teams: Directory;
}

/** The people of a policy. */
export function peopleOf({ reps, teams, repFields }: Pick<Policy, 'reps' | 'teams' | 'repFields'>): People {
  return { reps: repDirectory(reps, repFields), teams: teamDirectory(teams) };
}

/** How reps are found: by id, else by label or a field marked `unique`. */
export function repDirectory(
  reps: readonly Pick<Rep, 'id' | 'label' | 'values'>[],
  repFields: readonly Field[],
): Directory {
  const unique = repFields.filter((field) => field.unique);
  const codes = unique.filter(({ type }) => type.kind === 'code');
  const texts = unique.filter(({ type }) => type.kind !== 'code');
  const said = (values: Rep['values'], fields: readonly Field[]): readonly string[] =>
    fields.flatMap(({ name }) => (Object.hasOwn(values, name) ? textsOf(values[name]) : []));
  return directoryOf(
    reps.map(({ id, label, values }) => ({ id, names: [label, ...said(values, texts)], codes: said(values, codes) })),
  );
}

/** How teams are found: by id, else by label. */
export function teamDirectory(teams: readonly Pick<Team, 'id' | 'label'>[]): Directory {
  return directoryOf(teams.map(({ id, label }) => ({ id, names: [label], codes: [] })));
}

/** The ids that a text may mean: none, one, or several where it is the name of several. */
export function idsOf(directory: Directory, text: string): readonly string[] {
  const folded = foldText(text);
  const id = directory.ids.get(folded);
  if (id !== undefined) return [id];
  const [byName, byCode] = [directory.names.get(folded) ?? [], directory.codes.get(trimText(text)) ?? []];
  return byCode.length === 0 ? byName : [...new Set([...byName, ...byCode])];
}

interface Entry {
  readonly id: string;
  readonly names: readonly string[];
  readonly codes: readonly string[];
}

function directoryOf(entries: readonly Entry[]): Directory {
  const [names, codes] = [new Map<string, readonly string[]>(), new Map<string, readonly string[]>()];
  for (const entry of entries) {
    addTo(names, entry.names.map(foldText), entry.id);
    addTo(codes, entry.codes.map(trimText), entry.id);
  }
  return { ids: new Map(entries.map(({ id }) => [foldText(id), id])), names, codes };
}

function addTo(all: Map<string, readonly string[]>, texts: readonly string[], id: string): void {
  for (const text of new Set(texts)) if (text !== '') all.set(text, [...(all.get(text) ?? []), id]);
}

function textsOf(value: RepValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'number' ? [String(value)] : [];
}
