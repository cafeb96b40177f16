// The problems numbered FL130 to FL149: conditions written in the manner of other languages.

import type { Entries } from '../entry.ts';

/** `found` is as it was written, `instead` as it should be. */
export interface SyntaxConditionParams {
  readonly FL130: { readonly found: string; readonly instead: string };
  readonly FL131: { readonly found: string; readonly instead: string };
  readonly FL132: { readonly found: string; readonly instead: string };
  readonly FL133: { readonly found: string; readonly instead: string; readonly isKnown: boolean };
  readonly FL134: { readonly found: string; readonly instead: string };
  readonly FL135: { readonly found: string; readonly instead: string };
  readonly FL136: { readonly found: string; readonly instead: string; readonly reason: 'brackets' | 'none' };
  /** `is`: the range is written right, but behind `is`. */
  readonly FL137: { readonly instead: string; readonly is?: boolean };
  readonly FL138: { readonly sign: string; readonly advice: string };
  readonly FL139: { readonly first: string; readonly second: string };
  readonly FL140: { readonly instead: string };
  readonly FL141: { readonly found: string; readonly instead: string };
  readonly FL142: { readonly instead: string };
  readonly FL143: { readonly name: string; readonly advice: string };
  readonly FL144: { readonly found: string; readonly instead: string | undefined };
  readonly FL145: { readonly found: string; readonly instead: string };
}

/** Their words. */
export const syntaxConditionEntries: Entries<SyntaxConditionParams> = {
  FL130: {
    severity: 'error',
    title: 'Sign or word for "is"',
    message: ({ found }) => `Two values are compared with the word \`is\`, not with \`${found}\`.`,
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL131: {
    severity: 'error',
    title: 'Sign or word for "is not"',
    message: ({ found }) => `That two values differ is said with the words \`is not\`, not with \`${found}\`.`,
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL132: {
    severity: 'error',
    title: 'Sign for "and", "or" or "not"',
    message: ({ found }) => `Conditions are joined with words, and \`${found}\` is a sign of other languages.`,
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL133: {
    severity: 'error',
    title: 'Word for a missing value',
    message: ({ found, isKnown }) =>
      isKnown
        ? `Whether a value is there is asked with \`is known\`, not with ${found}.`
        : `A value that is not there is never equal to anything, so it cannot be compared with ${found}.`,
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL134: {
    severity: 'error',
    title: 'Word for yes or no',
    message: ({ found }) => `A flag is \`yes\` or \`no\`; \`${found}\` is a word of other languages.`,
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL135: {
    severity: 'error',
    title: 'LIKE',
    message: ({ found }) =>
      `Parts of a text are found with \`contains\`, \`mentions\`, \`starts with\` and \`ends with\`; \`${found}\` and \`%\` belong to SQL.`,
    hint: ({ instead }) =>
      `Write \`${instead}\`.${instead.includes('contains') ? ' To find whole words only, use `mentions`.' : ''}`,
  },
  FL136: {
    severity: 'error',
    title: 'List without square brackets',
    message: ({ found, reason }) =>
      reason === 'brackets'
        ? `A list stands in square brackets, not in \`${found}\`.`
        : 'A list stands in square brackets, also a short one.',
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL137: {
    severity: 'error',
    title: 'BETWEEN',
    message: ({ is }) =>
      is === true
        ? 'A value is not equal to a range, it is in it.'
        : 'A range is written with two dots between its ends, and both ends are in it.',
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL138: {
    severity: 'error',
    title: 'Minus or division',
    message: ({ sign }) => `Values can be added and multiplied, with \`+\` and \`*\`; there is no \`${sign}\`.`,
    hint: ({ advice }) => advice,
  },
  FL139: {
    severity: 'error',
    title: '`and` beside `or` without brackets',
    message: () => '`and` and `or` stand side by side here, and people read that in two ways.',
    hint: ({ first, second }) => `Say with brackets which one is meant: \`${first}\`, or \`${second}\`.`,
  },
  FL140: {
    severity: 'error',
    title: '`not` before a comparison',
    message: () => '`not` stands before a flag or before brackets, not before a comparison.',
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL141: {
    severity: 'error',
    title: 'Comparison in other words',
    message: ({ found }) => `\`${found}\` is not part of the language, which has its own way to say this.`,
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL142: {
    severity: 'error',
    title: 'Brackets around a value',
    message: () => 'Round brackets hold conditions. Values stand without them.',
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL143: {
    severity: 'error',
    title: 'Function',
    message: ({ name }) => `\`${name}(…)\` looks like a function, and the language has none.`,
    hint: ({ advice }) => advice,
  },
  FL144: {
    severity: 'error',
    title: 'Half a condition',
    message: ({ found }) =>
      `${found} alone is not a condition: each part needs a value of the lead and what it is compared with.`,
    hint: ({ instead }) =>
      instead === undefined ? 'Write the whole comparison, such as `country is "DE"`.' : `Write \`${instead}\`.`,
  },
  FL145: {
    severity: 'error',
    title: 'Negated part of a text',
    message: ({ found }) => `\`${found}\` is written with \`none of\` and a list.`,
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
};
