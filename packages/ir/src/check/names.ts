// A policy → what is declared in it, by name.

import type { Policy } from '../policy.ts';
import type { Field } from '../shapes.ts';

/** Of each family, the names; of shapes, the fields by name. What is declared twice counts once, as first declared. */
export interface Names {
  readonly lead: ReadonlyMap<string, Field>;
  readonly records: ReadonlyMap<string, ReadonlyMap<string, Field>>;
  readonly repFields: ReadonlyMap<string, Field>;
  readonly defines: ReadonlySet<string>;
  readonly calendars: ReadonlySet<string>;
  readonly teams: ReadonlySet<string>;
  readonly reps: ReadonlySet<string>;
  readonly queues: ReadonlySet<string>;
  /** Of each match the fields of its record; empty where the record is not declared. */
  readonly matches: ReadonlyMap<string, ReadonlyMap<string, Field>>;
  /** Of each table what it gives. */
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, Field>>;
  readonly scores: ReadonlySet<string>;
}

/** Gathers the names. */
export function namesOf(policy: Policy): Names {
  const ids = (items: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(items.map(({ id }) => id));
  const records = new Map(policy.records.map((record) => [record.name, fieldsByName(record.fields)]));
  return {
    lead: fieldsByName(policy.lead.fields),
    records,
    repFields: fieldsByName(policy.repFields),
    defines: new Set(policy.defines.map(({ name }) => name)),
    calendars: ids(policy.calendars),
    teams: ids(policy.teams),
    reps: ids(policy.reps),
    queues: ids(policy.queues),
    matches: new Map(policy.matches.map(({ name, record }) => [name, records.get(record) ?? new Map<string, Field>()])),
    tables: new Map(policy.tables.map(({ name, gives }) => [name, fieldsByName(gives)])),
    scores: new Set(policy.scores.map(({ name }) => name)),
  };
}

function fieldsByName(fields: readonly Field[]): ReadonlyMap<string, Field> {
  return new Map(fields.map((field) => [field.name, field]));
}
