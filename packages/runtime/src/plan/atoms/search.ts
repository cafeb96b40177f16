// Turns searches in texts and lists into closures.

import type { Atom, Needles } from '@fairlead/ir';
import { mentions } from '@fairlead/ir';
import type { RuntimeValue } from '../../values/runtime-value.ts';
import { constantValue } from '../constant-value.ts';
import type { Eval, Test } from '../evaluation.ts';
import { typeOf } from '../facts.ts';
import { foldedOf, KEYS, type Key, rawOf } from '../keys.ts';
import { compileRead } from '../read-value.ts';
import type { Scope } from '../scope.ts';

type Of<K extends Atom['kind']> = Extract<Atom, { readonly kind: K }>;

/** `title mentions any of c_level`. Texts are searched folded, codes as they are written. What is searched for is never empty: that would be missing. */
export function testText(scope: Scope, atom: Of<'text'>): Test {
  const read = compileRead(scope, atom.value);
  const textOf = typeOf(scope, atom.value)?.kind === 'code' ? rawOf : foldedOf;
  const sought = compileNeedles(scope, atom.needles, textOf);
  const holds = QUANTIFIERS[atom.needles.quantifier];
  const finds = VERBS[atom.verb];
  return (e) => {
    const text = textOf(read(e));
    if (text === undefined) return false;
    const needles = sought(e);
    return needles !== undefined && holds(needles, (needle) => finds(text, needle));
  };
}

/** `rep.languages includes any of ["de", "en"]`. */
export function testIncludes(scope: Scope, atom: Of<'includes'>): Test {
  const read = compileRead(scope, atom.value);
  const keyOf = KEYS[atom.as];
  const sought = compileNeedles(scope, atom.needles, keyOf);
  const holds = QUANTIFIERS[atom.needles.quantifier];
  return (e) => {
    const items = itemsOf(read(e));
    if (items === undefined) return false;
    const needles = sought(e);
    if (needles === undefined) return false;
    const keys = items.map(keyOf);
    if (keys.length <= FEW) return holds(needles, (needle) => keys.includes(needle));
    const set = new Set(keys);
    return holds(needles, (needle) => set.has(needle));
  };
}

/** Up to here looking along a list is faster than making a set of it. */
const FEW = 8;

/** The items of a list; undefined for what is none. */
export function itemsOf(value: RuntimeValue | undefined): readonly RuntimeValue[] | undefined {
  return typeof value === 'object' && value.kind === 'list' ? value.items : undefined;
}

/** What is searched for, as what it is compared by. Undefined where the one value, or the list's record, is missing. */
export function compileNeedles<K extends Key>(
  scope: Scope,
  needles: Needles,
  keyOf: (value: RuntimeValue) => K | undefined,
): (e: Eval) => readonly K[] | undefined {
  const keyed = (values: readonly RuntimeValue[]): readonly K[] => values.flatMap((value) => keyOf(value) ?? []);
  if ('members' in needles) {
    const members = keyed(needles.members.flatMap((member) => constantValue(member) ?? []));
    return () => members;
  }
  if ('field' in needles) {
    const field = compileRead(scope, needles.field);
    return (e) => {
      const items = itemsOf(field(e));
      return items === undefined ? undefined : keyed(items);
    };
  }
  const read = compileRead(scope, needles.value);
  if (needles.value.kind === 'constant') {
    const constant = constantValue(needles.value.constant);
    const one = constant === undefined ? [] : keyed([constant]);
    return () => one;
  }
  return (e) => {
    const value = read(e);
    const key = value === undefined ? undefined : keyOf(value);
    return key === undefined ? undefined : [key];
  };
}

type Quantify = <K>(needles: readonly K[], found: (needle: K) => boolean) => boolean;

/** `one` needs something to search for; of nothing, `all of` and `none of` hold. */
const QUANTIFIERS: { readonly [quantifier in Needles['quantifier']]: Quantify } = {
  one: (needles, found) => needles.some(found),
  any: (needles, found) => needles.some(found),
  all: (needles, found) => needles.every(found),
  none: (needles, found) => !needles.some(found),
};

const VERBS: { readonly [verb in Of<'text'>['verb']]: (text: string, needle: string) => boolean } = {
  contains: (text, needle) => text.includes(needle),
  mentions,
  'starts-with': (text, needle) => text.startsWith(needle),
  'ends-with': (text, needle) => text.endsWith(needle),
};
