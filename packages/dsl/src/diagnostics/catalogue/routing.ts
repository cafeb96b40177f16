// The problems numbered FL5xx: rules, targets and clauses by which a lead could be lost or a line would mean nothing.

import type { Entries } from '../entry.ts';
import { listedCode } from '../phrases.ts';

/** The facts that each code's words need. */
export interface RoutingParams {
  readonly FL501: { readonly rule: string; readonly taker: string };
  readonly FL505: { readonly action: 'route-to' | 'nurture' | 'reject' };
  readonly FL506: { readonly queue: string; readonly target: string; readonly split: boolean };
  readonly FL507: { readonly clause: string; readonly kind: 'rep' | 'queue'; readonly target: string | undefined };
  readonly FL508: { readonly clause: string };
  readonly FL509: { readonly total: string };
  readonly FL510: { readonly key: string };
  readonly FL511: { readonly rule: string };
  readonly FL512: { readonly rule: string; readonly other: string };
  readonly FL513: Nothing;
  readonly FL514: Nothing;
  readonly FL515: { readonly whose: 'queue' | 'reps'; readonly reps: readonly string[] };
  readonly FL516: Nothing;
  readonly FL517: { readonly field: string; readonly shown: Shown };
  readonly FL518: { readonly value: string; readonly type: string };
  readonly FL519: { readonly clause: string; readonly action: 'nurture' | 'reject' };
  readonly FL521: { readonly target: string };
  readonly FL522: { readonly rep: string; readonly team: string };
  readonly FL523: { readonly rep: string | undefined };
  readonly FL524: { readonly value: string; readonly words: string };
  readonly FL525: { readonly team: string };
  readonly FL526: Nothing;
  readonly FL527: { readonly calendar: string };
  readonly FL529: { readonly value: string; readonly type: string; readonly verb: string };
  readonly FL530: { readonly queue: string };
  readonly FL531: { readonly target: string; readonly share: string | undefined };
  readonly FL532: { readonly target: string | undefined };
  readonly FL533: Nothing;
  readonly FL534: { readonly key: string };
}

type Shown = 'target' | 'strategy' | 'priority' | 'recipient' | 'preference';

type Nothing = Readonly<Record<never, never>>;

