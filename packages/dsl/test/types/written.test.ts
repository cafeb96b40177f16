// Samples of numbers and patterns of dates → how the outside writes them, or why that is not clear.
import { describe, expect, test } from 'vitest';
import { firstColumn } from '../../src/types/first-column.ts';
import { readNumberSample } from '../../src/types/written-number.ts';
import { readTimePattern } from '../../src/types/written-time.ts';

describe('numbers', () => {
  test.each([
    ['$1,234.50', '$', '', ',', '.'],
    ['1.234,50 €', '', ' €', '.', ','],
    ["CHF 1'234.50", 'CHF ', '', "'", '.'],
    ['1 234,50', '', '', ' ', ','],
    ['12,34,567.00', '', '', ',', '.'],
    ['1234.5', '', '', '', '.'],
    ['1234,50', '', '', '', ','],
    ['1234', '', '', '', '.'],
    ['12%', '', '%', '', '.'],
    ['1,234,567', '', '', ',', '.'],
  ])('%s', (sample, prefix, suffix, group, decimal) => {
    const written = { kind: 'number', prefix, suffix, group, decimal };
    expect(readNumberSample(sample, false)).toEqual({ kind: 'sample', written });
  });

  test.each([
    ['', 'no-digits'],
    ['abc', 'no-digits'],
    ['1,234', 'ambiguous'],
    ['-5.0', 'sign'],
    ['(5.0)', 'sign'],
    ['1,23,4.50', 'groups'],
    ['1.2.3', 'groups'],
    ['5 of 7', 'shape'],
  ])('%s is not clear: %s', (sample, problem) => {
    const read = readNumberSample(sample, false);
    expect(read.kind === 'problem' && read.problem).toBe(problem);
  });

  test('every repair is clear', () => {
    for (const sample of ['', '1,234', '-5.0', '1,23,4.50', '1.2.3', '$1,234']) {
      const read = readNumberSample(sample, false);
      for (const instead of read.kind === 'problem' ? read.instead : []) {
        expect(readNumberSample(instead, false).kind, `${sample} → ${instead}`).toBe('sample');
      }
    }
  });

  test('of a whole number one separator parts thousands', () => {
    expect(readNumberSample('1,234', true)).toMatchObject({ kind: 'sample', written: { group: ',' } });
    expect(readNumberSample('1,5', true)).toMatchObject({ kind: 'problem' });
  });
});

describe('dates', () => {
  test.each([
    ['d MMM, yyyy HH:mm:ss', 'time'],
    ['dd/MM/yyyy', 'date'],
    ['EEEE, MMMM do yyyy', 'date'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", 'time'],
    ['M/d/yy h:mm a', 'time'],
    ["d 'of' MMMM yyyy", 'date'],
    ['yyyyMMdd', 'date'],
  ] as const)('%s is a %s', (pattern, as) => {
    expect(readTimePattern(pattern, as).kind).toBe('pattern');
  });

  test.each([
    ['DD/MM/YYYY', 'date', 'letters', 'dd/MM/yyyy'],
    ['dd-mm-yyyy', 'date', 'missing', 'dd-MM-yyyy'],
    ['yyyy-mm-dd hh:mm:ss', 'time', 'twice', 'yyyy-MM-dd HH:mm:ss'],
    ['dd/MM/yyyy hh:mm', 'time', 'half-missing', 'dd/MM/yyyy HH:mm'],
    ['dd/MM/yyyy HH:mm a', 'time', 'half-with-24', 'dd/MM/yyyy hh:mm a'],
    ['dd/MM/yyyy HH:mm A', 'time', 'letters', 'dd/MM/yyyy hh:mm a'],
    ['yyyy-MM-ddTHH:mm:ss', 'time', 'letters', "yyyy-MM-dd'T'HH:mm:ss"],
    ['d MMM', 'date', 'missing', undefined],
    ['dd/MM/yyyy', 'time', 'no-time', undefined],
    ['dd/MM/yyyy HH:mm', 'date', 'has-time', undefined],
    ["d 'of MMMM yyyy", 'date', 'open-quote', undefined],
    ['Mdyyyy', 'date', 'touching', undefined],
    ['dd.MM.yyyy HH', 'time', undefined, undefined],
  ] as const)('%s as a %s: %s, probably %s', (pattern, as, problem, instead) => {
    const read = readTimePattern(pattern, as);
    if (problem === undefined) expect(read.kind).toBe('pattern');
    else expect(read).toMatchObject({ kind: 'problem', problem, instead });
  });
});

describe('files of lists', () => {
  test('a line each, trimmed, without blank ones and a byte order mark', () => {
    expect(firstColumn('\uFEFFDE\r\n\r\n  AT \nMüller, Söhne', 'a.txt')).toEqual(['DE', 'AT', 'Müller, Söhne']);
  });

  test('of a CSV file the first column', () => {
    expect(firstColumn('DE,Germany\nAT,Austria\n', 'a.csv')).toEqual(['DE', 'AT']);
    expect(firstColumn('DE;Germany, Federal\nAT;Austria', 'a.CSV')).toEqual(['DE', 'AT']);
    expect(firstColumn('Smith; Partners\nJones', 'a.csv')).toEqual(['Smith', 'Jones']);
    expect(firstColumn('"Smith, ""Jr""",x\n"two\nlines",y', 'a.csv')).toEqual(['Smith, "Jr"', 'two\nlines']);
    expect(firstColumn('"never closed', 'a.csv')).toEqual(['never closed']);
  });
});
