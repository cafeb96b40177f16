// The problems numbered FL340 to FL365: declarations, values of reps and tests that do not fit together.

import type { Entries } from '../entry.ts';
import { listed, listedCode, sentence } from '../phrases.ts';

/** The facts that each code's words need. Values come as they are written, types in words: "a whole number". */
export interface DeclarationsParams {
  readonly FL340: { readonly deepest: number };
  readonly FL341: { readonly type: string; readonly reason: string };
  readonly FL342: { readonly modifier: string; readonly reason: string };
  readonly FL343: { readonly choice: string; readonly reason: 'blank' | 'twice' };
  readonly FL344: {
    readonly sample: string;
    readonly problem: 'no-digits' | 'sign' | 'ambiguous' | 'groups' | 'shape' | 'fraction';
    readonly instead: readonly string[];
  };
  readonly FL345: {
    readonly problem:
      | 'letters'
      | 'open-quote'
      | 'twice'
      | 'missing'
      | 'half-with-24'
      | 'half-missing'
      | 'touching'
      | 'no-time'
      | 'has-time'
      | 'zone'
      | 'offset-and-zone';
    readonly part: string;
    readonly instead: string | undefined;
  };
  readonly FL346: { readonly problem: 'one' | 'same' | 'or' };
  readonly FL347: { readonly field: string; readonly type: string; readonly value: string; readonly valueType: string };
  readonly FL348: { readonly rep: string; readonly fields: readonly string[] };
  readonly FL349: { readonly field: string; readonly value: string; readonly rep: string; readonly other: string };
  readonly FL350: { readonly name: string };
  readonly FL351: { readonly own: boolean };
  readonly FL352: { readonly from: string; readonly to: string };
  readonly FL353: Nothing;
  readonly FL354: { readonly version: string };
  readonly FL356: { readonly hasCreated: boolean };
  readonly FL357: { readonly fields: readonly string[] };
  readonly FL358: Nothing;
  readonly FL359: { readonly problem: 'ago' | 'no-ago' | 'kind'; readonly holder: string };
  readonly FL360: { readonly includes: number };
  readonly FL361: { readonly from: string; readonly to: string };
  readonly FL362: { readonly match: string; readonly inside: 'define' | 'or' | undefined };
  readonly FL363: { readonly review: string; readonly accept: string };
  readonly FL364: { readonly field: string; readonly why: 'required' | 'empty' };
  readonly FL365: { readonly what: string };
}

type Nothing = Readonly<Record<never, never>>;