/** Their words. */
export const routingEntries: Entries<RoutingParams> = {
  FL501: {
    severity: 'error',
    title: 'Rule that is never reached',
    message: ({ rule, taker }) => `"${rule}" is never reached: "${taker}" has no \`when\`, so it takes every lead.`,
    hint: ({ taker }) => `Give "${taker}" a \`when\`, or move it to the end.`,
  },
  FL505: {
    severity: 'error',
    title: 'Ending that does not end in a queue',
    message: ({ action }) =>
      action === 'route-to'
        ? 'If nobody is free here the lead would be lost: `otherwise` has to end in a queue.'
        : `\`otherwise\` has to end in a queue, where a person looks at what no rule covers; \`${action}\` would drop it unseen.`,
    hint: ({ action }) =>
      action === 'route-to'
        ? 'Add a queue as the last fallback, as in `fallback { triage }`, or route to a queue.'
        : 'Write `otherwise route to` a queue, and make a rule of this.',
  },
  FL506: {
    severity: 'error',
    title: 'Something after a queue',
    message: ({ queue, target, split }) =>
      `\`${target}\` is never tried: the queue \`${queue}\` ${split ? 'in this split takes every lead that nobody else there can take' : 'takes every lead'}.`,
    hint: ({ target, split }) =>
      split ? `Remove \`${target}\`, or make it an arm of the split.` : 'Put the queue last.',
  },
  FL507: {
    severity: 'error',
    title: 'Choosing where there is no choice',
    message: ({ clause, kind, target }) =>
      `\`${clause}\` ${kind === 'rep' ? 'chooses among the reps of a team' : 'looks at reps'}, and ${target === undefined ? `every arm of this split is a single ${kind}` : `\`${target}\` is a single ${kind}`}.`,
    hint: ({ clause, kind }) =>
      clause === 'where' && kind === 'rep'
        ? 'Put what depends on the lead into `when`, or route to a team.'
        : `Remove \`${clause}\`, or route to a team.`,
  },
  FL508: {
    severity: 'error',
    title: 'Shares without rotation',
    message: ({ clause }) => `\`${clause}\` gives shares, and only rotation has shares.`,
    hint: ({ clause }) => `Remove \`${clause}\`, or pick \`by rotation\`.`,
  },
  FL509: {
    severity: 'error',
    title: 'Shares that do not total 100%',
    message: ({ total }) => `The shares of this split total ${total}, not 100%.`,
    hint: () => 'Change them until they total 100%.',
  },
  FL510: {
    severity: 'error',
    title: 'Split by something that may be missing',
    message: ({ key }) => `\`${key}\` may be missing, and then nobody could say which arm of the split is meant.`,
    hint: () => 'Split by a field that is never missing, such as `id`.',
  },
  FL511: {
    severity: 'error',
    title: 'Two rules of one name',
    message: ({ rule }) =>
      `There are two rules called "${rule}". Decisions and reports tell rules apart by their names.`,
    hint: () => 'Give one of them another name.',
  },
  FL512: {
    severity: 'warning',
    title: 'Two rules of nearly one name',
    message: ({ rule, other }) =>
      `"${rule}" and "${other}" differ only in capitals or spaces; people will take one for the other.`,
    hint: () => 'Give one of them a clearer name.',
  },
  FL513: {
    severity: 'error',
    title: 'Rule called "otherwise"',
    message: () => 'No rule can be called "otherwise": decisions use that name for the ending.',
    hint: () => 'Give the rule another name.',
  },
  FL514: {
    severity: 'error',
    title: 'Steps out of order',
    message: () => 'This step comes earlier than the one above it.',
    hint: () => 'Put the steps in the order of time.',
  },
  FL515: {
    severity: 'error',
    title: 'Working time that nobody’s hours count',
    message: ({ whose, reps }) =>
      whose === 'queue'
        ? 'A queue has no working hours of its own, so working time cannot be counted.'
        : `${listedCode(reps)} ${reps.length === 1 ? 'has' : 'have'} no calendar, so working time cannot be counted by the hours of whoever gets the lead.`,
    hint: ({ whose }) =>
      whose === 'queue'
        ? 'Say whose hours count, as in `4 working hours of berlin`.'
        : 'Give them a calendar with `works`, or say whose hours count, as in `1 working hour of berlin`.',
  },
  FL516: {
    severity: 'error',
    title: 'Waiting for somebody who need not be there',
    message: () =>
      '`available within` asks for somebody who is soon on duty, and `even off duty` takes anybody: together they contradict each other.',
    hint: () => 'Keep the one that is meant.',
  },
  FL517: {
    severity: 'error',
    title: 'Private field that would be seen',
    message: ({ field, shown }) => `\`${field}\` is private, and ${shownWords[shown]}.`,
    hint: () =>
      'Private fields can be read in conditions. Use another field here; `domain of` a private address is not private.',
  },
  FL518: {
    severity: 'error',
    title: 'Target that cannot take a lead',
    message: ({ value, type }) => `A lead goes to a rep, a team or a queue, and ${value} is ${type}.`,
    hint: () => 'Name one, or a field of the type `rep` or `team`.',
  },
  FL519: {
    severity: 'error',
    title: 'Clause without somebody to get the lead',
    message: ({ clause, action }) => `\`${clause}\` is about who gets the lead, and \`${action}\` gives it to nobody.`,
    hint: ({ clause }) => `Remove \`${clause}\`.`,
  },
  FL521: {
    severity: 'warning',
    title: 'Tried twice',
    message: ({ target }) =>
      `\`${target}\` has been tried before under the same conditions, so trying it again changes nothing.`,
    hint: () => 'Remove it.',
  },
  FL522: {
    severity: 'warning',
    title: 'Weight for somebody of another team',
    message: ({ rep, team }) => `\`${rep}\` is not in the team \`${team}\`, so this weight counts for nobody.`,
    hint: ({ rep, team }) => `Remove \`${rep}\`, or add \`rep ${rep}\` to the team \`${team}\`.`,
  },
  FL523: {
    severity: 'warning',
    title: 'Weight that never counts',
    message: ({ rep }) =>
      rep === undefined
        ? 'This line is never reached: `otherwise` fits everybody.'
        : `\`${rep}\` has a weight above already, and the first line that fits counts.`,
    hint: ({ rep }) => (rep === undefined ? 'Move `otherwise` to the end.' : 'Remove one of the two.'),
  },
  FL524: {
    severity: 'warning',
    title: 'Strategy that sees no difference between reps',
    message: ({ value, words }) => `\`${words}\` compares reps, and ${value} is the same for all of them.`,
    hint: () => 'Use a field of the rep, as in `by lowest rep.load`.',
  },
  FL525: {
    severity: 'warning',
    title: 'Team without reps',
    message: ({ team }) => `The team \`${team}\` has no reps, so nobody in it can get the lead.`,
    hint: ({ team }) => `Declare reps in the team \`${team}\`, or name reps of other teams there.`,
  },
  FL526: {
    severity: 'error',
    title: 'Reassigning what nobody has',
    message: () => 'A lead in a queue has nobody to take it from, so it cannot be reassigned.',
    hint: () => 'Write `route to` somebody instead.',
  },
  FL527: {
    severity: 'error',
    title: 'Calendar of elapsed time',
    message: ({ calendar }) =>
      `Only working time is counted by a calendar, and this is elapsed time, so \`${calendar}\` would count for nothing.`,
    hint: ({ calendar }) => `Write \`working\`, as in \`1 working hour of ${calendar}\`, or remove \`of ${calendar}\`.`,
  },
  FL529: {
    severity: 'error',
    title: 'Recipient that is none',
    message: ({ value, type, verb }) => `\`${verb}\` goes to a text, a rep or a team, and ${value} is ${type}.`,
    hint: () => 'Write a text in quotes, or a field that holds one.',
  },
  FL530: {
    severity: 'error',
    title: 'Temporary owner that is a queue',
    message: ({ queue }) =>
      `\`for\` gives a lead to somebody for a while, and \`${queue}\` is a queue: there a lead waits until it is claimed.`,
    hint: ({ queue }) =>
      `Remove \`for …\`; what happens to a lead that waits too long stands in \`claim within\` of \`${queue}\`.`,
  },
  FL531: {
    severity: 'error',
    title: 'The same arm twice',
    message: ({ target }) => `\`${target}\` is already an arm of this split.`,
    hint: ({ share }) => (share === undefined ? 'Make one arm of the two.' : `Make one arm of the two, with ${share}.`),
  },
  FL532: {
    severity: 'error',
    title: 'Split with fewer than two arms',
    message: ({ target }) =>
      target === undefined
        ? 'This split has no arms, so no lead could go anywhere.'
        : `Everything would go to \`${target}\`, so nothing is split.`,
    hint: ({ target }) =>
      target === undefined
        ? 'Write the arms, as in `split { 60% commercial  40% enterprise }`.'
        : `Write \`route to ${target}\`, or add arms.`,
  },
  FL533: {
    severity: 'warning',
    title: 'Reserve that sees no difference between reps',
    message: () =>
      '`reserve` keeps a share for some of the reps, and this condition is the same for all of them, so it keeps nothing for anybody.',
    hint: () => 'Ask for something of the rep, as in `rep.hired within the last 90 days`.',
  },
  FL534: {
    severity: 'error',
    title: 'Split by something that is the same for every lead',
    message: ({ key }) => `\`${key}\` is the same for every lead, so all of them would go to one arm.`,
    hint: () => 'Split by a field of the lead, as in `split by email`, or write `split { … }` to split by rotation.',
  },
};

const shownWords: Readonly<Record<Shown, string>> = {
  target: 'decisions show where a lead went',
  strategy: 'explanations show the numbers by which somebody was picked',
  priority: 'whoever sees the queue would see it',
  recipient: 'it would leave with the message',
  preference: 'explanations show by which values a tie was broken',
};
