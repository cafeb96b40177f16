// What a test makes of a fixture, compared with the file beside it that a person has read.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One file of a folder of fixtures. */
export interface Fixture {
  /** Without folder and ending: `FL130-equals`. */
  readonly name: string;
  /** With its ending: `FL130-equals.route`. */
  readonly file: string;
  readonly path: string;
  readonly text: string;
}

/** The fixtures of a folder whose names end in `ending`, such as `.route`, by name; none where there is no such folder. */
export function fixtures(folder: URL, ending: string): readonly Fixture[] {
  const path = fileURLToPath(folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => {
      const own = `${path.replace(/\/$/, '')}/${file}`;
      return { name: file.slice(0, -ending.length), file, path: own, text: readFileSync(own, 'utf8') };
    });
}

/**
 * The text that was agreed on: `expect(actual).toBe(golden(path, actual))`. With `UPDATE_GOLDENS=1` in the environment `actual` is written there first; read
 * it before committing it. Throws where there is no golden yet, which names the file and says how to make it.
 */
export function golden(path: string, actual: string): string {
  if (process.env['UPDATE_GOLDENS'] !== undefined) writeFileSync(path, actual);
  if (!existsSync(path))
    throw new Error(`No golden ${path}: run the test with UPDATE_GOLDENS=1 and read what it wrote`);
  return readFileSync(path, 'utf8');
}

/** The golden beside a fixture: its path with another ending. */
export function besides(fixture: Fixture, ending: string): string {
  return fixture.path.slice(0, -fixture.file.length) + fixture.name + ending;
}
