// Concrete trees of enrich, match, score and table blocks → nodes.

import type { CstNode } from 'chevrotain';
import { condition } from './build-conditions.ts';
import {
  type BuildContext,
  frozen,
  nameAt,
  nameOf,
  node,
  part,
  parts,
  required,
  token,
  tokens,
} from './build-context.ts';
import { missingName } from './build-people.ts';
import { field } from './build-shapes.ts';
import { broken, duration, number, text, value } from './build-values.ts';
import { type NeededLine, reportDoubleLines, reportMissingLines } from './line-slips.ts';
import { percentLiteral, textLiteral } from './literals.ts';
import type {
  Duration,
  EnrichBlock,
  MatchBlock,
  MatchLine,
  PercentLiteral,
  PreferLine,
  ReviewLine,
  ScoreBlock,
  ScoreLine,
  TableBlock,
  TableKey,
} from './nodes.ts';

/** Builds `enrich`. */
export function enrichBlock(context: BuildContext, tree: CstNode): EnrichBlock {
  const name = nameOf(context, tree);
  const lines = parts(tree, 'enrichLine');
  reportMissingLines(context, tree, lines, 'enrich', enrichNeeds);
  reportDoubleLines(context, lines, 'enrich', ['from', 'fill', 'within', 'reuse']);
  const lineOf = (word: string): CstNode | undefined =>
    parts(tree, 'enrichLine').find((line) => token(line, word) !== undefined);
  const [from, fill, within, reuse] = [lineOf('from'), lineOf('fill'), lineOf('within'), lineOf('reuse')];
  const names = fill === undefined ? [] : tokens(required(part(fill, 'names'), 'names'), 'Name');
  return node(context, tree, {
    kind: 'enrich' as const,
    name,
    provider: from === undefined ? missingName(context, tree) : nameOf(context, from),
    by: from === undefined ? broken(context, tree) : value(context, required(part(from, 'value'), 'a key')),
    fill: frozen(names.map((found) => nameAt(context, found))),
    within: within === undefined ? missingDuration(context, tree) : durationIn(context, within),
    ...(reuse === undefined ? {} : { reuseFor: durationIn(context, reuse) }),
  });
}

const enrichNeeds: readonly NeededLine[] = [
  { word: 'from', why: 'so nobody knows whom to ask', sample: 'from clearbit by domain of email' },
  { word: 'fill', why: 'so the answer would go nowhere', sample: 'fill company, employees' },
  { word: 'within', why: 'so a lead could wait for ever', sample: 'within 800 ms', anywhere: true },
];

function durationIn(context: BuildContext, tree: CstNode): Duration {
  return duration(context, required(part(tree, 'duration'), 'a duration'));
}

function missingDuration(context: BuildContext, tree: CstNode): Duration {
  const end = (tree.location?.endOffset ?? -1) + 1;
  const span = { file: context.source.name, start: end, end };
  const amount = node(context, span, { kind: 'number-literal' as const, decimal: '0', raw: '' });
  return node(context, span, { kind: 'duration' as const, amount, unit: 'second' as const });
}

function percent(context: BuildContext, tree: CstNode): PercentLiteral {
  return percentLiteral(context, required(token(tree, 'Percent'), 'a percentage'));
}

/** Builds `match`. */
export function matchBlock(context: BuildContext, tree: CstNode): MatchBlock {
  const name = nameOf(context, tree);
  const source = nameOf(context, tree, 1);
  const lines = parts(tree, 'matchLine');
  reportMissingLines(context, tree, lines, 'match', matchNeeds);
  reportDoubleLines(context, lines, 'match', ['accept', 'review']);
  const linesOf = (word: string): readonly CstNode[] =>
    parts(tree, 'matchLine').filter((line) => token(line, word) !== undefined);
  const [accept] = linesOf('accept');
  const [review] = linesOf('review');
  return node(context, tree, {
    kind: 'match' as const,
    name,
    source,
    lines: frozen(linesOf('when').map((line) => matchLine(context, line))),
    accept: accept === undefined ? missingPercent(context, tree) : percent(context, accept),
    ...(review === undefined ? {} : { review: reviewLine(context, review) }),
    prefer: frozen(linesOf('prefer').map((line) => preferLine(context, line))),
  });
}

