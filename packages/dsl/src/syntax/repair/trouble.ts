// Where reading stopped, and what a repair needs to look at: the tokens around, what could stand there, lines and spans.

import type { IToken, TokenType } from 'chevrotain';
import type { Diagnostic, Edit, Fix } from '../../diagnostics/diagnostic.ts';
import type { Source, Span } from '../../source/source.ts';
import type { Machine } from '../machine.ts';
import { accepts, acceptsEnd, levels, openRules, type Places, step } from '../places.ts';
import {
  keywords,
  NumberWord,
  OpenText,
  OtherComment,
  OtherDate,
  OtherInstant,
  OtherQuotes,
  OtherTime,
  OtherWord,
} from '../tokens.ts';
import type { Keyword } from '../words.ts';

/** The token at `index` cannot be read; `index` is the number of tokens where the file ends too early. */
export interface Trouble {
  readonly source: Source;
  readonly machine: Machine;
  /** The tokens, as earlier repairs left them. */
  readonly tokens: readonly IToken[];
  readonly index: number;
  /** The places before a token, for every token up to `index`. */
  readonly places: readonly Places[];
}

/** Puts tokens in the place of `from` up to `to`, and says why. */
export interface Repair {
  readonly from: number;
  readonly to: number;
  readonly put: readonly IToken[];
  /** Undefined where the same mistake was reported before. */
  readonly problem: Diagnostic | undefined;
  /** Repairs of one key are one mistake: later ones only add their edits to the first one's fix. */
  readonly key?: string;
  /** A guess: another guess right behind it belongs to the same mistake. */
  readonly unsure?: boolean;
  /** Right although the token in trouble may stay in trouble: it changes how the lines above are read. */
  readonly lateral?: boolean;
}

/** Knows one mistake: gives its repair, or nothing where it is not this mistake. The driver tries the repair before it believes it. */
export type Recogniser = (trouble: Trouble) => Repair | undefined;

// ---- tokens around ---------------------------------------------------------------------------------------------

/** The token at a distance from the one that cannot be read. */
export function near(trouble: Trouble, distance = 0): IToken | undefined {
  return trouble.tokens[trouble.index + distance];
}

/** Whether there is a token, and it has this type. */
export function isType(token: IToken | undefined, type: TokenType): boolean {
  return token?.tokenType === type;
}

/** Whether there is a token, and it is one of these words of the language. */
export function isWord(token: IToken | undefined, ...words: readonly Keyword[]): boolean {
  return token !== undefined && words.some((word) => token.tokenType === keywords[word]);
}

/** Whether the token can be read nowhere, so that it is a mistake of its own. */
export function isForeign(token: IToken | undefined): boolean {
  return token !== undefined && foreign.includes(token.tokenType);
}

const foreign: readonly TokenType[] = [
  OtherQuotes,
  OpenText,
  OtherInstant,
  OtherDate,
  OtherTime,
  NumberWord,
  OtherWord,
  OtherComment,
];

/** Whether the token is written like this, in any letter case. */
export function reads(token: IToken | undefined, ...texts: readonly string[]): boolean {
  return token !== undefined && texts.includes(token.image.toLowerCase());
}

/** Whether nothing stands between two tokens. */
export function touches(first: IToken | undefined, second: IToken | undefined): boolean {
  return first !== undefined && second !== undefined && endOf(first) === second.startOffset;
}

/** The offset after a token. */
export function endOf(token: IToken): number {
  return (token.endOffset ?? token.startOffset + token.image.length - 1) + 1;
}

/** Where the token before the trouble ends; 0 at the start of the file. */
export function endBefore(trouble: Trouble, index: number = trouble.index): number {
  const before = trouble.tokens[index - 1];
  return before === undefined ? 0 : endOf(before);
}

/** Whether only white space stands before a token on its line; true at the end of the file. */
export function startsLine(trouble: Trouble, index: number = trouble.index): boolean {
  const token = trouble.tokens[index];
  if (token === undefined || index === 0) return true;
  const { text } = trouble.source;
  let at = token.startOffset - 1;
  while (at >= 0 && isSpace(text[at])) at -= 1;
  return at < 0 || isLineEnd(text[at]);
}

/** The first index from `index` on that starts a line, or the number of tokens. */
export function nextLine(trouble: Trouble, index: number): number {
  let at = index;
  while (at < trouble.tokens.length && !startsLine(trouble, at)) at += 1;
  return at;
}

/** How far the line of an offset is indented, in characters. */
export function indentAt(trouble: Trouble, offset: number): number {
  const { text } = trouble.source;
  let start = offset;
  while (start > 0 && !isLineEnd(text[start - 1])) start -= 1;
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at - start;
}

/** The text from one token through another, as it was written. */
export function written(trouble: Trouble, first: number, last: number): string {
  const [from, to] = [trouble.tokens[first], trouble.tokens[last]];
  return from === undefined || to === undefined ? '' : trouble.source.text.slice(from.startOffset, endOf(to));
}

// ---- what could stand there ------------------------------------------------------------------------------------

/** Whether a token of the type, or the word, can stand at the index. */
export function can(trouble: Trouble, wanted: TokenType | Keyword, index: number = trouble.index): boolean {
  const type = typeof wanted === 'string' ? keywords[wanted] : wanted;
  return accepts(trouble.machine, trouble.places[index] ?? [], type);
}

