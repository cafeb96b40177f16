// A table's header and what the policy reads of it → what is missing from it, or stands in it twice.
import type { Plan } from '@fairlead/runtime';
import { quoted } from '../output/clean-text.ts';
import { listed } from '../output/words.ts';

/** Sentences about the header; none where all is well. `who` needs the columns: `every lead`. `suggest` finds the nearest name. */
export function columnNotes(
  file: string,
  columns: readonly string[],
  { fields }: Pick<Plan['lead'], 'fields'>,
  who: string,
  suggest: (name: string, among: readonly string[]) => string | undefined,
): readonly string[] {
  const missing = fields.filter(({ column }) => !columns.includes(column));
  const needed = missing.filter(({ optional, type }) => !optional && type.kind !== 'list' && type.kind !== 'signals');
  const notes = needed.map(({ name, column }) => {
    const nearest = suggest(column, columns);
    const hint = nearest === undefined ? '' : ` Did you mean ${quoted(nearest)}?`;
    const field = name === column ? '' : ` for the field ${name}`;
    return `${file} has no column ${quoted(column)}${field}, which ${who} needs.${hint}`;
  });
  const others = missing.filter((field) => !needed.includes(field)).map(({ column }) => quoted(column));
  if (others.length > 0) {
    const them = others.length === 1 ? 'it counts' : 'they count';
    notes.push(`${file} has no column ${listed(others)}: ${them} as missing or empty.`);
  }
  const read = new Set(fields.map(({ column }) => column));
  const twice = columns.filter((name, index) => read.has(name) && columns.indexOf(name) < index);
  notes.push(...twice.map((name) => `${file} has more than one column ${quoted(name)}: the first is read.`));
  return notes;
}
