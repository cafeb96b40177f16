// The tree of a file and its text → the text in the one layout that Fairlead has.

import type { PolicyFile } from '../ast/nodes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Source } from '../source/source.ts';
import { parse } from '../syntax/parse.ts';
import { render } from './document.ts';
import { fileDoc } from './file.ts';
import { createWriter } from './writer.ts';

/** Lines are kept within this many columns where the text allows it. */
export const LINE_WIDTH = 100;

/**
 * The text of the file, laid out anew: same tree, same comments. `text` must be the one that `file` was read from. A file that was read
 * with errors comes back as it is: what the author meant is not known.
 */
export function format(file: PolicyFile, text: string): string {
  const out = createWriter(text, file.comments);
  const doc = fileDoc(out, file, LINE_WIDTH);
  return out.isDone() ? render(doc, LINE_WIDTH) : text;
}

/** The same from the text alone. With errors in it the text comes back unchanged, and the diagnostics say why. */
export function formatText(source: Source): { readonly text: string; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = parse(source);
  const broken = diagnostics.some(({ severity }) => severity === 'error');
  return { text: broken ? source.text : format(value, source.text), diagnostics };
}