/** Their words. */
export const declarationsEntries: Entries<DeclarationsParams> = {
  FL340: {
    severity: 'error',
    title: 'Conditions nested too deeply',
    message: ({ deepest }) => `Conditions can lie in each other ${deepest} deep at most, counting through defines.`,
    hint: () => 'Split the condition, for example into a list.',
  },
  FL341: {
    severity: 'error',
    title: 'Type that a field cannot have here',
    message: ({ type, reason }) => `A field cannot be of the type \`${type}\` here. ${reason}`,
  },
  FL342: {
    severity: 'error',
    title: 'Word that does not fit the field',
    message: ({ modifier, reason }) => `\`${modifier}\` cannot stand here. ${reason}`,
    hint: ({ modifier }) => `Remove \`${modifier}\`.`,
  },
  FL343: {
    severity: 'error',
    title: 'Choice that is blank or there twice',
    message: ({ choice, reason }) =>
      reason === 'blank'
        ? 'A choice cannot be blank: blank text counts as missing.'
        : `"${choice}" is already one of the choices; capitals make no difference.`,
    hint: ({ reason }) => (reason === 'blank' ? 'Add `optional` if the field may be empty.' : 'Remove it.'),
  },
  FL344: {
    severity: 'error',
    title: 'Sample of a number that is not clear',
    message: ({ sample, problem }) =>
      `The sample "${sample}" does not say how numbers are written: ${sampleProblems[problem]}`,
    hint: ({ instead }) =>
      `Write a sample such as ${listed(
        instead.map((one) => JSON.stringify(one)),
        'or',
      )}.`,
  },
  FL345: {
    severity: 'error',
    title: 'Pattern of a date that cannot be read',
    message: ({ problem, part }) => patternProblems[problem](part),
    hint: ({ problem, instead }) =>
      instead !== undefined
        ? `Did you mean "${instead}"?`
        : problem === 'zone'
          ? 'Remove `in`.'
          : problem === 'offset-and-zone'
            ? 'Remove `in`: the pattern reads the distance from UTC itself.'
            : 'Day d or dd, month M, MM, MMM or MMMM, year yyyy or yy, hour HH, or hh with a, minute mm, second ss, distance from UTC XXX; other letters in single quotes.',
  },
  FL346: {
    severity: 'error',
    title: 'Way of writing yes and no that is not clear',
    message: ({ problem }) =>
      problem === 'one'
        ? 'A flag is written in two ways, and only one is given.'
        : problem === 'same'
          ? 'Yes and no cannot be written in the same way.'
          : '`or` is for flags: a date or number is written in one way.',
    hint: ({ problem }) => (problem === 'or' ? 'Give one sample.' : 'Write both, yes first: `written "Yes" or "No"`.'),
  },
  FL347: {
    severity: 'error',
    title: 'Value that does not fit its field',
    message: ({ field, type, value, valueType }) => sentence(`${field} is ${type}, and ${value} is ${valueType}.`),
    hint: ({ type }) =>
      type === 'a list of signals'
        ? 'Write what happened and when, as in ["pricing page" 2 hours ago].'
        : type.startsWith('a list')
          ? 'Write a list, as in ["en", "de"].'
          : type === 'a set of ratings'
            ? 'Write ratings, as in { healthcare 5 }.'
            : 'Write a value of that type, or declare the field differently.',
  },
  FL348: {
    severity: 'error',
    title: 'Rep without a value that is needed',
    message: ({ rep, fields }) => `\`${rep}\` has no value for ${listedCode(fields)}, which every rep needs.`,
    hint: () => 'Add it to the block of the rep, or declare the field as `optional`.',
  },
  FL349: {
    severity: 'error',
    title: 'Two reps with one value of a unique field',
    message: ({ field, value, rep, other }) =>
      `\`${rep}\` and \`${other}\` both have "${value}" as \`${field}\`, and by that field one rep must be found.`,
    hint: () => 'Give each rep a value of their own, or remove `unique`.',
  },
  FL350: {
    severity: 'error',
    title: 'Calendar that is never open',
    message: ({ name }) => `The calendar \`${name}\` has no open hours: whoever works by it would never get a lead.`,
    hint: () => 'Add hours, as in `open mon-fri 09:00-17:30`.',
  },
  FL351: {
    severity: 'error',
    title: 'Open hours that overlap',
    message: ({ own }) =>
      own
        ? 'These hours run into the same hours of the next day.'
        : 'These hours overlap with others of the calendar; one of the two is probably not meant.',
    hint: () => 'Let each line begin where the other ends, or join them.',
  },
  FL352: {
    severity: 'error',
    title: 'Days upside down',
    message: ({ from, to }) => `${from} is after ${to}, so no day is closed.`,
    hint: ({ from, to }) => `Write ${to}..${from}.`,
  },
  FL353: {
    severity: 'error',
    title: 'Hours that begin at the end of the day',
    message: () => 'Hours cannot begin at 24:00.',
    hint: () => 'Write 00:00 of the next day.',
  },
  FL354: {
    severity: 'error',
    title: 'Version of the language that is not known',
    message: ({ version }) =>
      `This is Fairlead with version 1 of the language, and the policy is written in version ${version}.`,
    hint: () => 'Write `language 1`, or use a newer Fairlead.',
  },
  FL356: {
    severity: 'error',
    title: 'Test without an instant',
    message: ({ hasCreated }) =>
      hasCreated
        ? 'This test has no instant: it says neither `at` nor when its lead was `created`.'
        : 'This test has no instant, and the lead has no field `created` of the type `time` that could say it.',
    hint: () => 'Begin the test with an instant, as in `at 2026-11-24T10:00:00+01:00`.',
  },
  FL357: {
    severity: 'error',
    title: 'Lead of a test without a required field',
    message: ({ fields }) =>
      `The lead of this test has no ${listedCode(fields)}, so it is invalid and no rule is tried.`,
    hint: () => 'Give the lead that value, or write `expect invalid` if that is what the test is about.',
  },
  FL358: {
    severity: 'error',
    title: 'Expectations that exclude each other',
    message: () => 'This test expects two things of which only one can come out.',
    hint: () => 'Keep the one that is meant, or write two tests.',
  },
  FL359: {
    severity: 'error',
    title: 'Signal without its age',
    message: ({ problem, holder }) =>
      problem === 'ago'
        ? `Only signals have happened some time ago, and ${holder} is a list of values.`
        : problem === 'no-ago'
          ? 'It is not said when this signal happened.'
          : 'What happened is named by a text.',
    hint: ({ problem }) => (problem === 'ago' ? 'Remove that part.' : 'Write it as in ["pricing page" 2 hours ago].'),
  },
  FL360: {
    severity: 'error',
    title: 'Halving without one signal',
    message: ({ includes }) =>
      includes === 0
        ? 'Points halve with the age of a signal, and this line asks for none.'
        : `Points halve with the age of one signal, and this line asks ${includes} times for signals.`,
    hint: () =>
      'Let the line ask once, as in `40 halving every 3 days when activity includes "pricing page"`, itself or in one define.',
  },
  FL361: {
    severity: 'error',
    title: 'Range between different things',
    message: ({ from, to }) => `A range goes between two values of one kind, and ${from} and ${to} are not.`,
    hint: () => 'Write both ends in the same way, as in 100 USD..500 USD.',
  },
  FL362: {
    severity: 'error',
    title: 'Line of a match that finds nothing',
    message: ({ match }) =>
      `Records are found by \`is\` or \`is like\` between a field of \`${match}\` and a value of the lead, and this line has neither for itself.`,
    hint: ({ inside }) =>
      inside === 'define'
        ? 'Write the comparison in the line itself: a define is not looked into.'
        : inside === 'or'
          ? 'Make each part of the `or` a line of its own.'
          : 'Add one, with `and`, as in `account.domain is domain of email and …`.',
  },
  FL363: {
    severity: 'error',
    title: 'Review that is not below accept',
    message: ({ review, accept }) => `From ${accept} on a match is accepted, so ${review} would never be reviewed.`,
    hint: () => 'Let `review` be lower than `accept`.',
  },
  FL364: {
    severity: 'error',
    title: 'Filling a field that is never missing',
    message: ({ field, why }) =>
      why === 'required'
        ? `\`${field}\` is never missing, and only missing fields are filled.`
        : `\`${field}\` holds several things: it can be empty but is never missing, and only missing fields are filled.`,
    hint: ({ why }) =>
      why === 'required'
        ? 'Declare the field as `optional`, or leave it out here.'
        : 'Leave it out here, or let the provider fill a field of one value.',
  },
  FL365: {
    severity: 'error',
    title: 'Name or label that is blank',
    message: ({ what }) => `${what} cannot be blank.`,
    hint: () => 'Write what people should see.',
  },
};

