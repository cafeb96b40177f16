// The structure of a policy, and of a model → the JSON Schemas that other tools check them with.

import { MODEL_FORMAT } from './model.ts';
import { IR_FORMAT } from './policy.ts';
import { type JsonSchema, toJsonSchema } from './structure/json-schema.ts';
import { modelStructure } from './structure/model-structure.ts';
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

/** The JSON Schema of a model of win rates. `validateModel` checks what it cannot state. */
export function modelSchema(): JsonSchema {
  return toJsonSchema(modelStructure, {
    id: `https://fairlead.example/schema/${MODEL_FORMAT}`,
    title: 'A Fairlead model of win rates',
  });
}
