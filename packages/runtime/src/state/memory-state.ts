// Turns changes into the state that picks read, kept in memory: ledgers, open leads, counts by day, leave, last decisions, where leads stand.
import { addMonthsToDay, assertNever, compareCodePoints } from '@fairlead/ir';
import type { Change, Decision } from '../decision.ts';
import type { FollowUp, Tracked } from '../follow-up/follow-up.ts';
import type { Book } from '../follow-up/host.ts';
import { followUpOf } from '../follow-up/start.ts';
import { afterTurn, balanceOf, EMPTY_LEDGER, giveBack, neverCounted } from '../rotation/ledger.ts';
import type { CountPeriod, Ledger, RepStanding, ReviewAnswer, State } from '../world.ts';
import type { History } from './history.ts';

/** A time in which a rep is away. Without `untilMs` it has no end yet. Epoch milliseconds; `untilMs` itself is not part of it. */
export interface Leave {
  readonly fromMs: number;
  readonly untilMs?: number;
}

/** All that the state holds, as plain data in code-point order of ids; days ascending, leave in the order it was given. */
export interface StateData {
  readonly pools: readonly { readonly pool: string; readonly ledger: Ledger }[];
  readonly reps: readonly RepData[];
  /** The last decision of each lead. */
  readonly decisions: readonly Decision[];
  /** Where leads stand to which something has happened since; of others it follows from the decision. */
  readonly followUps?: readonly FollowUp[];
  /** Who took the last leads of pools that count totals, oldest first; at most three. */
  readonly recent?: readonly { readonly pool: string; readonly reps: readonly string[] }[];
  /** A word of the host's own, only kept: which lines of a log belong to this state. */
  readonly journal?: string;
}

/** What the state holds of one rep. */
export interface RepData {
  readonly rep: string;
  readonly open: number;
  readonly leave: readonly Leave[];
  /** Leads assigned by local day number. */
  readonly days: readonly { readonly day: number; readonly assigned: number }[];
}

/** The state of one process. Ids that were never heard of have nothing open, are not away and are owed nothing. */
export interface MemoryState extends State, History, Book {
  /** Carries out changes in order. `remember` and `keep` do it for decisions and entries; use this for what the host knows beside them. */
  readonly apply: (changes: readonly Change[]) => void;
  /** Says how many open leads a rep has, as the CRM knows it. */
  readonly setOpen: (rep: string, open: number) => void;
  readonly addLeave: (rep: string, leave: Leave) => void;
  readonly data: () => StateData;
}

/** A state that holds what `data` says; an empty one without it. */
export function memoryState(data?: StateData): MemoryState {
  const tables = tablesOf(data);
  const apply = (changes: readonly Change[]): void => {
    for (const change of changes) applyChange(tables, change);
  };
  return {
    ledger: (pool, reps) => ledgerFor(tables.pools.get(pool), reps),
    standing: (rep, atMs) => standingAt(tables.reps.get(rep), atMs),
    assigned: (rep, period, startDay) => assignedIn(tables.reps.get(rep), period, startDay),
    recent: (pool) => tables.recent.get(pool) ?? [],
    review: (lead, match) => reviewIn(tables.followUps.get(lead), match),
    last: (lead) => tables.decisions.get(lead),
    followUp: (lead) => tables.followUps.get(lead),
    remember: (decision, before) => {
      tables.decisions.set(decision.lead, decision);
      if (before === undefined) tables.followUps.delete(decision.lead);
      else tables.followUps.set(decision.lead, before.next);
      apply([...(before?.changes ?? []), ...decision.changes]);
    },
    get: (lead) => trackedIn(tables, lead),
    waiting: () => [...tables.decisions.values()].map((decision) => standsAt(tables, decision)),
    keep: ({ entry, decision, next }) => {
      if (decision !== undefined) tables.decisions.set(decision.lead, decision);
      tables.followUps.set(next.lead, next);
      apply([...entry.changes, ...(decision?.changes ?? [])]);
    },
    apply,
    setOpen: (rep, open) => {
      repRow(tables, rep).open = open;
    },
    addLeave: (rep, leave) => {
      repRow(tables, rep).leave.push(leave);
    },
    data: () => dataOf(tables),
  };
}

interface RepRow {
  open: number;
  readonly leave: Leave[];
  readonly days: Map<number, number>;
}

interface Tables {
  readonly pools: Map<string, Ledger>;
  readonly reps: Map<string, RepRow>;
  readonly decisions: Map<string, Decision>;
  readonly recent: Map<string, readonly string[]>;
  readonly followUps: Map<string, FollowUp>;
}

function trackedIn(tables: Tables, lead: string): Tracked | undefined {
  const decision = tables.decisions.get(lead);
  return decision === undefined ? undefined : { decision, followUp: standsAt(tables, decision) };
}

function standsAt({ followUps }: Tables, decision: Decision): FollowUp {
  return followUps.get(decision.lead) ?? followUpOf(decision);
}

