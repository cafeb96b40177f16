// The text of one file → its syntax tree and what is wrong with the text.

import type { IToken, TokenType } from 'chevrotain';
import { startBuild } from '../ast/build.ts';
import type { PolicyFile } from '../ast/nodes.ts';
import type { Diagnostic, Staged } from '../diagnostics/diagnostic.ts';
import { inTextOrder, report } from '../diagnostics/report.ts';
import type { Source, Span } from '../source/source.ts';
import { grammarMachine, readTree } from './grammar/file.ts';
import { lex } from './lexer.ts';
import { boundDepth } from './repair/depth.ts';
import { repair } from './repair/repair.ts';
import { keywords } from './tokens.ts';

/** Reads any text: never throws, always gives a tree. Diagnostics in text order. */
export function parse(source: Source): Staged<PolicyFile> {
  const { tokens, comments } = lex(source.text);
  const bounded = boundDepth(source, tokens);
  const whole = read(source, bounded.tokens, comments, bounded.diagnostics);
  if (whole !== undefined) return whole;
  const repaired = repair(source, grammarMachine(), bounded.tokens);
  if (!hasBlock(repaired.tokens)) return noRuleFile(source, comments);
  const found = [...bounded.diagnostics, ...repaired.diagnostics];
  const mended = read(source, repaired.tokens, comments, found);
  if (mended === undefined) throw new Error('The repaired text does not follow the grammar');
  return mended;
}

/** Undefined where the tokens do not follow the grammar. `found` are the problems found so far. */
function read(
  source: Source,
  tokens: IToken[],
  comments: readonly IToken[],
  found: readonly Diagnostic[],
): Staged<PolicyFile> | undefined {
  const build = startBuild(source, { tokens, comments, repaired: guessed(source, found) });
  const tree = readTree(tokens, build.whenRead);
  if (tree === undefined) return undefined;
  const { value, diagnostics } = build.finish(tree);
  return { value, diagnostics: inTextOrder([...found, ...diagnostics]) };
}

/** Where a part was put in or left out without knowing what was meant: what else is missing there is not told. */
function guessed({ text }: Source, found: readonly Diagnostic[]): readonly Span[] {
  return found
    .filter(({ code }) => guesses.includes(code))
    .map(({ code, span }) => (code === 'FL109' ? { ...span, end: text.length } : span));
}

const guesses: readonly string[] = ['FL101', 'FL102', 'FL104', 'FL105', 'FL108', 'FL109'];

const heads: ReadonlySet<TokenType> = new Set([
  keywords.use,
  keywords.policy,
  keywords.lead,
  keywords.record,
  keywords.rep,
  keywords.list,
  keywords.define,
  keywords.calendar,
  keywords.team,
  keywords.queue,
  keywords.enrich,
  keywords.match,
  keywords.score,
  keywords.table,
  keywords.route,
  keywords.test,
]);

/** Whether any block begins in the text; else it is something else altogether: a list of leads, say. */
function hasBlock(tokens: readonly IToken[]): boolean {
  return tokens.some((token) => heads.has(token.tokenType) && (token.endOffset ?? 0) >= token.startOffset);
}

function noRuleFile(source: Source, comments: readonly IToken[]): Staged<PolicyFile> {
  const start = source.text.search(/\S/);
  const line = source.text.slice(start).search(/[\n\r]|$/);
  const span = { file: source.name, start, end: start + line };
  const { value } = startBuild(source, { tokens: [], comments, repaired: [] }).finish({
    name: 'policyFile',
    children: {},
  });
  return { value, diagnostics: [report('FL100', span, { file: source.name })] };
}
