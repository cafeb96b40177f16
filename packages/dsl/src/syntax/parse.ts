// The text of one file → its syntax tree and what is wrong with the text.

import { buildFile } from '../ast/build.ts';
import type { PolicyFile } from '../ast/nodes.ts';
import type { Staged } from '../diagnostics/diagnostic.ts';
import { inTextOrder, report } from '../diagnostics/report.ts';
import type { Source } from '../source/source.ts';
import { readTree } from './grammar/file.ts';
import { lex } from './lexer.ts';

/** Reads any text: never throws, always gives a tree. Diagnostics in text order. */
export function parse(source: Source): Staged<PolicyFile> {
  const { tokens, comments } = lex(source.text);
  const tree = readTree(tokens);
  if (tree === undefined) {
    const nothing = buildFile(source, { name: 'policyFile', children: {} }, comments);
    const what = 'This text could not be read.';
    return { value: nothing.value, diagnostics: [report('FL100', nothing.value.span, { what })] };
  }
  const { value, diagnostics } = buildFile(source, tree, comments);
  return { value, diagnostics: inTextOrder(diagnostics) };
}