function reviewIn(followUp: FollowUp | undefined, match: string): ReviewAnswer | undefined {
  return followUp !== undefined && Object.hasOwn(followUp.reviews, match) ? followUp.reviews[match] : undefined;
}

function tablesOf(data: StateData | undefined): Tables {
  return {
    pools: new Map(data?.pools.map(({ pool, ledger }) => [pool, ledger])),
    reps: new Map(
      data?.reps.map(({ rep, open, leave, days }) => [
        rep,
        { open, leave: [...leave], days: new Map(days.map(({ day, assigned }) => [day, assigned])) },
      ]),
    ),
    decisions: new Map(data?.decisions.map((decision) => [decision.lead, decision])),
    recent: new Map(data?.recent?.map(({ pool, reps }) => [pool, reps])),
    followUps: new Map(data?.followUps?.map((followUp) => [followUp.lead, followUp])),
  };
}

function dataOf(tables: Tables): StateData {
  return {
    pools: inOrder(tables.pools).map(([pool, { seq, balances }]) => ({
      pool,
      ledger: { seq, balances: Object.fromEntries(Object.entries(balances).filter(([, balance]) => balance !== 0)) },
    })),
    reps: inOrder(tables.reps).map(([rep, { open, leave, days }]) => ({
      rep,
      open,
      leave: [...leave],
      days: [...days]
        .filter(([, assigned]) => assigned !== 0)
        .sort(([a], [b]) => a - b)
        .map(([day, assigned]) => ({ day, assigned })),
    })),
    decisions: inOrder(tables.decisions).map(([, decision]) => decision),
    followUps: inOrder(tables.followUps).map(([, followUp]) => followUp),
    recent: inOrder(tables.recent).map(([pool, reps]) => ({ pool, reps })),
  };
}

function inOrder<T>(table: ReadonlyMap<string, T>): readonly [string, T][] {
  return [...table].sort(([a], [b]) => compareCodePoints(a, b));
}

function applyChange(tables: Tables, change: Change): void {
  switch (change.kind) {
    case 'ledger':
      tables.pools.set(change.pool, afterTurn(tables.pools.get(change.pool) ?? EMPTY_LEDGER, change));
      return;
    case 'give-back': {
      const ledger = tables.pools.get(change.pool) ?? EMPTY_LEDGER;
      tables.pools.set(change.pool, giveBack(ledger, change.from, change.to));
      return;
    }
    case 'never-counted':
      tables.pools.set(change.pool, neverCounted(tables.pools.get(change.pool) ?? EMPTY_LEDGER, change));
      return;
    case 'recent': {
      const before = tables.recent.get(change.pool) ?? [];
      tables.recent.set(change.pool, [...before, change.rep].slice(-3));
      return;
    }
    case 'open':
      repRow(tables, change.rep).open += change.by;
      return;
    case 'count': {
      const { days } = repRow(tables, change.rep);
      days.set(change.day, (days.get(change.day) ?? 0) + change.by);
      return;
    }
    default:
      assertNever(change);
  }
}

function repRow({ reps }: Tables, rep: string): RepRow {
  const row = reps.get(rep) ?? { open: 0, leave: [], days: new Map() };
  reps.set(rep, row);
  return row;
}

function ledgerFor(ledger: Ledger = EMPTY_LEDGER, reps: readonly string[]): Ledger {
  return { seq: ledger.seq, balances: Object.fromEntries(reps.map((rep) => [rep, balanceOf(ledger, rep)])) };
}

function standingAt(row: RepRow | undefined, atMs: number): RepStanding {
  if (row === undefined) return { open: 0, away: false };
  const here = row.leave.some((leave) => covers(leave, atMs));
  if (!here) return { open: row.open, away: false };
  const untilMs = backAt(row.leave, atMs);
  return { open: row.open, away: true, ...(untilMs === undefined ? {} : { awayUntilMs: untilMs }) };
}

/** The first instant from `atMs` on that no leave covers; undefined if there is none. Leave that follows on leave counts as one. */
function backAt(leave: readonly Leave[], atMs: number): number | undefined {
  let backMs = atMs;
  for (let next = leave.find((one) => covers(one, backMs)); next !== undefined; ) {
    if (next.untilMs === undefined) return undefined;
    backMs = next.untilMs;
    next = leave.find((one) => covers(one, backMs));
  }
  return backMs;
}

function covers({ fromMs, untilMs }: Leave, atMs: number): boolean {
  return fromMs <= atMs && (untilMs === undefined || atMs < untilMs);
}

function assignedIn(row: RepRow | undefined, period: CountPeriod, startDay: number): number {
  if (row === undefined) return 0;
  const endDay = END_OF[period](startDay);
  let sum = 0;
  for (let day = startDay; day < endDay; day += 1) sum += row.days.get(day) ?? 0;
  return sum;
}

/** From a period's first day to the first day behind it. */
const END_OF: Readonly<Record<CountPeriod, (startDay: number) => number>> = {
  day: (startDay) => startDay + 1,
  week: (startDay) => startDay + 7,
  month: (startDay) => addMonthsToDay(startDay, 1),
};
