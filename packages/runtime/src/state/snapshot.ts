// Turns the state into JSON that a file can hold, and such JSON back into the state or into what is wrong with it.
import { compareCodePoints, formatDate, formatInstant, parseDate, parseInstant } from '@fairlead/ir';
import type { Decision } from '../decision.ts';
import type { FollowUp } from '../follow-up/follow-up.ts';
import { readFollowUp } from '../follow-up/read-follow-up.ts';
import { readDecision } from '../record/read-decision.ts';
import { shortJson } from '../record/short-json.ts';
import type { Ledger } from '../world.ts';
import type { Leave, RepData, StateData } from './memory-state.ts';

/** The version of the form below; a reader refuses any other. */
export const STATE_FORMAT = 'fairlead-state/1';

/** The state as JSON: tables by id, in code-point order; days as dates, instants as UTC text. What is 0 or empty is left out. */
export interface StateSnapshot {
  readonly format: typeof STATE_FORMAT;
  readonly pools: Readonly<Record<string, Ledger>>;
  readonly reps: Readonly<Record<string, RepSnapshot>>;
  /** Who took the last leads of pools that count totals, oldest first. */
  readonly recent?: Readonly<Record<string, readonly string[]>>;
  /** A word of the host's own: which lines of a log belong to this state. */
  readonly journal?: string;
  /** The last decision of each lead, in code-point order of the leads' ids. */
  readonly decisions: readonly Decision[];
  /** Where leads stand to which something has happened since, in the same order. */
  readonly followUps?: readonly FollowUp[];
}

/** One rep's part. */
export interface RepSnapshot {
  readonly open?: number;
  readonly leave?: readonly { readonly from: string; readonly until?: string }[];
  /** Leads assigned, by local date. */
  readonly days?: Readonly<Record<string, number>>;
}

/** What is wrong at one place of a snapshot: `reps.ana.open`. */
export interface StateIssue {
  readonly place: string;
  /** In words: "a whole number". */
  readonly expected: string;
  /** What stands there, as short JSON text; absent where nothing does. */
  readonly held?: string;
}

/** A snapshot that could be read, or every place that could not, in the order of the text. */
export type ReadState =
  | { readonly kind: 'ok'; readonly data: StateData }
  | { readonly kind: 'bad'; readonly issues: readonly StateIssue[] };

/** The state as JSON. Reading it back gives the same state; the same state always gives the same canonical JSON. */
export function snapshot(data: StateData): StateSnapshot {
  const { recent = [], followUps = [], journal } = data;
  return {
    format: STATE_FORMAT,
    pools: Object.fromEntries(data.pools.map(({ pool, ledger }) => [pool, ledger])),
    reps: Object.fromEntries(data.reps.map((rep) => [rep.rep, repSnapshot(rep)])),
    ...(recent.length === 0 ? {} : { recent: Object.fromEntries(recent.map(({ pool, reps }) => [pool, reps])) }),
    ...(journal === undefined ? {} : { journal }),
    decisions: data.decisions,
    ...(followUps.length === 0 ? {} : { followUps }),
  };
}

/** Reads a snapshot. Never throws: what does not fit is said place by place. */
export function readSnapshot(json: unknown): ReadState {
  const issues: StateIssue[] = [];
  const root = objectAt(json, '', issues) ?? {};
  if (issues.length === 0 && root['format'] !== STATE_FORMAT) {
    issues.push(issue('format', `"${STATE_FORMAT}", the only form this version reads`, root['format']));
  }
  if (issues.length > 0) return { kind: 'bad', issues };
  onlyKeys(root, ['format', 'pools', 'reps', 'recent', 'journal', 'decisions', 'followUps'], '', issues);
  const pools = entriesAt(root['pools'], 'pools', issues).map(([pool, value]) => ({
    pool,
    ledger: readLedger(value, `pools.${pool}`, issues),
  }));
  const reps = entriesAt(root['reps'], 'reps', issues).map(([rep, value]) => readRep(rep, value, issues));
  const decisions = listAt(root['decisions'], 'decisions', issues).flatMap((value, index) => {
    const read = readDecision(value);
    if (read.kind === 'ok') return [read.decision];
    const { expected, held } = read;
    issues.push({ place: `decisions[${index}]${read.place}`, expected, ...(held === undefined ? {} : { held }) });
    return [];
  });
  const recent = readRecent(root['recent'] ?? {}, issues);
  const followUps = listAt(root['followUps'] ?? [], 'followUps', issues).flatMap((value, index) => {
    const read = readFollowUp(value);
    if (read.kind === 'ok') return [read.followUp];
    const { expected, held } = read;
    issues.push({ place: `followUps[${index}]${read.place}`, expected, ...(held === undefined ? {} : { held }) });
    return [];
  });
  const journal = root['journal'];
  if (journal !== undefined && typeof journal !== 'string') issues.push(issue('journal', 'text', journal));
  if (issues.length > 0) return { kind: 'bad', issues };
  const kept = typeof journal === 'string' ? { journal } : {};
  return { kind: 'ok', data: { pools, reps, decisions, followUps, recent, ...kept } };
}

