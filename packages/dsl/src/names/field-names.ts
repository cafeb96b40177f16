// The fields of the lead, of records, reps and tables → the records that their types name, and fields that are declared twice or badly.

import type { Field, Name } from '../ast/nodes.ts';
import { report } from '../diagnostics/report.ts';
import { type Names, replaceBy } from './names.ts';
import { suggest } from './suggest.ts';
import { builtInTypes, isPlainType, typesByOtherNames } from './type-names.ts';

/** Resolves the types of one block's fields and reports double names. `block` begins a sentence: "The lead". */
export function resolveFields(fields: readonly Field[], block: string, names: Names): void {
  const first = new Map<string, Name>();
  for (const { name, type, modifiers } of fields) {
    const earlier = first.get(name.text);
    if (earlier !== undefined) {
      const related = [{ span: earlier.span, message: 'the first one:' }];
      names.problems.push(report('FL208', name.span, { name: name.text, block }, { related }));
    } else if (name.text !== '') {
      first.set(name.text, name);
    }
    if (type.kind === 'named-type') resolveType(type.name, names);
    if (type.kind === 'list-type') resolveType(type.of, names);
    reportTwice(modifiers, `the field \`${name.text}\``, (modifier) => modifier.kind, names);
  }
}

/** The fields that the language gives every rep. */
const builtInRepFields: ReadonlyMap<string, string> = new Map([
  ['open', '`rep.open` is the number of leads that the rep has open.'],
  ['load', '`rep.load` is how full the rep is: open leads over the capacity.'],
]);

/** Reports rep fields whose names the language uses. */
export function checkRepFieldNames(fields: readonly Field[], names: Names): void {
  for (const { name } of fields) {
    const reason = builtInRepFields.get(name.text);
    if (reason !== undefined) names.problems.push(report('FL207', name.span, { name: name.text, reason }));
  }
}

function resolveType(name: Name, names: Names): void {
  if (name.text === '' || isPlainType(name.text)) return;
  const record = names.declared.records.get(name.text);
  if (record !== undefined) {
    names.references.set(name.id, { kind: 'record', record });
  } else if (!names.part || typesByOtherNames.has(name.text)) {
    const candidates = [...builtInTypes, ...names.declared.records.keys()];
    const suggestion = typesByOtherNames.get(name.text) ?? suggest(name.text, candidates);
    const fixes = replaceBy(name.span, suggestion);
    names.problems.push(report('FL221', name.span, { name: name.text, suggestion }, { fixes }));
  }
}

interface Spanned {
  readonly span: Name['span'];
}

/** Reports every entry whose key an earlier entry has; entries without a key may repeat. `where` stands in a sentence. */
export function reportTwice<T extends Spanned>(
  entries: readonly T[],
  where: string,
  keyOf: (entry: T) => string | undefined,
  names: Pick<Names, 'problems'>,
): void {
  const first = new Map<string, T>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, entry);
    else {
      const related = [{ span: earlier.span, message: 'the first one:' }];
      names.problems.push(report('FL213', entry.span, { what: key, where }, { related }));
    }
  }
}
