// The text of a file → its tokens, one a line, for goldens: where it stands, what kind it is, how it is written.

import { lineStarts, positionAt } from '../source/source.ts';
import { lex } from './lexer.ts';

/** `12:5 rule`, `12:10 Text "Large"`. Words of the language and signs need no kind. */
export function printTokens(text: string): string {
  const starts = lineStarts(text);
  const { tokens, comments } = lex(text);
  return [...tokens, ...comments]
    .sort((a, b) => a.startOffset - b.startOffset)
    .map((token) => {
      const { line, column } = positionAt(starts, token.startOffset);
      const isPlain = token.tokenType.name === token.image || token.tokenType.LABEL === token.image;
      return `${line}:${column} ${isPlain ? '' : `${token.tokenType.name} `}${token.image}`;
    })
    .join('\n');
}
