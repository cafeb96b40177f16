// The blocks that say what leads, records and reps look like → the IR's shapes.

import { type Field, type RecordShape, type Shape, sortedBy } from '@fairlead/ir';
import type * as ast from '../ast/nodes.ts';
import { factOf, type Lowering, place } from './context.ts';

/** Lowers the lead's block. */
export function lowerLead(block: ast.LeadBlock, lowering: Lowering): Shape {
  place('lead', block, lowering);
  return { blank: block.blank.map(({ value }) => value), fields: lowerFields(block.fields, 'field:', lowering) };
}

/** Lowers the records, by name in code-point order. */
export function lowerRecords(lowering: Lowering): readonly RecordShape[] {
  return sortedBy([...lowering.bindings.records], ([name]) => name).map(([name, block]) => {
    place(`record:${name}`, block, lowering);
    return {
      name,
      source: block.source.text,
      blank: block.blank.map(({ value }) => value),
      fields: lowerFields(block.fields, `record-field:${name}/`, lowering),
    };
  });
}

/** Lowers the fields that reps have, in text order. */
export function lowerRepFields(lowering: Lowering): readonly Field[] {
  return lowerFields(lowering.bindings.repFields?.fields ?? [], 'rep-field:', lowering);
}

function lowerFields(fields: readonly ast.Field[], key: string, lowering: Lowering): readonly Field[] {
  return fields.map((field) => {
    place(`${key}${field.name.text}`, field, lowering);
    return factOf(lowering.types.fields, field.id, 'the type of a field');
  });
}
