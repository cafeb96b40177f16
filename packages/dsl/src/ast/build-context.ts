// What the builder's parts share: access to the concrete tree, and the making of frozen nodes with ids and spans.

import type { CstNode, IToken } from 'chevrotain';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Source, Span } from '../source/source.ts';
import type { Name, NodeBase, NodeId, Rule } from './nodes.ts';

/** One run of the builder over one file. */
export interface BuildContext {
  readonly source: Source;
  /** Problems that only the whole construct shows; the builder adds to it. */
  readonly diagnostics: Diagnostic[];
  /** What the tree was made from. */
  readonly tokens: readonly IToken[];
  /** Where the text was repaired: what is missing there was reported. */
  readonly repaired: readonly Span[];
  /** The rules that were built while the text was read, by their concrete trees. */
  readonly built: Map<CstNode, Rule>;
  /** The number of the next node in the file. */
  next: number;
}

const NODES_PER_FILE = 2 ** 24;

/** Freezes the fields into a node over the stretch of a tree, a token or a span. */
export function node<T extends object>(context: BuildContext, at: CstNode | IToken | Span, fields: T): T & NodeBase {
  // The one place where a number becomes a NodeId: the file's order keeps the files of a policy apart.
  const id = (context.source.order * NODES_PER_FILE + context.next) as NodeId;
  context.next += 1;
  return Object.freeze({ ...fields, id, span: spanOf(context, at) });
}

/** Where a tree, a token or a span stands. */
export function spanOf(context: BuildContext, at: CstNode | IToken | Span): Span {
  if ('file' in at) return Object.freeze(at);
  const file = context.source.name;
  if ('children' in at) {
    const start = at.location?.startOffset ?? 0;
    return Object.freeze({ file, start, end: Math.max(start, (at.location?.endOffset ?? start - 1) + 1) });
  }
  return Object.freeze({ file, start: at.startOffset, end: (at.endOffset ?? at.startOffset - 1) + 1 });
}

/** The first subtree that a rule of the grammar made here. */
export function part(tree: CstNode, rule: string): CstNode | undefined {
  // A name of a rule never keys tokens: rules and tokens share no name (the parser's own check).
  return tree.children[rule]?.[0] as CstNode | undefined;
}

/** All subtrees that a rule made here, in text order. */
export function parts(tree: CstNode, rule: string): readonly CstNode[] {
  return (tree.children[rule] ?? none) as readonly CstNode[]; // as above
}

/** The token of a type, by its place among those of the type. */
export function token(tree: CstNode, type: string, index = 0): IToken | undefined {
  return tree.children[type]?.[index] as IToken | undefined; // as above
}

/** All tokens of a type, in text order. */
export function tokens(tree: CstNode, type: string): readonly IToken[] {
  return (tree.children[type] ?? none) as readonly IToken[]; // as above
}

const none: readonly never[] = [];

/** A part that the grammar promises. */
export function required<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`The grammar promised ${what}`);
  return found;
}

/** Whether the token was put in for one that is missing from the text. */
export function isMissing(found: IToken | undefined): boolean {
  return found !== undefined && found.image === '';
}

/** The name that stands in a token. */
export function nameOf(context: BuildContext, tree: CstNode, index = 0, type = 'Name'): Name {
  return nameAt(context, required(token(tree, type, index), type));
}

/** The name that a token is. */
export function nameAt(context: BuildContext, found: IToken): Name {
  return node(context, found, { kind: 'name' as const, text: found.image });
}

/** Freezes a list. */
export function frozen<T>(items: readonly T[]): readonly T[] {
  return Object.freeze(items);
}

/** Whether something inside a stretch of the file was repaired, so that what is missing from it needs no second report. */
export function wasRepaired(context: BuildContext, span: Span): boolean {
  return context.repaired.some(({ start, end }) => start <= span.end && end >= span.start);
}

/** The text of a stretch, as it was written. */
export function writtenAt(context: BuildContext, span: Span): string {
  return context.source.text.slice(span.start, span.end);
}
