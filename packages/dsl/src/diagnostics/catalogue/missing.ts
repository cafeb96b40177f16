// The problems numbered FL4xx: values that may be missing where nobody has said what that means.

import type { Entries } from '../entry.ts';
import { listedCode } from '../phrases.ts';

/** The facts that each code's words need. `missing` and `known` are the two ways of saying what is meant. */
export interface MissingParams {
  readonly FL401: {
    readonly values: readonly string[];
    readonly missing: string;
    readonly known: string;
    /** A `not` makes it hold when the value is missing; else the comparison itself is negative, and does not hold then. */
    readonly underNot: boolean;
  };
  readonly FL402: {
    readonly define: string;
    readonly values: readonly string[];
    readonly missing: string;
    readonly known: string;
  };
  readonly FL403: { readonly value: string; readonly known: boolean; readonly isEmpty: boolean };
}

/** Their words. */
export const missingEntries: Entries<MissingParams> = {
  FL401: {
    severity: 'error',
    title: 'Negation of a value that may be missing',
    message: ({ values, underNot }) =>
      `${listedCode(values)} may be missing, and nothing says what should happen then. As written, this would ${underNot ? '' : 'not '}hold.`,
    hint: ({ missing, known }) =>
      `Write \`${missing} or …\` if it should hold then, or \`${known} and …\` if it should not.`,
  },
  FL402: {
    severity: 'error',
    title: 'Negation of a define that reads a value that may be missing',
    message: ({ define, values }) =>
      `\`${define}\` reads ${listedCode(values)}, which may be missing, and nothing says what should happen then. As written, this would hold.`,
    hint: ({ missing, known }) =>
      `Write \`${missing} or …\` if it should hold then, or \`${known} and …\` if it should not.`,
  },
  FL403: {
    severity: 'warning',
    title: 'Asking whether something is missing that never is',
    message: ({ value, known, isEmpty }) =>
      `${value} is never missing${isEmpty ? ', it is empty' : ''}, so this ${known ? 'always' : 'never'} holds.`,
    hint: ({ isEmpty }) =>
      isEmpty
        ? 'Ask for what it includes.'
        : 'Remove this part, or declare the field as `optional` if it can be missing.',
  },
};
