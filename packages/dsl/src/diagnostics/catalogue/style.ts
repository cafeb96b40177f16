// The problems numbered FL6xx: what means something, but hardly what was meant, or could be said more simply.

import type { Entries } from '../entry.ts';

/** The facts that each code's words need. */
export interface StyleParams {
  readonly FL601: { readonly word: string; readonly example: string | undefined };
  readonly FL602: { readonly instead: string };
  readonly FL603: { readonly item: string };
  readonly FL604: { readonly item: string; readonly other: string };
  readonly FL605: { readonly instead: string };
  readonly FL606: { readonly choice: string; readonly holder: string; readonly suggestion: string };
  readonly FL607: Readonly<Record<never, never>>;
  readonly FL608: { readonly kind: 'and' | 'or' };
  readonly FL609: { readonly found: string; readonly plain: string; readonly whole: string };
  readonly FL610: { readonly missing: string; readonly isMatch: boolean };
  readonly FL611: { readonly time: string; readonly provider: string };
}

/** Their words. */
export const styleEntries: Entries<StyleParams> = {
  FL601: {
    severity: 'warning',
    title: 'Short word that is also part of longer ones',
    message: ({ word, example }) =>
      `\`contains\` looks into words, and capitals make no difference: "${word}" is also in ${example === undefined ? 'longer words' : `"${example}"`}.`,
    hint: () => 'Write `mentions` to find it as a whole word.',
  },
  FL602: {
    severity: 'hint',
    title: 'Negation that has a word of its own',
    message: ({ instead }) => `This is the same as \`${instead}\`.`,
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL603: {
    severity: 'warning',
    title: 'Twice in a list',
    message: ({ item }) => `${item} stands twice in this list.`,
    hint: () => 'Remove one.',
  },
  FL604: {
    severity: 'warning',
    title: 'Twice in a list in other capitals',
    message: ({ item, other }) =>
      `${item} and ${other} are the same when they are compared: capitals and spaces around make no difference.`,
    hint: () => 'Remove one.',
  },
  FL605: {
    severity: 'hint',
    title: 'Flag compared with yes or no',
    message: ({ instead }) => `A flag is a condition by itself: this is the same as \`${instead}\`.`,
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL606: {
    severity: 'warning',
    title: 'Nearly one of the choices',
    message: ({ choice, holder, suggestion }) =>
      `"${choice}" is not one of the declared choices of ${holder}, but "${suggestion}" is.`,
    hint: ({ suggestion }) => `Did you mean "${suggestion}"?`,
  },
  FL607: {
    severity: 'hint',
    title: 'Negated twice',
    message: () => 'Two negations cancel each other.',
    hint: () => 'Remove both.',
  },
  FL608: {
    severity: 'warning',
    title: 'The same condition twice',
    message: ({ kind }) => `The same condition stands twice between these \`${kind}\`s.`,
    hint: () => 'Remove one, or mend it if something else was meant.',
  },
  FL609: {
    severity: 'warning',
    title: 'Dot that may be meant for thousands',
    message: ({ found, plain }) =>
      `\`${found}\` is ${found === plain ? 'a number with three decimals' : plain}: a dot stands before the decimals of a number, never between its thousands.`,
    hint: ({ found, plain, whole }) =>
      found === plain
        ? `If thousands are meant, write \`${whole}\`.`
        : `If thousands are meant, write \`${whole}\`; else \`${plain}\`.`,
  },
  FL610: {
    severity: 'warning',
    title: 'Two parts that never hold together',
    message: ({ missing, isMatch }) =>
      `This holds only where ${missing} is ${isMatch ? 'matched' : 'known'}, and beside it stands that it is not: together they never hold.`,
    hint: () => 'Remove one of the two, or join them with `or`.',
  },
  FL611: {
    severity: 'warning',
    title: 'Long wait for a provider',
    message: ({ time, provider }) =>
      `Where \`${provider}\` does not answer, a lead waits ${time} before anybody gets it.`,
    hint: () =>
      'Write less, such as `2 seconds`: what comes later than that is left out, and the lead is routed without it.',
  },
};
