// The text of a key's cell → which values fit it, in the cell language; or what is wrong with it.
//
// `*` anything · `missing` no value · `100..999` a range with both ends, of numbers, amounts and dates · `94*` the beginning of a text or code ·
// `DE|AT` alternatives, each of them one of these but `*` · else a value. What stands in double quotes is meant as it stands: `"*"`, `"missing"`,
// `"A|B"`, `"1-Jan"`; a quote inside is doubled, and `"94|"*` begins with 94|. In a CSV file a spreadsheet doubles those quotes once more by itself.

import type { ComparedAs } from '../conditions.ts';
import type { Type } from '../shapes.ts';
import { parseDate } from '../values/date.ts';
import { foldText } from '../values/fold.ts';
import { parseInstant } from '../values/instant.ts';
import { isBlank, trimText } from '../values/white-space.ts';
import type { People } from './people.ts';
import { isValueProblem, type PlainValue, readValue, type ValueProblem } from './read-value.ts';

/** What a key's cell says. */
export type Cell =
  | { readonly kind: 'anything' }
  /** One or more, in text order: one of them fits. */
  | { readonly kind: 'one-of'; readonly parts: readonly CellPart[] };

/** One alternative. */
export type CellPart =
  | { readonly kind: 'missing' }
  /** `key`: what the value is compared by: folded text, a code as written, a number, a day, epoch milliseconds, yes or no, an id. */
  | { readonly kind: 'is'; readonly key: PlainValue }
  /** Of folded text, or of a code as written. */
  | { readonly kind: 'begins'; readonly prefix: string }
  /** Numbers, or dates as days since 1970-01-01; both ends included. */
  | { readonly kind: 'range'; readonly from: number; readonly to: number };

/** What is wrong with a cell. `held`: the alternative at fault, as it stands. `instead`: what to write, where that can be guessed. */
export type CellProblem =
  | { readonly kind: 'blank' | 'blank-part' | 'open-quote' | 'behind-quote'; readonly held: string }
  /** A star that is neither alone nor at the end. */
  | { readonly kind: 'star'; readonly held: string }
  | { readonly kind: 'prefix-type' | 'range-type'; readonly held: string; readonly type: Type }
  | { readonly kind: 'range-open'; readonly held: string; readonly type: Type }
  | { readonly kind: 'range-reversed'; readonly held: string; readonly instead: string }
  | ValueProblem;

/** How the cells of a key are read. */
export interface CellReading {
  readonly type: Type;
  readonly people: People;
}

/** Whether reading failed. */
export function isCellProblem(cell: Cell | CellProblem): cell is CellProblem {
  return cell.kind !== 'anything' && cell.kind !== 'one-of';
}

/** Reads a cell. White space around it, and around its alternatives, does not count. */
export function readCell(text: string, reading: CellReading): Cell | CellProblem {
  const trimmed = trimText(text);
  if (trimmed === '') return { kind: 'blank', held: '' };
  if (trimmed === '*') return ANYTHING;
  const pieces = SPECIAL.test(trimmed) ? piecesOf(trimmed) : [{ text: trimmed, quoted: false, star: false }];
  if ('kind' in pieces) return pieces;
  const parts: CellPart[] = [];
  for (const piece of pieces) {
    const part = readPart(piece, reading);
    if (!isPart(part)) return part;
    parts.push(part);
  }
  return { kind: 'one-of', parts };
}

/** Whether a value fits a cell; `key` is what the value is compared by, undefined where it is missing. */
export function fitsCell(cell: Cell, key: PlainValue | undefined): boolean {
  return cell.kind === 'anything' || cell.parts.some((part) => fitsPart(part, key));
}

/** Whether a value fits an alternative. */
export function fitsPart(part: CellPart, key: PlainValue | undefined): boolean {
  switch (part.kind) {
    case 'missing':
      return key === undefined;
    case 'is':
      return key === part.key;
    case 'begins':
      return typeof key === 'string' && key.startsWith(part.prefix);
    case 'range':
      return typeof key === 'number' && key >= part.from && key <= part.to;
  }
}

/** The type as which a compiled table's cells are read: its reps and teams stand there by id, its choices were checked. */
export function cellType(as: ComparedAs, currency: string | undefined): Type {
  return as === 'number' && currency !== undefined ? { kind: 'money', currency } : { kind: as };
}

/** What a value of a type is compared by. */
export function keyOfValue(type: Type, value: PlainValue): PlainValue {
  if (typeof value !== 'string') return value;
  switch (type.kind) {
    case 'text':
    case 'email':
    case 'choice':
      return foldText(value);
    case 'date':
      return parseDate(value) ?? value;
    case 'time':
      return parseInstant(value) ?? value;
    default:
      return value;
  }
}

