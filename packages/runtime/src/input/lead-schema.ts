// Turns a policy into the JSON Schema (draft 2020-12) of a lead's JSON.

import type { Field, Policy, Shape } from '@fairlead/ir';
import { emptyOf } from '../plan/constant-value.ts';
import { expectedWords } from './expected.ts';
import { type JsonSchema, missingSchema, type Names, namesOf, SHARED, schemaOfType, shared } from './type-schema.ts';

/**
 * The schema of what `readLead` reads as `json` without an issue. It is stricter than routing: a malformed value in an optional field is an issue
 * on the decision, and the lead is routed all the same. Where a schema cannot say what reading does, it says the nearest:
 *
 * - choices, reps, teams and blank texts stand as they are declared; reading also takes them in other cases of letters and with spaces around
 * - numbers of more than 15 digits, or more than 40 places behind the point, pass
 * - a text in a field with `written` passes whatever it says
 * - texts are counted in characters, not in UTF-16 units
 * - ratings whose names fold to the same, and records more than 16 deep, pass
 */
export function leadSchema(policy: Policy): JsonSchema {
  return schemaWith(policy, `A lead of ${policy.label}`, policy.lead);
}

/** The same of the records of a source, as a list of them: what the file of a source holds as JSON. Undefined if no records come from it. */
export function recordsSchema(policy: Policy, source: string): JsonSchema | undefined {
  const record = policy.records.find((one) => one.source === source);
  if (record === undefined) return undefined;
  const { $schema, title, $defs, ...items } = schemaWith(policy, `The records of ${source}`, record);
  return { $schema: $schema ?? null, title: title ?? null, type: 'array', items, $defs: $defs ?? {} };
}

function schemaWith(policy: Policy, title: string, shape: Shape): JsonSchema {
  const names = namesOf(policy);
  const records = policy.records.flatMap((record) => [
    [`record_${record.name}`, schemaOfShape(record, `missing_in_${record.name}`, names)] as const,
    [`missing_in_${record.name}`, missingSchema(record.blank)] as const,
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    ...schemaOfShape(shape, 'missing', names),
    $defs: { missing: missingSchema(shape.blank), ...SHARED, ...Object.fromEntries(records) },
  };
}

/** By outside names; what else an object holds is left alone. Required are the fields that may not be missing. */
function schemaOfShape({ fields }: Shape, missing: string, names: Names): JsonSchema {
  return {
    type: 'object',
    required: fields.filter(isRequired).map(columnOf),
    properties: Object.fromEntries(fields.map((field) => [columnOf(field), schemaOfField(field, missing, names)])),
  };
}

function schemaOfField(field: Field, missing: string, names: Names): JsonSchema {
  const words = expectedWords({ ...field, column: columnOf(field), asksMail: 'nothing' }, 'json', 'wrong-type');
  const description = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${field.private ? ' (private)' : ''}`;
  const schema = schemaOfType(field.type, field.written !== undefined, missing, names);
  return isRequired(field)
    ? { description, ...schema, not: shared(missing) }
    : { description, anyOf: [schema, shared(missing)] };
}

/** Lists, signals and ratings are empty where nothing is given: they can always be left out. */
function isRequired(field: Field): boolean {
  return !field.optional && emptyOf(field.type) === undefined;
}

function columnOf({ name, column }: Field): string {
  return column ?? name;
}
