// fixtures/ok/*.route → the tree they are read into, as text: every construct of the language.
import { besides, fixtures, golden } from '@fairlead/testkit';
import { describe, expect, test } from 'vitest';
import { printComments, printTree } from '../../src/ast/print.ts';
import { parse } from '../../src/syntax/parse.ts';
import { printTokens } from '../../src/syntax/print-tokens.ts';

const all = fixtures(new URL('../fixtures/ok/', import.meta.url), '.route');

describe.each(all)('$file', (fixture) => {
  const { value, diagnostics } = parse({ name: fixture.file, text: fixture.text, order: 0 });

  test('reads without a diagnostic', () => {
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });

  test('gives this tree', () => {
    const comments = printComments(value);
    const text = `${printTree(value)}\n${comments === '' ? '' : `\n${comments}\n`}`;
    expect(text).toBe(golden(besides(fixture, '.tree.txt'), text));
  });
});

const tokenFixtures = fixtures(new URL('../fixtures/tokens/', import.meta.url), '.route');

test.each(tokenFixtures)('tokens of $file', (fixture) => {
  const text = `${printTokens(fixture.text)}\n`;
  expect(text).toBe(golden(besides(fixture, '.txt'), text));
});
