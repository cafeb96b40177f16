// The options that bind files → what is bound to which name.
import { done, failed, type Result } from '../exit-code.ts';
import type { NamedFile } from '../route/clash.ts';
import type { Shell } from '../shell.ts';
import { type FileArg, type FileOption, readFileArgs } from './file-args.ts';

/** What the command line says, as it was written. */
export interface BindingOptions {
  readonly records?: readonly string[];
  readonly providers?: string;
  readonly model?: readonly string[];
  readonly table?: readonly string[];
  readonly roster?: readonly string[];
}

/** The same, taken apart; each name once. */
export interface BindingArgs {
  readonly records: readonly FileArg[];
  readonly providers: string | undefined;
  readonly models: readonly FileArg[];
  readonly tables: readonly FileArg[];
  readonly rosters: readonly FileArg[];
}

/** Takes the options apart. Tells what is wrong with how they were written; no file is opened yet. */
export async function readBindingArgs(shell: Shell, options: BindingOptions): Promise<Result<BindingArgs>> {
  const read: { [option in FileOption]?: readonly FileArg[] } = {};
  const written: readonly (readonly [FileOption, readonly string[] | undefined])[] = [
    ['--records', options.records],
    ['--model', options.model],
    ['--table', options.table],
    ['--roster', options.roster],
  ];
  for (const [option, texts] of written) {
    const args = readFileArgs(option, texts ?? []);
    if (!args.ok) return failed(await shell.usage(args.message));
    read[option] = args.args;
  }
  return done({
    records: read['--records'] ?? [],
    providers: options.providers,
    models: read['--model'] ?? [],
    tables: read['--table'] ?? [],
    rosters: read['--roster'] ?? [],
  });
}

/** The files that are read, for `clashOf`. */
export function boundFiles({ records, providers, models, tables, rosters }: BindingArgs): readonly NamedFile[] {
  const named = (option: string, args: readonly FileArg[]): readonly NamedFile[] =>
    args.map(({ name, file }) => [`${option} ${name}`, file]);
  return [
    ...named('--records', records),
    ...(providers === undefined ? [] : [['--providers', providers] as const]),
    ...named('--model', models),
    ...named('--table', tables),
    ...named('--roster', rosters),
  ];
}
