// The problems numbered FL110 to FL129: texts, names, numbers, dates and hours that are written in another way.

import type { Entries } from '../entry.ts';

/** `found` is as it was written, `instead` as it should be. */
export interface SyntaxValueParams {
  readonly FL110: { readonly instead: string };
  readonly FL111: { readonly quote: string; readonly instead: string };
  readonly FL112: { readonly found: string };
  readonly FL113: {
    readonly found: string;
    readonly instead: string;
    readonly isName: boolean;
    readonly quoted?: string;
    readonly column?: string;
  };
  readonly FL114: { readonly found: string; readonly instead: string; readonly isField: boolean };
  readonly FL115: { readonly sign: string };
  readonly FL116: { readonly sign: string; readonly where: 'block' | 'end' | 'condition' };
  readonly FL117: { readonly found: string; readonly instead: string };
  readonly FL118: { readonly found: string; readonly instead: string };
  readonly FL119: { readonly block: string; readonly part: 'name' | 'label'; readonly sample: string };
  readonly FL120: { readonly found: string; readonly instead: string; readonly isDecimal: boolean };
  readonly FL121: { readonly found: string; readonly instead: string };
  readonly FL122: { readonly found: string; readonly instead: string };
  readonly FL123: {
    readonly found: string;
    readonly instead: string | undefined;
    readonly reason: 'glued' | 'word' | 'none';
  };
  readonly FL124: { readonly found: string; readonly instead: readonly string[] };
  readonly FL125: { readonly found: string; readonly instead: string };
  readonly FL126: { readonly found: string; readonly instead: string };
  readonly FL127: { readonly found: string };
  readonly FL128: { readonly found: string; readonly instead: string | undefined };
  readonly FL129: { readonly found: string; readonly instead: string };
}

