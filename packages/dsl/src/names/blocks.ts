// The blocks of a policy → those that are missing or twice there, and a lead without a usable id.

import type { Field, LeadBlock, PolicyFile } from '../ast/nodes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { Span } from '../source/source.ts';
import type { Declarations } from './declarations.ts';

/** Reports blocks that may stand only once, and, of a whole policy, those that are missing. */
export function checkBlocks(
  files: readonly PolicyFile[],
  declared: Declarations,
  part: boolean,
  problems: Diagnostic[],
): void {
  const all = files.flatMap((file) => [...file.policies, ...file.declarations]);
  for (const kind of ['policy', 'lead', 'route', 'rep-fields'] as const) {
    const [first, ...others] = all.filter((node) => node.kind === kind);
    const word = kind === 'rep-fields' ? 'rep' : kind;
    for (const other of others) {
      const related = first === undefined ? [] : [{ span: headOf(first.span, word), message: 'the first one:' }];
      const block = kind === 'rep-fields' ? 'rep { … }' : kind;
      problems.push(report('FL212', headOf(other.span, word), { block }, { related }));
    }
  }
  if (!part) reportMissing(files, declared, problems);
  if (declared.lead !== undefined) checkId(declared.lead, declared.leadFieldsByName.get('id'), problems);
}

/** At the end of the file that was asked for; of a file without anything, the policy block alone says enough. */
function reportMissing(files: readonly PolicyFile[], declared: Declarations, problems: Diagnostic[]): void {
  const entry = files.at(-1);
  if (entry === undefined) return;
  const start: Span = { ...entry.span, end: entry.span.start };
  const end: Span = { ...entry.span, start: entry.span.end };
  if (declared.policy === undefined) problems.push(report('FL211', start, { block: 'policy' }));
  if (entry.policies.length === 0 && entry.declarations.length === 0 && entry.uses.length === 0) return;
  if (declared.lead === undefined) problems.push(report('FL211', end, { block: 'lead' }));
  if (declared.route === undefined) problems.push(report('FL211', end, { block: 'route' }));
}

function checkId(lead: LeadBlock, id: Field | undefined, problems: Diagnostic[]): void {
  if (id === undefined) {
    if (lead.fields.some((field) => field.name.text === '' || field.name.text === 'id')) return;
    const [first] = lead.fields;
    const at = first?.span.start;
    const text = 'id text\n  ';
    const fixes =
      at === undefined
        ? []
        : [{ title: 'Add `id text`', edits: [{ span: { ...lead.span, start: at, end: at }, text }] }];
    problems.push(report('FL214', headOf(lead.span, 'lead'), {}, { fixes }));
    return;
  }
  const { type } = id;
  const good =
    type.kind === 'broken' || (type.kind === 'named-type' && ['text', 'code', 'email'].includes(type.name.text));
  const unknown =
    type.kind === 'named-type' &&
    !['number', 'count', 'flag', 'date', 'time', 'signals', 'ratings', 'rep', 'team'].includes(type.name.text);
  if (!good && !unknown) {
    const words = type.kind === 'named-type' ? `of the type \`${type.name.text}\`` : 'not one text';
    const fixes = [{ title: 'Write `code`', edits: [{ span: type.span, text: 'code' }] }];
    problems.push(report('FL215', type.span, { problem: 'type', type: words }, { fixes }));
  }
  for (const modifier of id.modifiers) {
    if (modifier.kind !== 'optional' && modifier.kind !== 'private') continue;
    const fixes = [{ title: `Remove \`${modifier.kind}\``, edits: [{ span: modifier.span, text: '' }] }];
    problems.push(report('FL215', modifier.span, { problem: modifier.kind, type: '' }, { fixes }));
  }
}

/** The word that a block begins with, so that not all of it is underlined. */
function headOf(span: Span, word: string): Span {
  return { ...span, end: Math.min(span.end, span.start + word.length) };
}
