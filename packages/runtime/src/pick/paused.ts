// Turns those who are left of a team, and its `pause above`, into who has so much more on their desk than the others that they are set aside.
import { toExact } from '@fairlead/ir';
import type { Reason } from '../decision.ts';
import type { Eligible } from './picked.ts';

/** Who is paused. Several may be, all by the one average of open leads over everybody who came so far. */
export function pausedOf(eligible: readonly Eligible[], above: number): ReadonlyMap<string, Reason> {
  const opens = eligible.map(({ rep, e }) => ({
    rep: rep.id,
    open: e.world.state.standing(rep.id, e.world.atMs).open,
  }));
  const sum = opens.reduce((total, { open }) => total + open, 0);
  const average = averageText(sum, opens.length);
  const paused = opens.filter(({ open }) => isAbove(open, opens.length, above, sum));
  return new Map(paused.map(({ rep, open }) => [rep, { kind: 'paused', open, average, above }]));
}

/** open > above × sum / count, without dividing or rounding. */
function isAbove(open: number, count: number, above: number, sum: number): boolean {
  const { coefficient, scale } = toExact(above);
  const [left, right] = [BigInt(open) * BigInt(count), coefficient * BigInt(sum)];
  return scale >= 0 ? left * 10n ** BigInt(scale) > right : left > right * 10n ** BigInt(-scale);
}

/** With two decimal places, rounded half up: `18.50`. */
function averageText(sum: number, count: number): string {
  if (count === 0) return '0.00';
  const digits = ((BigInt(sum) * 200n + BigInt(count)) / (BigInt(count) * 2n)).toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
