// Turns runtime values into primitives that are the same exactly where the language calls two values equal.

import type { ComparedAs } from '@fairlead/ir';
import { foldText } from '@fairlead/ir';
import { amountKey, asAmount } from '../values/amount.ts';
import type { RuntimeValue } from '../values/runtime-value.ts';
import type { Eval } from './evaluation.ts';

/** By what values are compared. */
export type Key = string | number | boolean;

/** By how two values are compared; undefined for what cannot be compared so, which then does not hold. */
export const KEYS: { readonly [as in ComparedAs]: (value: RuntimeValue) => Key | undefined } = {
  text: foldedOf,
  code: rawOf,
  number: (value) => {
    if (typeof value === 'number') return value;
    const amount = asAmount(value);
    return amount === undefined ? undefined : amountKey(amount);
  },
  date: numberOf,
  time: numberOf,
  flag: (value) => (typeof value === 'boolean' ? value : undefined),
  rep: idOf,
  team: idOf,
};

/** The folded text of a text or code. */
export function foldedOf(value: RuntimeValue | undefined): string | undefined {
  if (typeof value === 'object') return value.kind === 'text' ? value.folded : undefined;
  return typeof value === 'string' ? foldText(value) : undefined;
}

/** The text as written, of a text or code. */
export function rawOf(value: RuntimeValue | undefined): string | undefined {
  if (typeof value === 'object') return value.kind === 'text' ? value.raw : undefined;
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: RuntimeValue): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function idOf(value: RuntimeValue): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Under what the outcome of a condition on private fields is noted: its id, with the rep or, in a match, the record that is looked at. */
export function sealedKey(e: Eval, id: number, readsRep: boolean): string {
  const key = readsRep ? `${id}@${e.rep?.id ?? ''}` : `${id}`;
  return e.candidate === undefined ? key : `${key}#${e.candidate}`;
}
