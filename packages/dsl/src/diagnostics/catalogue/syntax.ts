// The problems numbered FL1xx: what cannot be read as it is written.

import type { Entries } from '../entry.ts';
import { didYouMean } from '../phrases.ts';
import { type SyntaxConditionParams, syntaxConditionEntries } from './syntax-conditions.ts';
import { type SyntaxStructureParams, syntaxStructureEntries } from './syntax-structure.ts';
import { type SyntaxValueParams, syntaxValueEntries } from './syntax-values.ts';

/** The facts that each code's words need. */
export interface SyntaxParams
  extends SyntaxGeneralParams,
    SyntaxValueParams,
    SyntaxConditionParams,
    SyntaxStructureParams {}

/** `found` is as it was written; `expects` says what could stand there, in words. */
interface SyntaxGeneralParams {
  readonly FL100: { readonly file: string };
  readonly FL101: { readonly what: string; readonly after: string | undefined };
  readonly FL102: { readonly found: string; readonly expects: string | undefined };
  readonly FL103: { readonly found: string; readonly suggestion: string };
  readonly FL104: { readonly opener: string; readonly closer: string; readonly what: string };
  readonly FL105: { readonly closer: string };
  readonly FL106: { readonly word: string; readonly instead: string; readonly isField: boolean };
  readonly FL107: { readonly depth: number };
  readonly FL108: { readonly expects: string | undefined };
  readonly FL109: { readonly count: number };
}

const generalEntries: Entries<SyntaxGeneralParams> = {
  FL100: {
    severity: 'error',
    title: 'Not a rule file',
    message: ({ file }) =>
      `Nothing in "${file}" reads like a rule file: it has no \`lead\`, \`team\`, \`route\` or other block.`,
    hint: () =>
      'A rule file begins like this: `policy inbound "Inbound leads" { language 1 }`. Leads are given to `fairlead route` as a second file.',
  },
  FL101: {
    severity: 'error',
    title: 'Something is missing',
    message: ({ what, after }) =>
      after === undefined ? `${capital(what)} is missing here.` : `After ${after}, ${what} is missing.`,
  },
  FL102: {
    severity: 'error',
    title: 'Something that does not belong here',
    message: ({ found }) => `${shown(found)} does not belong here.`,
    hint: ({ expects }) => (expects === undefined ? undefined : `Here can stand ${expects}.`),
  },
  FL103: {
    severity: 'error',
    title: 'Misspelt word',
    message: ({ found }) => `\`${found}\` means nothing here.`,
    hint: ({ suggestion }) => didYouMean(suggestion),
  },
  FL104: {
    severity: 'error',
    title: 'Not closed',
    message: ({ opener, what }) =>
      what === ''
        ? `This \`${opener}\` is never closed, so nobody can tell where it ends.`
        : `${what} opens with \`${opener}\` and is never closed, so nobody can tell where it ends.`,
    hint: ({ closer }) => `Write \`${closer}\` where it ends.`,
  },
  FL105: {
    severity: 'error',
    title: 'Closed once too often',
    message: ({ closer }) => `This \`${closer}\` closes nothing: everything before it is closed already.`,
    hint: ({ closer }) => `Remove the \`${closer}\`, or look whether one above stands too early.`,
  },
  FL106: {
    severity: 'error',
    title: 'Reserved word used as a name',
    message: ({ word }) => `\`${word}\` is a word of the language, so it cannot be a name.`,
    hint: ({ word, instead, isField }) =>
      isField
        ? `Use another name. A field can still read its column: \`${instead} text from "${word}"\`.`
        : `Use another name, such as \`${instead}\`.`,
  },
  FL107: {
    severity: 'error',
    title: 'Too many brackets inside each other',
    message: ({ depth }) =>
      `More than ${depth} brackets stand inside each other here; nobody could follow such a condition.`,
    hint: () => 'Give a part of the condition a name with `define`, and use the name here.',
  },
  FL108: {
    severity: 'error',
    title: 'The file ends too early',
    message: () => 'The file ends in the middle of something.',
    hint: ({ expects }) => (expects === undefined ? 'Write the rest.' : `Here could stand ${expects}.`),
  },
  FL109: {
    severity: 'error',
    title: 'Too many problems to list',
    message: ({ count }) => `This file has more than ${count} problems; the rest of it was not looked at.`,
    hint: () => 'Mend the ones above first. Many of the others may be gone then.',
  },
};

/** What was found, shortened to its first line. */
function shown(found: string): string {
  const [line = ''] = found.split(/[\n\r]/);
  return `\`${line.length > 60 ? `${line.slice(0, 59)}…` : line}\``;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Their words. */
export const syntaxEntries: Entries<SyntaxParams> = {
  ...generalEntries,
  ...syntaxValueEntries,
  ...syntaxConditionEntries,
  ...syntaxStructureEntries,
};
