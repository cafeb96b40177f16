// What is wrong with a cell, in words: what stands there, why that is a problem, and what to write instead.

import { assertNever } from '../assert-never.ts';
import type { Type } from '../shapes.ts';
import { foldText } from '../values/fold.ts';
import type { CellProblem } from './cell.ts';
import type { ValueProblem } from './read-value.ts';

/** One or two sentences, and what to write instead. */
export interface ProblemWords {
  readonly message: string;
  readonly hint?: string;
}

/** Where a cell stands: in a column of a key, or of what rows give. Ranges are only for keys. */
type Part = 'key' | 'gives';

/** The words for a problem with a cell. */
export function problemWords(problem: CellProblem, part: Part = 'key'): ProblemWords {
  switch (problem.kind) {
    case 'blank':
      return {
        message: 'This cell of a key is blank, and blank does not say which leads the row is for.',
        hint: 'Write `*` for anything, or `missing` for leads without a value.',
      };
    case 'blank-part':
      return {
        message: `An alternative in ${shown(problem.held)} is blank.`,
        hint: 'Write what stands on both sides of `|`, as in DE|AT.',
      };
    case 'open-quote':
      return {
        message: `A double quote in ${shown(problem.held)} has no partner.`,
        hint: 'Close it, or double a quote that belongs to the text: "5"" disk".',
      };
    case 'behind-quote':
      return {
        message: `Something stands behind the closing quote in ${shown(problem.held)}.`,
        hint: 'Only `*` (the beginning of a text) and `|` (an alternative) may follow; a quote that belongs to the text is doubled.',
      };
    case 'star':
      return {
        message: `\`*\` means anything when it stands alone, and the beginning of a text at its end. In ${shown(problem.held)} it is neither.`,
        hint: `To mean the star itself, put the text into double quotes inside the cell: ${JSON.stringify(problem.held)}.`,
      };
    case 'prefix-type':
      return {
        message: `${shown(problem.held)} asks how a text begins, and this key is ${typeInWords(problem.type)}.`,
        hint: isRanged(problem.type)
          ? `Write a range, as in ${rangeSample(problem.type)}, or declare the field as code.`
          : 'Write the value, `*` or `missing`.',
      };
    case 'range-type':
      return {
        message: `${shown(problem.held)} looks like a range, and this key is ${typeInWords(problem.type)}: ranges go between numbers, amounts or dates.`,
        hint: 'Write beginnings or alternatives, as in 94*|95*; or put a text that has two dots into double quotes inside the cell.',
      };
    case 'range-open':
      return {
        message: `The range ${shown(problem.held)} has one end only.`,
        hint: `Write both ends, as in ${rangeSample(problem.type)}; or \`*\` in a later row, since the first row that fits wins.`,
      };
    case 'range-reversed':
      return {
        message: `Nothing lies in ${shown(problem.held)}: its first end is the greater one.`,
        hint: `Write ${problem.instead}.`,
      };
    default:
      return wordsForValue(problem, part);
  }
}

/** The words for a problem with a value that stands alone. */
export function valueWords(problem: ValueProblem): ProblemWords {
  return wordsForValue(problem, 'gives');
}

function wordsForValue(problem: ValueProblem, part: Part): ProblemWords {
  const words = wordsByKind(problem, part);
  // `Other` may be the choice "Others".
  const isNear = problem.kind === 'choice' && problem.instead !== undefined;
  const sign = part === 'key' && !isNear ? signFor(problem.held) : undefined;
  return sign === undefined ? words : { ...words, hint: sign };
}

/** What a key has for a word of other tables: `any`, `all`, `n/a`. */
function signFor(held: string): string | undefined {
  const word = foldText(held);
  if (ANYTHING.has(word)) return 'To mean anything, write `*`; a row with it stands below those that say more.';
  return NOTHING.has(word) ? 'To mean leads without a value, write `missing`.' : undefined;
}

const ANYTHING: ReadonlySet<string> = new Set([
  'any',
  'anything',
  'all',
  'every',
  'else',
  'other',
  'others',
  'otherwise',
  'default',
  '-',
  '–',
  '—',
  '%',
]);
const NOTHING: ReadonlySet<string> = new Set(['none', 'null', 'nil', 'empty', 'blank', 'unknown', 'n/a', 'na']);

