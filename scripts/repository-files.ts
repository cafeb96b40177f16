// Turns the folder of the repository into a map from path to text, without what was installed or built.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository, with a `/` at its end. */
export const ROOT: string = fileURLToPath(new URL('..', import.meta.url));

const SKIPPED: ReadonlySet<string> = new Set(['node_modules', 'dist', 'coverage', '.vitest', '.git']);

/**
 * Reads every file whose path (from the root, with `/`) is wanted; in the order of the paths. It walks the folders rather than
 * ask git, so that it also works on a download without git.
 */
export function readRepository(wanted: (path: string) => boolean): ReadonlyMap<string, string> {
  const paths = listFiles('').filter(wanted).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
}

/** Lists the files under a folder (from the root, '' for all), in no particular order. */
function listFiles(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : listFiles(path);
    return entry.isFile() ? [path] : [];
  });
}
