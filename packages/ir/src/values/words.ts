// Turns two folded texts into whether the first mentions the second as whole words.
import { collapseWhiteSpace } from './white-space.ts';
import { LETTERS_AND_DIGITS, MARKS } from './word-table.gen.ts';

/**
 * Whether `text` mentions `needle` as whole words; both are folded already. Where the needle begins or ends with a
 * letter or digit, no letter or digit may touch it there: `cto` is not in `director`, but `c++` is in `c++17`. A
 * combining mark belongs to what it stands on. Runs of white space count as one space on both sides, so `vice president`
 * is in `vice  president`. An empty needle is mentioned nowhere.
 */
export function mentions(text: string, needle: string): boolean {
  if (needle === '') return false;
  const hay = collapseWhiteSpace(text);
  const sought = collapseWhiteSpace(needle);
  const startsAsWord = isWordAt(sought, 0);
  const endsAsWord = isWordBefore(sought, sought.length);
  for (let at = hay.indexOf(sought); at !== -1; at = hay.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    const beginsHere = !(startsAsWord && isWordBefore(hay, at));
    const endsHere = !(endsAsWord && (isWordAt(hay, end) || isMarkAt(hay, end)));
    if (beginsHere && endsHere) return true;
    // Where the needle needs a word to begin, the next place to look is behind the word that is in the way.
    if (startsAsWord && !beginsHere) at = endOfWord(hay, at) - 1;
  }
  return false;
}

/** Whether a letter or digit stands at an index. */
function isWordAt(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  return code !== undefined && isLetterOrDigit(code);
}

function isMarkAt(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  return code !== undefined && code > 0x7f && isInside(MARK_STARTS, code);
}

/** Whether a letter or digit, with or without marks on it, ends right before an index. */
function isWordBefore(text: string, end: number): boolean {
  for (let at = end; at > 0; ) {
    at -= isPairBefore(text, at) ? 2 : 1;
    if (!isMarkAt(text, at)) return isWordAt(text, at);
  }
  return false;
}

function isPairBefore(text: string, end: number): boolean {
  return end >= 2 && (text.codePointAt(end - 2) ?? 0) > 0xffff;
}

/** The index behind the letters, digits and marks that go on from an index. */
function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && (isWordAt(text, at) || isMarkAt(text, at))) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return at;
}

function isLetterOrDigit(code: number): boolean {
  if (code > 0x7f) return isInside(WORD_STARTS, code);
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a);
}

/** Ascending code points at which a set is entered (even index) and left (odd index). */
type Edges = Uint32Array;

const WORD_STARTS: Edges = readEdges(LETTERS_AND_DIGITS);
const MARK_STARTS: Edges = readEdges(MARKS);

function readEdges(lengths: string): Edges {
  let edge = 0;
  return Uint32Array.from(lengths.split(','), (length) => {
    edge += Number.parseInt(length, 36);
    return edge;
  });
}

/** Whether a code point is in a set: an odd number of edges lies at or before it. */
function isInside(edges: Edges, code: number): boolean {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edges[middle] ?? 0) <= code) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}
