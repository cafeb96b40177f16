// CSV as spreadsheets save it → columns and rows, each with its line and the place of every cell.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSheet } from '../../src/tables/read-sheet.ts';

function read(text: string): Extract<ReturnType<typeof readSheet>, { readonly kind: 'sheet' }> {
  const reading = readSheet({ name: 'x.csv', text });
  if (reading.kind === 'broken') throw new Error(`${reading.why} at ${reading.span.start}`);
  return reading;
}

/** Each row as its line and cells. */
function rows(text: string): readonly unknown[] {
  return read(text).sheet.rows.map(({ line, cells }) => [line, ...cells]);
}

test('commas, semicolons and tabs, as the first line shows', () => {
  expect(rows('a,b\n1;x,2\n')).toEqual([[2, '1;x', '2']]);
  expect(rows('a;b\n1,5;2\n')).toEqual([[2, '1,5', '2']]);
  expect(rows('a\tb\n1,5\t2;3\n')).toEqual([[2, '1,5', '2;3']]);
  expect(rows('"a,b";c\n1;2\n')).toEqual([[2, '1', '2']]);
  expect(rows('a\n1,2\n')).toEqual([[2, '1', '2']]);
});

test('lines are counted as an editor counts them, whatever ends them', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const text = ['', 'a,b', '"x', 'y",1', '', 'é,2', ' , ', '"say ""hi""",3'].join(end);
    expect(rows(text)).toEqual([
      [3, `x${end}y`, '1'],
      [5, ''],
      [6, 'é', '2'],
      [7, ' ', ' '],
      [8, 'say "hi"', '3'],
    ]);
  }
});

test('a byte order mark is no part of the first column', () => {
  const { sheet, spanOf } = read('\ufeffa,b\n1,2');
  expect(sheet.columns).toEqual(['a', 'b']);
  expect(spanOf('header', 0)).toEqual({ file: 'x.csv', start: 1, end: 2 });
});

test('the place of a cell is where it stands in the text, with its quotes', () => {
  const text = 'name,city\n"Zoë ""Z""","Köln\nMitte"\n😀x,"a,b"\n';
  const { spanOf } = read(text);
  const shown = (row: number | 'header', column: number): string => {
    const { start, end } = spanOf(row, column);
    return text.slice(start, end);
  };
  expect(shown('header', 1)).toBe('city');
  expect(shown(0, 0)).toBe('"Zoë ""Z"""');
  expect(shown(0, 1)).toBe('"Köln\nMitte"');
  expect(shown(1, 0)).toBe('😀x');
  expect(shown(1, 1)).toBe('"a,b"');
  // Behind the last cell there is nothing: the place is that of the last one.
  expect(shown(1, 5)).toBe('"a,b"');
});

test('nothing, or only blank lines', () => {
  expect(read('').sheet).toEqual({ columns: [], rows: [] });
  expect(read('\n\n').sheet).toEqual({ columns: [], rows: [] });
});

test('quotes that make no sense are told with their row', () => {
  const at = (text: string): unknown => {
    const reading = readSheet({ name: 'x.csv', text });
    return reading.kind === 'broken' ? [reading.why, text.slice(reading.span.start, reading.span.end)] : reading.sheet;
  };
  expect(at('a,b\n1,2\n"x,3\n4,5\n')).toEqual(['open-quote', '"x,3']);
  expect(at('a,b\né,2\n1,x"y\n4,5\n')).toEqual(['quote', '1,x"y']);
  expect(at('a,b\n"x"y,2\n')).toEqual(['quote', '"x"y,2']);
});

test('whatever was written can be read again, and each place leads to its cell', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '😀', ',', ';', '"', '\n', '\r\n', ' '), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (cells) => {
      const written = cells.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`));
      const text = `a,b,c\n${written.map((row) => row.join(',')).join('\n')}\n`;
      const { sheet, spanOf } = read(text);
      expect(sheet.rows.map((row) => row.cells)).toEqual(cells);
      written.forEach((row, at) => {
        row.forEach((one, column) => {
          const { start, end } = spanOf(at, column);
          expect(text.slice(start, end)).toBe(one);
        });
      });
    }),
    { seed: 7201, numRuns: 300 },
  );
});

test('any text is a sheet or broken; nothing is thrown', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ';') }),
  );
  fc.assert(
    fc.property(text, (one) => {
      const reading = readSheet({ name: 'x.csv', text: one });
      if (reading.kind === 'broken') expect(reading.span.start).toBeLessThanOrEqual(one.length);
    }),
    { seed: 7202, numRuns: 1000 },
  );
});
