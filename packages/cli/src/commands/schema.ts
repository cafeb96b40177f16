// `fairlead schema`: a policy → the JSON Schema of the leads that it takes, or of another of the files that Fairlead reads.
import { modelSchema, policySchema } from '@fairlead/ir';
import { eventSchema, leadSchema, recordsSchema } from '@fairlead/runtime';
import { providersSchema } from '../bindings/providers-schema.ts';
import { done, EXIT, type ExitCode, failed, type Result } from '../exit-code.ts';
import { writeWhole } from '../files/atomic-write.ts';
import { clean, quoted } from '../output/clean-text.ts';
import { openPolicy } from '../policy/open-policy.ts';
import { clashOf } from '../route/clash.ts';
import type { Shell } from '../shell.ts';

/** What the command line says. */
export interface SchemaOptions {
  readonly output?: string;
  /** The source whose records are meant. */
  readonly records?: string;
  readonly model?: boolean;
  readonly event?: boolean;
  readonly providers?: boolean;
  readonly compiled?: boolean;
}

/** Prints the schema, or writes it to a file. `name` is the policy; only leads and records need one. */
export async function runSchema(shell: Shell, name: string | undefined, options: SchemaOptions): Promise<ExitCode> {
  const { output } = options;
  const clash = clashOf(shell, [['--output', output]], [['the policy', name]]);
  if (clash !== undefined) return shell.usage(clash);
  const schema = await schemaOf(shell, name, options);
  if (!schema.ok) return schema.exit;
  const text = `${JSON.stringify(schema.value, undefined, 2)}\n`;
  if (output === undefined || output === '-') {
    await shell.out.write(text);
  } else {
    writeWhole(shell.path(output), text, shell.stops);
    await shell.out.write(`The schema is in ${clean(output)}.\n`);
  }
  return EXIT.ok;
}

/** Those that are the same for every policy. */
const FIXED = { model: modelSchema, event: eventSchema, providers: providersSchema, compiled: policySchema } as const;

async function schemaOf(shell: Shell, name: string | undefined, options: SchemaOptions): Promise<Result<object>> {
  const kinds = (['records', 'model', 'event', 'providers', 'compiled'] as const).filter(
    (kind) => options[kind] !== undefined,
  );
  const [kind, another] = kinds;
  if (another !== undefined) {
    return failed(await shell.usage(`Each call prints one schema. Say either --${kind} or --${another}.`));
  }
  if (kind !== undefined && kind !== 'records') {
    if (name === undefined) return done(FIXED[kind]());
    return failed(
      await shell.usage(`The schema behind --${kind} is the same for every policy. Leave ${quoted(name)} out.`),
    );
  }
  if (name === undefined) return failed(await shell.usage('Name the policy: fairlead schema POLICY.'));
  const policy = await openPolicy(shell, name);
  if (!policy.ok) return policy;
  const { policy: compiled } = policy.value;
  if (options.records === undefined) return done(leadSchema(compiled));
  const schema = recordsSchema(compiled, options.records);
  if (schema !== undefined) return done(schema);
  const { suggest } = await import('@fairlead/dsl');
  const nearest = suggest(
    options.records,
    compiled.records.map(({ source }) => source),
  );
  const hint = nearest === undefined ? '' : ` Did you mean ${quoted(nearest)}?`;
  return failed(await shell.usage(`This policy has no source ${quoted(options.records)}.${hint}`));
}
