// What a rep's block, a test's lead and a given record hold → docs.

import type { Datum, DatumElement, ValueEntry } from '../ast/nodes.ts';
import { atEnd, block, rowsOf } from './block.ts';
import { type Doc, group, indent, line, softLine } from './document.ts';
import { duration, literal, name } from './values.ts';
import type { Writer } from './writer.ts';

/** `{ country "DE"  employees 1200 }` */
export function values(out: Writer, entries: readonly ValueEntry[]): Doc {
  return block(out, { short: true }, () =>
    rowsOf(out, entries, (entry) => [name(out, entry.name), datum(out, entry.value)]),
  );
}

/** Lays out what a rep's block or a test holds. */
export function datum(out: Writer, node: Datum): Doc {
  switch (node.kind) {
    case 'name':
      return name(out, node);
    case 'datum-list': {
      const open = out.take('[');
      const elements = node.elements.map((each, i) =>
        i === 0 ? element(out, each) : [out.postpone(','), line, element(out, each)],
      );
      out.drop(',');
      const last = atEnd(out, node.elements.length > 0);
      return group(open, indent(softLine, elements, last), softLine, out.take(']'));
    }
    case 'ratings':
      return block(out, { short: true }, () =>
        rowsOf(out, node.entries, (entry) => [
          entry.name.kind === 'name' ? name(out, entry.name) : literal(out, entry.name),
          literal(out, entry.rating),
        ]),
      );
    case 'broken':
      return out.lose();
    default:
      return literal(out, node);
  }
}

function element(out: Writer, { value, ago }: DatumElement): Doc {
  const first = value.kind === 'name' ? name(out, value) : value.kind === 'broken' ? out.lose() : literal(out, value);
  return ago === undefined ? first : [first, ' ', duration(out, ago), ' ', out.take('ago')];
}
