// Turns a field's type into the JSON Schema of what is read as one.

import { assertNever, type Field, type Policy, type Type } from '@fairlead/ir';
import type { JsonValue } from '../decision.ts';
import type { Directory } from '../plan/plan.ts';
import { repDirectory, teamDirectory } from '../plan/read-people.ts';
import { foldText } from '../values/fold.ts';
import { expectedWords, LIMITS } from './expected.ts';

/** A JSON Schema. */
export type JsonSchema = { readonly [key: string]: JsonValue };

/** The texts and numbers that mean a rep or team, in the policy's order. */
export interface Names {
  readonly reps: readonly (string | number)[];
  readonly teams: readonly (string | number)[];
}

/** Gathers what reps and teams are called. What fits several of them finds none. */
export function namesOf(policy: Policy): Names {
  const unique = policy.repFields.filter((field) => field.unique).map(({ name }) => name);
  const reps = policy.reps.flatMap(({ id, label, values }) => [
    id,
    label,
    ...unique.flatMap((name) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
    }),
  ]);
  const teams = policy.teams.flatMap(({ id, label }) => [id, label]);
  return { reps: found(repDirectory(policy), reps), teams: found(teamDirectory(policy), teams) };
}

function found(directory: Directory, names: readonly string[]): readonly (string | number)[] {
  const one = [...new Set(names)].filter((name) => {
    const folded = foldText(name);
    return directory.ids.has(folded) || directory.names.get(folded)?.length === 1;
  });
  return one.flatMap((name) => (String(Number(name)) === name ? [name, Number(name)] : [name]));
}

/** White_Space, as trimming takes it. */
const SPACE = '[\\u0009-\\u000d \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const NOT_SPACE = SPACE.replace('[', '[^');
const DATE =
  '(?!0000)(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))' +
  '|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)';
const TIME =
  `${DATE}T(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?` +
  '(?:Z|[+-](?:(?:0\\d|1[0-7]):?[0-5]\\d|18:?00))';

const around = (pattern: string): string => `^${SPACE}*${pattern}${SPACE}*$`;

/** Text that is not blank. */
const TEXT: JsonSchema = { type: 'string', pattern: NOT_SPACE, maxLength: LIMITS.text };
const INSTANT: JsonSchema = { type: 'string', pattern: around(TIME) };
const NUMBER: JsonSchema = { type: 'number', exclusiveMinimum: -1e40, exclusiveMaximum: 1e40 };

/** What counts as missing wherever it stands. */
export const MISSING: JsonSchema = {
  description: 'Counts as missing.',
  anyOf: [{ type: 'null' }, { type: 'string', pattern: `^${SPACE}*$`, maxLength: LIMITS.text }],
};

/** The schema of a field's value that is not missing, with a description that says what is expected. */
export function schemaOfField(field: Field, blank: readonly string[], names: Names): JsonSchema {
  const { type, written } = field;
  const words = expectedWords({ ...field, column: field.name, asksMail: 'nothing' }, 'json', 'wrong-type');
  const description = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${field.private ? ' (private)' : ''}.`;
  const schema = schemaOfType(type, written !== undefined, blank, names);
  return { description, ...schema };
}

function schemaOfType(type: Type, isWritten: boolean, blank: readonly string[], names: Names): JsonSchema {
  const plain = plainSchema(type, isWritten, blank, names);
  if (!isWritten || type.kind === 'list') return plain;
  return plain['type'] === 'string' ? TEXT : { anyOf: [plain, TEXT] };
}

function plainSchema(type: Type, isWritten: boolean, blank: readonly string[], names: Names): JsonSchema {
  switch (type.kind) {
    case 'text':
    case 'code':
      return TEXT;
    case 'email':
      return { ...TEXT, pattern: around('[^\\s\\u0085@]+@[^\\s\\u0085@]+') };
    case 'number':
    case 'money':
      return NUMBER;
    case 'count':
      return { type: 'integer', minimum: 0, exclusiveMaximum: 1e40 };
    case 'flag':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', pattern: around(DATE) };
    case 'time':
      return INSTANT;
    case 'choice':
      return type.open ? { ...TEXT, examples: type.choices } : oneOf(type.choices);
    case 'rep':
      return oneOf(names.reps);
    case 'team':
      return oneOf(names.teams);
    case 'signals':
      return {
        type: 'array',
        maxItems: LIMITS.items,
        items: { type: 'object', required: ['kind', 'at'], properties: { kind: TEXT, at: INSTANT } },
      };
    case 'ratings':
      return {
        type: 'object',
        maxProperties: LIMITS.items,
        propertyNames: { pattern: NOT_SPACE, maxLength: LIMITS.text },
        additionalProperties: NUMBER,
      };
    case 'record':
      return { $ref: `#/$defs/record_${type.record}` };
    case 'list':
      return {
        type: 'array',
        maxItems: LIMITS.items,
        items: orMissing(schemaOfType(type.of, isWritten, blank, names), blank),
      };
    default:
      return assertNever(type);
  }
}

/** A value of the schema, or something that counts as missing. */
export function orMissing(schema: JsonSchema, blank: readonly string[]): JsonSchema {
  return { anyOf: [schema, { $ref: '#/$defs/missing' }, ...(blank.length === 0 ? [] : [oneOf(blank)])] };
}

function oneOf(values: readonly (string | number)[]): JsonSchema {
  return values.length === 0 ? { not: {} } : { enum: [...new Set(values)] };
}
