// The structure of what happens to a lead before the first rule: enrichers, matches and tables.

import type { Enricher, Match, MatchLine, Prefer, Table, TableKey, TableRow } from '../before-routing.ts';
import { comparedAs, condition, value } from './condition-structures.ts';
import { currency, duration, LARGEST, name, percent, prose, title } from './scalars.ts';
import { field, repValue } from './shape-structures.ts';
import { list, object, optional, type Structure, table, tagged, wholeNumber } from './structure.ts';

/** Whom to ask for what a lead does not say. */
export const enricher: Structure<Enricher> = object<Enricher>({
  name,
  provider: name,
  by: value,
  fill: list(name, 1),
  within: duration,
  reuseFor: optional(duration),
});

const byValue = { value };
/** How a lead finds its record. */
export const match: Structure<Match> = object<Match>({
  name,
  record: name,
  lines: list(object<MatchLine>({ confidence: percent, when: condition }), 1),
  accept: percent,
  review: optional(object<NonNullable<Match['review']>>({ from: percent, queue: name })),
  prefer: list(
    tagged<Prefer, 'kind'>('kind', {
      condition: { condition },
      newest: byValue,
      oldest: byValue,
      highest: byValue,
      lowest: byValue,
    }),
  ),
});

/** A decision table with its rows. */
export const decisionTable: Structure<Table> = object<Table>({
  name,
  file: prose,
  keys: list(
    object<TableKey>({ name, column: optional(title), value, as: comparedAs, currency: optional(currency) }),
    1,
  ),
  gives: list(field, 1),
  rows: list(
    object<TableRow>({
      line: wholeNumber(1, LARGEST),
      keys: list(prose, 1),
      gives: table(name, repValue),
    }),
  ),
});
