// The text of a cell → the value that it is, by a declared type, or why it is none.

import type { Type } from '../shapes.ts';
import { parseDate } from '../values/date.ts';
import { decimalFromJson, decimalProblem } from '../values/decimal.ts';
import { foldText } from '../values/fold.ts';
import { formatInstant, parseInstant } from '../values/instant.ts';
import { suggest } from '../values/suggest.ts';
import { trimText } from '../values/white-space.ts';
import { type Directory, idsOf, type People } from './people.ts';
import { type Damage, damageInNumber, damageInText, isErrorValue } from './spreadsheet-damage.ts';

/** A single value as the IR holds it: texts, ids, dates and instants (UTC) as text. */
export type PlainValue = string | number | boolean;

/** Why a text is no value of a type. `held`: the text. `instead`: what to write, where that can be guessed. */
export type ValueProblem =
  | { readonly kind: 'type' | 'digits'; readonly held: string; readonly type: Type; readonly instead?: string }
  | { readonly kind: 'currency'; readonly held: string; readonly currency: string }
  | { readonly kind: 'choice'; readonly held: string; readonly choices: readonly string[]; readonly instead?: string }
  | { readonly kind: 'nobody'; readonly held: string; readonly what: 'rep' | 'team'; readonly instead?: string }
  | { readonly kind: 'several'; readonly held: string; readonly what: 'rep' | 'team'; readonly ids: readonly string[] }
  /** `quotable`: the cell language has quotes, in which the text can be kept as it is. */
  | {
      readonly kind: 'damage';
      readonly held: string;
      readonly damage: Damage;
      readonly type: Type;
      readonly quotable: boolean;
    };

/** How a text is read. */
export interface Reading {
  readonly type: Type;
  readonly people: People;
  /** The text stands as it is meant: what looks like a spreadsheet's doing is none. */
  readonly quoted: boolean;
  /** It is the cell of a key, in the cell language. */
  readonly key: boolean;
}

/** Whether reading failed. */
export function isValueProblem(value: PlainValue | ValueProblem): value is ValueProblem {
  return typeof value === 'object';
}

/** Reads a text that is trimmed and not blank. Lists, signals, ratings and records are no single values: nothing reads as one. */
export function readValue(text: string, { type, people, quoted, key }: Reading): PlainValue | ValueProblem {
  switch (type.kind) {
    case 'text':
    case 'code':
    case 'email':
      return readText(text, type, quoted, key);
    case 'choice':
      return readChoice(text, type, quoted, key);
    case 'number':
    case 'count':
    case 'money':
      return readNumber(text, type, key);
    case 'flag':
      return FLAGS.get(foldText(text)) ?? notOf(text, type, key);
    case 'date':
      return parseDate(text) === undefined ? notOf(text, type, key) : text;
    case 'time': {
      const atMs = parseInstant(text);
      return atMs === undefined ? notOf(text, type, key) : formatInstant(atMs);
    }
    case 'rep':
      return readPerson(text, 'rep', people.reps);
    case 'team':
      return readPerson(text, 'team', people.teams);
    default:
      return { kind: 'type', held: text, type };
  }
}

/** How the language writes flags, and how spreadsheets do. */
const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['no', false],
  ['true', true],
  ['false', false],
]);

/** Something, an @, something. */
const EMAIL = /^[^\s\u0085@]+@[^\s\u0085@]+$/;

function readText(text: string, type: Type, quoted: boolean, key: boolean): PlainValue | ValueProblem {
  const damage = quoted ? undefined : key ? damageInText(text) : damageInGiven(text, type);
  if (damage !== undefined) return { kind: 'damage', held: text, damage, type, quotable: key };
  if (type.kind === 'email' && !EMAIL.test(text)) return { kind: 'type', held: text, type };
  return type.kind === 'code' ? text.toWellFormed() : text.toWellFormed().normalize('NFC');
}

/** A text that a table gives may well be `TRUE` or `Jan-24`: there are no quotes to say that it is meant. */
function damageInGiven(text: string, type: Type): Damage | undefined {
  if (type.kind === 'code') {
    const damage = damageInText(text);
    return damage?.kind === 'scientific' || damage?.kind === 'error-value' ? damage : undefined;
  }
  return isErrorValue(text) ? { kind: 'error-value' } : undefined;
}

type Choice = Extract<Type, { readonly kind: 'choice' }>;

function readChoice(text: string, type: Choice, quoted: boolean, key: boolean): PlainValue | ValueProblem {
  const wanted = foldText(text);
  const choice = type.choices.find((one) => foldText(one) === wanted);
  if (choice !== undefined) return choice;
  if (type.open) return readText(text, type, quoted, key);
  const damage = damageInText(text);
  if (damage !== undefined) return { kind: 'damage', held: text, damage, type, quotable: false };
  const instead = suggest(text, type.choices);
  return { kind: 'choice', held: text, choices: type.choices, ...(instead === undefined ? {} : { instead }) };
}

