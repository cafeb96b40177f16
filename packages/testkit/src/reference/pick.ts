// A team's people who are free → the one who gets the lead, with the numbers. docs/reference/routing.md#how-a-rep-is-picked.

import type { Strategy } from '@fairlead/ir';
import { fromNumber } from './fraction.ts';
import { holds, order } from './holds.ts';
import { ledgerOf, sharesOf, takeTurn, type Weighted } from './ledger.ts';
import { byLikelihood } from './likelihood.ts';
import { valueFor } from './read-value.ts';
import { reserveShares } from './reserve.ts';
import type { Scene } from './scene.ts';
import { type Asking, assignedIn } from './set-aside.ts';
import { breakTie, type Choice, ledgerChanges, type Picked, rowsOf } from './turns.ts';
import { plainText } from './values.ts';

/** By the rule's strategy. */
export function pickOne(scene: Scene, team: string, free: readonly Weighted[], asking: Asking): Picked {
  const { strategy } = asking.pick;
  switch (strategy.kind) {
    case 'rotation':
      return byRotation(scene, team, free, asking, strategy.rule);
    case 'highest':
    case 'lowest':
      return byValue({ scene, team, free, asking }, strategy);
    case 'fewest':
      return byFewest({ scene, team, free, asking }, strategy.period);
    case 'likelihood':
      return byLikelihood({ scene, team, free, asking }, strategy.model);
  }
}

function byRotation(
  scene: Scene,
  team: string,
  free: readonly Weighted[],
  asking: Asking,
  rule: string | undefined,
): Picked {
  const pool = rule === undefined ? `team:${team}` : `rule:${rule}`;
  const { seq } = ledgerOf(scene, pool);
  const reserve = asking.isPrimary ? asking.pick.reserve : undefined;
  const group =
    reserve === undefined ? [] : free.filter(({ id }) => holds({ ...scene, rep: id }, reserve.for)).map(({ id }) => id);
  const shares =
    reserve === undefined ? sharesOf(free, seq) : reserveShares(free, new Set(group), fromNumber(reserve.share), seq);
  const turn = takeTurn(scene, pool, shares, asking.isTemporary);
  const told = reserve === undefined ? {} : { reserve: { share: reserve.share, group } };
  return {
    rep: turn.winner,
    numbers: { kind: 'rotation', rep: turn.winner, pool, ...told, rows: rowsOf(turn, free) },
    changes: ledgerChanges(pool, turn),
  };
}

function byValue(choice: Choice, { kind, value }: Extract<Strategy, { readonly kind: 'highest' | 'lowest' }>): Picked {
  const { scene, free } = choice;
  const values = free.map(({ id }) => ({ id, value: valueFor({ ...scene, rep: id }, value) }));
  const known = values.flatMap(({ id, value: own }) => (own === undefined ? [] : [{ id, own }]));
  const isBest = (one: (typeof known)[number]): boolean =>
    known.every(({ own }) => (kind === 'highest' ? order(one.own, own) >= 0 : order(one.own, own) <= 0));
  const best = known.length === 0 ? free.map(({ id }) => id) : known.filter(isBest).map(({ id }) => id);
  const rows = values.map(({ id, value: own }) => ({
    rep: id,
    ...(own === undefined ? {} : { value: plainText(own) }),
  }));
  const one = breakTie(choice, best);
  return { rep: one.rep, numbers: { kind, rep: one.rep, rows, ...one.tie }, changes: one.changes };
}

/** Whoever got the fewest in the period; who took two of the last three leads lets the others go first. */
function byFewest(choice: Choice, period: 'day' | 'week' | 'month'): Picked {
  const { scene, team, free } = choice;
  const pool = `fewest:team:${team}`;
  const recent = scene.state.recent.find((each) => each.pool === pool)?.reps ?? [];
  const totals = free.map(({ id }) => {
    const rep = scene.policy.reps.find((each) => each.id === id);
    return { id, total: rep === undefined ? 0 : assignedIn(scene, rep, period) };
  });
  const tookTwo = (id: string): boolean => recent.slice(-3).filter((each) => each === id).length >= 2;
  const others = totals.filter(({ id }) => !tookTwo(id));
  const asked = others.length === 0 ? totals : others;
  const least = Math.min(...asked.map(({ total }) => total));
  const best = asked.filter(({ total }) => total === least).map(({ id }) => id);
  const one = breakTie(choice, best);
  const rows = totals.map(({ id, total }) => ({
    rep: id,
    total,
    ...(others.length > 0 && tookTwo(id) && total <= least ? { passed: true } : {}),
  }));
  return {
    rep: one.rep,
    numbers: { kind: 'fewest', rep: one.rep, pool, period, rows, ...one.tie },
    changes: [...one.changes, { kind: 'recent', pool, rep: one.rep }],
  };
}
