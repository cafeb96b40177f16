// The laws of the formatter over every example, and over every policy that the tests of lowering compile.
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { formatted } from './laws.ts';

const folder = fileURLToPath(new URL('../../../../examples/', import.meta.url));
const files = globSync('**/*.route', { cwd: folder }).sort();
const lowered = new URL('../lower/fixtures/', import.meta.url);
const policies = readdirSync(lowered).filter((file) => file.endsWith('.route'));

describe('every example', () => {
  test('is found', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  test.each(files)('%s keeps its tree and comments', (file) => {
    formatted(readFileSync(`${folder}${file}`, 'utf8'));
  });
});

test.each(policies)('%s keeps its tree and comments, and has the layout of the formatter once formatted', (file) => {
  formatted(readFileSync(new URL(file, lowered), 'utf8'));
});