const NUMBER = /^(-?\d[\d_]*(?:\.\d+)?)([kM%])?$/;
const SHIFTS: Readonly<Record<string, string>> = { k: 'e3', M: 'e6', '%': 'e-2' };

function readNumber(text: string, type: Type, key: boolean): PlainValue | ValueProblem {
  const amount = type.kind === 'money' ? withoutCurrency(text, type.currency) : text;
  if (amount === undefined)
    return { kind: 'currency', held: text, currency: type.kind === 'money' ? type.currency : '' };
  const [, digits, suffix] = NUMBER.exec(amount) ?? [];
  if (digits === undefined) return notOf(text, type, key);
  const decimal = digits.includes('_') ? digits.replaceAll('_', '') : digits;
  if (decimalProblem(decimal) !== undefined) return { kind: 'digits', held: text, type };
  // A number that is read from "25e-2" is the one nearest to 0.25: nothing is computed in floating point.
  const number = decimalFromJson(Number(suffix === undefined ? decimal : `${decimal}${SHIFTS[suffix] ?? ''}`));
  if (number === undefined) return { kind: 'digits', held: text, type };
  if (type.kind === 'count' && (!Number.isInteger(number) || number < 0)) return { kind: 'type', held: text, type };
  return number === 0 ? 0 : number;
}

/** `500 USD` without its currency; undefined where it has another. */
function withoutCurrency(text: string, currency: string): string | undefined {
  const written = text.slice(-3);
  const amount = trimText(text.slice(0, -3));
  if (!/^[A-Z]{3}$/.test(written) || amount.length >= text.length - 3) return text;
  return written === currency ? amount : undefined;
}

function notOf(text: string, type: Type, key: boolean): ValueProblem {
  const damage =
    type.kind === 'number' || type.kind === 'count' || type.kind === 'money' ? damageInNumber(text) : undefined;
  const error = isErrorValue(text) ? ({ kind: 'error-value' } as const) : damage;
  if (error !== undefined) return { kind: 'damage', held: text, damage: error, type, quotable: false };
  const instead = guess(text, type, key);
  return { kind: 'type', held: text, type, ...(instead === undefined ? {} : { instead }) };
}

/** What was probably meant: `1,000` is 1000, `1-49` is a range, `24.12.2026` is a date, `TRUE` in other languages is yes. */
function guess(text: string, type: Type, key: boolean): string | undefined {
  switch (type.kind) {
    case 'number':
    case 'count':
    case 'money': {
      const bare = trimText(text.replace(/^[$€£]/, '').replaceAll(/(?<=\d)[,' \u00a0\u2019](?=\d{3}(?!\d))/g, ''));
      if (NUMBER.test(bare) && bare !== text) return bare;
      const [, from, to] = /^(\d[\d_.]*[kM]?)\s*(?:-|–|—|to|bis)\s*(\d[\d_.]*[kM]?)$/.exec(text) ?? [];
      return key && from !== undefined && to !== undefined ? `${from}..${to}` : undefined;
    }
    case 'date': {
      const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
      if (day === undefined || month === undefined || year === undefined) return undefined;
      const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      return parseDate(date) === undefined ? undefined : date;
    }
    case 'flag': {
      const folded = foldText(text);
      if (['y', 'ja', 'wahr', 'vrai', 'oui', 'verdadero', 'sí', 'si', 'vero', '1', 'x'].includes(folded)) return 'yes';
      return ['n', 'nein', 'falsch', 'faux', 'non', 'falso', '0'].includes(folded) ? 'no' : undefined;
    }
    default:
      return undefined;
  }
}

function readPerson(text: string, what: 'rep' | 'team', directory: Directory): PlainValue | ValueProblem {
  const ids = idsOf(directory, text);
  const [id] = ids;
  if (ids.length > 1) return { kind: 'several', held: text, what, ids };
  if (id !== undefined) return id;
  if (isErrorValue(text)) {
    return { kind: 'damage', held: text, damage: { kind: 'error-value' }, type: { kind: what }, quotable: false };
  }
  const folded = foldText(text);
  const near = suggest(folded, directory.ids.values());
  // Labels are kept folded; who is meant is said by id.
  const instead = near ?? directory.names.get(suggest(folded, directory.names.keys()) ?? '')?.[0];
  return { kind: 'nobody', held: text, what, ...(instead === undefined ? {} : { instead }) };
}
