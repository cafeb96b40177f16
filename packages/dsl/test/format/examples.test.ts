// The laws of the formatter over every example.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { formatted } from './laws.ts';

const folder = fileURLToPath(new URL('../../../../examples/', import.meta.url));
const files = globSync('**/*.route', { cwd: folder }).sort();

describe('every example', () => {
  test('is found', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  test.each(files)('%s keeps its tree and comments', (file) => {
    formatted(readFileSync(`${folder}${file}`, 'utf8'));
  });
});
