// The concrete tree of a file → its syntax tree of plain frozen nodes.

import type { CstNode, IToken } from 'chevrotain';
import type { Diagnostic, Staged } from '../diagnostics/diagnostic.ts';
import type { Source, Span } from '../source/source.ts';
import { enrichBlock, matchBlock, scoreBlock, tableBlock } from './build-before-routing.ts';
import { type BuildContext, frozen, nameOf, node, part, parts, required, token } from './build-context.ts';
import { calendarBlock, queueBlock, teamBlock } from './build-people.ts';
import { routeBlock, rule } from './build-routing.ts';
import { defineDeclaration, leadBlock, listDeclaration, recordBlock, repFieldsBlock } from './build-shapes.ts';
import { testBlock } from './build-tests.ts';
import { duration, number, text } from './build-values.ts';
import { reportDoubleLines } from './line-slips.ts';
import { dateLiteral } from './literals.ts';
import type { Comment, Declaration, PolicyBlock, PolicyEntry, PolicyFile, Use } from './nodes.ts';
import { reportFileOrder } from './order-slips.ts';

/** What the tree is built from, but for the concrete tree. */
export interface BuildInput {
  /** The tokens that the tree was read from. */
  readonly tokens: readonly IToken[];
  readonly comments: readonly IToken[];
  /** Where the text was repaired before it was read. */
  readonly repaired: readonly Span[];
}

/** A build that goes on while the text is read: large parts are built as soon as they are read, and their concrete trees let go. */
export interface Build {
  /** Takes a rule of a `route` block that was just read; its concrete tree is empty afterwards. */
  readonly whenRead: (tree: CstNode) => void;
  /** Builds the rest. Its diagnostics are those that only a whole construct shows, in the order in which they were found. */
  readonly finish: (tree: CstNode) => Staged<PolicyFile>;
}

/** Starts to build the tree of a file while it is read. */
export function startBuild(source: Source, { tokens, comments, repaired }: BuildInput): Build {
  const diagnostics: Diagnostic[] = [];
  const context: BuildContext = { source, diagnostics, tokens, repaired, built: new Map(), next: 0 };
  return {
    whenRead: (tree) => {
      context.built.set(tree, rule(context, tree));
      // The parser has finished with it: nobody else reads these children.
      (tree as { children: CstNode['children'] }).children = {};
    },
    finish: (tree) => ({ value: file(context, tree, comments), diagnostics }),
  };
}

function file(context: BuildContext, tree: CstNode, comments: readonly IToken[]): PolicyFile {
  const { name, text: whole } = context.source;
  const uses = parts(tree, 'useLine').map((line) => use(context, line));
  const policies = parts(tree, 'policyBlock').map((block) => policy(context, block));
  const declarations = parts(tree, 'declaration').map((block) => declaration(context, block));
  reportFileOrder(context, { uses, policies, declarations });
  return node(
    context,
    { file: name, start: 0, end: whole.length },
    {
      kind: 'policy-file' as const,
      uses: frozen(uses),
      policies: frozen(policies),
      declarations: frozen(declarations),
      comments: frozen(comments.map((found) => comment(context, found))),
    },
  );
}

function comment(context: BuildContext, found: IToken): Comment {
  const { text } = context.source;
  let at = found.startOffset - 1;
  while (at >= 0 && (text[at] === ' ' || text[at] === '\t' || text[at] === '\uFEFF')) at -= 1;
  const ownLine = at < 0 || text[at] === '\n' || text[at] === '\r';
  const span = { file: context.source.name, start: found.startOffset, end: found.startOffset + found.image.length };
  return Object.freeze({ text: found.image, span: Object.freeze(span), ownLine });
}

function use(context: BuildContext, tree: CstNode): Use {
  return node(context, tree, { kind: 'use' as const, path: text(context, tree) });
}

function policy(context: BuildContext, tree: CstNode): PolicyBlock {
  reportDoubleLines(context, parts(tree, 'policyLine'), 'policy', ['language', 'owner', 'zone', 'reviewed']);
  return node(context, tree, {
    kind: 'policy' as const,
    name: nameOf(context, tree),
    label: text(context, tree),
    entries: frozen(parts(tree, 'policyLine').map((line) => policyEntry(context, line))),
  });
}

function policyEntry(context: BuildContext, tree: CstNode): PolicyEntry {
  if (token(tree, 'language') !== undefined) {
    return node(context, tree, { kind: 'language' as const, version: number(context, tree) });
  }
  if (token(tree, 'owner') !== undefined)
    return node(context, tree, { kind: 'owner' as const, owner: text(context, tree) });
  if (token(tree, 'zone') !== undefined)
    return node(context, tree, { kind: 'zone' as const, zone: text(context, tree) });
  return node(context, tree, {
    kind: 'reviewed' as const,
    on: dateLiteral(context, required(token(tree, 'Date'), 'a date')),
    every: duration(context, required(part(tree, 'duration'), 'a duration')),
  });
}

type DeclarationBuilder = (context: BuildContext, tree: CstNode) => Declaration;

/** The grammar's rule for each declaration → the builder of its node. */
const declarationBuilders: Readonly<Record<string, DeclarationBuilder>> = {
  leadBlock,
  recordBlock,
  repFieldsBlock,
  listDeclaration,
  defineDeclaration,
  calendarBlock,
  teamBlock,
  queueBlock,
  enrichBlock,
  matchBlock,
  scoreBlock,
  tableBlock,
  routeBlock,
  testBlock,
};

function declaration(context: BuildContext, tree: CstNode): Declaration {
  const [rule, found] = Object.entries(tree.children)[0] ?? [];
  const build = declarationBuilders[rule ?? ''];
  if (build === undefined) throw new Error(`No builder for ${rule}`);
  return build(context, required(found?.[0], 'a declaration') as CstNode); // each alternative of the rule is a rule
}
