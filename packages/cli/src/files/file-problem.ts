// What the system says of a file that cannot be used → a sentence for people, with the nearest name where there is none.
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { quoted } from '../output/clean-text.ts';
import type { Shell } from '../shell.ts';

/** Whether this is the system's word on a file and not a fault of ours. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}

/** Says why a file cannot be used. Throws what is no word of the system's. */
export async function fileProblem(shell: Shell, name: string, error: unknown): Promise<string> {
  if (!isSystemError(error)) throw error;
  if (error.code !== 'ENOENT') return systemWords(error, name);
  if (/^\s*[{[]/.test(name))
    return 'A file is named here. Put the JSON into one, or write - in its place and pipe it in.';
  const { suggest } = await import('@fairlead/dsl');
  const nearest = suggest(basename(name), neighbours(shell.path(name)));
  const hint = nearest === undefined ? '' : ` Did you mean ${quoted(join(dirname(name), nearest))}?`;
  return `There is no file ${quoted(name)}.${hint}`;
}

/** Says what the system says, in words. `name` where the error itself names no file that the user knows. */
export function systemWords(error: NodeJS.ErrnoException, name?: string): string {
  const known = name ?? error.path;
  const file = known === undefined ? 'A file' : quoted(known);
  const words = WORDS[error.code ?? ''];
  return words === undefined ? `${file} cannot be used (${error.code ?? 'unknown'}).` : words(file);
}

/** Whether another call would be right, rather than another file or more room. */
export function isUsageProblem(error: NodeJS.ErrnoException): boolean {
  return !['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EMFILE', 'ENFILE'].includes(error.code ?? '');
}

const WORDS: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `There is no file or folder ${file}.`,
  EISDIR: (file) => `${file} is a folder. Name a file.`,
  ENOTDIR: (file) => `A part of the path ${file} is a file and not a folder.`,
  EACCES: (file) => `${file} may not be opened: this user has no permission.`,
  EPERM: (file) => `${file} may not be opened: this user has no permission.`,
  EROFS: (file) => `${file} cannot be written: the disk is read-only.`,
  ENOSPC: (file) => `${file} cannot be written: the disk is full.`,
  EDQUOT: (file) => `${file} cannot be written: the quota of the disk is used up.`,
  EIO: (file) => `${file} cannot be read or written: the disk reports a fault.`,
  EMFILE: (file) => `${file} cannot be opened: too many files are open.`,
  ENFILE: (file) => `${file} cannot be opened: too many files are open.`,
  ENAMETOOLONG: (file) => `${file} is too long a name for a file.`,
  ELOOP: (file) => `${file} leads in a circle of links.`,
};

function neighbours(path: string): readonly string[] {
  try {
    return readdirSync(dirname(path));
  } catch {
    return [];
  }
}
