// Turns pieces of a lead that hold several things into lists, signals and ratings.

import { compareCodePoints, decimalFromJson, jsonNumberProblem, parseInstant, sortedBy, trimText } from '@fairlead/ir';
import type { Rating, RuntimeValue, Signal } from '../values/runtime-value.ts';
import { textValue } from '../values/text-value.ts';
import { LIMITS } from './expected.ts';
import { isMissing, isProblem, type Outcome, problemOf, type Reader } from './read-scalar.ts';

type ReadItem = (item: unknown, reader: Reader, index: number) => Outcome;

/**
 * Reads a list. Items that are missing are left out; one that is wrong makes the whole list wrong. The cell of a table holds a JSON array, or
 * items with `;` between them.
 */
export function readList(reader: Reader, piece: unknown, blank: ReadonlySet<string>, readItem: ReadItem): Outcome {
  const cell = reader.how === 'csv' && typeof piece === 'string' ? readCell(piece) : undefined;
  if (cell?.kind === 'too-long') return problemOf('too-long');
  const given: unknown = cell === undefined ? piece : cell.items;
  const itemReader = cell?.kind === 'json' ? { ...reader, how: 'json' as const } : reader;
  if (!Array.isArray(given)) return problemOf('wrong-type');
  if (given.length > LIMITS.items) return problemOf('too-long');
  const items: RuntimeValue[] = [];
  for (const [index, item] of given.entries()) {
    if (isMissing(item, blank)) continue;
    const outcome = readItem(item, itemReader, index);
    if (isProblem(outcome)) return outcome.held === undefined ? { ...outcome, held: item } : outcome;
    if (outcome !== undefined) items.push(outcome);
  }
  return { kind: 'list', items };
}

type Cell = { readonly kind: 'json' | 'split'; readonly items: readonly unknown[] } | { readonly kind: 'too-long' };

function readCell(text: string): Cell {
  if (text.length > LIMITS.json) return { kind: 'too-long' };
  const json = trimText(text).startsWith('[') ? parseCell(text) : undefined;
  return Array.isArray(json) ? { kind: 'json', items: json } : { kind: 'split', items: text.split(';').map(trimText) };
}

/** Reads signals: a JSON array of `{kind, at}`, in a table as text. Other keys are left alone. */
export function readSignals(reader: Reader, piece: unknown): Outcome {
  const given = reader.how === 'csv' ? parseCell(piece) : piece;
  if (!Array.isArray(given)) return problemOf(given === undefined ? 'malformed' : 'wrong-type');
  if (given.length > LIMITS.items) return problemOf('too-long');
  const items: Signal[] = [];
  for (const item of given) {
    const signal = readSignal(item);
    if (signal === undefined) return { ...problemOf('malformed'), held: item };
    items.push(signal);
  }
  return { kind: 'signals', items };
}

function readSignal(item: unknown): Signal | undefined {
  if (!isObject(item)) return undefined;
  const kind = ownText(item, 'kind');
  const at = ownText(item, 'at');
  if (kind === undefined || at === undefined || kind.length > LIMITS.text) return undefined;
  const text = textValue(kind);
  const atMs = parseInstant(trimText(at));
  return text === undefined || atMs === undefined ? undefined : { raw: text.raw, folded: text.folded, atMs };
}

/** Reads ratings: a JSON object of names and numbers, in a table as text. Kept in code-point order of the folded names. */
export function readRatings(reader: Reader, piece: unknown): Outcome {
  const given = reader.how === 'csv' ? parseCell(piece) : piece;
  if (!isObject(given)) return problemOf(given === undefined ? 'malformed' : 'wrong-type');
  const entries = Object.entries(given);
  if (entries.length > LIMITS.items) return problemOf('too-long');
  const ratings: (readonly [folded: string, rating: Rating])[] = [];
  // Of several that are wrong, which one is said must not depend on the order of the keys.
  for (const [key, value] of sortedBy(entries, ([name]) => name)) {
    const name = key.length > LIMITS.text ? undefined : textValue(key);
    if (name === undefined || typeof value !== 'number') return { ...problemOf('malformed'), held: { [key]: value } };
    const rating = decimalFromJson(value);
    if (rating === undefined) {
      const tooMany = jsonNumberProblem(value) === 'too-many-digits';
      return { ...problemOf(tooMany ? 'too-many-digits' : 'malformed'), held: value };
    }
    ratings.push([name.folded, { raw: name.raw, rating }]);
  }
  const byName = new Map(ratings.sort(([a], [b]) => compareCodePoints(a, b)));
  return byName.size < ratings.length ? problemOf('malformed') : { kind: 'ratings', byName };
}

/** The JSON that a cell's text is; undefined for text that is none, or more than anybody writes. */
export function parseCell(piece: unknown): unknown {
  if (typeof piece !== 'string' || piece.length > LIMITS.json) return undefined;
  try {
    return JSON.parse(piece);
  } catch {
    return undefined;
  }
}

/** Whether something is a JSON object. */
export function isObject(piece: unknown): piece is object {
  return typeof piece === 'object' && piece !== null && !Array.isArray(piece);
}

function ownText(item: object, key: string): string | undefined {
  // Any key may be asked of an object once it is known to be its own.
  const value: unknown = Object.hasOwn(item, key) ? item[key as keyof typeof item] : undefined;
  return typeof value === 'string' ? value : undefined;
}
