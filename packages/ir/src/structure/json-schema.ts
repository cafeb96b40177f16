// A structure → its JSON Schema (draft 2020-12), strict: a key that the structure does not name is refused.

import type { KeyedNode, Node, ObjectNode } from './structure.ts';

/** A JSON Schema as plain JSON. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** The schema of a structure. Named structures stand under `$defs`, in the order in which they are first used. */
export function toJsonSchema(
  structure: { readonly node: Node },
  head: { readonly id: string; readonly title: string },
): JsonSchema {
  const definitions = new Map<string, JsonSchema>();
  const schema = schemaOf(structure.node, definitions);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: head.id,
    title: head.title,
    ...schema,
    $defs: Object.fromEntries(definitions),
  };
}

function schemaOf(node: Node, definitions: Map<string, JsonSchema>): JsonSchema {
  switch (node.kind) {
    case 'text':
      return {
        type: 'string',
        ...(node.pattern === undefined ? {} : { pattern: node.pattern.source }),
        ...(node.minLength === 0 ? {} : { minLength: node.minLength }),
        maxLength: node.maxLength,
      };
    case 'number':
      return {
        type: node.whole ? 'integer' : 'number',
        ...(node.min === undefined ? {} : { minimum: node.min }),
        ...(node.max === undefined ? {} : { maximum: node.max }),
      };
    case 'flag':
      return { type: 'boolean' };
    case 'one-of':
      return node.values.length === 1 ? { const: node.values[0] } : { enum: node.values };
    case 'list':
      return {
        type: 'array',
        items: schemaOf(node.of, definitions),
        ...(node.min === 0 ? {} : { minItems: node.min }),
      };
    case 'table':
      return {
        type: 'object',
        propertyNames: schemaOf(node.key, definitions),
        additionalProperties: schemaOf(node.of, definitions),
      };
    case 'object':
      return objectSchema(node, definitions);
    case 'tagged':
      return taggedSchema(node, definitions);
    case 'keyed':
      return { anyOf: keyedSchemas(node, definitions) };
    case 'either':
      return { anyOf: node.of.map((part) => schemaOf(part, definitions)) };
    case 'named':
      return reference(node, definitions);
  }
}

/** Puts the structure under `$defs` once; the entry is made before its inside, since that may refer to it. */
function reference(node: Node & { readonly kind: 'named' }, definitions: Map<string, JsonSchema>): JsonSchema {
  if (!definitions.has(node.name)) {
    definitions.set(node.name, {});
    definitions.set(node.name, schemaOf(node.get(), definitions));
  }
  return { $ref: `#/$defs/${node.name}` };
}

function objectSchema(
  node: ObjectNode,
  definitions: Map<string, JsonSchema>,
  tag?: readonly [string, readonly string[]],
): JsonSchema {
  const properties = [...node.required, ...node.optional].map(([key, of]) => [key, schemaOf(of, definitions)] as const);
  const required = [...node.required.keys()];
  return {
    type: 'object',
    properties: {
      ...(tag === undefined ? {} : { [tag[0]]: tag[1].length === 1 ? { const: tag[1][0] } : { enum: tag[1] } }),
      ...Object.fromEntries(properties),
    },
    required: tag === undefined ? required : [tag[0], ...required],
    additionalProperties: false,
  };
}

function keyedSchemas(
  node: KeyedNode,
  definitions: Map<string, JsonSchema>,
  tag?: readonly [string, readonly string[]],
): readonly JsonSchema[] {
  return [objectSchema(node.present, definitions, tag), objectSchema(node.absent, definitions, tag)];
}

/** Kinds with the same keys become one case, so that the schema is no longer than it has to be. */
function taggedSchema(node: Node & { readonly kind: 'tagged' }, definitions: Map<string, JsonSchema>): JsonSchema {
  const groups = new Map<ObjectNode | KeyedNode, string[]>();
  for (const [kind, of] of node.cases) groups.set(of, [...(groups.get(of) ?? []), kind]);
  const cases = [...groups].flatMap(([of, kinds]) =>
    of.kind === 'keyed'
      ? keyedSchemas(of, definitions, [node.tag, kinds])
      : [objectSchema(of, definitions, [node.tag, kinds])],
  );
  return { anyOf: cases };
}
