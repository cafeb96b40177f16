// A value and the items of a list → whether they can be compared, and the constants that it is compared with.

import type { ComparedAs, Constant } from '@fairlead/ir';
import { foldText } from '@fairlead/ir';
import type { Listing, Reading } from '../ast/nodes.ts';
import type { Checking } from './checking.ts';
import type { ListFacts } from './item.ts';
import { fitItem } from './items.ts';
import { checkListing } from './list-facts.ts';
import { comparedAs, type Operand } from './operand.ts';
import type { Members } from './types.ts';

/** What a value is compared with, and as what. */
export interface FittedMembers extends Members {
  readonly as: ComparedAs;
}

/** Compares a value with every item of a listing. Undefined where one does not fit: the first that does not is reported. */
export function fitListing(value: Operand, listing: Listing, checking: Checking): FittedMembers | undefined {
  return fitMembers(value, checkListing(listing, checking), checking);
}

/** The same with the items of a declared list; what does not fit is reported where the list is used. Undefined also if it is not a list's name. */
export function fitNamedList(value: Operand, reading: Reading, checking: Checking): FittedMembers | undefined {
  const list = namedList(reading, checking);
  const facts = list && checking.listFacts.get(list.id);
  if (list === undefined || facts === undefined) return undefined;
  const here = facts.items.map((item) => ({ ...item, span: reading.span }));
  const fitted = fitMembers(value, { ...facts, items: here }, checking);
  return fitted && { ...fitted, list: list.name.text };
}

/** The list that a reading names; undefined for a field. */
export function namedList({ path, of }: Reading, { bindings }: Checking): NamedList | undefined {
  const referent = of === undefined ? bindings.references.get(path.id) : undefined;
  return referent?.kind === 'list' ? referent.list : undefined;
}

type NamedList = Checking['bindings']['listOrder'][number];

function fitMembers(value: Operand, facts: ListFacts, checking: Checking): FittedMembers | undefined {
  const as = comparedAs(value.type);
  if (as === undefined || facts.type.kind === 'unknown') return undefined;
  const members: Constant[] = [];
  for (const item of facts.items) {
    const constant = fitItem(item, value, 'compare', checking);
    if (constant === undefined) return undefined;
    members.push(constant);
  }
  return { as, members: distinct(members, as) };
}

/** Drops constants that are equal when they are compared; the first of them stays. */
function distinct(members: readonly Constant[], as: ComparedAs): readonly Constant[] {
  const seen = new Set<string>();
  return members.filter((member) => {
    const key = member.kind === 'text' && as === 'text' ? foldText(member.text) : JSON.stringify(member);
    return seen.has(key) ? false : seen.add(key);
  });
}
