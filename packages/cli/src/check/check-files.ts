// The files that were named → each policy compiled once with all that it uses, and parts of policies read alone.
import { type Compiled, type Diagnostic, parse, type Source } from '@fairlead/dsl';
import type { Policy, SourceMap, TestCase } from '@fairlead/ir';
import { done, type Result } from '../exit-code.ts';
import { asPath, compileFile } from '../policy/compile-file.ts';
import type { Shell } from '../shell.ts';

/** What came of one of the files. */
export interface Checked {
  /** As it was named. */
  readonly name: string;
  /** `part`: a file without a `policy` block. Names that it does not declare may stand in the file that uses it, so nothing is said of them. */
  readonly kind: 'policy' | 'part';
  readonly files: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where there are errors, and for a part. So is `sourceMap`. */
  readonly policy?: Policy;
  readonly sourceMap?: SourceMap;
  /** In text order. */
  readonly tests: readonly TestCase[];
}

/**
 * Checks the files in the order in which they were named. One that another of them uses is checked there, and not a second time. Fails, and
 * tells, where a file cannot be read.
 */
export async function checkFiles(shell: Shell, names: readonly string[]): Promise<Result<readonly Checked[]>> {
  const compiled: { readonly name: string; readonly result: Compiled }[] = [];
  for (const name of new Map(names.map((one) => [shell.path(one), one])).values()) {
    const result = await compileFile(shell, name);
    if (!result.ok) return result;
    compiled.push({ name, result: result.value });
  }
  const checked: Checked[] = [];
  for (const { name, result } of compiled.filter(({ name }) => !isUsedByAnother(shell, name, compiled))) {
    if (!isPart(name, result)) {
      checked.push({ name, kind: 'policy', ...result });
      continue;
    }
    const part = await compileFile(shell, name, 'part');
    if (!part.ok) return part;
    checked.push({ name, kind: 'part', ...part.value });
  }
  return done(checked);
}

interface Named {
  readonly name: string;
  readonly result: Compiled;
}

/** Of two files that use each other (a circle, which is reported) the one named first is checked. */
function isUsedByAnother(shell: Shell, name: string, all: readonly Named[]): boolean {
  const path = shell.path(name);
  const place = all.findIndex((one) => one.name === name);
  return all.some((other, index) => {
    if (index === place || !uses(shell, other, path)) return false;
    const own = all[place];
    return !(own !== undefined && place < index && uses(shell, own, shell.path(other.name)));
  });
}

function uses(shell: Shell, { result }: Named, path: string): boolean {
  return result.files.slice(1).some((file) => shell.path(file.name) === path);
}

/** A file without a `policy` block; but one that has both a lead and a route is a policy whose block was forgotten. */
function isPart(name: string, { files, policy }: Compiled): boolean {
  const file = files.find((one) => one.name === asPath(name)) ?? files[0];
  if (file === undefined || policy !== undefined) return false;
  const { policies, declarations } = parse(file).value;
  const has = (kind: 'lead' | 'route'): boolean => declarations.some((declaration) => declaration.kind === kind);
  return policies.length === 0 && !(has('lead') && has('route'));
}