/** Their words. */
export const syntaxValueEntries: Entries<SyntaxValueParams> = {
  FL110: {
    severity: 'error',
    title: 'Quote missing',
    message: () => 'This text has only one of its two quotes. A text begins and ends with `"`, on one line.',
    hint: ({ instead }) => `Write ${instead}.`,
  },
  FL111: {
    severity: 'error',
    title: 'Quotes of another kind',
    message: ({ quote }) => `Text stands in straight double quotes, not in ${quote} ones.`,
    hint: ({ instead }) => `Write ${instead}.`,
  },
  FL112: {
    severity: 'error',
    title: 'Unknown character after a backslash',
    message: ({ found }) =>
      `\`${found}\` means nothing in a text: a backslash begins one of \`\\"\`, \`\\\\\`, \`\\/\`, \`\\n\`, \`\\r\`, \`\\t\`, \`\\b\`, \`\\f\` and \`\\u\` with four digits.`,
    hint: () => 'For a backslash as such, write two: `\\\\`.',
  },
  FL113: {
    severity: 'error',
    title: 'Capital or foreign letters in a name or word',
    message: ({ found, isName }) =>
      isName
        ? `Names are written in small letters without accents, with digits and \`_\`; \`${found}\` is not.`
        : `The words of the language are written in small letters; \`${found}\` is not.`,
    hint: ({ instead, quoted, column }) =>
      quoted !== undefined
        ? `If it is a text, put it in quotes: ${quoted}. If it is a name, write \`${instead}\`.`
        : column === undefined
          ? `Write \`${instead}\`.`
          : `Write \`${instead}\`. If your data calls the column so, add \`from "${column}"\` after the type.`,
  },
  FL114: {
    severity: 'error',
    title: 'Name of several words',
    message: ({ found }) => `A name is one word, and \`${found}\` is not: \`-\` and spaces end a name.`,
    hint: ({ found, instead, isField }) =>
      `Join the parts with \`_\`: \`${instead}\`.${isField ? ` If your data calls the column so, add \`from "${found}"\` after the type.` : ''}`,
  },
  FL115: {
    severity: 'error',
    title: 'Comment of another language',
    message: ({ sign }) => `A comment begins with \`#\` here, not with \`${sign}\`.`,
    hint: () => 'Write `#` before the comment; it ends with its line.',
  },
  FL116: {
    severity: 'error',
    title: 'Comma or semicolon that does not belong',
    message: ({ sign, where }) =>
      where === 'condition'
        ? `Conditions are not joined with \`${sign}\`: it could mean "and" or "or".`
        : where === 'block'
          ? `What stands in \`{ }\` is not separated by \`${sign}\`: spaces or line ends are enough.`
          : `Nothing ends with \`${sign}\` here.`,
    hint: ({ sign, where }) => (where === 'condition' ? 'Write `and`, or `or`.' : `Remove the \`${sign}\`.`),
  },
  FL117: {
    severity: 'error',
    title: 'Name in quotes',
    message: ({ found }) => `A name stands here, and names have no quotes; ${found} is a text.`,
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL118: {
    severity: 'error',
    title: 'Text that lacks its quotes',
    message: ({ found }) => `Text stands in double quotes; \`${found}\` has none.`,
    hint: ({ instead }) => `Write ${instead}.`,
  },
  FL119: {
    severity: 'error',
    title: 'Name or label missing',
    message: ({ block, part }) =>
      part === 'name'
        ? `This ${block} has no name, so nothing could refer to it.`
        : `This ${block} has no label: the text in quotes that people see in explanations.`,
    hint: ({ sample }) => `Write it like this: \`${sample}\`.`,
  },
  FL120: {
    severity: 'error',
    title: 'Comma in a number',
    message: ({ isDecimal }) =>
      isDecimal
        ? 'Numbers have a point before their decimals, not a comma.'
        : 'Numbers have no commas between thousands.',
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL121: {
    severity: 'error',
    title: 'Money in another shape',
    message: ({ found }) =>
      `An amount of money is a number and the three letters of its currency; \`${found}\` is written differently.`,
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL122: {
    severity: 'error',
    title: 'Percentage in another shape',
    message: ({ found }) => `A percentage is a number with \`%\` right behind it; \`${found}\` is not.`,
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL123: {
    severity: 'error',
    title: 'Length of time in another shape',
    message: ({ found, reason }) =>
      reason === 'none'
        ? `\`${found}\` needs a unit: nobody could tell minutes from days.`
        : reason === 'glued'
          ? `A length of time is a number, a space and a unit; \`${found}\` is not.`
          : `\`${found}\` is not a unit of time: those are ms, seconds, minutes, hours, days, weeks and months.`,
    hint: ({ instead }) =>
      instead === undefined ? 'Write a unit such as `minutes`, `hours` or `days`.' : `Write \`${instead}\`.`,
  },
  FL124: {
    severity: 'error',
    title: 'Date in another shape',
    message: ({ found }) => `A date is written year-month-day, with two digits for month and day; \`${found}\` is not.`,
    hint: ({ instead }) =>
      instead.length === 0
        ? 'Write it like `2026-12-24`.'
        : `Write ${instead.map((date) => `\`${date}\``).join(' or ')}.`,
  },
  FL125: {
    severity: 'error',
    title: 'Instant in another shape',
    message: ({ found }) =>
      `An instant is a date, \`T\`, a time and the distance to UTC, so that it means the same everywhere; \`${found}\` is not complete.`,
    hint: ({ instead }) => `Write \`${instead}\` for UTC, or end it with the distance, such as \`+01:00\`.`,
  },
  FL126: {
    severity: 'error',
    title: 'Days or hours in another shape',
    message: ({ found }) => `Open hours are written like \`mon-fri 09:00-17:30\`; \`${found}\` is not.`,
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL127: {
    severity: 'error',
    title: 'Open hours that no clock shows',
    message: ({ found }) => `\`${found}\` holds a time that no day has: hours go from 00 to 23, minutes from 00 to 59.`,
    hint: () => 'The end of the day is `24:00`.',
  },
  FL128: {
    severity: 'error',
    title: 'Number in another shape',
    message: ({ found }) =>
      /^-?[\d_]+\.[\d.,]*$/.test(found)
        ? `\`${found}\` is no number: a number has at most one dot, with digits on both sides of it.`
        : /^[\d_]/.test(found)
          ? `\`${found}\` is neither a number nor a word. A number may end with \`k\` for thousands or \`M\` for millions.`
          : `\`${found}\` is no number: one begins with a digit, or with a minus that touches its digits.`,
    hint: ({ instead }) =>
      instead === undefined ? 'Write the number, or put it in quotes if it is a text.' : `Write \`${instead}\`.`,
  },
  FL129: {
    severity: 'error',
    title: 'Number in quotes',
    message: ({ found }) => `A number stands here, and ${found} in quotes is a text.`,
    hint: ({ instead }) => `Write ${instead} without quotes.`,
  },
};
