// A word that means nothing where it stands → the word of the language that is near to it and fits.

import type { IToken, TokenType } from 'chevrotain';
import { report } from '../../diagnostics/report.ts';
import { nearest } from '../../names/suggest.ts';
import { fits } from '../machine.ts';
import { expected } from '../places.ts';
import { keywordByText, OtherSign, OtherWord, Word } from '../tokens.ts';
import { endOf, fix, isForeign, isType, made, type Repair, readsOn, spanOver, type Trouble } from './trouble.ts';

/** How many tokens back a misspelt word may stand that was taken for a name. */
const BACK = 6;
/** How far ahead a word is tried. */
const AHEAD = 6;

/** The respelling that reads on best: of the word in trouble, or of one a little before it that was taken for a name. `from`: how far back at least. */
export function misspelt(trouble: Trouble, from: number): Repair | undefined {
  let best: { readonly repair: Repair; readonly reach: number } | undefined;
  for (let back = from; back <= Math.min(BACK, trouble.index); back += 1) {
    const at = trouble.index - back;
    const token = trouble.tokens[at];
    if (token === undefined || !isMisspelling(token, back) || token.image.length < 2) continue;
    for (const suggestion of nearest(token.image, wordsAt(trouble, at))) {
      const type = keywordByText.get(suggestion);
      if (type === undefined || type === token.tokenType) continue;
      const put = [made(type, suggestion, token.startOffset, endOf(token))];
      // From the word itself on; what stood between it and the trouble could be read before.
      const reach = readsOn(trouble, { from: at, to: at + 1, put }, AHEAD + back) - (back === 0 ? 0 : back - 1);
      if (reach < leastReach(trouble, token, back) || (best !== undefined && best.reach >= reach)) continue;
      best = { repair: respelt(trouble, at, token, suggestion, put), reach };
    }
  }
  return best?.repair;
}

function respelt(trouble: Trouble, at: number, token: IToken, suggestion: string, put: readonly IToken[]): Repair {
  const span = spanOver(trouble, token);
  const fixes = [fix(`Write \`${suggestion}\``, span, suggestion)];
  return { from: at, to: at + 1, put, problem: report('FL103', span, { found: token.image, suggestion }, { fixes }) };
}

/** What has to be readable behind the word, to believe it. */
function leastReach(trouble: Trouble, token: IToken, back: number): number {
  const next = trouble.tokens[trouble.index + 1];
  const rest = trouble.tokens.length - trouble.index;
  if (back > 0) return Math.min(2, rest);
  if (next === undefined || isForeign(next) || isType(next, OtherSign)) return 0;
  // A word of the language that stands in the wrong place is seldom a slip.
  return Math.min(keywordByText.has(token.image) ? 3 : 2, rest - 1);
}

/** A word of the language may be a slip only where it cannot be read. */
function isMisspelling(token: IToken, back: number): boolean {
  return isType(token, Word) || isType(token, OtherWord) || (back === 0 && keywordByText.has(token.image));
}

function wordsAt(trouble: Trouble, at: number): readonly string[] {
  const types = new Set(expected(trouble.machine, trouble.places[at] ?? []).map(({ edge }) => edge.type));
  const wanted = [...types].filter((type) => !isNameClass(type));
  return [...keywordByText].filter(([, type]) => wanted.some((one) => fits(type, one))).map(([word]) => word);
}

/** Whether a token type stands for names, which any word could be. */
function isNameClass(type: TokenType): boolean {
  return type.name === 'Name' || type.name === 'TypeName' || type.name === 'RepFieldName';
}
