// Turns `is like` between company names into closures: whether it holds, and how alike the two are.

import type { Atom } from '@fairlead/ir';
import { type CompanyName, companyName } from '../../match/company-name.ts';
import { LIKE_FROM, likeness } from '../../match/likeness.ts';
import { givenFor } from '../eval.ts';
import type { Eval, Test } from '../evaluation.ts';
import { isSealed, slotsRead } from '../facts.ts';
import { rawOf, sealedKey } from '../keys.ts';
import { compileRead } from '../read-value.ts';
import type { Scope } from '../scope.ts';

type Like = Extract<Atom, { readonly kind: 'like' }>;

/** `a is like b`; where a side is missing it does not hold, `is not like` neither. */
export function testLike(scope: Scope, atom: Like): Test {
  const read = readAlike(scope, atom);
  const { negated } = atom;
  return (e) => {
    const alike = read(e);
    return alike !== undefined && alike >= LIKE_FROM !== negated;
  };
}

/**
 * How alike the two are, from 0 to 10,000; undefined where one is missing. Of private names it is noted as a sealed outcome, under the words
 * `alike` and the condition's own key.
 */
export function compileAlike(scope: Scope, atom: Like): (e: Eval) => number | undefined {
  const read = readAlike(scope, atom);
  if (!isSealed(scope, atom)) return read;
  const slots = slotsRead(scope, atom);
  return (e) => {
    const key = `alike ${sealedKey(e, atom.id, false)}`;
    const given = givenFor(e, slots);
    const alike = given === undefined ? read(e) : Object.hasOwn(given, key) ? asAlike(given[key]) : undefined;
    if (alike !== undefined) e.sealed.noted.set(key, alike);
    return alike;
  };
}

function asAlike(given: boolean | number | undefined): number | undefined {
  return typeof given === 'number' && Number.isInteger(given) && given >= 0 && given <= 10_000 ? given : undefined;
}

function readAlike(scope: Scope, { left, right }: Like): (e: Eval) => number | undefined {
  const [readLeft, readRight] = [compileRead(scope, left), compileRead(scope, right)];
  return (e) => {
    const [a, b] = [rawOf(readLeft(e)), rawOf(readRight(e))];
    if (a === undefined || b === undefined) return undefined;
    const [name, other] = [nameOf(e, a), nameOf(e, b)];
    return name === undefined || other === undefined ? 0 : likeness(name, other);
  };
}

/** Each text is brought into its normal form once a lead. */
function nameOf(e: Eval, text: string): CompanyName | undefined {
  const { names } = e.memory;
  const known = names.get(text);
  if (known !== undefined || names.has(text)) return known;
  const name = companyName(text);
  names.set(text, name);
  return name;
}
