// Conditions → docs: chains on one line or one part a line, brackets only where the tree needs them.

import type {
  Bound,
  Chain,
  Comparison,
  Condition,
  Listing,
  Not,
  Range,
  Reading,
  Several,
  Test,
  TextVerb,
} from '../ast/nodes.ts';
import { atEnd } from './block.ts';
import { type Doc, group, indent, joined, line, softLine } from './document.ts';
import { duration, literal, name, reading, value, words } from './values.ts';
import type { Writer } from './writer.ts';

/** `when COND`, `where COND`, `define x = COND`: what comes after the first part of a chain goes further in. */
export function condition(out: Writer, node: Condition): Doc {
  return isChain(node) ? group(indent(chain(out, node))) : part(out, node);
}

/** `["DE", "AT"]`, one item a line where it is too long. */
export function listing(out: Writer, node: Listing): Doc {
  const open = out.take('[');
  const items = node.items.map((item, i) => {
    const comma = i === 0 ? '' : out.postpone(',');
    const blank = i > 0 && out.blankAhead();
    const gap: Doc = i === 0 ? '' : { kind: 'line', flat: ' ', blank };
    const doc = item.kind === 'name' ? name(out, item) : item.kind === 'broken' ? out.lose() : literal(out, item);
    return [comma, gap, doc];
  });
  const comma = items.length === 0 ? '' : out.insert({ kind: 'if-broken', text: ',' });
  out.drop(',');
  const last = atEnd(out, true);
  return group(open, indent(softLine, items, comma, last), softLine, out.take(']'));
}

function isChain(node: Condition): node is Chain {
  return node.kind === 'and' || node.kind === 'or';
}

function chain(out: Writer, node: Chain): Doc {
  return node.parts.map((each, i) =>
    i === 0 ? part(out, each) : [line, out.operator(node.kind, isChain(each)), ' ', part(out, each)],
  );
}

/** A part of a chain or of `not`: a chain in there stands in brackets. */
function part(out: Writer, node: Condition): Doc {
  switch (node.kind) {
    case 'and':
    case 'or':
      return bracketed(out, node);
    case 'not':
      return not(out, node);
    case 'during':
      return [out.take('during'), ' ', name(out, node.calendar)];
    case 'comparison':
      return comparison(out, node);
    case 'broken':
      return out.lose();
  }
}

function bracketed(out: Writer, node: Condition): Doc {
  const open = out.bracket('(');
  const inside = isChain(node) ? chain(out, node) : part(out, node);
  return group(open, indent(softLine, inside), softLine, out.bracket(')'));
}

/** `not opted_in` and `not during berlin` do without brackets. */
function not(out: Writer, { condition: inner }: Not): Doc {
  const bare =
    inner.kind === 'during' ||
    (inner.kind === 'comparison' && inner.test === undefined && inner.value.kind === 'reading');
  return [out.take('not'), ' ', bare ? part(out, inner) : bracketed(out, inner)];
}

function comparison(out: Writer, node: Comparison): Doc {
  const left = value(out, node.value);
  return node.test === undefined ? left : [left, ' ', test(out, node.test)];
}

const verbs: Readonly<Record<TextVerb, string>> = {
  contains: 'contains',
  mentions: 'mentions',
  'starts-with': 'starts with',
  'ends-with': 'ends with',
};

function test(out: Writer, node: Test): Doc {
  switch (node.kind) {
    case 'relation':
      return [out.take(node.operator), ' ', value(out, node.right)];
    case 'equals':
      return [words(out, node.negated ? 'is not' : 'is'), ' ', value(out, node.right)];
    case 'is-like':
      return [words(out, node.negated ? 'is not like' : 'is like'), ' ', value(out, node.right)];
    case 'is-missing':
      return words(out, 'is missing');
    case 'is-known':
      return words(out, 'is known');
    case 'is-matched':
      return words(out, node.negated ? 'is not matched' : 'is matched');
    case 'is-free-mail':
      return words(out, node.negated ? 'is not free mail' : 'is free mail');
    case 'in':
      return [words(out, node.negated ? 'not in' : 'in'), ' ', within(out, node.of)];
    case 'text':
      return [words(out, verbs[node.verb]), ' ', several(out, node.several)];
    case 'includes':
      return [
        [out.take('includes'), ' ', several(out, node.several)],
        node.atLeast === undefined
          ? ''
          : [' ', words(out, 'at least'), ' ', literal(out, node.atLeast), ' ', out.take('times')],
        node.withinLast === undefined ? '' : [' ', words(out, 'within the last'), ' ', duration(out, node.withinLast)],
      ];
    case 'within':
      return [words(out, `within the ${node.direction}`), ' ', duration(out, node.duration)];
    case 'more-than-ago':
      return [words(out, 'more than'), ' ', duration(out, node.duration), ' ', out.take('ago')];
    case 'broken':
      return out.lose();
  }
}

type Collection = Extract<Test, { readonly kind: 'in' }>['of'];

function within(out: Writer, node: Collection): Doc {
  return node.kind === 'range' ? range(out, node) : listOrReading(out, node);
}

function listOrReading(out: Writer, node: Listing | Reading | Exclude<Collection, Listing | Reading | Range>): Doc {
  switch (node.kind) {
    case 'listing':
      return listing(out, node);
    case 'reading':
      return reading(out, node);
    case 'broken':
      return out.lose();
  }
}

function range(out: Writer, node: Range): Doc {
  return [bound(out, node.from), out.take('..'), bound(out, node.to)];
}

function bound(out: Writer, node: Bound): Doc {
  return node.kind === 'broken' ? out.lose() : literal(out, node);
}

function several(out: Writer, node: Several): Doc {
  if (node.quantifier === 'one') return value(out, node.value);
  return [joined([out.take(node.quantifier), out.take('of')], ' '), ' ', listOrReading(out, node.of)];
}
