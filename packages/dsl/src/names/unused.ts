// Declarations and what refers to them → those that nothing refers to.

import { report } from '../diagnostics/report.ts';
import type { Span } from '../source/source.ts';
import type { Names } from './names.ts';

/** Hints at lists, defines, calendars, scores, matches, tables, records and queues that nothing refers to. */
export function checkUnused(names: Names): void {
  const used = new Set<object>();
  for (const referent of names.references.values()) {
    if (referent.kind === 'list') used.add(referent.list);
    if (referent.kind === 'define') used.add(referent.define);
    if (referent.kind === 'calendar') used.add(referent.calendar);
    if (referent.kind === 'score') used.add(referent.score);
    if (referent.kind === 'match' || referent.kind === 'match-field') used.add(referent.match);
    if (referent.kind === 'table' || referent.kind === 'table-field') used.add(referent.table);
    if (referent.kind === 'record') used.add(referent.record);
    if (referent.kind === 'queue') used.add(referent.queue);
  }
  const { lists, defines, calendars, scores, matches, tables, records, queues } = names.declared;
  const kinds = {
    list: lists,
    define: defines,
    calendar: calendars,
    score: scores,
    match: matches,
    table: tables,
    record: records,
    queue: queues,
  };
  for (const [kind, declarations] of Object.entries(kinds)) {
    for (const declaration of declarations.values()) {
      if (!used.has(declaration)) hint(declaration, kind, names);
    }
  }
}

function hint(
  declaration: { readonly name: { readonly text: string; readonly span: Span } },
  kind: string,
  names: Names,
): void {
  const { text, span } = declaration.name;
  names.problems.push(report('FL230', span, { name: text, kind }));
}
