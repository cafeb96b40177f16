// The structure of a policy → the JSON Schema that other tools check it with.

import { IR_FORMAT } from './policy.ts';
import { type JsonSchema, toJsonSchema } from './structure/json-schema.ts';
import { policyStructure } from './structure/policy-structure.ts';

/**
 * The JSON Schema (draft 2020-12) of a policy; its `$id` carries the format's version. What it accepts can still break promises that a schema
 * cannot state: `validatePolicy` checks those too.
 */
export function policySchema(): JsonSchema {
  return toJsonSchema(policyStructure, {
    id: `https://fairlead.example/schema/${IR_FORMAT}`,
    title: 'A compiled Fairlead policy',
  });
}
