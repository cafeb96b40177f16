// Turns ages and opening hours into closures.

import { type Atom, assertNever } from '@fairlead/ir';
import type { Eval, Test } from '../evaluation.ts';
import { today } from '../people.ts';
import { compileRead } from '../read-value.ts';
import type { Scope } from '../scope.ts';
import { compileDay, compileInstant } from './window.ts';

type Of<K extends Atom['kind']> = Extract<Atom, { readonly kind: K }>;

/**
 * By age. Instants go by elapsed time, dates by local days in the policy's zone, both by calendar months. All ends are included: `within the
 * last 7 days` holds from exactly 7 days ago to now, `within the next` from now on, and `more than 7 days ago` before that.
 */
export function testAge(scope: Scope, atom: Of<'age'>): Test {
  const read = compileRead(scope, atom.value);
  const isDate = atom.as === 'date';
  const sign = atom.test === 'within-next' ? 1 : -1;
  const edge = (isDate ? compileDay : compileInstant)(scope, atom.duration, sign);
  const now = isDate ? (e: Eval): number => today(scope, e) : (e: Eval): number => e.world.atMs;
  const holds = (test: (value: number, e: Eval) => boolean): Test => {
    return (e) => {
      const value = read(e);
      return typeof value === 'number' && test(value, e);
    };
  };
  switch (atom.test) {
    case 'within-last':
      return holds((value, e) => value >= edge(e) && value <= now(e));
    case 'within-next':
      return holds((value, e) => value >= now(e) && value <= edge(e));
    case 'more-than-ago':
      return holds((value, e) => value < edge(e));
    default:
      return assertNever(atom.test);
  }
}

/** `during berlin`: asked of the world once a lead. */
export function testDuring(scope: Scope, atom: Of<'during'>): Test {
  const { calendar } = atom;
  const slot = scope.slotFor(`during ${calendar}`);
  return (e) => {
    const found = e.memory.found[slot];
    if (typeof found === 'boolean') return found;
    const open = e.world.almanac.isOpen(calendar, e.world.atMs);
    e.memory.found[slot] = open;
    return open;
  };
}
