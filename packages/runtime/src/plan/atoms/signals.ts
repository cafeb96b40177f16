// Turns counts of signals into closures.

import { type Atom, assertNever } from '@fairlead/ir';
import type { Signal } from '../../values/runtime-value.ts';
import type { Eval, Test } from '../evaluation.ts';
import { foldedOf } from '../keys.ts';
import { compileRead } from '../read-value.ts';
import type { Scope } from '../scope.ts';
import { compileNeedles } from './search.ts';
import { compileInstant } from './window.ts';

type Of<K extends Atom['kind']> = Extract<Atom, { readonly kind: K }>;

/** `activity includes "pricing page" at least 2 times within the last 3 days`. */
export function testSignals(scope: Scope, atom: Of<'signals'>): Test {
  const find = compileCounted(scope, atom);
  const { atLeast } = atom;
  const { quantifier } = atom.needles;
  return (e) => {
    const counted = find(e);
    if (counted === undefined) return false;
    const { kinds, signals } = counted;
    if (quantifier === 'one' || quantifier === 'any') return kinds.length > 0 && signals.length >= atLeast;
    const counts = new Map<string, number>();
    for (const { folded } of signals) counts.set(folded, (counts.get(folded) ?? 0) + 1);
    const reaches = (kind: string): boolean => (counts.get(kind) ?? 0) >= atLeast;
    switch (quantifier) {
      case 'all':
        return kinds.every(reaches);
      case 'none':
        return !kinds.some(reaches);
      default:
        return assertNever(quantifier);
    }
  };
}

/** The instant of the newest signal that the atom counts; undefined if it counts none. */
export function compileNewest(scope: Scope, atom: Of<'signals'>): (e: Eval) => number | undefined {
  const find = compileCounted(scope, atom);
  return (e) =>
    find(e)?.signals.reduce<number | undefined>(
      (newest, { atMs }) => (newest === undefined || atMs > newest ? atMs : newest),
      undefined,
    );
}

interface Counted {
  readonly kinds: readonly string[];
  readonly signals: readonly Signal[];
}

/** The signals of the kinds asked for, not later than the decision, and from the old end of the window on, itself included. */
function compileCounted(scope: Scope, atom: Of<'signals'>): (e: Eval) => Counted | undefined {
  const read = compileRead(scope, atom.value);
  const sought = compileNeedles(scope, atom.needles, foldedOf);
  const since = atom.withinLast === undefined ? undefined : compileInstant(scope, atom.withinLast, -1);
  return (e) => {
    const value = read(e);
    const kinds = sought(e);
    if (typeof value !== 'object' || value.kind !== 'signals' || kinds === undefined) return undefined;
    const fromMs = since === undefined ? Number.NEGATIVE_INFINITY : since(e);
    const { atMs: nowMs } = e.world;
    const isSought = kinds.length === 1 ? (kind: string) => kind === kinds[0] : has(kinds);
    const signals = value.items.filter(({ folded, atMs }) => atMs <= nowMs && atMs >= fromMs && isSought(folded));
    return { kinds, signals };
  };
}

function has(kinds: readonly string[]): (kind: string) => boolean {
  const set = new Set(kinds);
  return (kind) => set.has(kind);
}
