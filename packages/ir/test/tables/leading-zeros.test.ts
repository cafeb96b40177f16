// Codes that have lost a zero are told from codes that come in several lengths.
import { expect, test } from 'vitest';
import { lostZeros } from '../../src/tables/leading-zeros.ts';

function lost(...texts: readonly string[]): readonly string[] {
  return lostZeros(texts.map((text, row) => ({ text, row }))).map(
    ({ text, row, instead }) => `${row} ${text} ${instead}`,
  );
}

test('a few that are one or two digits shorter than all others', () => {
  expect(lost('10115', '1067', '80331', '501', '50667', '20095')).toEqual(['1 1067 01067', '3 501 00501']);
  expect(lost('10115', '80331', '50667', '4109')).toEqual(['3 4109 04109']);
  expect(lost('01067', '10115', '4109')).toEqual(['2 4109 04109']);
});

test('nothing is said of codes of one length, of short ones, and of many lengths', () => {
  expect(lost()).toEqual([]);
  expect(lost('10115', '80331')).toEqual([]);
  expect(lost('1010', '1020', '900')).toEqual([]);
  expect(lost('10115', '80331', '1067', '4109')).toEqual([]);
  expect(lost('10115', '80331', '12')).toEqual([]);
  expect(lost('10115', '80331', '1067', '123456')).toEqual([]);
  expect(lost('10115', '1067')).toEqual([]);
});
