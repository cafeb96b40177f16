// What a name refers to → the words for it in messages.

import type { Referent } from './bindings.ts';

/** "team", "lead field": the kind in words, without an article. */
export const kindWords: { readonly [K in Referent['kind']]: string } = {
  'lead-field': 'lead field',
  'rep-field': 'rep field',
  'rep-built-in': 'rep field',
  match: 'match',
  'match-field': 'record field',
  table: 'table',
  'table-field': 'table field',
  score: 'score',
  define: 'define',
  list: 'list',
  calendar: 'calendar',
  team: 'team',
  rep: 'rep',
  queue: 'queue',
  record: 'record',
  'record-field': 'record field',
  enricher: 'enricher',
};

/** "a team", "an enricher" */
export function aKind(kind: Referent['kind']): string {
  const words = kindWords[kind];
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}
