// Names, constants, readings, sums and durations → docs.

import type {
  Clock,
  Duration,
  DurationUnit,
  Literal,
  Name,
  NumberLiteral,
  Path,
  Reading,
  Value,
} from '../ast/nodes.ts';
import { type Doc, group, indent, joined, line } from './document.ts';
import type { Writer } from './writer.ts';

/** Lays out a name. */
export function name(out: Writer, node: Name): Doc {
  return out.take(node.text);
}

/** Words with a space between them. */
export function words(out: Writer, text: string): Doc {
  return joined(
    text.split(' ').map((word) => out.take(word)),
    ' ',
  );
}

/** `a, b, c` without brackets; goes on on the next line, further in, where it is too long. */
export function commaList<T>(out: Writer, items: readonly T[], print: (item: T) => Doc): Doc {
  return group(indent(items.map((item, i) => (i === 0 ? print(item) : [out.postpone(','), line, print(item)]))));
}

/** Constants stay as they were written: `1_200`, `2.5M`, `"caf\u00e9"`. */
export function literal(out: Writer, node: Literal): Doc {
  if (node.kind === 'money-literal') return [out.slice(node.amount.span), ' ', name(out, node.currency)];
  return out.slice(node.span);
}

/** Lays out a value. */
export function value(out: Writer, node: Value): Doc {
  switch (node.kind) {
    case 'sum':
      return operands(out, '+', node.terms);
    case 'product':
      return operands(out, '*', node.factors);
    case 'reading':
      return reading(out, node);
    case 'broken':
      return out.lose();
    default:
      return literal(out, node);
  }
}

/** Lays out what is read: a path, perhaps `of` another. */
export function reading(out: Writer, node: Reading): Doc {
  const first = path(out, node.path);
  if (node.of === undefined) return first;
  return [first, ' ', out.take('of'), ' ', node.of.kind === 'path' ? path(out, node.of) : literal(out, node.of)];
}

/** `5 minutes`, `1 day`: the unit agrees with the number, however it was written. */
export function duration(out: Writer, node: Duration): Doc {
  return [out.slice(node.amount.span), ' ', unit(out, node.amount, node.unit)];
}

/** Lays out a length of time that may count in working hours. */
export function clock(out: Writer, node: Clock): Doc {
  return [
    out.slice(node.amount.span),
    node.working ? [' ', out.take('working')] : '',
    ' ',
    unit(out, node.amount, node.unit),
    node.calendar === undefined ? '' : [' ', out.take('of'), ' ', name(out, node.calendar)],
  ];
}

const UNIT = /[a-z]+/y;

function unit(out: Writer, amount: NumberLiteral, text: DurationUnit): Doc {
  return out.takeAs(text === 'ms' || amount.decimal === '1' ? text : `${text}s`, UNIT);
}

function path(out: Writer, node: Path): Doc {
  return node.names.map((each, i) => [i === 0 ? '' : out.take('.'), name(out, each)]);
}

function operands(out: Writer, operator: '+' | '*', nodes: readonly Value[]): Doc {
  const docs = nodes.map((node, i) =>
    i === 0 ? value(out, node) : [line, out.operator(operator), ' ', value(out, node)],
  );
  return group(indent(docs));
}
