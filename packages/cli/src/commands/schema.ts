// `fairlead schema`: a policy → the JSON Schema of the leads that it takes.
import { leadSchema } from '@fairlead/runtime';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { writeWhole } from '../files/atomic-write.ts';
import { clean } from '../output/clean-text.ts';
import { openPolicy } from '../policy/open-policy.ts';
import { clashOf } from '../route/clash.ts';
import type { Shell } from '../shell.ts';

/** What the command line says. */
export interface SchemaOptions {
  readonly output?: string;
}

/** Prints the schema, or writes it to a file. */
export async function runSchema(shell: Shell, name: string, { output }: SchemaOptions): Promise<ExitCode> {
  const clash = clashOf(shell, [['--output', output]], [['the policy', name]]);
  if (clash !== undefined) return shell.usage(clash);
  const policy = await openPolicy(shell, name);
  if (!policy.ok) return policy.exit;
  const text = `${JSON.stringify(leadSchema(policy.value.policy), undefined, 2)}\n`;
  if (output === undefined || output === '-') {
    await shell.out.write(text);
  } else {
    writeWhole(shell.path(output), text, shell.stops);
    await shell.out.write(`The schema is in ${clean(output)}.\n`);
  }
  return EXIT.ok;
}
