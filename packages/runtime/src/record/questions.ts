// Turns a question to the world into its key on the decision. Keys are part of the decision's format: they never change their meaning.
import { formatInstant } from '@fairlead/ir';
import type { CountPeriod } from '../world.ts';

/**
 * Keys say what was asked in words. An instant is left out where it is the decision's own, so that most keys are short:
 * `open berlin`, but `open berlin at 2026-11-24T09:30:00Z`.
 */
export const QUESTIONS: {
  readonly isOpen: (calendar: string, at: string) => string;
  readonly nextOpen: (calendar: string, at: string, limitMs: number) => string;
  readonly addOpenTime: (calendar: string, at: string, openMs: number) => string;
  readonly localDay: (zone: string, at: string) => string;
  readonly addMonths: (zone: string, at: string, months: number) => string;
  readonly registrable: (text: string) => string;
  readonly isFreeMail: (text: string) => string;
  readonly ledger: (pool: string) => string;
  readonly standing: (rep: string, at: string) => string;
  readonly assigned: (rep: string, period: CountPeriod, startDay: number) => string;
  readonly recent: (pool: string) => string;
  readonly review: (match: string) => string;
  readonly match: (match: string) => string;
  readonly enrich: (enricher: string) => string;
  readonly model: (model: string) => string;
  readonly wins: (model: string, rep: string, segment: string | undefined) => string;
} = {
  isOpen: (calendar, at) => `open ${calendar}${at}`,
  nextOpen: (calendar, at, limitMs) => `next open ${calendar} within ${limitMs} ms${at}`,
  addOpenTime: (calendar, at, openMs) => `open time ${calendar} ${openMs} ms${at}`,
  localDay: (zone, at) => `day ${zone}${at}`,
  addMonths: (zone, at, months) => `months ${zone} ${months}${at}`,
  registrable: (text) => `domain ${text}`,
  isFreeMail: (text) => `free mail ${text}`,
  ledger: (pool) => `ledger ${pool}`,
  standing: (rep, at) => `standing ${rep}${at}`,
  recent: (pool) => `recent ${pool}`,
  review: (match) => `review ${match}`,
  match: (match) => `match ${match}`,
  enrich: (enricher) => `enrich ${enricher}`,
  model: (model) => `model ${model}`,
  wins: (model, rep, segment) => `wins ${model} ${rep}${segment === undefined ? '' : ` in ${segment}`}`,
  assigned: (rep, period, startDay) => `assigned ${rep} ${period} ${startDay}`,
};

/** The ending of a key that names another instant than the decision's; empty for its own. */
export function atText(atMs: number, decisionMs: number): string {
  return atMs === decisionMs ? '' : ` at ${formatInstant(atMs)}`;
}
