// A list, declared or written in place → its items as constants, laid flat; lists that are empty or mix types.

import type { Constant } from '@fairlead/ir';
import type { ListDeclaration, Listing, Literal, Name } from '../ast/nodes.ts';
import { type Checking, isAbsent, problem } from './checking.ts';
import { firstColumn } from './first-column.ts';
import type { Item, ListFacts } from './item.ts';
import { itemOf } from './items.ts';
import { checkLiteral } from './literals.ts';
import { comparedAs } from './operand.ts';
import type { ValueType } from './types.ts';
import { literalText, typeWords } from './words.ts';

const NOTHING: ListFacts = { type: { kind: 'unknown' }, items: [] };

/** Finds out what every declared list holds. */
export function checkLists(checking: Checking): void {
  // Each list after those in it: no recursion, however long the chain. Lists in a circle (reported) hold what they can.
  for (const list of checking.bindings.listOrder) {
    const facts = declaredFacts(list, checking);
    checking.listFacts.set(list.id, facts);
    const members = facts.items.map((item) => item.constant);
    checking.lists.set(list.id, { list: list.name.text, members });
  }
}

function declaredFacts({ body, id }: ListDeclaration, checking: Checking): ListFacts {
  if (body === undefined) return NOTHING;
  if (body.kind === 'listing') return checkListing(body, checking);
  const text = checking.listTexts.get(id);
  // A file that is not there has been reported.
  if (text === undefined) return NOTHING;
  const { span, value: file } = body.path;
  const items = firstColumn(text, file).map(
    (value): Item => ({
      constant: { kind: 'text', text: value },
      named: JSON.stringify(value),
      span,
      percent: false,
    }),
  );
  if (items.length === 0) problem('FL320', span, { file }, checking);
  return { type: { kind: 'text' }, items: once(items) };
}

/** Finds out what `[ … ]` holds, wherever it stands. */
export function checkListing(listing: Listing, checking: Checking): ListFacts {
  if (listing.items.length === 0) problem('FL320', listing.span, { file: undefined }, checking);
  const items: Item[] = [];
  let first: ListPart | undefined;
  let known = true;
  for (const node of listing.items) {
    const part = node.kind === 'broken' ? undefined : partOf(node, checking);
    if (part === undefined || part.type.kind === 'unknown') {
      known = false;
      continue;
    }
    // One by one: a list from a file may be longer than a call takes arguments.
    for (const item of part.items) items.push(item);
    first ??= part;
    if (!known || sameKind(first.type, part.type)) continue;
    const params = {
      first: first.words,
      firstType: typeWords(first.type),
      other: part.words,
      otherType: typeWords(part.type),
    };
    problem('FL309', node.span, params, checking);
    known = false;
  }
  const facts: ListFacts = { type: known && first !== undefined ? first.type : NOTHING.type, items: once(items) };
  checking.lists.set(listing.id, { members: facts.items.map((item) => item.constant) });
  return facts;
}

interface ListPart extends ListFacts {
  readonly words: string;
}

function partOf(node: Literal | Name, checking: Checking): ListPart | undefined {
  if (node.kind !== 'name') {
    if (node.kind === 'text-literal' && !isAbsent(node) && node.value.trim() === '') {
      problem('FL334', node.span, {}, checking);
      return undefined;
    }
    const item = itemOf(node, checking);
    const type = checkLiteral(node, checking);
    return { type, words: literalText(node), items: item === undefined ? [] : [item] };
  }
  const referent = checking.bindings.references.get(node.id);
  const words = `\`${node.text}\``;
  switch (referent?.kind) {
    case 'list': {
      const { type, items } = checking.listFacts.get(referent.list.id) ?? NOTHING;
      return { type, words, items: items.map((item) => ({ ...item, span: node.span })) };
    }
    case 'rep': {
      const constant: Constant = { kind: 'rep', rep: referent.rep.name };
      checking.constants.set(node.id, constant);
      return { type: { kind: 'rep' }, words, items: [{ constant, named: words, span: node.span, percent: false }] };
    }
    case 'team': {
      const constant: Constant = { kind: 'team', team: referent.team.name.text };
      checking.constants.set(node.id, constant);
      return { type: { kind: 'team' }, words, items: [{ constant, named: words, span: node.span, percent: false }] };
    }
    default:
      return undefined;
  }
}

function sameKind(one: ValueType, other: ValueType): boolean {
  const currency = (type: ValueType): string | undefined => (type.kind === 'money' ? type.currency : undefined);
  return comparedAs(one) === comparedAs(other) && currency(one) === currency(other);
}

/** Each constant once, so that lists of lists of lists stay as small as what is written. */
function once(items: readonly Item[]): readonly Item[] {
  const seen = new Set<string>();
  return items.filter(({ constant }) => {
    const key = JSON.stringify(constant);
    return seen.has(key) ? false : seen.add(key);
  });
}
