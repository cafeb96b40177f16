// The name of a policy's first file → the policy, its tests, where everything stands, and every problem on the way.

import { type Policy, policyHash, type SourceMap, type TestCase } from '@fairlead/ir';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { withoutEchoes } from './diagnostics/echoes.ts';
import { inTextOrder } from './diagnostics/report.ts';
import { lower } from './lower/lower.ts';
import { load } from './names/modules.ts';
import { resolve } from './names/resolve.ts';
import type { Source } from './source/source.ts';
import { parse } from './syntax/parse.ts';
import { check } from './types/check.ts';

/** What compiling comes to. */
export interface Compiled {
  /** Every rule file that was read, in the order in which it was read: the one that was asked for first. Then the files of tables. */
  readonly files: readonly Source[];
  /** Of all stages and files, in text order. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where there is an error among the diagnostics. So are `hash` and `sourceMap`. */
  readonly policy?: Policy;
  /** The policy's content hash. */
  readonly hash?: string;
  readonly sourceMap?: SourceMap;
  /** In text order; empty where there is an error. */
  readonly tests: readonly TestCase[];
}

/** What may be known beyond the text. */
export interface CompileOptions {
  /** The names of the files there are, in the form of the entry's name: for "did you mean" where a file is not there. */
  readonly listing?: readonly string[];
  /**
   * The file is only a part of a policy, such as one with teams: blocks may be missing, names may be declared elsewhere, and no policy comes out.
   * Everything else is checked.
   */
  readonly part?: boolean;
}

/**
 * Compiles a policy. `entry` is the name of its first file; `readFile` gives the text of a file, undefined if there is none. Names are paths with `/`; what
 * `use` and `list … from` say is added to the folder of the file they stand in. Any text compiles: what is wrong with it is in `diagnostics`.
 */
export function compile(
  entry: string,
  readFile: (name: string) => string | undefined,
  options: CompileOptions = {},
): Compiled {
  const { listing, part = false } = options;
  const loaded = load(entry, { readFile, parse, ...(listing === undefined ? {} : { listing }) });
  const { files, sources: rules, listTexts, tableTexts } = loaded.value;
  const sources = [
    ...rules,
    ...[...new Set(tableTexts.values())].map((table, i) => ({ ...table, order: rules.length + i })),
  ];
  if (files.length === 0) return { files: sources, diagnostics: loaded.diagnostics, tests: [] };
  const resolved = resolve(files, { part });
  const checked = check(resolved.value, { listTexts, tableTexts, part });
  const meaning = withoutEchoes(loaded.diagnostics, [...resolved.diagnostics, ...checked.diagnostics]);
  const diagnostics = inTextOrder([...loaded.diagnostics, ...meaning]);
  if (part || diagnostics.some(({ severity }) => severity === 'error')) {
    return { files: sources, diagnostics, tests: [] };
  }
  const { policy, tests, sourceMap } = lower(resolved.value, checked.value);
  return { files: sources, diagnostics, policy, hash: policyHash(policy), tests, sourceMap };
}
