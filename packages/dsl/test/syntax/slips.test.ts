// What people write who know formulas and other tools: each slip is one problem, with the repair that says what was meant.
import { expect, test } from 'vitest';
import { applyFix } from '../../src/diagnostics/apply.ts';
import { parse } from '../../src/syntax/parse.ts';

/** The problems of a condition, and the condition once they are repaired by their only fix. */
function mended(condition: string): readonly [codes: string, text: string] {
  const source = (text: string): string => `define one = ${text}\n`;
  let text = source(condition);
  const codes = parse({ name: 'a', text, order: 0 }).diagnostics.map(({ code }) => code);
  for (let round = 0; round < 5; round += 1) {
    const [fix, ...others] = parse({ name: 'a', text, order: 0 }).diagnostics[0]?.fixes ?? [];
    if (fix === undefined || others.length > 0) break;
    text = applyFix(text, fix);
  }
  return [codes.join(' '), text.slice('define one = '.length, -1)];
}

test.each([
  ['employees in 10...20', 'FL137', 'employees in 10..20'],
  ['employees is 10...20', 'FL137', 'employees in 10..20'],
  ['employees not in 10 ... 20', 'FL137', 'employees not in 10..20'],
  ['employees in [10...20]', 'FL137', 'employees in 10..20'],
  ['100 < employees < 1000', 'FL141', 'employees > 100 and employees < 1000'],
  ['100 <= employees < 1000', 'FL141', 'employees >= 100 and employees < 1000'],
  ['100 <= employees <= 1000', 'FL141', 'employees in 100..1000'],
  ['1000 >= employees >= 100', 'FL141', 'employees in 100..1000'],
  ['1000 > account.size >= 100', 'FL141', 'account.size < 1000 and account.size >= 100'],
  ['a and 1 < b < 2 and c', 'FL141', 'a and b > 1 and b < 2 and c'],
  ['employees > 1e3', 'FL128', 'employees > 1000'],
  ['employees > 2.5E6', 'FL128', 'employees > 2500000'],
  ['employees in 1e2..12.5e1', 'FL128 FL128', 'employees in 100..125'],
  ['employees > -1.25e1', 'FL128', 'employees > -12.5'],
  ['country: "DE"', 'FL130', 'country is "DE"'],
  ['opted_in and country : "DE"', 'FL130', 'opted_in and country is "DE"'],
  ['during berlin hours', 'FL141', 'during berlin'],
  ['not during berlin hours', 'FL141', 'not during berlin'],
  ['during berlin business hours and opted_in', 'FL141', 'during berlin and opted_in'],
  ['opted_in xor agreed', 'FL141', 'opted_in xor agreed'],
])('%s', (condition, codes, text) => {
  expect(mended(condition)).toEqual([codes, text]);
});

test('a quoted number, where only a number can stand', () => {
  const text = 'policy p "P" {\n  language "1"\n}\n';
  const [problem] = parse({ name: 'a', text, order: 0 }).diagnostics;
  expect([problem?.code, problem?.hint]).toEqual(['FL129', 'Write 1 without quotes.']);
  const fix = problem?.fixes[0];
  expect(fix && applyFix(text, fix)).toBe('policy p "P" {\n  language 1\n}\n');
});