function wordsByKind(problem: ValueProblem, part: Part): ProblemWords {
  const { held } = problem;
  switch (problem.kind) {
    case 'type':
      return {
        message: `${shown(held)} is not ${typeInWords(problem.type)}.`,
        hint: hintFor(problem.type, problem.instead, part),
      };
    case 'digits':
      return { message: `${shown(held)} has more than 15 digits.`, hint: 'Round it; ids are declared as `code`.' };
    case 'currency':
      return {
        message: `${shown(held)} is not an amount in ${problem.currency}.`,
        hint: `Write amounts in ${problem.currency}, with or without the three letters.`,
      };
    case 'choice':
      return {
        message: `${shown(held)} is not one of the choices ${choicesInWords(problem.choices)}.`,
        ...(problem.instead === undefined ? {} : { hint: `Did you mean ${shown(problem.instead)}?` }),
      };
    case 'nobody':
      return {
        message: `No ${problem.what} has the ${problem.what === 'rep' ? 'id, label or unique field' : 'id or label'} ${shown(held)}.`,
        ...(problem.instead === undefined ? {} : { hint: `Did you mean \`${problem.instead}\`?` }),
      };
    case 'several':
      return {
        message: `${shown(held)} is the name of several ${problem.what}s: ${problem.ids.map((id) => `\`${id}\``).join(', ')}.`,
        hint: 'Write the id.',
      };
    case 'damage':
      return damageWords(problem, part);
    default:
      return assertNever(problem);
  }
}

/** A type as what is expected: "a whole number". */
function typeInWords(type: Type): string {
  return type.kind === 'money' ? `an amount in ${type.currency}` : TYPES[type.kind];
}

const TYPES: { readonly [K in Type['kind']]: string } = {
  text: 'text',
  code: 'a code',
  email: 'an e-mail address',
  number: 'a number',
  count: 'a whole number from 0 on',
  flag: 'yes or no',
  date: 'a date',
  time: 'an instant',
  signals: 'a list of signals',
  ratings: 'a set of ratings',
  rep: 'a rep',
  team: 'a team',
  money: 'an amount',
  choice: 'one of given choices',
  list: 'a list',
  record: 'a record',
};

function damageWords(
  { held, damage, type, quotable }: Extract<ValueProblem, { readonly kind: 'damage' }>,
  part: Part,
): ProblemWords {
  const asIs = quotable ? ` If ${shown(held)} is meant, put it into double quotes inside the cell.` : '';
  switch (damage.kind) {
    case 'date':
      return {
        message: `${shown(held)} is probably what a spreadsheet has made of something like \`1-49\`: it takes that for a date.`,
        hint:
          part === 'gives' || type.kind === 'text' || type.kind === 'code' || type.kind === 'choice'
            ? `Format the column as text, write again what stood there, and save.${asIs}`
            : `Write ${damage.instead === undefined ? 'the range with two dots, as in 1..49' : `the range as ${damage.instead}`}: that stays as it is.`,
      };
    case 'scientific':
      return {
        message: `${shown(held)} is how a spreadsheet writes a long number; digits may be lost.`,
        hint: `Format the column as text, or as a number without decimals, and write the number again.${asIs}`,
      };
    case 'error-value':
      return {
        message: `${shown(held)} is the error of a formula in a spreadsheet, not a value.`,
        hint: `Mend the formula, and save again.${asIs}`,
      };
    case 'flag':
      return {
        message: `${shown(held)} is how a spreadsheet writes yes or no, and here ${typeInWords(type)} is expected.`,
        hint: `Write the value that is meant.${asIs}`,
      };
    default:
      return assertNever(damage);
  }
}

function hintFor(type: Type, instead: string | undefined, part: Part): string {
  if (instead !== undefined) return `Did you mean ${instead}?`;
  const orRange = (range: string): string => (part === 'key' ? `, or a range such as ${range}` : '');
  switch (type.kind) {
    case 'number':
      return `Write a number such as 1200.5${orRange('100..999')}.`;
    case 'count':
      return `Write a whole number such as 250${orRange('100..999')}.`;
    case 'money':
      return `Write an amount such as 50000 or 50k ${type.currency}${orRange('10k..50k')}.`;
    case 'flag':
      return 'Write yes or no.';
    case 'date':
      return 'Write the year first, as in 2026-11-24.';
    case 'time':
      return 'Write date, time and offset, as in 2026-11-24T10:00:00+01:00.';
    case 'email':
      return 'Write an address such as ana@acme.example.';
    default:
      return 'Write a value of that type.';
  }
}

function isRanged(type: Type): boolean {
  return type.kind === 'number' || type.kind === 'count' || type.kind === 'money' || type.kind === 'date';
}

function rangeSample(type: Type): string {
  if (type.kind === 'date') return '2026-01-01..2026-03-31';
  return type.kind === 'money' ? '10000..50000' : '100..999';
}

/** The most choices that are listed. */
const MOST_CHOICES = 12;

function choicesInWords(choices: readonly string[]): string {
  const listed = choices.slice(0, MOST_CHOICES).map((choice) => JSON.stringify(choice));
  const more = choices.length - listed.length;
  return more > 0 ? `${listed.join(', ')} and ${more} more` : listed.join(', ');
}

/** The most characters of a cell that are shown. */
const MOST_SHOWN = 60;

/** What stood in a cell, in quotes. */
function shown(text: string): string {
  const characters = [...text.toWellFormed()];
  const cut = characters.length > MOST_SHOWN ? `${characters.slice(0, MOST_SHOWN - 1).join('')}…` : text.toWellFormed();
  return JSON.stringify(cut);
}
