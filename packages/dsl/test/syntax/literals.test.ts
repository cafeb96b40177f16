// What numbers and texts mean, and where things stand whatever the line ends.
import { expect, test } from 'vitest';
import { plainDecimal, plainText } from '../../src/ast/literals.ts';
import { parse } from '../../src/syntax/parse.ts';

test.each([
  ['0', '0'],
  ['-0', '0'],
  ['007', '7'],
  ['1_200', '1200'],
  ['1.50', '1.5'],
  ['-40', '-40'],
  ['-0.50', '-0.5'],
  ['1k', '1000'],
  ['2.5M', '2500000'],
  ['1.2345k', '1234.5'],
  ['0.0005k', '0.5'],
  ['0.0000001M', '0.1'],
  ['1_0k', '10000'],
  ['100.00', '100'],
  ['0.000', '0'],
])('%s is %s', (written, decimal) => {
  expect(plainDecimal(written)).toBe(decimal);
});

test.each([
  ['plain', 'plain'],
  ['say \\"hi\\"', 'say "hi"'],
  ['a\\\\b\\/c', 'a\\b/c'],
  ['tab\\tline\\n', 'tab\tline\n'],
  ['\\u00e9\\uD83D\\uDE00', 'é😀'],
  ['\\d', 'd'],
])('%j means %j', (written, text) => {
  expect(plainText(written)).toBe(text);
});

test('a file reads the same with every kind of line end, and with a mark at its start', () => {
  const text = '# one\npolicy p "P" { # two\n  language 1\n}\n';
  const kinds = [text, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), `\uFEFF${text}`];
  for (const one of kinds) {
    const { value, diagnostics } = parse({ name: 'a', text: one, order: 0 });
    expect(diagnostics).toEqual([]);
    expect(value.policies).toHaveLength(1);
    expect(value.comments.map(({ text: comment, ownLine }) => [comment, ownLine])).toEqual([
      ['# one', true],
      ['# two', false],
    ]);
  }
});

test('ids of the files of a policy do not meet', () => {
  const [a, b] = [0, 1].map((order) => parse({ name: 'a', text: 'define a = b', order }).value);
  expect((b?.id ?? 0) - (a?.id ?? 0)).toBe(2 ** 24);
});