function readRecent(
  json: unknown,
  issues: StateIssue[],
): readonly { readonly pool: string; readonly reps: readonly string[] }[] {
  return entriesAt(json, 'recent', issues).flatMap(([pool, value]) => {
    const fits = Array.isArray(value) && value.length <= 3 && value.every((rep) => typeof rep === 'string');
    if (fits) return [{ pool, reps: value }];
    issues.push(issue(`recent.${pool}`, 'a list of at most three reps', value));
    return [];
  });
}

function repSnapshot({ open, leave, days }: RepData): RepSnapshot {
  return {
    ...(open === 0 ? {} : { open }),
    ...(leave.length === 0 ? {} : { leave: leave.map(leaveSnapshot) }),
    ...(days.length === 0
      ? {}
      : { days: Object.fromEntries(days.map(({ day, assigned }) => [formatDate(day), assigned])) }),
  };
}

function leaveSnapshot({ fromMs, untilMs }: Leave): { readonly from: string; readonly until?: string } {
  return { from: formatInstant(fromMs), ...(untilMs === undefined ? {} : { until: formatInstant(untilMs) }) };
}

type Json = Readonly<Record<string, unknown>>;

function readLedger(json: unknown, place: string, issues: StateIssue[]): Ledger {
  const ledger = objectAt(json, place, issues);
  if (ledger === undefined) return { seq: 0, balances: {} };
  onlyKeys(ledger, ['seq', 'balances'], place, issues);
  const seq = wholeAt(ledger['seq'], `${place}.seq`, issues, 0);
  const balances = entriesAt(ledger['balances'], `${place}.balances`, issues).map(([rep, value]): [string, number] => [
    rep,
    wholeAt(value, `${place}.balances.${rep}`, issues, Number.MIN_SAFE_INTEGER),
  ]);
  return { seq, balances: Object.fromEntries(balances) };
}

function readRep(rep: string, json: unknown, issues: StateIssue[]): RepData {
  const place = `reps.${rep}`;
  const row = objectAt(json, place, issues) ?? {};
  onlyKeys(row, ['open', 'leave', 'days'], place, issues);
  const open = row['open'] === undefined ? 0 : wholeAt(row['open'], `${place}.open`, issues, Number.MIN_SAFE_INTEGER);
  const leave = listAt(row['leave'] ?? [], `${place}.leave`, issues).flatMap((value, index) =>
    readLeave(value, `${place}.leave[${index}]`, issues),
  );
  const days = entriesAt(row['days'] ?? {}, `${place}.days`, issues).flatMap(([date, value]) => {
    const day = parseDate(date);
    if (day === undefined) issues.push(issue(`${place}.days`, 'dates such as 2026-11-24', date));
    const assigned = wholeAt(value, `${place}.days.${date}`, issues, Number.MIN_SAFE_INTEGER);
    return day === undefined ? [] : [{ day, assigned }];
  });
  return { rep, open, leave, days };
}

function readLeave(json: unknown, place: string, issues: StateIssue[]): readonly Leave[] {
  const leave = objectAt(json, place, issues);
  if (leave === undefined) return [];
  onlyKeys(leave, ['from', 'until'], place, issues);
  const fromMs = instantAt(leave['from'], `${place}.from`, issues);
  if (leave['until'] === undefined) return fromMs === undefined ? [] : [{ fromMs }];
  const untilMs = instantAt(leave['until'], `${place}.until`, issues);
  if (fromMs === undefined || untilMs === undefined) return [];
  if (untilMs > fromMs) return [{ fromMs, untilMs }];
  issues.push(issue(`${place}.until`, 'an instant after "from"', leave['until']));
  return [];
}

function objectAt(json: unknown, place: string, issues: StateIssue[]): Json | undefined {
  // An object that is no array is read by its own keys only.
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Json;
  issues.push(issue(place, 'an object', json));
  return undefined;
}

function entriesAt(json: unknown, place: string, issues: StateIssue[]): readonly [string, unknown][] {
  const entries = Object.entries(objectAt(json, place, issues) ?? {});
  return entries.sort(([a], [b]) => compareCodePoints(a, b));
}

function listAt(json: unknown, place: string, issues: StateIssue[]): readonly unknown[] {
  if (Array.isArray(json)) return json;
  issues.push(issue(place, 'a list', json));
  return [];
}

function wholeAt(json: unknown, place: string, issues: StateIssue[], min: number): number {
  if (typeof json === 'number' && Number.isSafeInteger(json) && json >= min) return json;
  issues.push(issue(place, min === 0 ? 'a whole number from 0 on' : 'a whole number', json));
  return 0;
}

function instantAt(json: unknown, place: string, issues: StateIssue[]): number | undefined {
  const atMs = typeof json === 'string' ? parseInstant(json) : undefined;
  if (atMs === undefined) issues.push(issue(place, 'an instant such as 2026-11-24T09:00:00Z', json));
  return atMs;
}

function onlyKeys(object: Json, keys: readonly string[], place: string, issues: StateIssue[]): void {
  for (const key of Object.keys(object)) {
    if (keys.includes(key)) continue;
    issues.push(issue(place === '' ? key : `${place}.${key}`, `nothing here but ${keys.join(', ')}`, object[key]));
  }
}

function issue(place: string, expected: string, held: unknown): StateIssue {
  return { place, expected, ...(held === undefined ? {} : { held: shortJson(held) }) };
}
