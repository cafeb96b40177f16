// The text of a file → its tokens and comments. Every character is in a token, a comment or white space: the lexer refuses nothing.

import { type IToken, Lexer } from 'chevrotain';
import { keywordByText, patterns, Word } from './tokens.ts';

/** A text as tokens. */
export interface Lexed {
  /** In text order. */
  readonly tokens: IToken[];
  /** The `#` comments, in text order. */
  readonly comments: readonly IToken[];
}

/** Splits the text. Words of the language get the token type of their own here: one look-up instead of a pattern each. */
export function lex(text: string): Lexed {
  lexer ??= new Lexer([...patterns], { positionTracking: 'onlyOffset', skipValidations: true });
  const { tokens, groups } = lexer.tokenize(text);
  for (const token of tokens) {
    token.endOffset = token.startOffset + token.image.length - 1;
    const type = token.tokenType === Word ? keywordByText.get(token.image) : undefined;
    if (type === undefined) continue;
    token.tokenType = type;
    // A token type made by createToken always has its index.
    token.tokenTypeIdx = type.tokenTypeIdx as number;
  }
  return { tokens, comments: groups['comments'] ?? [] };
}

let lexer: Lexer | undefined;