/** Whether the words can stand at the index, one after the other. */
export function canAll(
  trouble: Trouble,
  wanted: readonly (TokenType | Keyword)[],
  index: number = trouble.index,
): boolean {
  let places = trouble.places[index] ?? [];
  for (const one of wanted) places = step(trouble.machine, places, typeof one === 'string' ? keywords[one] : one);
  return places.length > 0;
}

/** Whether a rule of the grammar is open there. */
export function inside(trouble: Trouble, rule: string, index: number = trouble.index): boolean {
  return (trouble.places[index] ?? []).some((place) => openRules(trouble.machine, place).includes(rule));
}

/** The open rules of the grammar, innermost first. */
export function open(trouble: Trouble, index: number = trouble.index): readonly string[] {
  const [place] = trouble.places[index] ?? [];
  return place === undefined ? [] : openRules(trouble.machine, place);
}

/** The rule of the grammar that would take a token of the type there, after all that can end has ended. */
export function takenBy(trouble: Trouble, type: TokenType, index: number = trouble.index): string | undefined {
  const { machine } = trouble;
  for (const place of trouble.places[index] ?? []) {
    const level = levels(machine, place).find(({ state }) => machine.edgesFor(state, type).length > 0);
    if (level !== undefined) return machine.ruleOf(level.state);
  }
  return undefined;
}

/**
 * How many tokens can be read after the repair, up to `limit`; the end of the file counts as many. -1: what was put cannot
 * be read. `exactly`: the words that are put count only as the words they are, not as names.
 */
export function readsOn(
  trouble: Trouble,
  repair: Pick<Repair, 'from' | 'to' | 'put'>,
  limit: number,
  exactly = false,
): number {
  const { machine, tokens } = trouble;
  let places = trouble.places[repair.from] ?? [];
  for (const token of repair.put) places = step(machine, places, token.tokenType, exactly);
  if (places.length === 0) return -1;
  for (let count = 0; count < limit; count += 1) {
    const token = tokens[repair.to + count];
    if (token === undefined) return acceptsEnd(machine, places) ? limit : count;
    places = step(machine, places, token.tokenType);
    if (places.length === 0) return count;
  }
  return limit;
}

// ---- making tokens, spans and edits ----------------------------------------------------------------------------

/** A token that stands for what was written from `start` to `end`. */
export function made(type: TokenType, image: string, start: number, end: number): IToken {
  // A token type made by createToken always has its index.
  const tokenTypeIdx = type.tokenTypeIdx as number;
  return { image, startOffset: start, endOffset: end - 1, tokenType: type, tokenTypeIdx };
}

/** The word, over the stretch of a token. */
export function wordOver(word: Keyword, over: IToken): IToken {
  return made(keywords[word], word, over.startOffset, endOf(over));
}

/** A token of another type in the place of a token. */
export function retyped(type: TokenType, image: string, over: IToken): IToken {
  return made(type, image, over.startOffset, endOf(over));
}

/** A token that is missing from the text at an offset. */
export function missing(type: TokenType, at: number): IToken {
  return made(type, '', at, at);
}

/** A word that the repair adds at an offset: it stands in the tree as if it had been written. */
export function added(word: Keyword, at: number): IToken {
  return made(keywords[word], word, at, at);
}

/** The stretch from one token through another. */
export function spanOver(trouble: Trouble, first: IToken, last: IToken = first): Span {
  return { file: trouble.source.name, start: first.startOffset, end: endOf(last) };
}

/** A stretch of the text; an empty one without `end`. */
export function spanAt(trouble: Trouble, start: number, end: number = start): Span {
  return { file: trouble.source.name, start, end };
}

/** One fix of one edit. */
export function fix(title: string, span: Span, text: string): Fix {
  return { title, edits: [{ span, text }] };
}

/** Replaces the stretch from one token through another. */
export function replaced(trouble: Trouble, first: IToken, last: IToken, text: string): Edit {
  return { span: spanOver(trouble, first, last), text };
}

/** Removes the stretch with the white space that only it needed; what stands alone on its lines goes with them. */
export function removed(trouble: Trouble, first: IToken, last: IToken): Edit {
  const { text } = trouble.source;
  let start = first.startOffset;
  let end = endOf(last);
  while (start > 0 && isSpace(text[start - 1])) start -= 1;
  while (end < text.length && isSpace(text[end])) end += 1;
  const startsItsLine = start === 0 || isLineEnd(text[start - 1]);
  const endsItsLine = end === text.length || isLineEnd(text[end]);
  if (startsItsLine && endsItsLine) {
    if (end < text.length) end += text.startsWith('\r\n', end) ? 2 : 1;
    else if (start > 0) start -= text.startsWith('\r\n', start - 2) ? 2 : 1;
    return { span: spanAt(trouble, start, end), text: '' };
  }
  if (startsItsLine) return { span: spanAt(trouble, first.startOffset, end), text: '' };
  if (endsItsLine) return { span: spanAt(trouble, start, end), text: '' };
  return { span: spanAt(trouble, start, end), text: start < first.startOffset || end > endOf(last) ? ' ' : '' };
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
