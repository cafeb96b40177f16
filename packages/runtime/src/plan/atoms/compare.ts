// Turns comparisons, ranges and membership in lists into closures.

import type { Atom, ComparedAs, Constant, Value } from '@fairlead/ir';
import { asAmount, compareAmounts } from '../../values/amount.ts';
import { constantValue } from '../constant-value.ts';
import type { Eval, Test } from '../evaluation.ts';
import { KEYS, type Key } from '../keys.ts';
import { compileRead } from '../read-value.ts';
import type { Scope } from '../scope.ts';
import { itemsOf } from './search.ts';

type Of<K extends Atom['kind']> = Extract<Atom, { readonly kind: K }>;

/** `a is b`, `a > b` … Nothing holds where a side is missing, `is not` neither. */
export function testCompare(scope: Scope, atom: Of<'compare'>): Test {
  const { operator, as } = atom;
  if (operator === 'is' || operator === 'is-not') {
    return testEqual(compileKey(scope, as, atom.left), compileKey(scope, as, atom.right), operator === 'is');
  }
  const [left, right] = [compileRead(scope, atom.left), compileRead(scope, atom.right)];
  const order = ORDERS[operator];
  if (as !== 'number' && as !== 'date' && as !== 'time') return never;
  return (e) => {
    const [a, b] = [left(e), right(e)];
    if (typeof a === 'number' && typeof b === 'number') return order(a < b ? -1 : a > b ? 1 : 0);
    const [amount, other] = [asAmount(a), asAmount(b)];
    return amount !== undefined && other !== undefined && order(compareAmounts(amount, other));
  };
}

/** `a in 100..999`: both ends included. */
export function testInRange(scope: Scope, atom: Of<'in-range'>): Test {
  const read = compileRead(scope, atom.value);
  const [from, to] = [asAmount(constantValue(atom.from)), asAmount(constantValue(atom.to))];
  if (from === undefined || to === undefined) return never;
  const { negated } = atom;
  return (e) => {
    const amount = asAmount(read(e));
    if (amount === undefined) return false;
    return (compareAmounts(amount, from) >= 0 && compareAmounts(amount, to) <= 0) !== negated;
  };
}

/** `a in dach`. */
export function testInList(scope: Scope, atom: Of<'in-list'>): Test {
  const key = compileKey(scope, atom.as, atom.value);
  const members = constantKeys(atom.as, atom.members);
  const { negated } = atom;
  return (e) => {
    const found = key(e);
    return found !== undefined && members.has(found) !== negated;
  };
}

/** `a in rep.countries`. */
export function testInField(scope: Scope, atom: Of<'in-field'>): Test {
  const key = compileKey(scope, atom.as, atom.value);
  const field = compileRead(scope, atom.field);
  const { negated, as } = atom;
  return (e) => {
    const sought = key(e);
    const items = itemsOf(field(e));
    if (sought === undefined || items === undefined) return false;
    return items.some((item) => KEYS[as](item) === sought) !== negated;
  };
}

/** Reads a value as what it is compared by. */
function compileKey(scope: Scope, as: ComparedAs, value: Value): (e: Eval) => Key | undefined {
  const read = compileRead(scope, value);
  const keyOf = KEYS[as];
  if (value.kind === 'constant') {
    const constant = constantValue(value.constant);
    const key = constant === undefined ? undefined : keyOf(constant);
    return () => key;
  }
  return (e) => {
    const found = read(e);
    return found === undefined ? undefined : keyOf(found);
  };
}

/** What constants are compared by. */
function constantKeys(as: ComparedAs, constants: readonly Constant[]): ReadonlySet<Key> {
  const keys = new Set<Key>();
  for (const constant of constants) {
    const value = constantValue(constant);
    const key = value === undefined ? undefined : KEYS[as](value);
    if (key !== undefined) keys.add(key);
  }
  return keys;
}

/** Never holds. */
const never: Test = () => false;

type ReadKey = (e: Eval) => Key | undefined;

function testEqual(left: ReadKey, right: ReadKey, equal: boolean): Test {
  return (e) => {
    const a = left(e);
    if (a === undefined) return false;
    const b = right(e);
    return b !== undefined && (a === b) === equal;
  };
}

const ORDERS: { readonly [operator in '>' | '>=' | '<' | '<=']: (order: -1 | 0 | 1) => boolean } = {
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
};
