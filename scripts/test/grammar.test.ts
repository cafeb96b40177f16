// The files of grammar/ that are made from the parser are what the parser is now. `UPDATE_GOLDENS=1` writes them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { golden } from '@fairlead/testkit';
import { describe, expect, test } from 'vitest';
import { describeGrammar, type Expression } from '../../packages/dsl/src/syntax/describe.ts';
import { grammarFiles } from '../grammar/grammar-files.ts';
import { draw } from '../grammar/railroad-layout.ts';
import { sections } from '../grammar/sections.ts';
import { textMateGrammar } from '../grammar/textmate.ts';
import { texts } from '../grammar/words.ts';

const grammar = describeGrammar();

test.each([...grammarFiles()])('grammar/%s is up to date', (name, text) => {
  expect(text).toBe(golden(fileURLToPath(new URL(`../../grammar/${name}`, import.meta.url)), text));
});

describe('the printed grammar', () => {
  test('shows every rule once', () => {
    expect(sections.flatMap(({ rules }) => rules).sort()).toEqual(grammar.rules.map(({ name }) => name).sort());
  });

  test('names no rule that it does not show', () => {
    const named = new Set(grammar.rules.flatMap(({ body }) => texts(body, 'rule')));
    const shown = new Set(grammar.rules.map(({ name }) => name));
    expect([...named].filter((name) => !shown.has(name))).toEqual([]);
  });

  test('uses every word of the tables', () => {
    const used = new Set(grammar.rules.flatMap(({ body }) => texts(body, 'word')));
    const unused = [...grammar.reserved, ...grammar.placeWords].filter((word) => !used.has(word));
    expect(unused).toEqual([]);
  });

  test('explains every class', () => {
    const used = new Set(grammar.rules.flatMap(({ body }) => texts(body, 'class')));
    expect([...used].filter((name) => !grammar.classes.some((one) => one.name === name))).toEqual([]);
  });
});

test('every diagram lies inside its frame', () => {
  const all = (expression: Expression): void => {
    const { width, up, down, shapes } = draw(expression);
    for (const shape of shapes) {
      if (shape.kind !== 'box') continue;
      expect(shape.x).toBeGreaterThanOrEqual(0);
      expect(shape.x + shape.width).toBeLessThanOrEqual(width + 0.01);
      expect(shape.y - 12).toBeGreaterThanOrEqual(-up - 0.01);
      expect(shape.y + 12).toBeLessThanOrEqual(down + 0.01);
    }
  };
  for (const { body } of grammar.rules) all(body);
});

test('every pattern of the TextMate grammar is a regular expression', () => {
  const seen: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && ['match', 'begin', 'end'].includes(key)) seen.push(inner);
      visit(inner);
    }
  };
  visit(textMateGrammar(grammar));
  expect(seen.length).toBeGreaterThan(15);
  for (const pattern of seen) expect(() => new RegExp(pattern, 'u')).not.toThrow();
});

test('the changelog of the language names the version that the compiler knows', () => {
  const changelog = readFileSync(fileURLToPath(new URL('../../grammar/CHANGELOG.md', import.meta.url)), 'utf8');
  expect(changelog).toContain('## Version 1');
});
