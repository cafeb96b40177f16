// The reps and teams of a policy → who or what a text in a file may mean: by id, else by label or by a field marked `unique`.

import type { Policy, Rep, Team } from '../policy.ts';
import type { Field, RepValue } from '../shapes.ts';
import { foldText } from '../values/fold.ts';

/** Who or what a text may mean. All keys are folded. */
export interface Directory {
  /** By id. */
  readonly ids: ReadonlyMap<string, string>;
  /** By label, and of reps by unique fields; several ids where the text fits several. */
  readonly names: ReadonlyMap<string, readonly string[]>;
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
  const unique = repFields.filter((field) => field.unique).map(({ name }) => name);
  return directoryOf(
    reps.map(({ id, label, values }) => ({
      id,
      names: [label, ...unique.flatMap((name) => (Object.hasOwn(values, name) ? textsOf(values[name]) : []))],
    })),
  );
}

/** How teams are found: by id, else by label. */
export function teamDirectory(teams: readonly Pick<Team, 'id' | 'label'>[]): Directory {
  return directoryOf(teams.map(({ id, label }) => ({ id, names: [label] })));
}

/** The ids that a text may mean: none, one, or several where it is the name of several. */
export function idsOf(directory: Directory, text: string): readonly string[] {
  const folded = foldText(text);
  const id = directory.ids.get(folded);
  return id === undefined ? (directory.names.get(folded) ?? []) : [id];
}

function directoryOf(entries: readonly { readonly id: string; readonly names: readonly string[] }[]): Directory {
  const names = new Map<string, readonly string[]>();
  for (const entry of entries) {
    for (const name of new Set(entry.names.map(foldText))) {
      if (name !== '') names.set(name, [...(names.get(name) ?? []), entry.id]);
    }
  }
  return { ids: new Map(entries.map(({ id }) => [foldText(id), id])), names };
}

function textsOf(value: RepValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'number' ? [String(value)] : [];
}
