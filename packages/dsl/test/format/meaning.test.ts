// Formatting keeps the meaning: the formatted policy compiles to the same IR and the same tests, byte for byte.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { canonicalJson } from '@fairlead/ir';
import { policyText } from '@fairlead/testkit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import { formatText } from '../../src/format/format.ts';

type ReadFile = (name: string) => string | undefined;

/** What a policy means, and what its tests ask. */
function meaning(entry: string, readFile: ReadFile): string {
  const { policy, tests, diagnostics } = compile(entry, readFile);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors).toEqual([]);
  return canonicalJson({ policy, tests });
}

/** The same files, each formatted. */
function formattedFiles(readFile: ReadFile): ReadFile {
  return (name) => {
    const text = readFile(name);
    return text === undefined || !name.endsWith('.route') ? text : formatText({ name, text, order: 0 }).text;
  };
}

test('of generated policies', () => {
  fc.assert(
    fc.property(policyText(), (text) => {
      const readFile: ReadFile = (name) => (name === 'a.route' ? text : undefined);
      expect(meaning('a.route', formattedFiles(readFile))).toBe(meaning('a.route', readFile));
    }),
    { seed: 21, numRuns: 250 },
  );
});

describe('of every example', () => {
  const folder = fileURLToPath(new URL('../../../../examples/', import.meta.url));
  const readFile: ReadFile = (name) => {
    try {
      return readFileSync(`${folder}${name}`, 'utf8');
    } catch {
      return undefined;
    }
  };
  const policies = globSync('**/*.route', { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^policy /m.test(readFile(file) ?? ''))
    .sort();

  test('of which there are some', () => {
    expect(policies.length).toBeGreaterThan(0);
  });

  test.each(policies)('%s', (entry) => {
    expect(meaning(entry, formattedFiles(readFile))).toBe(meaning(entry, readFile));
  });
});
