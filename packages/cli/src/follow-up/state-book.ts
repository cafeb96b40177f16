// An open state file → the leads of it, as following up reads and changes them: those with something to come are known, all others stay in the file.
import { canonicalJson } from '@fairlead/ir';
import {
  type Advanced,
  type Book,
  type Decision,
  type FollowUp,
  followUpOf,
  type MemoryState,
  memoryState,
  nextDue,
  type StateData,
} from '@fairlead/runtime';
import type { ReadStateFile, StateFile } from '../files/state-file.ts';
import { type FileHistory, fileHistory } from '../history/file-history.ts';
import { type LaterLines, type LineFile, laterLines } from '../history/line-file.ts';
import type { Stops } from '../stops.ts';

/** The leads of a state. */
export interface StateBook extends Book {
  readonly state: MemoryState;
  readonly history: FileHistory;
  /** What is to be written of the state beside its leads. */
  readonly data: () => StateData;
  /** Whether something is due before the instant. */
  readonly isDueBefore: (atMs: number) => boolean;
  /** How much has happened. */
  readonly kept: () => number;
  /** Every line that came of it, in order: entries, and the decisions behind them. */
  readonly log: LineFile;
  /** The hashes of the policies that made the new decisions, in order. */
  readonly hashes: () => ReadonlySet<string>;
  readonly close: () => void;
}

/** Told of all that happens to leads; `hash`: of the policy that decided on the lead last. */
export type OnKeep = (advanced: Advanced, hash: string | undefined) => void;

/** Reads the file. Only what is due up to `untilMs` is kept in mind. */
export function openBook(
  file: StateFile,
  { untilMs, stops, onKeep }: { readonly untilMs: number; readonly stops: Stops; readonly onKeep: OnKeep },
): { readonly kind: 'ok'; readonly book: StateBook } | Extract<ReadStateFile, { readonly kind: 'bad' }> {
  const spare = [laterLines(stops), laterLines(stops), laterLines(stops)] as const;
  const history = fileHistory({ file: lazily(spare[0]), beside: spare[1].lines, earlier: file, write: canonicalJson });
  const dueMs = new Map<string, number>();
  const note = (followUp: FollowUp): void => {
    const next = nextDue(followUp);
    if (next !== undefined && next.dueMs <= untilMs) dueMs.set(followUp.lead, next.dueMs);
    else dueMs.delete(followUp.lead);
  };
  const read = file.read(
    ({ lead, offset, decision }) => {
      history.decisions.knows(lead, offset);
      if (mayCome(decision)) note(followUpOf(decision));
    },
    ({ followUp, offset }) => {
      history.followUps.knows(followUp.lead, offset);
      note(followUp);
    },
  );
  if (read.kind === 'bad') return read;
  return {
    kind: 'ok',
    book: bookOf({ history, state: memoryState(read.data), dueMs, note, spare, log: lazily(spare[2]), onKeep }),
  };
}

/** Whether anything may come by itself for a lead to which nothing has happened since. */
function mayCome({ respond, claim, outcome }: Decision): boolean {
  return (
    (respond?.ladder.length ?? 0) + (claim?.ladder.length ?? 0) > 0 ||
    (outcome.kind === 'assigned' && outcome.until !== undefined)
  );
}

interface Parts {
  readonly history: FileHistory;
  readonly state: MemoryState;
  readonly dueMs: ReadonlyMap<string, number>;
  readonly note: (followUp: FollowUp) => void;
  readonly spare: readonly LaterLines[];
  readonly log: LineFile;
  readonly onKeep: OnKeep;
}

function bookOf({ history, state, dueMs, note, spare, log, onKeep }: Parts): StateBook {
  let kept = 0;
  const hashes = new Set<string>();
  // Nothing comes earlier than this; looked for anew when it has passed.
  let earliestMs = earliest(dueMs);
  const get: Book['get'] = (lead) => {
    const decision = history.last(lead);
    return decision === undefined
      ? undefined
      : { decision, followUp: history.followUps.last(lead) ?? followUpOf(decision) };
  };
  return {
    state,
    history,
    get,
    waiting: () => standing(get, dueMs),
    keep: (advanced) => {
      const { entry, decision, next } = advanced;
      kept += 1;
      log.append(canonicalJson(entry));
      if (decision !== undefined) {
        log.append(history.decisions.put(decision));
        hashes.add(decision.policy.hash);
      }
      history.followUps.put(next);
      state.apply([...entry.changes, ...(decision?.changes ?? [])]);
      note(next);
      earliestMs = Math.min(earliestMs, dueMs.get(next.lead) ?? Number.POSITIVE_INFINITY);
      onKeep(advanced, history.last(next.lead)?.policy.hash);
    },
    isDueBefore: (atMs) => {
      if (earliestMs < atMs) earliestMs = earliest(dueMs);
      return earliestMs < atMs;
    },
    data: () => ({ ...state.data(), decisions: [], followUps: [] }),
    kept: () => kept,
    log,
    hashes: () => hashes,
    close: () => {
      for (const one of spare) one.close();
    },
  };
}

/** One after the other: there may be millions. */
function* standing(get: Book['get'], dueMs: ReadonlyMap<string, number>): Generator<FollowUp> {
  for (const lead of dueMs.keys()) {
    const followUp = get(lead)?.followUp;
    if (followUp !== undefined) yield followUp;
  }
}

function earliest(dueMs: ReadonlyMap<string, number>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const ms of dueMs.values()) least = Math.min(least, ms);
  return least;
}

/** A line file that is opened when it is first used. */
function lazily({ lines }: LaterLines): LineFile {
  return {
    append: (line) => lines().append(line),
    lineAt: (offset) => lines().lineAt(offset),
    size: () => lines().size(),
    flush: () => lines().flush(),
  };
}
