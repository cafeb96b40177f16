// The cell of a column that holds a field's value, as text or JSON → the value as the IR holds it, or why it is none.

import type { Field, RepValue, Type } from '../shapes.ts';
import { decimalFromJson, parseDecimal } from '../values/decimal.ts';
import { isBlank, trimText } from '../values/white-space.ts';
import type { People } from './people.ts';
import { isValueProblem, type PlainValue, readValue, type ValueProblem } from './read-value.ts';
import { cellText } from './sheet.ts';

/** A value, undefined for a blank cell, or what is wrong. */
export type FieldReading = RepValue | undefined | { readonly problem: ValueProblem };

/** Whether reading failed. */
export function isFieldProblem(reading: FieldReading): reading is { readonly problem: ValueProblem } {
  return typeof reading === 'object' && 'problem' in reading && typeof reading['problem'] === 'object';
}

/**
 * Reads a cell. A list is a JSON array, or values with `;` between them; ratings are a JSON object, or names and numbers with `;` between them:
 * `security 4; healthcare 5`.
 */
export function readField({ type }: Pick<Field, 'type'>, cell: unknown, people: People): FieldReading {
  const text = trimText(cellText(cell));
  if (text === '') return undefined;
  if (type.kind === 'list') return readList(text, type, cell, people);
  if (type.kind === 'ratings') return readRatings(text, type, cell);
  return asReading(plain(text, type, people));
}

function plain(text: string, type: Type, people: People): PlainValue | ValueProblem {
  return readValue(text, { type, people, quoted: false, key: false });
}

function asReading(value: PlainValue | ValueProblem): FieldReading {
  return isValueProblem(value) ? { problem: value } : value;
}

function readList(
  text: string,
  type: Extract<Type, { readonly kind: 'list' }>,
  cell: unknown,
  people: People,
): FieldReading {
  const json: unknown = Array.isArray(cell) ? cell : text.startsWith('[') ? parsed(text) : undefined;
  if (text.startsWith('[') && !Array.isArray(json)) return { problem: { kind: 'type', held: text, type } };
  const items = Array.isArray(json) ? json.map(cellText) : text.split(';');
  const values: PlainValue[] = [];
  for (const item of items) {
    if (isBlank(item)) continue;
    const value = plain(trimText(item), type.of, people);
    if (isValueProblem(value)) return { problem: value };
    values.push(value);
  }
  return values;
}

function readRatings(text: string, type: Type, cell: unknown): FieldReading {
  const json = typeof cell === 'object' ? cell : text.startsWith('{') ? parsed(text) : undefined;
  const entries: readonly (readonly [string, unknown])[] =
    typeof json === 'object' && json !== null
      ? Object.entries(json)
      : text.split(';').flatMap((part) => {
          if (isBlank(part)) return [];
          return [nameAndNumber(trimText(part))];
        });
  const ratings = new Map<string, number>();
  for (const [name, rating] of entries) {
    const number = typeof rating === 'number' ? decimalFromJson(rating) : undefined;
    if (isBlank(name) || number === undefined) return { problem: { kind: 'type', held: text, type } };
    ratings.set(name, number);
  }
  return Object.fromEntries(ratings);
}

/** `security 4` in two; the number is undefined where there is none. */
function nameAndNumber(text: string): readonly [name: string, rating: number | undefined] {
  const space = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\u00a0'));
  return [trimText(text.slice(0, Math.max(space, 0))), parseDecimal(text.slice(space + 1))];
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
