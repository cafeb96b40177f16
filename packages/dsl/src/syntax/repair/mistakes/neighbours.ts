// What stands beside a mistake as it was written, for hints and for what is put there instead.

import type { IToken } from 'chevrotain';
import { Comma, Dot, keywords, LeftBracket, RightBracket } from '../../tokens.ts';
import { endOf, isForeign, isType, replaced, startsLine, type Trouble, touches, written } from '../trouble.ts';

/** The value that stands before an index, as it was written: `account.owner`, `domain of email`. */
export function valueBefore(trouble: Trouble, index: number): { readonly from: number; readonly text: string } {
  const { tokens } = trouble;
  let from = index - 1;
  while (from > 1 && (isType(tokens[from - 1], keywords.of) || tokens[from - 1]?.image === '.')) from -= 2;
  return { from, text: written(trouble, from, index - 1) };
}

/** The constant, name or list after an index, for a hint; `…` where there is none on the line. */
export function valueAfter(trouble: Trouble, index: number): string {
  const { tokens } = trouble;
  const token = tokens[index];
  if (token === undefined || startsLine(trouble, index)) return '…';
  if (!isType(token, LeftBracket)) return isPlain(trouble, index) ? token.image : '…';
  const end = tokens.findIndex((one, at) => at > index && isType(one, RightBracket));
  return end < 0 || end - index > 8 ? '[…]' : written(trouble, index, end);
}

/** Whether the token can be shown as it is: no bracket, and nothing that is a mistake of its own. */
function isPlain({ tokens }: Trouble, index: number): boolean {
  const [token, next] = [tokens[index], tokens[index + 1]];
  const goesOn = touches(token, next) && (isType(next, Comma) || isType(next, Dot));
  return token !== undefined && !isForeign(token) && !goesOn && !/[{}[\]()]/.test(token.image);
}

/** Replaces tokens, with a space to each neighbour that had none. */
export function spaced(trouble: Trouble, first: IToken, last: IToken, words: string): ReturnType<typeof replaced> {
  const { text } = trouble.source;
  const before = /[\s([]/.test(text[first.startOffset - 1] ?? ' ') ? '' : ' ';
  const after = /[\s)\]]/.test(text[endOf(last)] ?? ' ') ? '' : ' ';
  return replaced(trouble, first, last, `${before}${words}${after}`);
}
