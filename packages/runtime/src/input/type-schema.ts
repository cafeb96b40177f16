// Turns a field's type into the JSON Schema of what is read as one.

import { assertNever, type Directory, idsOf, type Policy, type Type } from '@fairlead/ir';
import type { JsonValue } from '../decision.ts';
import { repDirectory, teamDirectory } from '../plan/read-people.ts';
import { LIMITS } from './expected.ts';

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
  const one = [...new Set(names)].filter((name) => idsOf(directory, name).length === 1);
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

/** What field types share, under `$defs`. */
export const SHARED: JsonSchema = {
  text: { description: 'Text that is not blank.', type: 'string', pattern: NOT_SPACE, maxLength: LIMITS.text },
  email: { type: 'string', pattern: around('[^\\s\\u0085@]+@[^\\s\\u0085@]+'), maxLength: LIMITS.text },
  number: { type: 'number', exclusiveMinimum: -1e40, exclusiveMaximum: 1e40 },
  count: { type: 'integer', minimum: 0, exclusiveMaximum: 1e40 },
  date: { type: 'string', pattern: around(DATE) },
  time: { type: 'string', pattern: around(TIME) },
  signals: {
    type: 'array',
    maxItems: LIMITS.items,
    items: {
      type: 'object',
      required: ['kind', 'at'],
      properties: { kind: { $ref: '#/$defs/text' }, at: { $ref: '#/$defs/time' } },
    },
  },
  ratings: {
    type: 'object',
    maxProperties: LIMITS.items,
    propertyNames: { pattern: NOT_SPACE, maxLength: LIMITS.text },
    additionalProperties: { $ref: '#/$defs/number' },
  },
};

/** What counts as missing in a block that calls these texts blank. */
export function missingSchema(blank: readonly string[]): JsonSchema {
  return {
    description: 'Counts as missing.',
    anyOf: [
      { type: 'null' },
      { type: 'string', pattern: `^${SPACE}*$`, maxLength: LIMITS.text },
      ...(blank.length === 0 ? [] : [oneOf(blank)]),
    ],
  };
}

/** The schema of a field's value that is not missing. `missing` is the name of the schema of what is, for items of lists. */
export function schemaOfType(type: Type, isWritten: boolean, missing: string, names: Names): JsonSchema {
  const plain = plainSchema(type, isWritten, missing, names);
  if (!isWritten || type.kind === 'list') return plain;
  // Dates and times are text in any case.
  return type.kind === 'date' || type.kind === 'time' ? shared('text') : { anyOf: [plain, shared('text')] };
}

function plainSchema(type: Type, isWritten: boolean, missing: string, names: Names): JsonSchema {
  switch (type.kind) {
    case 'text':
    case 'code':
      return shared('text');
    case 'email':
    case 'number':
    case 'count':
    case 'date':
    case 'time':
    case 'signals':
    case 'ratings':
      return shared(type.kind);
    case 'money':
      return shared('number');
    case 'flag':
      return { type: 'boolean' };
    case 'choice':
      return type.open ? { ...shared('text'), examples: type.choices } : oneOf(type.choices);
    case 'rep':
      return oneOf(names.reps);
    case 'team':
      return oneOf(names.teams);
    case 'record':
      return shared(`record_${type.record}`);
    case 'list':
      return {
        type: 'array',
        maxItems: LIMITS.items,
        items: { anyOf: [schemaOfType(type.of, isWritten, missing, names), shared(missing)] },
      };
    default:
      return assertNever(type);
  }
}

/** A schema under `$defs` by its name. */
export function shared(name: string): JsonSchema {
  return { $ref: `#/$defs/${name}` };
}

function oneOf(values: readonly (string | number)[]): JsonSchema {
  return values.length === 0 ? { not: {} } : { enum: [...new Set(values)] };
}
