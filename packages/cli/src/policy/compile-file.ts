// The name of a policy's first file → what compiling it and all that it uses comes to.
import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Compiled, compile } from '@fairlead/dsl';
import { done, type Result } from '../exit-code.ts';
import { fileProblem } from '../files/file-problem.ts';
import { withoutMark } from '../files/read-text.ts';
import { quoted } from '../output/clean-text.ts';
import type { Shell } from '../shell.ts';

/** Compiles a policy. Fails, and tells, only where the file itself cannot be read; what is wrong with the text is in the result. */
export async function compileFile(shell: Shell, name: string): Promise<Result<Compiled>> {
  const path = asPath(name);
  if (path.toLowerCase().endsWith('.json')) {
    const message = `${quoted(name)} is a compiled policy, and this needs its text: the .route file it was made from.`;
    return { ok: false, exit: await shell.usage(message) };
  }
  let bytes: Buffer;
  try {
    bytes = readFileSync(shell.path(name));
  } catch (error) {
    return { ok: false, exit: await shell.usage(await fileProblem(shell, name, error)) };
  }
  if (!isUtf8(bytes)) {
    return {
      ok: false,
      exit: await shell.problem(`${quoted(name)} is not UTF-8 text. Save it with the encoding UTF-8.`),
    };
  }
  const foreign: string[] = [];
  const readFile = (file: string): string | undefined => textOf(shell, file, foreign);
  const compiled = compile(path, readFile, { listing: listing(shell, path) });
  const [first] = foreign;
  if (first === undefined) return done(compiled);
  return {
    ok: false,
    exit: await shell.problem(`${quoted(first)} is not UTF-8 text. Save it with the encoding UTF-8.`),
  };
}

/** As the compiler writes names: with `/` on every system. */
export function asPath(name: string): string {
  return process.platform === 'win32' ? name.replaceAll('\\', '/') : name;
}

function textOf(shell: Shell, name: string, foreign: string[]): string | undefined {
  try {
    const path = shell.path(name);
    if (statSync(path).isDirectory()) return undefined;
    const bytes = readFileSync(path);
    if (!isUtf8(bytes)) foreign.push(name);
    return withoutMark(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The files in the same folder, for "did you mean". */
function listing(shell: Shell, path: string): readonly string[] {
  const folder = dirname(path);
  try {
    return readdirSync(shell.path(folder)).map((name) => (folder === '.' ? name : `${folder}/${name}`));
  } catch {
    return [];
  }
}
