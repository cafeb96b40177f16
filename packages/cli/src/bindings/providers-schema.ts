// Nothing → the JSON Schema of a providers file, for editors. What it cannot say (secrets, hosts, files) is checked when the file is opened.
import { PROVIDERS_FORMAT } from './providers-config.ts';

/** Makes it. A file that `readProvidersConfig` accepts fits the schema. */
export function providersSchema(): object {
  const fieldsOf = (items: object, description: string): object => ({
    description,
    type: 'object',
    minProperties: 1,
    additionalProperties: items,
  });
  const kind = (name: string, keys: object, needed: readonly string[]): object => ({
    type: 'object',
    required: ['kind', ...needed],
    additionalProperties: false,
    properties: { kind: { const: name }, ...keys },
  });
  const file = { ...TEXT, description: 'A file; relative ones start at the folder of this one.' };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: PROVIDERS_FORMAT,
    type: 'object',
    required: ['format', 'providers'],
    additionalProperties: false,
    properties: {
      format: { const: PROVIDERS_FORMAT },
      keep: { ...TEXT, description: 'The file in which answers are kept from run to run.' },
      providers: {
        description: 'By the name that the policy says after `from`.',
        type: 'object',
        additionalProperties: {
          oneOf: [
            kind('http', { url: URL_TEXT, headers: HEADERS, fields: fieldsOf(PATH, PATHS), maxBytes: BYTES }, [
              'url',
              'fields',
            ]),
            kind('csv', { file, key: TEXT, fields: fieldsOf(TEXT, 'By field of the lead: the column.') }, [
              'file',
              'key',
              'fields',
            ]),
            kind('recorded', { file }, ['file']),
            kind('decisions', { file }, ['file']),
          ],
        },
      },
    },
  };
}

const TEXT = { type: 'string', pattern: '\\S' } as const;
const URL_TEXT = { description: 'Where {key} is the key.', type: 'string', pattern: '\\{key\\}' } as const;
const HEADERS = {
  description: 'Secrets stand in the environment; here stands a dollar sign and {NAME}.',
  type: 'object',
  additionalProperties: TEXT,
} as const;
const PATH = { anyOf: [TEXT, { type: 'array', minItems: 1, items: { type: 'string' } }] } as const;
const PATHS = 'By field of the lead: where it stands in the answer, such as company.size.';
const BYTES = { type: 'integer', minimum: 1 } as const;
