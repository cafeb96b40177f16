// What later stages say of a word that could not be read is the same mistake again.
import { expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';

const policy = (condition: string): string => `policy p "P" { language 1 }
lead { id code country text optional }
team t "T" { rep ana "Ana" }
queue q "Q" { owner ana }
route { rule "R" when ${condition} route to t otherwise route to q }`;

test.each([
  ['country in [AT]', ['FL113']],
  ['country in [at]', ['FL209']],
  ['country in [AT] and size > 3', ['FL113', 'FL201']],
  ['country is known and country does not contain "DE"', ['FL145']],
  ['country is known and country contains "DE" and id LIKE "%x%"', ['FL601', 'FL135']],
])('%s: %s', (condition, codes) => {
  const { diagnostics } = compile('p.route', () => policy(condition));
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
});

test('a block that could not be read is not missing too', () => {
  const text = policy('country is "DE"').replace('lead {', 'laed {');
  const { diagnostics } = compile('p.route', () => text);
  expect(diagnostics.filter(({ code }) => !code.startsWith('FL1'))).toEqual([]);
  expect(diagnostics.length).toBeGreaterThan(0);
});
