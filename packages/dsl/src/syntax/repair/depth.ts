// Brackets inside brackets inside brackets → as many as a reader can follow. The parser calls itself for each of them, so their number has a bound.

import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { Source } from '../../source/source.ts';
import { keywords, LeftBrace, LeftParen, RightBrace, RightParen } from '../tokens.ts';

/** How many round brackets may stand inside each other. */
export const MAX_DEPTH = 50;

/** Tokens that are not too deep. */
export interface Bounded {
  /** Without the brackets that are too deep; the same list if there are none. */
  readonly tokens: IToken[];
  /** One for each place where the bound is passed. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Takes out round brackets that stand too deep inside each other, and reports them. */
export function boundDepth(source: Source, tokens: IToken[]): Bounded {
  if (!isTooDeep(tokens)) return { tokens, diagnostics: [] };
  const kept: IToken[] = [];
  const diagnostics: Diagnostic[] = [];
  let depth = 0;
  for (const token of tokens) {
    const type = token.tokenType;
    if (type === LeftBrace || type === RightBrace) depth = 0;
    if (type === LeftParen) {
      depth += 1;
      if (depth === MAX_DEPTH + 1) diagnostics.push(tooDeep(source, token));
      if (depth > MAX_DEPTH) {
        // `not` before brackets that go would stand alone.
        if (kept.at(-1)?.tokenType === keywords.not) kept.pop();
        continue;
      }
    }
    if (type === RightParen && depth > 0) {
      depth -= 1;
      if (depth >= MAX_DEPTH) continue;
    }
    kept.push(token);
  }
  return { tokens: kept, diagnostics };
}

function isTooDeep(tokens: readonly IToken[]): boolean {
  let depth = 0;
  for (const { tokenType } of tokens) {
    if (tokenType === LeftParen) depth += 1;
    if (tokenType === RightParen) depth = Math.max(0, depth - 1);
    if (tokenType === LeftBrace || tokenType === RightBrace) depth = 0;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

function tooDeep(source: Source, token: IToken): Diagnostic {
  const span = { file: source.name, start: token.startOffset, end: token.startOffset + 1 };
  return report('FL107', span, { depth: MAX_DEPTH });
}
