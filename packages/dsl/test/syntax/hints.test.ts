// A hint repeats nothing that is wrong elsewhere on the line.
import { expect, test } from 'vitest';
import { parse } from '../../src/syntax/parse.ts';

function hints(condition: string): readonly (string | undefined)[] {
  const { diagnostics } = parse({ name: 'a', text: `define one = ${condition}\n`, order: 0 });
  return diagnostics.map(({ code, hint }) => `${code} ${hint ?? ''}`);
}

test.each([
  ['country == "DE"', ['FL130 Write `country is "DE"`.']],
  ["country = 'DE'", ['FL130 Write `country is …`.', 'FL111 Write "DE".']],
  ['employees == 1,000', ['FL130 Write `employees is …`.', 'FL120 Write `1000`.']],
])('%s', (condition, expected) => {
  expect(hints(condition)).toEqual(expected);
});
