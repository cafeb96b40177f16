// A text and a fix → the text with the fix carried out.

import type { Edit, Fix } from './diagnostic.ts';

/**
 * Carries out a fix in the text of one file. `file` is the file's name: edits of other files are left for those; without it all edits are meant.
 * Edits may come in any order; where two insert at one place, the first in the list comes first.
 */
export function applyFix(text: string, fix: Fix, file?: string): string {
  return applyEdits(
    text,
    fix.edits.filter(({ span }) => file === undefined || span.file === file),
  );
}

/** Carries out edits that do not overlap. Throws if two do: no fix may hold such. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const { span, text: replacement } of inOrder) {
    if (span.start < at) throw new Error(`applyEdits: two edits overlap at ${span.start}`);
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}
