// Concrete trees of leads, records, rep fields, lists and defines → nodes.

import type { CstNode } from 'chevrotain';
import { condition } from './build-conditions.ts';
import {
  type BuildContext,
  frozen,
  isMissing,
  nameAt,
  nameOf,
  node,
  part,
  parts,
  required,
  token,
  tokens,
} from './build-context.ts';
import { broken, listing, text } from './build-values.ts';
import { textLiteral } from './literals.ts';
import type {
  DefineDeclaration,
  Field,
  LeadBlock,
  ListDeclaration,
  Modifier,
  RecordBlock,
  RepFieldsBlock,
  TextLiteral,
  TypeNode,
} from './nodes.ts';

/** Builds `lead`. */
export function leadBlock(context: BuildContext, tree: CstNode): LeadBlock {
  return node(context, tree, {
    kind: 'lead' as const,
    blank: blankTexts(context, tree),
    fields: fields(context, tree),
  });
}

/** Builds `record`. */
export function recordBlock(context: BuildContext, tree: CstNode): RecordBlock {
  return node(context, tree, {
    kind: 'record' as const,
    name: nameOf(context, tree),
    source: nameOf(context, tree, 1),
    blank: blankTexts(context, tree),
    fields: fields(context, tree),
  });
}

/** Builds the fields of reps. */
export function repFieldsBlock(context: BuildContext, tree: CstNode): RepFieldsBlock {
  const found = parts(tree, 'repField').map((line) => field(context, line, 'RepFieldName'));
  return node(context, tree, { kind: 'rep-fields' as const, fields: frozen(found) });
}

function blankTexts(context: BuildContext, tree: CstNode): readonly TextLiteral[] {
  const blank = part(tree, 'blankTexts');
  if (blank === undefined) return frozen([]);
  return frozen(tokens(blank, 'Text').map((found) => textLiteral(context, found)));
}

function fields(context: BuildContext, tree: CstNode): readonly Field[] {
  return frozen(parts(tree, 'field').map((line) => field(context, line)));
}

/** Builds a field. */
export function field(context: BuildContext, tree: CstNode, nameType = 'Name'): Field {
  const name = nameOf(context, tree, 0, nameType);
  const type = typeNode(context, required(part(tree, 'type'), 'a type'));
  const unique = tokens(tree, 'unique').map((found) => node(context, found, { kind: 'unique' as const }));
  const modifiers: Modifier[] = [...parts(tree, 'modifier').map((found) => modifier(context, found)), ...unique];
  if (unique.length > 0) modifiers.sort((a, b) => a.span.start - b.span.start);
  return node(context, tree, { kind: 'field' as const, name, type, modifiers: frozen(modifiers) });
}

function typeNode(context: BuildContext, tree: CstNode): TypeNode {
  if (token(tree, 'money') !== undefined) {
    const currency = nameAt(context, required(token(tree, 'Currency'), 'a currency'));
    return node(context, tree, { kind: 'money-type' as const, currency });
  }
  if (token(tree, 'list') !== undefined)
    return node(context, tree, { kind: 'list-type' as const, of: nameOf(context, tree) });
  const name = token(tree, 'TypeName');
  if (name !== undefined) {
    if (isMissing(name)) return broken(context, tree);
    return node(context, tree, { kind: 'named-type' as const, name: nameAt(context, name) });
  }
  const choices = tokens(tree, 'Text').map((found) => textLiteral(context, found));
  return node(context, tree, {
    kind: 'choice-type' as const,
    choices: frozen(choices),
    open: token(tree, 'text') !== undefined,
  });
}

function modifier(context: BuildContext, tree: CstNode): Modifier {
  const written = part(tree, 'writtenAs');
  if (written !== undefined) return writtenAs(context, written);
  if (token(tree, 'from') !== undefined)
    return node(context, tree, { kind: 'from' as const, column: text(context, tree) });
  if (token(tree, 'optional') !== undefined) return node(context, tree, { kind: 'optional' as const });
  return node(context, tree, { kind: 'private' as const });
}

function writtenAs(context: BuildContext, tree: CstNode): Modifier {
  const hasOr = token(tree, 'or') !== undefined;
  const hasZone = token(tree, 'in') !== undefined;
  return node(context, tree, {
    kind: 'written' as const,
    pattern: text(context, tree),
    ...(hasOr ? { or: text(context, tree, 1) } : {}),
    ...(hasZone ? { zone: text(context, tree, hasOr ? 2 : 1) } : {}),
  });
}

/** Builds `list`. */
export function listDeclaration(context: BuildContext, tree: CstNode): ListDeclaration {
  const name = nameOf(context, tree);
  const list = part(tree, 'listing');
  if (list !== undefined) return node(context, tree, { kind: 'list' as const, name, body: listing(context, list) });
  const path = required(token(tree, 'Text'), 'the path of a file');
  const body = isMissing(path)
    ? undefined
    : node(context, path, { kind: 'list-file' as const, path: textLiteral(context, path) });
  return node(context, tree, { kind: 'list' as const, name, body });
}

/** Builds `define`. */
export function defineDeclaration(context: BuildContext, tree: CstNode): DefineDeclaration {
  return node(context, tree, {
    kind: 'define' as const,
    name: nameOf(context, tree),
    condition: condition(context, required(part(tree, 'condition'), 'a condition')),
  });
}
