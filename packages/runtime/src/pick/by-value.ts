// Turns eligible reps into the one with the highest or lowest value; whoever ties goes by rotation.
import type { Type } from '@fairlead/ir';
import { compareValues } from '../plan/compare-values.ts';
import { formatValue } from '../plan/format-value.ts';
import type { PlanStrategy } from '../plan/plan-route.ts';
import type { RuntimeValue } from '../values/runtime-value.ts';
import { breakTie } from './by-rotation.ts';
import { type Eligible, NO_MOVES, type Picked, type Some } from './picked.ts';

type ByValue = PlanStrategy & { readonly kind: 'highest' | 'lowest' };

/** A missing value never wins while another has one. Those who tie take turns in the pool, everybody with the weight 1. */
export function pickByValue(eligible: Some<Eligible>, strategy: ByValue, pool: string, temporary: boolean): Picked {
  const { kind } = strategy;
  const [first, ...others] = eligible;
  const withValue = (one: Eligible): Valued => ({ ...one, value: strategy.read(one.e) });
  const valued: Some<Valued> = [withValue(first), ...others.map(withValue)];
  const rows = valued.map(({ rep, value }) => ({
    rep: rep.id,
    ...(value === undefined ? {} : { value: formatValue(strategy.type ?? UNTYPED, value) }),
  }));
  const best = bestOf(valued, kind);
  const [{ rep }, ...equals] = best;
  if (equals.length === 0) return { rep, numbers: { kind, rep: rep.id, rows }, ...NO_MOVES };
  const { tie, ...broken } = breakTie(best, pool, temporary);
  return { ...broken, numbers: { kind, rep: broken.rep.id, rows, tie } };
}

/** For a value of which the policy does not say the type. */
const UNTYPED: Type = { kind: 'text' };

interface Valued extends Eligible {
  readonly value: RuntimeValue | undefined;
}

/** All that no other beats, in their order. */
function bestOf([first, ...others]: Some<Valued>, kind: 'highest' | 'lowest'): Some<Valued> {
  let best: [Valued, ...Valued[]] = [first];
  for (const one of others) {
    if (beats(one, best[0], kind)) best = [one];
    else if (!beats(best[0], one, kind)) best.push(one);
  }
  return best;
}

function beats(a: Valued, b: Valued, kind: 'highest' | 'lowest'): boolean {
  if (a.value === undefined) return false;
  if (b.value === undefined) return true;
  const order = compareValues(a.value, b.value) ?? 0;
  return kind === 'highest' ? order > 0 : order < 0;
}
