// Tables of the tree → the IR, in text order.

import type { Table, TableKey, Value } from '@fairlead/ir';
import type * as ast from '../ast/nodes.ts';
import { comparedAs } from '../types/operand.ts';
import type { ValueType } from '../types/types.ts';
import { factOf, type Lowering, notFound, place } from './context.ts';
import { lowerValue } from './values.ts';

/** Lowers the tables. */
export function lowerTables(lowering: Lowering): readonly Table[] {
  return [...lowering.bindings.tables].map(([name, block]) => {
    place(`table:${name}`, block, lowering);
    return {
      name,
      file: block.path.value,
      keys: block.keys.map((key) => lowerKey(key, lowering)),
      gives: block.gives.map((field) => factOf(lowering.types.fields, field.id, 'the type of a field')),
      rows: factOf(lowering.types.tableRows, block.id, 'the rows of a table'),
    };
  });
}

function lowerKey({ name, value, column }: ast.TableKey, lowering: Lowering): TableKey {
  const [type, lowered] =
    value === undefined ? leadField(name, lowering) : [typeOf(value, lowering), lowerValue(value, lowering)];
  const as = comparedAs(type);
  if (as === undefined) throw notFound('how a key is compared');
  return {
    name: name.text,
    ...(column === undefined ? {} : { column: column.value }),
    value: lowered,
    as,
    ...(type.kind === 'money' ? { currency: type.currency } : {}),
  };
}

function typeOf(value: ast.Value, lowering: Lowering): ValueType {
  return factOf(lowering.types.values, value.id, 'the type of a value');
}

function leadField(name: ast.Name, lowering: Lowering): readonly [ValueType, Value] {
  const referent = factOf(lowering.bindings.references, name.id, 'the field of a key');
  const field = referent.kind === 'lead-field' ? referent.path[0] : undefined;
  if (field === undefined) throw notFound('a field of the lead');
  const { type } = factOf(lowering.types.fields, field.id, 'the type of a field');
  return [type, { kind: 'lead', path: [field.name.text] }];
}
