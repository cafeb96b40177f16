// The structure of what leads, records and reps consist of: fields and their types, and the values that a policy itself gives them.

import type { Field, RecordShape, RepValue, Shape, Type, Written } from '../shapes.ts';
import { bare, currency, name, prose, title, zone } from './scalars.ts';
import {
  either,
  type Fields,
  flag,
  list,
  named,
  number,
  object,
  optional,
  type Structure,
  table,
  tagged,
} from './structure.ts';

const type: Structure<Type> = named('type', () =>
  tagged<Type, 'kind'>('kind', {
    text: bare,
    code: bare,
    email: bare,
    number: bare,
    count: bare,
    flag: bare,
    date: bare,
    time: bare,
    signals: bare,
    ratings: bare,
    rep: bare,
    team: bare,
    money: { currency },
    choice: { choices: list(prose, 1), open: flag() },
    list: { of: type },
    record: { record: name },
  }),
);

const written = tagged<Written, 'kind'>('kind', {
  time: { pattern: title, zone: optional(zone) },
  number: { prefix: prose, suffix: prose, group: prose, decimal: prose },
  flag: { yes: prose, no: prose },
});

/** A field of a lead, a record, a rep, or of what a table gives. */
export const field: Structure<Field> = named('field', () =>
  object<Field>({
    name,
    type,
    optional: flag(),
    private: flag(),
    unique: flag(),
    column: optional(title),
    written: optional(written),
  }),
);

/** What a lead and a record have in common. */
export const shapeFields: Fields<Shape> = { blank: list(prose), fields: list(field) };
/** A record. */
export const recordShape: Structure<RecordShape> = object<RecordShape>({ ...shapeFields, name, source: name });

const scalar = either<[string, number, boolean]>(prose, number(), flag());
/** A value that the policy gives a field itself: of a rep, or of what a row gives. */
export const repValue: Structure<RepValue> = either<
  [string, number, boolean, readonly (string | number | boolean)[], Readonly<Record<string, number>>]
>(prose, number(), flag(), list(scalar), table(prose, number()));
