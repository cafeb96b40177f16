// Each entry that a package lists loads by its public name, straight from its sources.
import { expect, test } from 'vitest';
import { readManifest } from '../boundaries/manifests.ts';
import { readRepository } from '../repository-files.ts';

const files = readRepository((path) => /^packages\/[^/]+\/(package\.json|src\/.*\.ts)$/.test(path));
const entries = [...files]
  .filter(([path]) => path.endsWith('package.json'))
  .flatMap(([path, text]) => [...readManifest(path.split('/')[1] ?? '', text).entries]);

test.each(entries)('%s', async (path) => {
  expect(files.has(path)).toBe(true);
  const name = path.replace(/^packages\/([^/]+)\/src/, '@fairlead/$1').replace(/(\/index)?\.ts$/, '');
  const entry: object = await import(name);
  expect(Object.keys(entry)).not.toEqual([]);
  expect(Object.keys(entry)).not.toContain('default');
});
