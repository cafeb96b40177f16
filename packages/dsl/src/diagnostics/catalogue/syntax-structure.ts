// The problems numbered FL150 to FL169: words of programs, and parts that are missing, doubled or out of order.

import type { Entries } from '../entry.ts';

/** `found` is as it was written, `instead` as it should be. */
export interface SyntaxStructureParams {
  readonly FL150: { readonly found: string; readonly instead: string | undefined };
  readonly FL151: { readonly found: string; readonly instead: string };
  readonly FL152: { readonly found: string; readonly instead: string };
  readonly FL153: { readonly found: string; readonly instead: string };
  readonly FL154: { readonly sign: string; readonly instead: string | undefined };
  readonly FL160: { readonly queue: string };
  readonly FL161: { readonly what: string; readonly reason: 'second' | 'after' | 'default' };
  readonly FL162: { readonly what: 'use' | 'policy' };
  readonly FL163: { readonly block: string; readonly line: string; readonly why: string; readonly sample: string };
  readonly FL164: { readonly block: string; readonly line: string };
  readonly FL165: { readonly what: string };
  readonly FL166: { readonly found: string };
  readonly FL167: { readonly second: boolean };
  readonly FL168: { readonly found: string };
  readonly FL169: { readonly place: 'arm' | 'fallback' | 'step' };
  readonly FL170: { readonly owner: string; readonly time: string };
}

/** Their words. */
export const syntaxStructureEntries: Entries<SyntaxStructureParams> = {
  FL150: {
    severity: 'error',
    title: '`then`',
    message: ({ found }) => `A rule needs no \`${found}\`: what happens comes right after its condition.`,
    hint: ({ found, instead }) => (instead === undefined ? `Remove \`${found}\`.` : `Write \`${instead}\`.`),
  },
  FL151: {
    severity: 'error',
    title: '`if`',
    message: ({ found }) => `The condition of a rule begins with \`when\`, not with \`${found}\`.`,
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL152: {
    severity: 'error',
    title: '`else`',
    message: ({ found }) =>
      `There is no \`${found}\`: rules are tried in order, the first that fits wins, and \`otherwise\` takes the rest.`,
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL153: {
    severity: 'error',
    title: 'Other words for `route to`',
    message: ({ found }) => `A lead is given to somebody with \`route to\`, not with \`${found}\`.`,
    hint: ({ instead }) => `Write \`${instead}\`.`,
  },
  FL154: {
    severity: 'error',
    title: 'Sign after a name or word',
    message: ({ sign, instead }) =>
      instead === undefined
        ? `No \`${sign}\` is needed here: a space is enough.`
        : `Between a name and what it stands for comes \`=\`, not \`${sign}\`.`,
    hint: ({ sign, instead }) => (instead === undefined ? `Remove the \`${sign}\`.` : `Write \`${instead}\`.`),
  },
  FL160: {
    severity: 'error',
    title: 'No `otherwise`',
    message: () => 'These rules do not say what happens to a lead that no rule fits. Every lead has to end somewhere.',
    hint: ({ queue }) => `End the block with \`otherwise route to ${queue}\`: a queue that a person looks at.`,
  },
  FL161: {
    severity: 'error',
    title: 'Out of order in `route`',
    message: ({ what, reason }) =>
      reason === 'second'
        ? 'There is a second `otherwise`; only one can take what no rule fits.'
        : reason === 'default'
          ? '`default` lines stand before the rules, so that a reader knows them first.'
          : `${what} stands after \`otherwise\`, which takes every lead: it would never be tried.`,
    hint: ({ what, reason }) =>
      reason === 'second'
        ? 'Remove one of them, or make it a `rule`.'
        : reason === 'default'
          ? 'Move the line to the top of the `route` block.'
          : `Move ${what.charAt(0).toLowerCase()}${what.slice(1)} before \`otherwise\`.`,
  },
  FL162: {
    severity: 'error',
    title: 'Out of order in the file',
    message: ({ what }) =>
      what === 'use'
        ? '`use` lines stand at the top of the file, so that a reader knows where names come from.'
        : 'The `policy` block stands at the top of the file, after the `use` lines.',
    hint: ({ what }) => (what === 'use' ? 'Move the line to the top.' : 'Move the block to the top.'),
  },
  FL163: {
    severity: 'error',
    title: 'Line missing in a block',
    message: ({ block, line, why }) =>
      `This \`${block}\` block has no \`${line}\` line${why === '' ? '' : `, ${why}`}.`,
    hint: () => undefined,
  },
  FL164: {
    severity: 'error',
    title: 'Line twice in a block',
    message: ({ block, line }) => `This \`${block}\` block has a second \`${line}\` line; only one can count.`,
    hint: () => 'Remove one of the two.',
  },
  FL165: {
    severity: 'error',
    title: 'Rule that does nothing',
    message: ({ what }) => `${what} does not say what happens to its leads.`,
    hint: () => 'Add `route to` and a team, rep or queue, or `nurture "…"`, or `reject "…"`.',
  },
  FL166: {
    severity: 'error',
    title: 'Two actions in one rule',
    message: ({ found }) => `A rule does one thing with a lead, and \`${found}\` is a second one.`,
    hint: () =>
      'For somebody to fall back on, use `fallback { … }`; to share leads, `route to split { … }`; for other leads, a rule of their own.',
  },
  FL167: {
    severity: 'error',
    title: 'Condition in the wrong place',
    message: ({ second }) =>
      second
        ? 'A rule has one `when`, and this is a second one.'
        : 'The condition of a rule stands before what the rule does.',
    hint: ({ second }) =>
      second ? 'Join the two conditions with `and` or `or`.' : 'Move `when …` up, right after the name of the rule.',
  },
  FL168: {
    severity: 'error',
    title: 'Line before the action',
    message: ({ found }) => `\`${found}\` stands before the rule has said what happens to its leads.`,
    hint: () => 'Move it behind `route to`, `nurture` or `reject`.',
  },
  FL169: {
    severity: 'error',
    title: 'Split where one target stands',
    message: ({ place }) =>
      `${splitPlaces[place]} leads to one rep, team or queue; leads are split only right behind \`route to\` of a rule.`,
    hint: ({ place }) =>
      place === 'arm'
        ? 'Write all arms into one split, with shares that total 100%.'
        : 'Name one of them, or give these leads a rule of their own.',
  },
  FL170: {
    severity: 'error',
    title: 'Temporary owner outside the fallback',
    message: () => 'Somebody gets a lead for a while only in `fallback`; anywhere else it is given for good.',
    hint: ({ owner, time }) => `Remove \`for ${time}\`, or write \`fallback { ${owner} for ${time} }\`.`,
  },
};

const splitPlaces: Readonly<Record<SyntaxStructureParams['FL169']['place'], string>> = {
  arm: 'An arm of a split',
  fallback: 'Each entry of `fallback`',
  step: 'A step',
};
