// Rows of leads, one after the other → decisions: read, decided, remembered, written and counted.
import { setImmediate } from 'node:timers/promises';
import { canonicalJson } from '@fairlead/ir';
import {
  type Decision,
  type Enrichment,
  type History,
  type LeadReading,
  memoryState,
  type Plan,
  readLead,
  routeLead,
  type StateData,
  standingDecision,
  type World,
} from '@fairlead/runtime';
import { askProviders, type Bindings, boundWorld } from '../bindings/open-bindings.ts';
import type { FileHistory } from '../history/file-history.ts';
import type { InstantOf } from '../leads/lead-instant.ts';
import { type Outside, outsideOf } from '../leads/outside.ts';
import type { LeadRow } from '../rows/row.ts';
import { countDecision, type Tally } from './tally.ts';

/** How leads are decided. */
export interface RunParts {
  readonly plan: Plan;
  readonly bindings: Bindings;
  readonly tally: Tally;
  /** When each lead is decided; without `instantOf` all are decided at `atMs`. */
  readonly atMs: number;
  readonly instantOf: InstantOf | undefined;
  readonly history: FileHistory;
  /** The state before the run, without decisions: those are in the history. */
  readonly data: StateData;
  /** Gets each decision's line, in the order of the leads. */
  readonly emit: (line: string, decision: Decision, how: Emitted) => void;
}

/** `isWritten`: the history has put the line in its file already. `repeated`: it is a recorded decision. */
export interface Emitted {
  readonly isWritten: boolean;
  readonly repeated: boolean;
}

/** A lead that was read, and when it is to be decided. */
interface ReadRow {
  readonly row: number;
  readonly reading: LeadReading;
  readonly whenMs: number;
}

/** Leads about which providers are asked at the same time. */
const ASKED_AT_ONCE = 32;

/** So often the process looks at what else has happened: Ctrl+C and SIGTERM are heard between leads, however long one is matched. */
const LISTEN_EVERY_MS = 50;

/** A run. */
export interface Run {
  /** Decides these leads in their order. Providers are asked about several at a time, so give it many. */
  readonly take: (rows: readonly LeadRow[]) => Promise<void>;
  /** The state as it is now, without decisions. */
  readonly data: () => StateData;
  /** How many leads had no instant of their own, and the rows of the first. */
  readonly clockless: () => { readonly count: number; readonly firstRow: number | undefined };
  /** From when to when leads were decided in this run; undefined before the first. */
  readonly span: () => { readonly fromMs: number; readonly toMs: number } | undefined;
}

/** Starts a run. */
export function startRun(parts: RunParts): Run {
  const { plan, bindings, tally, history, emit } = parts;
  const state = memoryState(parts.data);
  const remembered: History = {
    last: history.last,
    ...(history.followUp === undefined ? {} : { followUp: history.followUp }),
    remember: (decision, before) => {
      history.remember(decision, before);
      state.apply([...(before?.changes ?? []), ...decision.changes]);
    },
  };
  const outside = outsideOf(plan);
  const { read, clockless } = rowReader(parts, outside);
  let span: { fromMs: number; toMs: number } | undefined;
  const worldOf = (whenMs: number, enrichment: Enrichment | undefined): World =>
    boundWorld({ atMs: whenMs, almanac: outside.almanac, domains: outside.domains, state }, bindings, enrichment);
  const decide = ({ row, reading, whenMs }: ReadRow, enrichment: Enrichment | undefined): void => {
    const { decision, repeated } = routeLead(plan, reading, worldOf(whenMs, enrichment), remembered);
    tally.leads += 1;
    if (repeated) {
      tally.repeated += 1;
    } else {
      countDecision(tally, row, decision);
      if (decision.enriched.length > 0) tally.enriched.add(decision, plan);
      span = { fromMs: Math.min(span?.fromMs ?? whenMs, whenMs), toMs: Math.max(span?.toMs ?? whenMs, whenMs) };
    }
    const newest = history.newest();
    if (newest?.decision === decision) emit(newest.line, decision, { isWritten: true, repeated });
    else emit(canonicalJson(decision), decision, { isWritten: false, repeated });
  };
  /** One whose decision stands costs no question. */
  const ask = ({ reading, whenMs }: ReadRow): Promise<Enrichment | undefined> =>
    standingDecision(plan, reading, worldOf(whenMs, undefined), remembered) === undefined
      ? askProviders(bindings, reading, whenMs)
      : Promise.resolve(undefined);
  let listenedMs = performance.now();
  const listen = async (): Promise<void> => {
    if (performance.now() - listenedMs < LISTEN_EVERY_MS) return;
    await setImmediate();
    listenedMs = performance.now();
  };
  const take = async (rows: readonly LeadRow[]): Promise<void> => {
    if (bindings.providers === undefined) {
      for (const row of rows) {
        decide(read(row), undefined);
        await listen();
      }
      return;
    }
    for (let from = 0; from < rows.length; from += ASKED_AT_ONCE) {
      const some = rows.slice(from, from + ASKED_AT_ONCE).map(read);
      const answers = await Promise.all(some.map(ask));
      for (const [index, one] of some.entries()) decide(one, answers[index]);
    }
  };
  return {
    take,
    data: () => ({ ...state.data(), decisions: [], followUps: [] }),
    clockless: () => clockless,
    span: () => span,
  };
}

/** Reads rows in their order. A lead without an instant of its own is decided at the latest one before it. */
function rowReader(
  { plan, atMs, instantOf }: RunParts,
  outside: Outside,
): { readonly read: (row: LeadRow) => ReadRow; readonly clockless: ReturnType<Run['clockless']> } {
  const clockless: { count: number; firstRow: number | undefined } = { count: 0, firstRow: undefined };
  let latestMs: number | undefined;
  const read = (row: LeadRow): ReadRow => {
    const reading = readLead(plan, row.raw, row.how, outside.reading(`row ${row.row}`));
    const own = instantOf?.(reading);
    if (instantOf !== undefined && own === undefined) {
      clockless.count += 1;
      clockless.firstRow ??= row.row;
    }
    if (own !== undefined) latestMs = Math.max(latestMs ?? own, own);
    return { row: row.row, reading, whenMs: own ?? latestMs ?? atMs };
  };
  return { read, clockless };
}
