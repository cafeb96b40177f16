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
import { dataTooLarge, MAX_POLICY_SIZE, tooLarge } from './policy-size.ts';

/**
 * Compiles a policy, or checks a part of one: a file of teams, say, whose names may be declared elsewhere. Fails, and tells, only where the file
 * itself cannot be read; what is wrong with the text is in the result.
 */
export async function compileFile(
  shell: Shell,
  name: string,
  what: 'policy' | 'part' = 'policy',
): Promise<Result<Compiled>> {
  const path = asPath(name);
  if (path.toLowerCase().endsWith('.json')) {
    const message = `${quoted(name)} is a compiled policy, and this needs its text: the .route file it was made from.`;
    return { ok: false, exit: await shell.usage(message) };
  }
  let bytes: Buffer;
  try {
    if (statSync(shell.path(name)).size > MAX_POLICY_SIZE)
      return { ok: false, exit: await shell.problem(tooLarge(name)) };
    bytes = readFileSync(shell.path(name));
  } catch (error) {
    return { ok: false, exit: await shell.usage(await fileProblem(shell, name, error)) };
  }
  if (!isUtf8(bytes)) {
    return { ok: false, exit: await shell.problem(notText(name)) };
  }
  const refused: string[] = [];
  const readFile = (file: string): string | undefined => textOf(shell, file, refused);
  const compiled = compile(path, readFile, { listing: listing(shell, path), part: what === 'part' });
  const [first] = refused;
  return first === undefined ? done(compiled) : { ok: false, exit: await shell.problem(first) };
}

function notText(name: string): string {
  return `${quoted(name)} is not UTF-8 text. Save it with the encoding UTF-8.`;
}

/** As the compiler writes names: with `/` on every system. */
export function asPath(name: string): string {
  return process.platform === 'win32' ? name.replaceAll('\\', '/') : name;
}

function textOf(shell: Shell, name: string, refused: string[]): string | undefined {
  try {
    const path = shell.path(name);
    const facts = statSync(path);
    if (facts.isDirectory()) return undefined;
    if (facts.size > MAX_POLICY_SIZE) {
      refused.push(name.toLowerCase().endsWith('.route') ? tooLarge(name) : dataTooLarge(name));
      return '';
    }
    const bytes = readFileSync(path);
    if (!isUtf8(bytes)) refused.push(notText(name));
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
