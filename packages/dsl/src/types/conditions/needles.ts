// What `contains`, `includes` and the like search for → one value, several constants, or a field that holds a list.

import { assertNever } from '@fairlead/ir';
import type { Several } from '../../ast/nodes.ts';
import { type Checking, problem } from '../checking.ts';
import { compareOperands } from '../compare.ts';
import { fitListing, fitNamedList, namedList } from '../members.ts';
import type { Operand } from '../operand.ts';
import type { NeedlesMeaning } from '../types.ts';
import { checkOperand } from '../values.ts';
import { isBlank } from './equality.ts';
import { fitListField } from './membership.ts';

/** What is searched for in `within`: a text, or an item of a list. Undefined, and reported, where it does not fit. */
export function checkNeedles(several: Several, within: Operand, checking: Checking): NeedlesMeaning | undefined {
  if (several.quantifier === 'one') {
    const needle = checkOperand(several.value, checking);
    if (isBlank(needle)) {
      problem('FL334', needle.span, {}, checking);
      return undefined;
    }
    return compareOperands(within, needle, checking) === undefined ? undefined : { kind: 'one' };
  }
  const { of } = several;
  switch (of.kind) {
    case 'listing': {
      const fitted = fitListing(within, of, checking);
      return fitted && { kind: 'members', members: fitted.members };
    }
    case 'reading': {
      if (namedList(of, checking) === undefined) {
        return fitListField(within, of, checking) === undefined ? undefined : { kind: 'field' };
      }
      const fitted = fitNamedList(within, of, checking);
      if (fitted === undefined) return undefined;
      const { as: _, ...members } = fitted;
      return { kind: 'members', ...members };
    }
    case 'broken':
      return undefined;
    default:
      return assertNever(of);
  }
}
