// Turns the answers that a decision carries back into the world that gave them.
import { isJsonObject } from '@fairlead/ir';
import type { JsonValue } from '../decision.ts';
import type { Ledger, RepStanding, ReviewAnswer, World } from '../world.ts';
import { replayingModels } from './model-answers.ts';
import { answerOfNote } from './provider-answer.ts';
import { atText, QUESTIONS } from './questions.ts';

/** A world that answers from notes. */
export interface ReplayingWorld extends World {
  /** How many questions had no answer in the notes, or one of the wrong form. They were answered with `false`, 0 or nothing. */
  readonly unanswered: () => number;
}

/**
 * Serves the answers of `recordingWorld`. Total: whatever is missing or malformed (a log that was tampered with) is answered with `false`, 0 or
 * nothing, and counted; since it is noted again under its key, a decision made from such notes never equals the one in the log.
 */
export function replayingWorld(atMs: number, answers: Readonly<Record<string, JsonValue>>): ReplayingWorld {
  let misses = 0;
  const find = <T>(question: string, read: (answer: JsonValue) => T | undefined, otherwise: T): T => {
    const answer = Object.hasOwn(answers, question) ? answers[question] : undefined;
    const found = answer === undefined ? undefined : read(answer);
    if (found === undefined) misses += 1;
    return found ?? otherwise;
  };
  /** `null` is the answer "nothing". */
  const findMaybe = <T>(question: string, read: (answer: JsonValue) => T | undefined): T | undefined =>
    find<{ readonly some?: T }>(
      question,
      (answer) => {
        if (answer === null) return {};
        const some = read(answer);
        return some === undefined ? undefined : { some };
      },
      {},
    ).some;
  const at = (ms: number): string => atText(ms, atMs);
  return {
    atMs,
    almanac: {
      isOpen: (calendar, ms) => find(QUESTIONS.isOpen(calendar, at(ms)), asFlag, false),
      nextOpen: (calendar, ms, limitMs) => findMaybe(QUESTIONS.nextOpen(calendar, at(ms), limitMs), asWhole),
      addOpenTime: (calendar, ms, openMs) => findMaybe(QUESTIONS.addOpenTime(calendar, at(ms), openMs), asWhole),
      localDay: (zone, ms) => find(QUESTIONS.localDay(zone, at(ms)), asWhole, 0),
      addMonths: (zone, ms, months) => find(QUESTIONS.addMonths(zone, at(ms), months), asWhole, ms),
    },
    domains: {
      registrable: (text) => findMaybe(QUESTIONS.registrable(text), asText),
      isFreeMail: (text) => find(QUESTIONS.isFreeMail(text), asFlag, false),
    },
    state: {
      ledger: (pool) => find(QUESTIONS.ledger(pool), asLedger, { seq: 0, balances: {} }),
      standing: (rep, ms) => find(QUESTIONS.standing(rep, at(ms)), asStanding, { open: 0, away: false }),
      assigned: (rep, period, startDay) => find(QUESTIONS.assigned(rep, period, startDay), asWhole, 0),
      recent: (pool) => find(QUESTIONS.recent(pool), asTexts, []),
      review: (_lead, match) => findMaybe(QUESTIONS.review(match), asReview),
    },
    notedMatch: (match) => {
      const question = QUESTIONS.match(match);
      return Object.hasOwn(answers, question) ? answers[question] : undefined;
    },
    enrichment: { answer: (enricher) => findMaybe(QUESTIONS.enrich(enricher), answerOfNote) },
    models: replayingModels(find),
    unanswered: () => misses,
  };
}

function asFlag(answer: JsonValue): boolean | undefined {
  return typeof answer === 'boolean' ? answer : undefined;
}

function asText(answer: JsonValue): string | undefined {
  return typeof answer === 'string' ? answer : undefined;
}

function asTexts(answer: JsonValue): readonly string[] | undefined {
  return Array.isArray(answer) && answer.every((one) => typeof one === 'string') ? answer : undefined;
}

function asReview(answer: JsonValue): ReviewAnswer | undefined {
  const record = entry(answer, 'record');
  const by = asText(entry(answer, 'by') ?? null);
  return by === undefined || (record !== null && typeof record !== 'string') ? undefined : { record, by };
}

function asWhole(answer: JsonValue): number | undefined {
  return typeof answer === 'number' && Number.isSafeInteger(answer) ? answer : undefined;
}

function asLedger(answer: JsonValue): Ledger | undefined {
  const seq = asWhole(entry(answer, 'seq') ?? null);
  const balances = entry(answer, 'balances');
  if (seq === undefined || seq < 0 || !isJsonObject(balances)) return undefined;
  const read: [string, number][] = [];
  for (const [rep, given] of Object.entries(balances)) {
    const balance = asWhole(given);
    if (balance === undefined) return undefined;
    read.push([rep, balance]);
  }
  return { seq, balances: Object.fromEntries(read) };
}

function asStanding(answer: JsonValue): RepStanding | undefined {
  const open = asWhole(entry(answer, 'open') ?? null);
  const away = asFlag(entry(answer, 'away') ?? null);
  const until = entry(answer, 'awayUntilMs');
  const awayUntilMs = until === undefined ? undefined : asWhole(until);
  if (open === undefined || away === undefined || (until !== undefined && awayUntilMs === undefined)) return undefined;
  return { open, away, ...(awayUntilMs === undefined ? {} : { awayUntilMs }) };
}

function entry(value: JsonValue, key: string): JsonValue | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
