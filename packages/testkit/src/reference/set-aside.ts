// The people who could be asked → who can take the lead, and why each of the others cannot. docs/reference/routing.md#how-a-rep-is-picked.

import { formatInstant, type Pick, type Rep } from '@fairlead/ir';
import { lengthMs } from './ages.ts';
import { firstOfMonth, mondayOf, monthsLater } from './days.ts';
import { compareFractions, type Fraction, fraction, fromNumber, times } from './fraction.ts';
import { holds } from './holds.ts';
import { inOrder, type Weighted } from './ledger.ts';
import { hasLeft, openLeads } from './read-value.ts';
import type { Scene } from './scene.ts';

/** Who cannot take the lead, with the first reason that applies. */
export interface Aside {
  readonly rep: string;
  readonly reason: Readonly<Record<string, unknown>>;
}

/** Who can, with their weights, and who cannot; both by id. */
export interface Sorted {
  readonly free: readonly Weighted[];
  readonly setAside: readonly Aside[];
}

/** How people are looked at: `where` and `weight` only for the rule's own target. `pauseAbove`: of the team that is asked. */
export interface Asking {
  readonly pick: Pick;
  readonly isPrimary: boolean;
  readonly pauseAbove?: number;
  readonly had: readonly string[];
  /** For a while only: nobody earns and nobody pays. */
  readonly isTemporary?: true;
}

const FORTNIGHT_MS = 14 * 86_400_000;

/** Looks at everybody by id. */
export function sortOut(scene: Scene, ids: readonly string[], asking: Asking): Sorted {
  const setAside: Aside[] = [];
  const free: Weighted[] = [];
  for (const rep of inOrder(scene.policy.reps.filter(({ id }) => ids.includes(id)))) {
    const weight = weightOf({ ...scene, rep: rep.id }, asking, rep.id);
    const reason = whyNot({ ...scene, rep: rep.id }, rep, asking, weight);
    if (reason === undefined) free.push({ id: rep.id, weight });
    else setAside.push({ rep: rep.id, reason });
  }
  return pause(scene, { free, setAside }, asking.pauseAbove);
}

function whyNot(scene: Scene, rep: Rep, asking: Asking, weight: Fraction): Aside['reason'] | undefined {
  const { pick, isPrimary, had } = asking;
  const { atMs, almanac } = scene;
  const patience = pick.availableWithin === undefined ? undefined : lengthMs(pick.availableWithin);
  if (had.includes(rep.id)) return { kind: 'had-it' };
  if (isPrimary && pick.where !== undefined && !holds(scene, pick.where)) return { kind: 'where' };
  if (hasLeft(scene, rep.id)) return { kind: 'left', on: rep.left?.on };
  const leave = onLeave(scene, rep.id);
  if (
    leave !== undefined &&
    !(patience !== undefined && leave.untilMs !== undefined && leave.untilMs <= atMs + patience)
  )
    return { kind: 'away', ...(leave.untilMs === undefined ? {} : { until: formatInstant(leave.untilMs) }) };
  // Who comes back by then has to be on duty from then on.
  const fromMs = leave?.untilMs ?? atMs;
  if (rep.works !== undefined && !pick.evenOffDuty && !almanac.isOpen(rep.works, fromMs)) {
    const left = patience === undefined ? undefined : patience - (fromMs - atMs);
    const soon = left !== undefined && almanac.nextOpen(rep.works, fromMs, left) !== undefined;
    const next = almanac.nextOpen(rep.works, fromMs, FORTNIGHT_MS - (fromMs - atMs));
    if (!soon) return { kind: 'off-duty', ...(next === undefined ? {} : { next: formatInstant(next) }) };
  }
  const full = pick.evenOverCapacity ? undefined : limitReached(scene, rep);
  if (full !== undefined) return full;
  if (weight.above === 0n) return { kind: 'weight-zero' };
  return undefined;
}

/** Leave at the instant of the decision, from its beginning on, until before its end; leave that goes on into more leave is one. */
function onLeave({ state, atMs }: Scene, rep: string): { readonly untilMs?: number } | undefined {
  const leave = state.reps.find((each) => each.rep === rep)?.leave ?? [];
  let untilMs = atMs;
  for (;;) {
    const more = leave.filter(
      (each) => each.fromMs <= untilMs && (each.untilMs === undefined || untilMs < each.untilMs),
    );
    if (more.length === 0) return untilMs === atMs ? undefined : { untilMs };
    if (more.some((each) => each.untilMs === undefined)) return {};
    untilMs = Math.max(...more.map((each) => each.untilMs ?? 0));
  }
}

function limitReached(scene: Scene, rep: Rep): Aside['reason'] | undefined {
  for (const per of ['open', 'day', 'week', 'month'] as const) {
    const limit = rep.capacity.find((each) => each.per === per)?.limit;
    if (limit === undefined) continue;
    const has = per === 'open' ? openLeads(scene, rep.id) : assignedIn(scene, rep, per);
    if (has >= limit) return { kind: 'at-capacity', per, limit, has };
  }
  return undefined;
}

/** Leads assigned in the local day, week from Monday or month of the decision. */
export function assignedIn(scene: Scene, rep: Rep, per: 'day' | 'week' | 'month'): number {
  const today = localDay(scene, rep);
  const [from, to] =
    per === 'day'
      ? [today, today + 1]
      : per === 'week'
        ? [mondayOf(today), mondayOf(today) + 7]
        : [firstOfMonth(today), monthsLater(firstOfMonth(today), 1)];
  const days = scene.state.reps.find((each) => each.rep === rep.id)?.days ?? [];
  return days.filter(({ day }) => from <= day && day < to).reduce((sum, { assigned }) => sum + assigned, 0);
}

/** The day number where the rep works, else in the zone of the policy. */
export function localDay({ policy, almanac, atMs }: Scene, { works }: Rep): number {
  const zone = policy.calendars.find(({ id }) => id === works)?.zone ?? policy.zone;
  return almanac.localDay(zone, atMs);
}

function weightOf(scene: Scene, { pick, isPrimary }: Asking, rep: string): Fraction {
  const line = isPrimary
    ? pick.weight.find(({ applies }) => {
        if (applies.kind === 'for') return applies.reps.includes(rep);
        return applies.kind === 'otherwise' || holds(scene, applies.condition);
      })
    : undefined;
  return line === undefined ? fraction(1n) : fromNumber(line.weight);
}

/** Who has more open leads than so many times the average of those still left. */
function pause(scene: Scene, { free, setAside }: Sorted, above: number | undefined): Sorted {
  if (above === undefined) return { free, setAside };
  const open = (id: string): bigint => BigInt(openLeads(scene, id));
  const sum = free.reduce((total, { id }) => total + open(id), 0n);
  const limit = times(fromNumber(above), fraction(sum));
  const isPaused = ({ id }: Weighted): boolean => compareFractions(fraction(open(id) * BigInt(free.length)), limit) > 0;
  const average = free.length === 0 ? '' : twoPlaces(fraction(sum, BigInt(free.length)));
  const paused = free.filter(isPaused).map(({ id }) => ({
    rep: id,
    reason: { kind: 'paused', open: Number(open(id)), average, above },
  }));
  const all = [...setAside, ...paused].map((aside) => ({ ...aside, id: aside.rep }));
  return {
    free: free.filter((each) => !isPaused(each)),
    setAside: inOrder(all).map(({ rep, reason }) => ({ rep, reason })),
  };
}

/** Rounded to two places, half up. */
function twoPlaces({ above, below }: Fraction): string {
  const hundredths = (above * 200n + below) / (below * 2n);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}
