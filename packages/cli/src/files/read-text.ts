// A file's name → its text, in UTF-8, without a byte order mark.
import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { done, type Result } from '../exit-code.ts';
import { quoted } from '../output/clean-text.ts';
import type { Shell } from '../shell.ts';
import { fileProblem } from './file-problem.ts';

/** Reads a text file; tells what is wrong where it cannot. */
export async function readText(shell: Shell, name: string): Promise<Result<string>> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(shell.path(name));
  } catch (error) {
    return { ok: false, exit: await shell.usage(await fileProblem(shell, name, error)) };
  }
  return decode(shell, quoted(name), bytes);
}

/** Everything that comes in by standard input. */
export async function readInput(shell: Shell): Promise<Result<string>> {
  const pieces: Buffer[] = [];
  for await (const piece of shell.stdin) pieces.push(Buffer.from(piece));
  return decode(shell, 'Standard input', Buffer.concat(pieces));
}

async function decode(shell: Shell, shown: string, bytes: Buffer): Promise<Result<string>> {
  if (isUtf8(bytes)) return done(withoutMark(bytes.toString('utf8')));
  const message = `${shown} is not UTF-8 text. Save it with the encoding UTF-8.`;
  return { ok: false, exit: await shell.problem(message) };
}

/** The text without the byte order mark that some editors put first. */
export function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
