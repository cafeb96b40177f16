// The problems numbered FL300 to FL339: constants, values and conditions that do not fit together.

import type { Entries } from '../entry.ts';
import { listed, sentence } from '../phrases.ts';

/** The facts that each code's words need. Values come as they are written, types in words: "a whole number". */
export interface TypesParams {
  readonly FL301: { readonly zone: string; readonly suggestion: string | undefined };
  readonly FL302: {
    readonly text: string;
    readonly why: 'month' | 'day' | 'time' | 'offset';
    readonly lastDay: number;
  };
  readonly FL303: { readonly text: string; readonly why: 'time' | 'offset' };
  readonly FL304: { readonly number: string };
  readonly FL305: { readonly what: string; readonly number: string; readonly instead: string | undefined };
  readonly FL306: { readonly what: string; readonly number: string; readonly bounds: string };
  readonly FL307: { readonly days: string };
  readonly FL308: { readonly unit: string };
  readonly FL309: Pair<'first', 'other'>;
  readonly FL310: Pair<'left', 'right'>;
  readonly FL311: { readonly text: string; readonly unquoted: string; readonly holder: string; readonly type: string };
  readonly FL312: {
    readonly choice: string;
    readonly holder: string;
    readonly choices: readonly string[];
    readonly suggestion: string | undefined;
  };
  readonly FL313: {
    readonly left: string;
    readonly leftCurrency: string;
    readonly right: string;
    readonly rightCurrency: string;
  };
  readonly FL314: { readonly holder: string; readonly currency: string; readonly amount: string };
  readonly FL315: { readonly holder: string; readonly type: string; readonly percent: string };
  readonly FL316: { readonly literal: string; readonly holder: string; readonly type: string };
  readonly FL317: { readonly from: string; readonly to: string };
  readonly FL318: {
    readonly text: string;
    readonly holder: string;
    readonly kind: 'rep' | 'team';
    readonly name: string | undefined;
  };
  readonly FL319: { readonly date: string; readonly time: string; readonly constant: 'date' | 'time' | 'none' };
  readonly FL320: { readonly file: string | undefined };
  readonly FL321: Typed & { readonly verb: string; readonly isList: boolean };
  readonly FL322: Typed & { readonly instead: string | undefined };
  readonly FL323: Typed & { readonly words: string };
  readonly FL324: Typed & { readonly isSignals: boolean };
  readonly FL325: Typed & { readonly operator: '+' | '*' };
  readonly FL326: Pair<'left', 'right'> & { readonly operator: '+' | '*' };
  readonly FL327: Typed & { readonly isText: boolean };
  readonly FL328: Typed;
  readonly FL329: Typed;
  readonly FL330: Typed;
  readonly FL331: Typed & { readonly word: string; readonly manager: string | undefined };
  readonly FL332: Typed & { readonly example: string };
  readonly FL333: Typed & { readonly kind: string };
  readonly FL334: Readonly<Record<never, never>>;
  readonly FL335: { readonly left: string; readonly right: string | undefined };
  readonly FL336: Typed & { readonly operator: string };
  readonly FL337: Typed & { readonly instead: string };
  readonly FL338: Typed;
  readonly FL339: Typed;
}

/** A value and its type. */
interface Typed {
  readonly value: string;
  readonly type: string;
}

/** Two values and their types. */
type Pair<A extends string, B extends string> = { readonly [K in A | B | `${A}Type` | `${B}Type`]: string };

