// Concrete trees of test blocks → nodes.

import type { CstNode } from 'chevrotain';
import { type BuildContext, frozen, isMissing, nameOf, node, part, parts, required, token } from './build-context.ts';
import { broken, clock, datum, number, text } from './build-values.ts';
import { type NeededLine, reportDoubleLines, reportMissingLines } from './line-slips.ts';
import { instantLiteral } from './literals.ts';
import type { Expect, Given, RelationOperator, TestBlock, ValueEntry } from './nodes.ts';

/** Builds `test`. */
export function testBlock(context: BuildContext, tree: CstNode): TestBlock {
  const lines = parts(tree, 'testLine');
  reportMissingLines(context, tree, lines, 'test', testNeeds);
  reportDoubleLines(context, lines, 'test', ['at', 'lead']);
  const at = lines.map((line) => token(line, 'Instant')).find((found) => found !== undefined && !isMissing(found));
  const lead = lines.find((line) => token(line, 'lead') !== undefined);
  return node(context, tree, {
    kind: 'test' as const,
    name: text(context, tree),
    ...(at === undefined ? {} : { at: instantLiteral(context, at) }),
    lead: lead === undefined ? frozen([]) : values(context, lead),
    given: frozen(lines.flatMap((line) => parts(line, 'givenFact')).map((fact) => given(context, fact))),
    expect: frozen(lines.flatMap((line) => parts(line, 'expectation')).map((found) => expectation(context, found))),
  });
}

const testNeeds: readonly NeededLine[] = [
  { word: 'lead', why: 'so there is nothing to route', sample: 'lead { id "T1" }' },
  { word: 'expect', why: 'so it could never fail', sample: 'expect rep ana' },
];

function values(context: BuildContext, tree: CstNode): readonly ValueEntry[] {
  const entries = parts(required(part(tree, 'values'), 'values'), 'valueEntry');
  return frozen(entries.map((entry) => valueEntry(context, entry)));
}

function valueEntry(context: BuildContext, tree: CstNode): ValueEntry {
  return node(context, tree, {
    kind: 'value-entry' as const,
    name: nameOf(context, tree),
    value: datum(context, required(part(tree, 'datum'), 'a value')),
  });
}

function given(context: BuildContext, tree: CstNode): Given {
  const name = nameOf(context, tree);
  const says = ['away', 'fails', 'has', 'gives', 'is'].find((word) => token(tree, word) !== undefined);
  if (says === undefined || isMissing(token(tree, says))) return broken(context, tree);
  switch (says) {
    case 'away':
      return node(context, tree, { kind: 'given-away' as const, rep: name });
    case 'fails':
      return node(context, tree, { kind: 'given-failure' as const, provider: name });
    case 'has':
      return node(context, tree, { kind: 'given-open' as const, rep: name, open: number(context, tree) });
    case 'gives':
      return node(context, tree, { kind: 'given-answer' as const, provider: name, values: values(context, tree) });
    default:
      return node(context, tree, { kind: 'given-record' as const, record: name, values: values(context, tree) });
  }
}

function expectation(context: BuildContext, tree: CstNode): Expect {
  const words = ['rule', 'otherwise', 'rep', 'team', 'queue', 'nurture', 'reject', 'invalid', 'respond'] as const;
  const word = words.find((found) => token(tree, found) !== undefined);
  if (word !== undefined && isMissing(token(tree, word))) return broken(context, tree);
  switch (word) {
    case 'rule':
      return node(context, tree, { kind: 'expect-rule' as const, rule: text(context, tree) });
    case 'otherwise':
      return node(context, tree, { kind: 'expect-otherwise' as const });
    case 'rep':
      return node(context, tree, { kind: 'expect-rep' as const, rep: nameOf(context, tree) });
    case 'team':
      return node(context, tree, { kind: 'expect-team' as const, team: nameOf(context, tree) });
    case 'queue':
      return node(context, tree, { kind: 'expect-queue' as const, queue: nameOf(context, tree) });
    case 'nurture':
      return node(context, tree, { kind: 'expect-nurture' as const, track: text(context, tree) });
    case 'reject':
      return node(context, tree, { kind: 'expect-reject' as const, reason: text(context, tree) });
    case 'invalid':
      return node(context, tree, { kind: 'expect-invalid' as const });
    case 'respond':
      return node(context, tree, {
        kind: 'expect-respond' as const,
        within: clock(context, required(part(tree, 'clock'), 'a time')),
      });
    case undefined:
      return expectedScore(context, tree);
  }
}

function expectedScore(context: BuildContext, tree: CstNode): Expect {
  const operator = required(token(tree, 'Relation'), 'a comparison');
  const name = token(tree, 'Name');
  if (isMissing(name) || isMissing(operator)) return broken(context, tree);
  return node(context, tree, {
    kind: 'expect-score' as const,
    score: nameOf(context, tree),
    operator: operator.image as RelationOperator, // the token type takes exactly these four
    value: number(context, tree),
  });
}
