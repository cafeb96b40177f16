// The text of a cell → what a spreadsheet has probably made of what stood there: dates, powers of ten, errors, TRUE.

import { foldText } from '../values/fold.ts';

/** What a spreadsheet does to cells. */
export type Damage =
  /** `1-49` has become `Jan-49`. `instead`: the range that was probably meant. */
  | { readonly kind: 'date'; readonly instead?: string }
  /** `100000` has become `1E+05`. */
  | { readonly kind: 'scientific' }
  /** `#N/A` */
  | { readonly kind: 'error-value' }
  /** `true` has become `TRUE`. */
  | { readonly kind: 'flag' };

/** Damage in a cell that should hold a number or an amount: nothing that looks like a date can be meant. */
export function damageInNumber(text: string): Damage | undefined {
  if (isErrorValue(text)) return { kind: 'error-value' };
  if (/^-?\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(text)) return { kind: 'scientific' };
  if (FLAGS.has(text)) return { kind: 'flag' };
  const month = monthAndNumber(text) ?? numbersOfDate(text);
  return month === undefined ? undefined : { kind: 'date', ...rangeOf(month) };
}

/** Damage in a cell that should hold text or a code: only what looks exactly as spreadsheets write it, since texts can be anything. */
export function damageInText(text: string): Damage | undefined {
  const first = text.charCodeAt(0);
  // Nearly all cells: a letter, and no hyphen.
  if (first === HASH) return isErrorValue(text) ? { kind: 'error-value' } : undefined;
  if (FLAGS.has(text)) return { kind: 'flag' };
  if (/^-?\d(?:[.,]\d+)?E[+-]\d{2,3}$/.test(text)) return { kind: 'scientific' };
  if (!text.includes('-') || !/^(?:\d{1,2}-\p{L}{3,5}\.?|\p{L}{3,5}\.?-\d{2})$/u.test(text)) return undefined;
  const month = monthAndNumber(text);
  return month === undefined ? undefined : { kind: 'date' };
}

/** Whether a spreadsheet failed to compute the cell. */
export function isErrorValue(text: string): boolean {
  return (
    text.charCodeAt(0) === HASH &&
    /^#(?:N\/A|NV|REF!|BEZUG!|VALUE!|WERT!|NAME\?|DIV\/0!|NUM!|ZAHL!|NULL!|SPILL!|CALC!|#+)$/.test(text)
  );
}

const HASH = 0x23;

/** As spreadsheets write them in English, German, French, Spanish and Italian. */
const FLAGS: ReadonlySet<string> = new Set([
  'TRUE',
  'FALSE',
  'WAHR',
  'FALSCH',
  'VRAI',
  'FAUX',
  'VERDADERO',
  'VERO',
  'FALSO',
]);

type Pair = readonly [number, number];

/** `Jan-49`, `1-Jan`, `12. Mai` as month and number. */
function monthAndNumber(text: string): Pair | undefined {
  const [, before, name, , after] =
    /^(?:(\d{1,4})[-. /]{1,2})?(\p{L}{3,5})(\.?)(?:[-. /]{1,2}(\d{1,4}))?$/u.exec(text) ?? [];
  const number = before ?? after;
  if (name === undefined || number === undefined || (before !== undefined && after !== undefined)) return undefined;
  const month = MONTHS.get(foldText(name));
  return month === undefined ? undefined : [month, Number(number)];
}

/** `2049-01-01`, `1/49`, `01.02.2026`, `2026-05-02 00:00:00` as the two numbers that probably stood there. */
function numbersOfDate(text: string): Pair | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?$/.exec(text) ?? [];
  if (year !== undefined) return Number(day) === 1 ? [Number(month), Number(year) % 100] : [Number(month), Number(day)];
  const [, first, second] =
    /^(\d{1,2})[/](\d{1,4})(?:[/]\d{2,4})?$/.exec(text) ?? /^(\d{1,2})\.(\d{1,2})\.(?:\d{2,4})$/.exec(text) ?? [];
  return first === undefined ? undefined : [Number(first), Number(second)];
}

function rangeOf([one, other]: Pair): { readonly instead?: string } {
  return one === other ? {} : { instead: `${Math.min(one, other)}..${Math.max(one, other)}` };
}

/** The short names of months by folded text, in the languages in which spreadsheets are most used. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['jan', 'janv', 'ene', 'gen'],
    ['feb', 'févr', 'fév'],
    ['mar', 'mär', 'mrz', 'mars', 'mrt', 'march', 'märz'],
    ['apr', 'avr', 'abr', 'april'],
    ['may', 'mai', 'mag', 'mei'],
    ['jun', 'juin', 'giu', 'june', 'juni'],
    ['jul', 'juil', 'lug', 'july', 'juli'],
    ['aug', 'août', 'ago'],
    ['sep', 'sept', 'set'],
    ['oct', 'okt', 'ott'],
    ['nov'],
    ['dec', 'dez', 'déc', 'dic'],
  ].flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);
