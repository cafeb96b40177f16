// A problem is drawn under its place: with tabs, wide letters, several lines, other places and repairs.
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../../src/diagnostics/render.ts';

function problem(text: string, marked: string, more: Partial<Diagnostic> = {}): string {
  const start = text.indexOf(marked);
  const span = { file: 'p.route', start, end: start + marked.length };
  return renderDiagnostic(text, {
    code: 'FL130',
    severity: 'error',
    message: 'M.',
    span,
    related: [],
    fixes: [],
    ...more,
  });
}

test('the line, the carets and what to do', () => {
  const fixes = [{ title: 'Write `is`', edits: [] }];
  expect(problem('a\nwhen country == "DE"\nb', '==', { hint: 'Write `country is "DE"`.', fixes })).toBe(
    [
      'error[FL130]: M.',
      ' --> p.route:2:14',
      '  |',
      '2 | when country == "DE"',
      '  |              ^^',
      '  = hint: Write `country is "DE"`.',
      '  = fix: Write `is`',
      '',
    ].join('\n'),
  );
});

test('tabs count up to the next multiple of four', () => {
  expect(problem('\twhen\tx == 1', '==')).toContain('1 |     when    x == 1\n  |               ^^\n');
});

test('wide letters take two columns, joining marks none', () => {
  expect(problem('"日本" == "e\u0301"', '==')).toContain('1 | "日本" == "e\u0301"\n  |        ^^\n');
  expect(problem('"e\u0301" == 1', '==')).toContain('  |     ^^\n');
  expect(problem('"😀" == 1', '"😀"')).toContain('  | ^^^^\n');
});

test('of several lines the first is shown', () => {
  expect(problem('one {\n  two\n}', 'one {\n  two\n}')).toContain('1 | one {\n  | ^^^^^ …\n');
});

test('an empty place has one caret, also at the end of the file', () => {
  expect(problem('when a is', '')).toContain('1 | when a is\n  | ^\n');
  const end = { file: 'p.route', start: 9, end: 9 };
  expect(problem('when a is', '', { span: end })).toContain(' --> p.route:1:10\n  |\n1 | when a is\n  |          ^\n');
  expect(problem('', '', { span: { file: 'p.route', start: 0, end: 0 } })).toContain('1 |\n  | ^\n');
});

test('line ends of all kinds', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    expect(problem(`a${end}b == c${end}d`, '==')).toContain(' --> p.route:2:3\n  |\n2 | b == c\n  |   ^^\n');
  }
});

test('other places are shown, or named where they are in another file', () => {
  const text = 'rule "A"\nrule "A"';
  const related = [
    { span: { file: 'p.route', start: 0, end: 8 }, message: 'the first one:' },
    { span: { file: 'q.route', start: 0, end: 8 }, message: 'and one more' },
  ];
  const second = { file: 'p.route', start: 9, end: 17 };
  expect(problem(text, 'rule', { span: second, related })).toBe(
    [
      'error[FL130]: M.',
      ' --> p.route:2:1',
      '  |',
      '2 | rule "A"',
      '  | ^^^^^^^^',
      '  = the first one:',
      ' --> p.route:1:1',
      '  |',
      '1 | rule "A"',
      '  | ^^^^^^^^',
      '  = and one more (q.route)',
      '',
    ].join('\n'),
  );
});