const matchNeeds: readonly NeededLine[] = [
  { word: 'when', why: 'so nothing would ever match', sample: '90% when account.domain is domain of email' },
  { word: 'accept', why: 'so nobody knows how sure a match has to be', sample: 'accept 85%', anywhere: true },
];

function missingPercent(context: BuildContext, tree: CstNode): PercentLiteral {
  const end = (tree.location?.endOffset ?? -1) + 1;
  const span = { file: context.source.name, start: end, end };
  return node(context, span, { kind: 'percent-literal' as const, decimal: '0', raw: '' });
}

function matchLine(context: BuildContext, tree: CstNode): MatchLine {
  return node(context, tree, {
    kind: 'match-line' as const,
    confidence: percent(context, tree),
    when: condition(context, required(part(tree, 'condition'), 'a condition')),
  });
}

function reviewLine(context: BuildContext, tree: CstNode): ReviewLine {
  return node(context, tree, { kind: 'review' as const, from: percent(context, tree), queue: nameOf(context, tree) });
}

function preferLine(context: BuildContext, tree: CstNode): PreferLine {
  const found = part(tree, 'preferOrder');
  if (found === undefined) {
    const preferred = condition(context, required(part(tree, 'condition'), 'a condition'));
    return node(context, tree, { kind: 'prefer-condition' as const, condition: preferred });
  }
  const orders = ['newest', 'oldest', 'highest', 'lowest'] as const;
  const order = required(
    orders.find((word) => token(found, word) !== undefined),
    'an order',
  );
  return node(context, tree, {
    kind: 'prefer-order' as const,
    order,
    value: value(context, required(part(found, 'value'), 'a value')),
  });
}

/** Builds `score`. */
export function scoreBlock(context: BuildContext, tree: CstNode): ScoreBlock {
  return node(context, tree, {
    kind: 'score' as const,
    name: nameOf(context, tree),
    max: number(context, tree),
    lines: frozen(parts(tree, 'scoreLine').map((line) => scoreLine(context, line))),
  });
}

function scoreLine(context: BuildContext, tree: CstNode): ScoreLine {
  const halving = part(tree, 'duration');
  return node(context, tree, {
    kind: 'score-line' as const,
    points: number(context, tree),
    ...(halving === undefined ? {} : { halvingEvery: duration(context, halving) }),
    when: condition(context, required(part(tree, 'condition'), 'a condition')),
  });
}

/** Builds `table`. */
export function tableBlock(context: BuildContext, tree: CstNode): TableBlock {
  const lines = parts(tree, 'tableLine');
  reportMissingLines(
    context,
    tree,
    lines.flatMap((line) => [line, ...parts(line, 'tableKey')]),
    'table',
    tableNeeds,
  );
  const keys = lines.flatMap((line) => parts(line, 'tableKey'));
  const gives = lines.flatMap((line) => parts(line, 'field'));
  return node(context, tree, {
    kind: 'table' as const,
    name: nameOf(context, tree),
    path: text(context, tree),
    keys: frozen(keys.map((key) => tableKey(context, key))),
    gives: frozen(gives.map((line) => field(context, line))),
  });
}

const tableNeeds: readonly NeededLine[] = [
  { word: 'key', why: 'so no row could be found', sample: 'key country' },
  { word: 'gives', why: 'so it would tell nothing', sample: 'gives owner rep' },
];

function tableKey(context: BuildContext, tree: CstNode): TableKey {
  const found = part(tree, 'value');
  const column = token(tree, 'Text');
  return node(context, tree, {
    kind: 'table-key' as const,
    name: nameOf(context, tree),
    ...(found === undefined ? {} : { value: value(context, found) }),
    ...(column === undefined ? {} : { column: textLiteral(context, column) }),
  });
}
