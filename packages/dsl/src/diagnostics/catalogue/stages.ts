// The problems numbered FL366 to FL399: shares, enrichment, matching, and what a test gives.

import type { Entries } from '../entry.ts';
import { listedCode } from '../phrases.ts';

/** The facts that each code's words need. Values come as they are written. */
export interface StagesParams {
  readonly FL366: { readonly percent: string };
  readonly FL367: { readonly value: string };
  readonly FL368: { readonly field: string; readonly enricher: string };
  readonly FL369: { readonly confidence: string; readonly needed: string };
  readonly FL370: { readonly value: string; readonly type: string; readonly instead: 'highest' | 'lowest' | undefined };
  readonly FL371: { readonly record: string; readonly fields: readonly string[] };
  readonly FL372: { readonly record: string; readonly id: string };
  readonly FL373: { readonly provider: string; readonly field: string; readonly fills: readonly string[] };
  readonly FL374: { readonly record: string; readonly source: string };
}

/** Their words. */
export const stagesEntries: Entries<StagesParams> = {
  FL366: {
    severity: 'error',
    title: 'Percentage that is too fine',
    message: ({ percent }) => `${percent} has more than two decimals; shares and confidences have at most two.`,
    hint: () => 'Round it, as in 33.33%.',
  },
  FL367: {
    severity: 'error',
    title: 'Key that is the same for every lead',
    message: ({ value }) =>
      `${value} says nothing about the lead, so the provider would answer the same for every lead.`,
    hint: () => 'Ask by something that the lead holds, as in `by domain of email`.',
  },
  FL368: {
    severity: 'warning',
    title: 'Key that another answer would fill',
    message: ({ field, enricher }) =>
      `\`enrich ${enricher}\` fills \`${field}\`, but providers are asked side by side, by what the lead came in with: where \`${field}\` was missing then, nobody is asked here.`,
    hint: () => 'Ask by a field that the lead comes with, as in `by domain of email`.',
  },
  FL369: {
    severity: 'warning',
    title: 'Line of a match that never counts',
    message: ({ confidence, needed }) =>
      `${confidence} is below ${needed}, so this line alone never leads to anything.`,
    hint: () => 'Raise the percentage of the line, lower the other one, or remove the line.',
  },
  FL370: {
    severity: 'error',
    title: 'The newest of something without a date',
    message: ({ value, type }) =>
      `\`the newest\` and \`the oldest\` compare dates and instants, and ${value} is ${type}.`,
    hint: ({ instead }) =>
      instead === undefined ? 'Name a field of the type `date` or `time`.' : `Write \`the ${instead}\`.`,
  },
  FL371: {
    severity: 'error',
    title: 'Record of a test without a required field',
    message: ({ record, fields }) =>
      `This \`${record}\` has no ${listedCode(fields)}, which every such record has, so it would be left out.`,
    hint: () => 'Give it that value, or declare the field as `optional`.',
  },
  FL372: {
    severity: 'error',
    title: 'Two records of one id',
    message: ({ record, id }) =>
      `This test has two records \`${record}\` with the id ${id}, and the id says which record it is.`,
    hint: () => 'Give each its own `id`.',
  },
  FL373: {
    severity: 'error',
    title: 'Answer that fills nothing',
    message: ({ provider, field }) =>
      `No \`enrich\` fills \`${field}\` from \`${provider}\`, so this part of the answer would be ignored.`,
    hint: ({ provider, fills, field }) =>
      fills.length === 0
        ? `Add \`${field}\` to a \`fill\` of \`${provider}\`, or remove it here.`
        : `What \`${provider}\` fills is ${listedCode(fills)}.`,
  },
  FL374: {
    severity: 'error',
    title: 'Record that nobody looks for',
    message: ({ record, source }) => `No match looks into \`${source}\`, so this \`${record}\` would change nothing.`,
    hint: ({ record, source }) => `Declare \`match ${record} from ${source} { … }\`, or remove the record here.`,
  },
};