/** Their words. */
export const typesEntries: Entries<TypesParams> = {
  FL301: {
    severity: 'error',
    title: 'Unknown time zone',
    message: ({ zone }) => `There is no time zone "${zone}".`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? 'Zones are named by continent and city, as in "Europe/Berlin" or "America/New_York"; also "UTC".'
        : `Did you mean "${suggestion}"?`,
  },
  FL302: {
    severity: 'error',
    title: 'Date that does not exist',
    message: ({ text, why }) =>
      why === 'month'
        ? `${text} is not a date: months go from 01 to 12.`
        : `${text} is not a date: this month has no such day.`,
    hint: ({ why, lastDay }) =>
      why === 'month' ? 'Dates are written year-month-day, as in 2026-11-24.' : `The month ends on day ${lastDay}.`,
  },
  FL303: {
    severity: 'error',
    title: 'Time of day that does not exist',
    message: ({ text, why }) =>
      why === 'offset'
        ? `${text} is not an instant: no clock is that far from UTC.`
        : `${text} is not an instant: hours go from 00 to 23, minutes and seconds from 00 to 59.`,
    hint: () => 'Write it as in 2026-11-24T10:00:00+01:00.',
  },
  FL304: {
    severity: 'error',
    title: 'Number with too many digits',
    message: ({ number }) => `${number} has more digits than numbers can hold exactly, which are 15.`,
    hint: () => 'If it is an id, declare the field as `code` and write the id in quotes.',
  },
  FL305: {
    severity: 'error',
    title: 'Whole number needed',
    message: ({ what, number }) => `${what} must be a whole number, and ${number} is not.`,
    hint: ({ instead }) => (instead === undefined ? 'Round it.' : `Write ${instead}.`),
  },
  FL306: {
    severity: 'error',
    title: 'Number out of its bounds',
    message: ({ what, number, bounds }) => `${what} must be ${bounds}, and ${number} is not.`,
  },
  FL307: {
    severity: 'error',
    title: 'Months where time is counted',
    message: () => 'Time cannot be counted in months here: they are not equally long.',
    hint: ({ days }) => `Write days, as in ${days}. Months can be used for ages, as in \`within the last 3 months\`.`,
  },
  FL308: {
    severity: 'error',
    title: 'Working time in days',
    message: ({ unit }) =>
      `It is not clear how long a working ${unit} is: working time is counted in minutes and hours.`,
    hint: () => 'Write it in open hours, as in `8 working hours`.',
  },
  FL309: {
    severity: 'error',
    title: 'List of different things',
    message: ({ first, firstType, other, otherType }) =>
      `This list mixes types: ${first} is ${firstType}, and ${other} is ${otherType}.`,
    hint: () => 'A list holds things of one type, so that it can be compared with one value.',
  },
  FL310: {
    severity: 'error',
    title: 'Comparing different types',
    message: ({ left, leftType, right, rightType }) =>
      sentence(`${left} is ${leftType}, and ${right} is ${rightType}: they cannot be compared.`),
    hint: () => 'Compare values of one type, or declare the field with the type that it has.',
  },
  FL311: {
    severity: 'error',
    title: 'Number, date or flag in quotes',
    message: ({ text, holder, type }) => `"${text}" in quotes is text, and ${holder} is ${type}.`,
    hint: ({ unquoted }) => `Write ${unquoted} without quotes.`,
  },
  FL312: {
    severity: 'error',
    title: 'Unknown choice',
    message: ({ choice, holder }) => sentence(`${holder} is never "${choice}": that is not one of its choices.`),
    hint: ({ choices, suggestion }) =>
      suggestion === undefined
        ? `The choices are ${listed(choices.map((one) => JSON.stringify(one)))}. If others may come, add \`| text\` to the field.`
        : `Did you mean "${suggestion}"?`,
  },
  FL313: {
    severity: 'error',
    title: 'Different currencies',
    message: ({ left, leftCurrency, right, rightCurrency }) =>
      sentence(
        `${left} is in ${leftCurrency}, and ${right} is in ${rightCurrency}: amounts in different currencies cannot be compared.`,
      ),
    hint: ({ leftCurrency }) => `Write the amount in ${leftCurrency}; nothing is converted.`,
  },
  FL314: {
    severity: 'error',
    title: 'Amount without a currency',
    message: ({ holder, currency, amount }) =>
      sentence(`${holder} is money in ${currency}, and ${amount} has no currency.`),
    hint: ({ currency, amount }) => `Write ${amount} ${currency}.`,
  },
  FL315: {
    severity: 'error',
    title: 'Percentage of something that is none',
    message: ({ holder, type, percent }) => `${percent} is a part of one, and ${holder} is ${type}.`,
    hint: () => 'Write a plain number, or declare the field as `number`.',
  },
  FL316: {
    severity: 'error',
    title: 'Number or flag where text is needed',
    message: ({ literal, holder, type }) =>
      sentence(`${holder} is ${type}, and ${literal} without quotes is not text.`),
    hint: ({ literal }) => `Write "${literal}" in quotes, or declare the field with another type.`,
  },
  FL317: {
    severity: 'error',
    title: 'Range upside down',
    message: ({ from, to }) => `Nothing lies between ${from} and ${to}: the range begins above its end.`,
    hint: ({ from, to }) => `Write ${to}..${from}.`,
  },
  FL318: {
    severity: 'error',
    title: 'Rep or team as text',
    message: ({ text, holder, kind }) => sentence(`${holder} is a ${kind}, and "${text}" is text.`),
    hint: ({ kind, name }) =>
      name === undefined ? `Write the name of the ${kind} as it is declared, without quotes.` : `Write \`${name}\`.`,
  },
  FL319: {
    severity: 'error',
    title: 'A date beside an instant',
    message: ({ date, time }) => `${date} is a whole day and ${time} is an instant: they cannot be compared.`,
    hint: ({ date, constant }) =>
      constant === 'date'
        ? `Write the instant, with the time and its distance from UTC, as in ${date}T00:00:00+01:00.`
        : constant === 'time'
          ? 'Write the date alone.'
          : 'Declare both fields with the same type, `date` or `time`.',
  },
  FL320: {
    severity: 'error',
    title: 'Empty list',
    message: ({ file }) =>
      file === undefined
        ? 'This list is empty: nothing can ever be in it.'
        : `The file "${file}" holds no values: nothing can ever be in this list.`,
    hint: ({ file }) => (file === undefined ? 'Put something into it, as in ["DE", "AT"].' : 'Write one value a line.'),
  },
  FL321: {
    severity: 'error',
    title: 'Part of something that is not text',
    message: ({ value, type, verb }) => `\`${verb}\` looks into text, and ${value} is ${type}.`,
    hint: ({ isList }) => (isList ? 'Lists are asked with `includes`.' : 'Compare it with `is`, `>`, `<` or `in`.'),
  },
  FL322: {
    severity: 'error',
    title: '`includes` of something that is not a list',
    message: ({ value, type }) => `\`includes\` looks into lists, and ${value} is ${type}.`,
    hint: ({ instead }) => (instead === undefined ? 'Compare it with `is` or `in`.' : `Write \`${instead}\`.`),
  },
  FL323: {
    severity: 'error',
    title: 'Counting the items of a list',
    message: ({ value, type, words }) =>
      `\`${words}\` counts signals, and ${value} is ${type}: it says nothing about how often or when.`,
    hint: () => 'Remove that part, or declare the field as `signals`.',
  },
  FL324: {
    severity: 'error',
    title: 'Age of something that is not a date',
    message: ({ value, type }) => `Only dates and instants have an age, and ${value} is ${type}.`,
    hint: ({ isSignals, value }) =>
      isSignals
        ? `Say which signal is meant: \`${value.replaceAll('`', '')} includes "…" within the last …\`.`
        : 'Declare the field as `date` or `time` if it is one.',
  },
  FL325: {
    severity: 'error',
    title: 'Calculating with something that is not a number',
    message: ({ value, type, operator }) => `\`${operator}\` calculates with numbers, and ${value} is ${type}.`,
    hint: () => 'Use fields of the types number, count and money, and scores.',
  },
  FL326: {
    severity: 'error',
    title: 'Calculating with different kinds of amounts',
    message: ({ left, leftType, right, rightType, operator }) =>
      operator === '+'
        ? `${left} is ${leftType}, and ${right} is ${rightType}: they cannot be added.`
        : `${left} is ${leftType}, and so is ${right} (${rightType}): money times money means nothing.`,
    hint: ({ operator }) =>
      operator === '+' ? 'Add amounts of one currency, or plain numbers.' : 'Multiply an amount by plain numbers.',
  },
  FL327: {
    severity: 'error',
    title: 'Free mail of something that is not an e-mail address',
    message: ({ value, type }) => `Only an e-mail address can be free mail, and ${value} is ${type}.`,
    hint: ({ isText }) => (isText ? 'If it holds an e-mail address, declare the field as `email`.' : undefined),
  },
  FL328: {
    severity: 'error',
    title: 'Domain of something that has none',
    message: ({ value, type }) =>
      `The domain is taken from an e-mail address or from text such as a web address, and ${value} is ${type}.`,
  },
  FL329: {
    severity: 'error',
    title: 'Ratings of something that has none',
    message: ({ value, type }) => `\`of\` looks up a rating here, and ${value} is ${type}.`,
    hint: () => 'Before `of` stands a field of the type `ratings`, or one of `domain`, `backup`, `team` and `manager`.',
  },
  FL330: {
    severity: 'error',
    title: 'Rating by something that is not text',
    message: ({ value, type }) => `Ratings are looked up by name, and ${value} is ${type}.`,
    hint: () => 'After `of` stands text, as in `rep.skills of "healthcare"` or `rep.skills of industry`.',
  },
  FL331: {
    severity: 'error',
    title: 'Backup, team or manager of something that is not a rep',
    message: ({ word, value, type }) => `\`${word} of\` asks about a rep, and ${value} is ${type}.`,
    hint: ({ manager }) =>
      manager === undefined
        ? 'After `of` stands a rep, or a field of the type `rep`.'
        : `The manager of that team is \`${manager}\`: write the name.`,
  },
  FL332: {
    severity: 'error',
    title: 'Value that is not a condition',
    message: ({ value, type }) => `${value} is ${type}, and by itself it neither holds nor fails.`,
    hint: ({ example }) => `Compare it with something, as in \`${example}\`.`,
  },
  FL333: {
    severity: 'error',
    title: 'Comparing something as a whole that has parts',
    message: ({ value, type }) => `${value} is ${type}, which cannot be compared as a whole.`,
    hint: ({ kind, value }) =>
      kind === 'list' || kind === 'signals'
        ? `Ask what is in it: \`${value.replaceAll('`', '')} includes "…"\`.`
        : kind === 'ratings'
          ? `Ask for one rating: \`${value.replaceAll('`', '')} of "…" >= 3\`.`
          : 'Compare one of its fields.',
  },
  FL334: {
    severity: 'error',
    title: 'Comparing with blank text',
    message: () => 'Blank text counts as missing: nothing is equal to it, and nothing contains it.',
    hint: () => 'Write the text that is looked for, or ask with `is missing` and `is known`.',
  },
  FL335: {
    severity: 'error',
    title: 'Condition that reads nothing',
    message: ({ left, right }) =>
      right === undefined
        ? `This asks only about ${left} itself, so it is the same for every lead.`
        : `This compares ${left} with ${right}, so it is the same for every lead.`,
    hint: () => 'Put a field, a score or another value on one side.',
  },
  FL336: {
    severity: 'error',
    title: 'More or less of something without an order',
    message: ({ value, type, operator }) =>
      `\`${operator}\` compares numbers, money, dates and instants, and ${value} is ${type}.`,
    hint: () => 'Use `is` or `in`, or declare the field with the type that it has.',
  },
  FL337: {
    severity: 'error',
    title: 'A list in a list',
    message: ({ value, type }) => `${value} is ${type}: it is not itself in a list, but may have items that are.`,
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL338: {
    severity: 'error',
    title: '`in` something that is not a list',
    message: ({ value, type }) =>
      `${value} is ${type}, and \`in\`, \`any of\`, \`all of\` and \`none of\` need a list.`,
    hint: () => 'Name a list, write one, as in `in ["DE", "AT"]`, or compare one value with `is`.',
  },
  FL339: {
    severity: 'error',
    title: '`is like` between things that are not text',
    message: ({ value, type }) => `\`is like\` compares names of companies, and ${value} is ${type}.`,
    hint: () => 'Compare it with `is`.',
  },
};