const sampleProblems: Readonly<Record<DeclarationsParams['FL344']['problem'], string>> = {
  'no-digits': 'it has no digits.',
  sign: 'it has a sign or brackets; negative numbers are read by themselves.',
  ambiguous: 'its one separator could part thousands or decimals.',
  groups: 'its digits do not stand in groups of thousands.',
  shape: 'it has two numbers.',
  fraction: 'it has decimals, and the field is a whole number.',
};

const patternProblems: Readonly<Record<DeclarationsParams['FL345']['problem'], (part: string) => string>> = {
  letters: (part) => `\`${part}\` means nothing in the pattern of a date.`,
  'open-quote': () => 'A single quote in the pattern has no partner.',
  twice: (part) => `The pattern has the ${part} twice.`,
  missing: (part) => `The pattern has no ${part}, so it does not say a whole date.`,
  'half-with-24': () => 'The pattern has `a` for the half of the day, and hours that go to 23.',
  'half-missing': () => 'The pattern has hours that go to 12, and does not say which half of the day.',
  touching: (part) => `In \`${part}\` nobody could say where one number ends and the next begins.`,
  'no-time': () => 'The pattern has no hour, and the field is an instant.',
  'has-time': (part) =>
    `The pattern has ${part === 'offset' ? 'a distance from UTC' : `the ${part}`}, and the field is a date, without time of day.`,
  zone: () => '`in` gives the zone of dates and instants, and this is neither.',
  'offset-and-zone': () => 'The pattern has the distance from UTC already, so the zone would count for nothing.',
};
