// Turns a world into one that notes every answer, so that the decision can be made again from the notes alone.
import { compareCodePoints } from '@fairlead/ir';
import type { JsonValue } from '../decision.ts';
import type { Almanac, Domains, Ledger, RepStanding, State, World } from '../world.ts';
import { recordingModels } from './model-answers.ts';
import { atText, QUESTIONS } from './questions.ts';

/** A world whose answers are noted. A question asked again gets the first answer: a decision sees one unmoving world. */
export interface RecordingWorld extends World {
  /** The answers so far by question, in code-point order of the questions. Only what was asked. */
  readonly answers: () => Readonly<Record<string, JsonValue>>;
  /** Notes what the engine read of an answer too large or too private to be kept whole. */
  readonly note: (question: string, answer: JsonValue) => void;
  /** The lists, for private texts: what is asked of these is not noted. */
  readonly unnotedDomains: Domains;
}

/** Wraps a world. Ask it about one decision, then take its answers. */
export function recordingWorld(world: World): RecordingWorld {
  const notes: Notes = new Map();
  return {
    atMs: world.atMs,
    almanac: recordingAlmanac(world, notes),
    domains: recordingDomains(world, notes),
    state: recordingState(world, notes),
    ...(world.records === undefined ? {} : { records: world.records }),
    ...(world.notedMatch === undefined ? {} : { notedMatch: world.notedMatch }),
    ...(world.enrichment === undefined ? {} : { enrichment: world.enrichment }),
    models: recordingModels(world.models, (question, ask) => notedJson(notes, question, ask)),
    note: (question, answer) => void notes.set(question, answer),
    unnotedDomains: world.domains,
    answers: () => Object.fromEntries([...notes].sort(([a], [b]) => compareCodePoints(a, b))),
  };
}

type Notes = Map<string, JsonValue>;

function recordingAlmanac({ almanac, atMs }: World, notes: Notes): Almanac {
  const at = (ms: number): string => atText(ms, atMs);
  return {
    isOpen: (calendar, ms) => noted(notes, QUESTIONS.isOpen(calendar, at(ms)), () => almanac.isOpen(calendar, ms)),
    nextOpen: (calendar, ms, limitMs) =>
      notedMaybe(notes, QUESTIONS.nextOpen(calendar, at(ms), limitMs), () => almanac.nextOpen(calendar, ms, limitMs)),
    addOpenTime: (calendar, ms, openMs) =>
      notedMaybe(notes, QUESTIONS.addOpenTime(calendar, at(ms), openMs), () =>
        almanac.addOpenTime(calendar, ms, openMs),
      ),
    localDay: (zone, ms) => noted(notes, QUESTIONS.localDay(zone, at(ms)), () => almanac.localDay(zone, ms)),
    addMonths: (zone, ms, months) =>
      noted(notes, QUESTIONS.addMonths(zone, at(ms), months), () => almanac.addMonths(zone, ms, months)),
  };
}

function recordingDomains({ domains }: World, notes: Notes): Domains {
  return {
    registrable: (text) => notedMaybe(notes, QUESTIONS.registrable(text), () => domains.registrable(text)),
    isFreeMail: (text) => noted(notes, QUESTIONS.isFreeMail(text), () => domains.isFreeMail(text)),
  };
}

function recordingState({ state, atMs }: World, notes: Notes): State {
  return {
    ledger: (pool, reps) => notedLedger(notes, pool, reps, state),
    standing: (rep, ms) =>
      notedStanding(notes, QUESTIONS.standing(rep, atText(ms, atMs)), () => state.standing(rep, ms)),
    assigned: (rep, period, startDay) =>
      noted(notes, QUESTIONS.assigned(rep, period, startDay), () => state.assigned(rep, period, startDay)),
    recent: (pool) => {
      const question = QUESTIONS.recent(pool);
      // As in `noted`.
      const known = notes.get(question) as readonly string[] | undefined;
      const answer = known ?? [...state.recent(pool)];
      notes.set(question, answer);
      return answer;
    },
    review: (lead, match) => {
      const question = QUESTIONS.review(match);
      const answer = state.review(lead, match);
      notes.set(question, answer === undefined ? null : { record: answer.record, by: answer.by });
      return answer;
    },
  };
}

function noted<T extends number | boolean>(notes: Notes, question: string, ask: () => T): T {
  const known = notes.get(question);
  // Only answers to this very question stand under its key, so their type is that of the first answer.
  if (known !== undefined) return known as T;
  const answer = ask();
  notes.set(question, answer);
  return answer;
}

function notedJson(notes: Notes, question: string, ask: () => JsonValue): JsonValue {
  const known = notes.get(question);
  if (known !== undefined) return known;
  const answer = ask();
  notes.set(question, answer);
  return answer;
}

/** As `noted`, for questions that may have no answer: `null` in the notes. */
function notedMaybe<T extends number | string>(
  notes: Notes,
  question: string,
  ask: () => T | undefined,
): T | undefined {
  const known = notes.get(question);
  // As in `noted`.
  if (known !== undefined) return known === null ? undefined : (known as T);
  const answer = ask();
  notes.set(question, answer ?? null);
  return answer;
}

function notedStanding(notes: Notes, question: string, ask: () => RepStanding): RepStanding {
  const known = notes.get(question);
  // As in `noted`: what stands there was built below.
  if (known !== undefined) return known as unknown as RepStanding;
  const { open, away, awayUntilMs } = ask();
  const answer = { open, away, ...(awayUntilMs === undefined ? {} : { awayUntilMs }) };
  notes.set(question, answer);
  return answer;
}

/** Notes the balances that were asked for and are not 0. A pool asked twice keeps what both questions read. */
function notedLedger(notes: Notes, pool: string, reps: readonly string[], state: State): Ledger {
  const question = QUESTIONS.ledger(pool);
  // As in `noted`: what stands there was built below.
  const known = notes.get(question) as unknown as Ledger | undefined;
  const ledger = state.ledger(pool, reps);
  const balances = new Map(Object.entries(known?.balances ?? {}));
  for (const rep of reps) {
    const balance = Object.hasOwn(ledger.balances, rep) ? ledger.balances[rep] : undefined;
    if (balance !== undefined && balance !== 0 && !balances.has(rep)) balances.set(rep, balance);
  }
  const answer = {
    seq: known?.seq ?? ledger.seq,
    balances: Object.fromEntries([...balances].sort(([a], [b]) => compareCodePoints(a, b))),
  };
  notes.set(question, answer);
  return answer;
}