const ANYTHING: Cell = { kind: 'anything' };
const MISSING: CellPart = { kind: 'missing' };
const SPECIAL = /["|*]/;

/** An alternative: without its quotes, and without the star that it ended with. */
interface Piece {
  readonly text: string;
  readonly quoted: boolean;
  readonly star: boolean;
}

/** The alternatives of a cell. */
function piecesOf(text: string): readonly Piece[] | CellProblem {
  const pieces: Piece[] = [];
  for (let at = 0; at <= text.length; ) {
    while (at < text.length && isBlank(text.charAt(at))) at += 1;
    if (text[at] !== '"') {
      const bar = text.indexOf('|', at);
      const end = bar === -1 ? text.length : bar;
      const piece = plainPiece(trimText(text.slice(at, end)));
      if ('kind' in piece) return piece;
      pieces.push(piece);
      at = end + 1;
      continue;
    }
    const quoted = quotedText(text, at);
    if (quoted === undefined) return { kind: 'open-quote', held: text };
    const bar = text.indexOf('|', quoted.end);
    const end = bar === -1 ? text.length : bar;
    const behind = trimText(text.slice(quoted.end, end));
    if (behind !== '' && behind !== '*') return { kind: 'behind-quote', held: trimText(text.slice(at, end)) };
    if (isBlank(quoted.text)) return { kind: 'blank-part', held: text };
    pieces.push({ text: trimText(quoted.text), quoted: true, star: behind === '*' });
    at = end + 1;
  }
  return pieces;
}

function plainPiece(text: string): Piece | CellProblem {
  if (text === '') return { kind: 'blank-part', held: text };
  const star = text.indexOf('*');
  if (star === -1) return { text, quoted: false, star: false };
  if (star === 0 || star !== text.length - 1) return { kind: 'star', held: text };
  return { text: trimText(text.slice(0, -1)), quoted: false, star: true };
}

function quotedText(text: string, start: number): { readonly text: string; readonly end: number } | undefined {
  let inside = '';
  let at = start + 1;
  for (let quote = text.indexOf('"', at); quote !== -1; quote = text.indexOf('"', at)) {
    inside += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { text: inside, end: quote + 1 };
    inside += '"';
    at = quote + 2;
  }
  return undefined;
}

function isPart(part: CellPart | CellProblem): part is CellPart {
  return part.kind === 'is' || part.kind === 'missing' || part.kind === 'begins' || part.kind === 'range';
}

function readPart(piece: Piece, { type, people }: CellReading): CellPart | CellProblem {
  const { text, quoted, star } = piece;
  if (star) return readPrefix(text, quoted, type);
  if (!quoted && text.length === 7 && foldText(text) === 'missing') return MISSING;
  const dots = quoted ? -1 : text.indexOf('..');
  if (dots !== -1) {
    const range = readRange(text, dots, { type, people });
    if (range !== undefined) return range;
  }
  const value = readValue(text, { type, people, quoted, key: true });
  if (!isValueProblem(value)) return { kind: 'is', key: keyOfValue(type, value) };
  return !quoted && isOpenEnded(text, value) ? { kind: 'range-open', held: text, type } : value;
}

/** `50+`, `>=50`, `<50`: ranges with one end, which the cell language does not have. */
function isOpenEnded(text: string, problem: ValueProblem): boolean {
  return problem.kind === 'type' && RANGED.has(problem.type.kind) && /^(?:[<>]=?|≥|≤)\s*\S|^\S+\s*\+$/.test(text);
}

const RANGED: ReadonlySet<Type['kind']> = new Set<Type['kind']>(['number', 'count', 'money', 'date']);

function readPrefix(text: string, quoted: boolean, type: Type): CellPart | CellProblem {
  const held = quoted ? JSON.stringify(text) : `${text}*`;
  switch (type.kind) {
    case 'text':
    case 'email':
      return { kind: 'begins', prefix: foldText(text) };
    case 'code':
      return { kind: 'begins', prefix: text };
    case 'choice': {
      const prefix = foldText(text);
      if (type.open || type.choices.some((choice) => foldText(choice).startsWith(prefix)))
        return { kind: 'begins', prefix };
      return { kind: 'choice', held, choices: type.choices };
    }
    default:
      return { kind: 'prefix-type', held, type };
  }
}

/** A range; undefined where dots stand in a text that is no range (`Acme...`). */
function readRange(text: string, dots: number, { type, people }: CellReading): CellPart | CellProblem | undefined {
  if (type.kind === 'choice' && type.choices.some((choice) => foldText(choice) === foldText(text))) return undefined;
  const [first, second] = [trimText(text.slice(0, dots)), trimText(text.slice(dots + 2))];
  if (!RANGED.has(type.kind)) {
    const isText = type.kind === 'text' || type.kind === 'code' || type.kind === 'email' || type.kind === 'choice';
    if (isText && (first === '' || second === '' || `${first}${second}`.includes('.'))) return undefined;
    return { kind: 'range-type', held: text, type };
  }
  if (first === '' || second === '') return { kind: 'range-open', held: text, type };
  const ends: number[] = [];
  for (const end of [first, second]) {
    const value = readValue(end, { type, people, quoted: false, key: true });
    if (isValueProblem(value)) return value;
    const key = keyOfValue(type, value);
    if (typeof key !== 'number') return { kind: 'type', held: end, type };
    ends.push(key);
  }
  const [from = 0, to = 0] = ends;
  return from > to
    ? { kind: 'range-reversed', held: text, instead: `${second}..${first}` }
    : { kind: 'range', from, to };
}
