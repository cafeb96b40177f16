// Turns eligible reps into the one who has had the fewest leads of a period; who catches up does so with a bound.
import type { Period } from '@fairlead/ir';
import type { Tie } from '../decision.ts';
import type { Plan } from '../plan/plan.ts';
import { breakTie } from './by-rotation.ts';
import { periodStart, repDay } from './local-day.ts';
import { type Eligible, NO_MOVES, type Picked, type Some } from './picked.ts';

/** Whose totals are counted, and in which period. */
export interface FewestHow {
  readonly team: string;
  readonly period: Period;
  /** Of a temporary owner nothing is remembered. */
  readonly temporary: boolean;
}

/**
 * Equal totals of the leads assigned in the period, each rep's by their own local days. Who took two of the team's last three leads is passed over
 * while others are eligible: so who has been away catches up with at most two of any four leads. Equals take turns in the team's rotation.
 */
export function pickByFewest(plan: Plan, eligible: Some<Eligible>, { team, period, temporary }: FewestHow): Picked {
  const pool = `fewest:team:${team}`;
  const { world } = eligible[0].e;
  const recent = world.state.recent(pool).slice(-REMEMBERED);
  const counted: readonly Counted[] = eligible.map((one) => ({
    ...one,
    total: world.state.assigned(one.rep.id, period, periodStart(period, repDay(plan, one.rep, world))),
    full: eligible.length > 1 && recent.filter((rep) => rep === one.rep.id).length >= MOST_OF_LAST,
  }));
  const least = fewestOf(counted);
  // With two or more eligible, no two of them can have had two of three.
  const inLine = counted.filter(({ full }) => !full);
  const wanted = fewestOf(inLine);
  const best = inLine.filter(({ total }) => total === wanted);
  const rows = counted.map(({ rep, total, full }) => ({
    rep: rep.id,
    total,
    ...(full && total === least ? { passed: true as const } : {}),
  }));
  const [first, ...equals] = best;
  if (first === undefined) throw new Error('Not everybody is passed over.');
  const alone: Picking = { rep: first.rep, ...NO_MOVES };
  const { tie, ...one } = equals.length === 0 ? alone : breakTie([first, ...equals], `team:${team}`, temporary);
  const remembered = temporary ? [] : [{ kind: 'recent', pool, rep: one.rep.id } as const];
  return {
    rep: one.rep,
    numbers: { kind: 'fewest', rep: one.rep.id, pool, period, rows, ...(tie === undefined ? {} : { tie }) },
    changes: [...one.changes, ...remembered],
    pools: one.pools,
  };
}

/** Of so many leads of the team, the last ones … */
const REMEMBERED = 3;
/** … nobody who took so many takes the next. */
const MOST_OF_LAST = 2;

type Picking = Omit<Picked, 'numbers'> & { readonly tie?: Tie };

interface Counted extends Eligible {
  readonly total: number;
  readonly full: boolean;
}

function fewestOf(counted: readonly Counted[]): number {
  return counted.reduce((least, { total }) => Math.min(least, total), Number.POSITIVE_INFINITY);
}
