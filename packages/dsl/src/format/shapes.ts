// `policy`, `lead`, `record`, `rep { … }` → docs, with names, types and modifiers in columns.

import type {
  Field,
  LeadBlock,
  Modifier,
  PolicyBlock,
  PolicyEntry,
  RecordBlock,
  RepFieldsBlock,
  TextLiteral,
  TypeNode,
} from '../ast/nodes.ts';
import { block, rowsOf } from './block.ts';
import { type Row, runs } from './columns.ts';
import { type Doc, group, indent, joined, line, measure } from './document.ts';
import { commaList, duration, literal, name } from './values.ts';
import type { Writer } from './writer.ts';

/** Lays out `policy`. */
export function policyBlock(out: Writer, node: PolicyBlock): Doc {
  const head = joined([out.take('policy'), name(out, node.name), literal(out, node.label)], ' ');
  return [head, ' ', block(out, { short: false }, () => rowsOf(out, node.entries, (entry) => policyEntry(out, entry)))];
}

/** Lays out `lead`. */
export function leadBlock(out: Writer, node: LeadBlock): Doc {
  return [out.take('lead'), blankTexts(out, node.blank), ' ', fieldBlock(out, node.fields)];
}

/** Lays out `record`. */
export function recordBlock(out: Writer, node: RecordBlock): Doc {
  const head = joined([out.take('record'), name(out, node.name), out.take('from'), name(out, node.source)], ' ');
  return [head, blankTexts(out, node.blank), ' ', fieldBlock(out, node.fields)];
}

/** Lays out the fields of reps. */
export function repFieldsBlock(out: Writer, node: RepFieldsBlock): Doc {
  return [out.take('rep'), ' ', fieldBlock(out, node.fields)];
}

/** The cells of a field after the name: its type, and its modifiers if it has any. `lineUpModifiers` makes them columns. */
export function fieldCells(out: Writer, node: Field): FieldCells {
  const fieldName = name(out, node.name);
  const type = typeDoc(out, node.type);
  const modifiers =
    node.modifiers.length === 0
      ? undefined
      : joined(
          node.modifiers.map((each) => modifier(out, each)),
          ' ',
        );
  return { name: fieldName, type, oneWord: node.type.kind === 'named-type', modifiers };
}

export interface FieldCells {
  readonly name: Doc;
  readonly type: Doc;
  /** `text`, `count`, …: not a choice, a list or money. */
  readonly oneWord: boolean;
  readonly modifiers: Doc | undefined;
}

/**
 * Modifiers are a column of their own where two or more one-word types of a run have some; a longer type does not push them out, its
 * modifiers follow after a space. Three columns stand two spaces apart, two columns one.
 */
export function lineUpModifiers(fields: readonly FieldCells[]): readonly (readonly Doc[])[] {
  const inColumn = (field: FieldCells): boolean =>
    field.oneWord && field.modifiers !== undefined && measure(field.type)?.comment === false;
  const gap = fields.filter(inColumn).length > 1 ? ' ' : '';
  return fields.map((field) => {
    const first = [field.name, gap];
    if (field.modifiers === undefined) return [first, field.type];
    const modifiers = indent(field.modifiers);
    if (inColumn(field)) return [first, [field.type, gap], modifiers];
    return [first, [field.type, ' ', modifiers]];
  });
}

function fieldBlock(out: Writer, fields: readonly Field[]): Doc {
  return block(out, { short: false }, () => {
    const rows: { blank: boolean; leading: Doc; field: FieldCells }[] = fields.map((field) => ({
      blank: out.blankAhead(),
      leading: out.leading(),
      field: fieldCells(out, field),
    }));
    return runs(rows).flatMap((run): readonly Row[] => {
      const cells = lineUpModifiers(run.map(({ field }) => field));
      return run.map(({ blank, leading }, i) => ({ blank, leading, cells: cells[i] ?? [] }));
    });
  });
}

function blankTexts(out: Writer, texts: readonly TextLiteral[]): Doc {
  if (texts.length === 0) return '';
  return [' ', out.take('blank'), ' ', commaList(out, texts, (text) => literal(out, text))];
}

function policyEntry(out: Writer, node: PolicyEntry): readonly Doc[] {
  const keyword = out.take(node.kind);
  switch (node.kind) {
    case 'language':
      return [keyword, literal(out, node.version)];
    case 'owner':
      return [keyword, literal(out, node.owner)];
    case 'zone':
      return [keyword, literal(out, node.zone)];
    case 'reviewed':
      return [keyword, [literal(out, node.on), ' ', out.take('every'), ' ', duration(out, node.every)]];
  }
}

function typeDoc(out: Writer, node: TypeNode): Doc {
  switch (node.kind) {
    case 'money-type':
      return [out.take('money'), ' ', name(out, node.currency)];
    case 'list-type':
      return [out.take('list'), ' ', out.take('of'), ' ', name(out, node.of)];
    case 'named-type':
      return name(out, node.name);
    case 'choice-type': {
      const choices = node.choices.map((choice, i) =>
        i === 0 ? literal(out, choice) : [line, out.operator('|'), ' ', literal(out, choice)],
      );
      const open = node.open ? [line, out.operator('|'), ' ', out.take('text')] : '';
      return group(indent(choices, open));
    }
    case 'broken':
      return out.lose();
  }
}

function modifier(out: Writer, node: Modifier): Doc {
  const keyword = out.take(node.kind);
  switch (node.kind) {
    case 'optional':
    case 'private':
    case 'unique':
      return keyword;
    case 'from':
      return [keyword, ' ', literal(out, node.column)];
    case 'written':
      return [
        [keyword, ' ', literal(out, node.pattern)],
        node.or === undefined ? '' : [' ', out.take('or'), ' ', literal(out, node.or)],
        node.zone === undefined ? '' : [' ', out.take('in'), ' ', literal(out, node.zone)],
      ];
  }
}
