// `test` blocks → docs.

import type { Expect, Given, TestBlock } from '../ast/nodes.ts';
import { block, type Line, rowsInTurn } from './block.ts';
import { values } from './data.ts';
import type { Doc } from './document.ts';
import { clock, literal, name, words } from './values.ts';
import type { Writer } from './writer.ts';

/** Lays out `test`. */
export function testBlock(out: Writer, node: TestBlock): Doc {
  const head = [out.take('test'), ' ', literal(out, node.name)];
  const { at } = node;
  const lines: readonly Line[] = [
    ...(at === undefined ? [] : [['at', () => [[out.take('at'), ' ', literal(out, at)]]] as const]),
    ['lead', () => [[out.take('lead'), ' ', values(out, node.lead)]]],
    ...node.given.map((each): Line => ['given', () => [[out.take('given'), ' ', given(out, each)]]]),
    ...node.expect.map((each): Line => ['expect', () => [[out.take('expect'), ' ', expectation(out, each)]]]),
  ];
  return [head, ' ', block(out, { short: false }, () => rowsInTurn(out, lines))];
}

function given(out: Writer, node: Given): Doc {
  switch (node.kind) {
    case 'given-away':
      return [name(out, node.rep), ' ', words(out, 'is away')];
    case 'given-record':
      return [name(out, node.record), ' ', out.take('is'), ' ', values(out, node.values)];
    case 'given-answer':
      return [name(out, node.provider), ' ', out.take('gives'), ' ', values(out, node.values)];
    case 'given-failure':
      return [name(out, node.provider), ' ', out.take('fails')];
    case 'given-open':
      return [name(out, node.rep), ' ', out.take('has'), ' ', literal(out, node.open), ' ', out.take('open')];
    case 'broken':
      return out.lose();
  }
}

function expectation(out: Writer, node: Expect): Doc {
  switch (node.kind) {
    case 'expect-rule':
      return [out.take('rule'), ' ', literal(out, node.rule)];
    case 'expect-otherwise':
      return out.take('otherwise');
    case 'expect-rep':
      return [out.take('rep'), ' ', name(out, node.rep)];
    case 'expect-team':
      return [out.take('team'), ' ', name(out, node.team)];
    case 'expect-queue':
      return [out.take('queue'), ' ', name(out, node.queue)];
    case 'expect-nurture':
      return [out.take('nurture'), ' ', literal(out, node.track)];
    case 'expect-reject':
      return [out.take('reject'), ' ', literal(out, node.reason)];
    case 'expect-invalid':
      return out.take('invalid');
    case 'expect-respond':
      return [words(out, 'respond within'), ' ', clock(out, node.within)];
    case 'expect-score':
      return [name(out, node.score), ' ', out.take(node.operator), ' ', literal(out, node.value)];
    case 'broken':
      return out.lose();
  }
}
