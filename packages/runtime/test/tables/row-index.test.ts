// The index of a table always finds the row that a scan from top to bottom finds.
import type { Cell, CellPart } from '@fairlead/ir';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sought } from '../../src/tables/key-ids.ts';
import { fitsAlone, indexRows } from '../../src/tables/row-index.ts';
import { divideWhole } from '../../src/values/amount.ts';
import type { Amount } from '../../src/values/runtime-value.ts';

type Column = 'text' | 'number';

const words = ['a', 'ab', 'abc', 'b', 'ba', '😀', '😀x', ''] as const;
const word = fc.constantFrom(...words.filter((one) => one !== ''));
const number = fc.integer({ min: -3, max: 12 });

const textPart: fc.Arbitrary<CellPart> = fc.oneof(
  { weight: 4, arbitrary: word.map((key): CellPart => ({ kind: 'is', key })) },
  { weight: 2, arbitrary: word.map((prefix): CellPart => ({ kind: 'begins', prefix })) },
  fc.constant<CellPart>({ kind: 'missing' }),
);
const numberPart: fc.Arbitrary<CellPart> = fc.oneof(
  number.map((key): CellPart => ({ kind: 'is', key })),
  {
    weight: 3,
    arbitrary: fc
      .tuple(number, number)
      .map(([a, b]): CellPart => ({ kind: 'range', from: Math.min(a, b), to: Math.max(a, b) })),
  },
  fc.constant<CellPart>({ kind: 'missing' }),
);

function cellOf(part: fc.Arbitrary<CellPart>, most: number): fc.Arbitrary<Cell | undefined> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant<Cell>({ kind: 'anything' }) },
    {
      weight: 8,
      arbitrary: fc.array(part, { minLength: 1, maxLength: most }).map((parts): Cell => ({ kind: 'one-of', parts })),
    },
    // Cannot be read: fits nothing.
    fc.constant(undefined),
  );
}

function soughtOf(column: Column): fc.Arbitrary<Sought> {
  if (column === 'text') {
    const key = fc.oneof(word, fc.constantFrom('abcd', 'c', '\ud83d'), fc.constant(undefined));
    return key.map((one) => ({
      key: one,
      value: one === undefined ? undefined : { kind: 'text', raw: one, folded: one },
    }));
  }
  const amount: fc.Arbitrary<Amount> = fc.oneof(
    number,
    fc.tuple(number, fc.constantFrom(2, 3, 7)).map(([top, bottom]) => divideWhole(top, bottom)),
  );
  return fc.option(amount, { nil: undefined }).map((value) => ({
    key:
      typeof value === 'number'
        ? value
        : value === undefined
          ? undefined
          : `${JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? String(v) : v))}`,
    value,
  }));
}

function scan(rows: readonly (readonly (Cell | undefined)[])[], sought: readonly Sought[]): number {
  return rows.findIndex((cells) =>
    cells.every((cell, column) => {
      const one = sought[column];
      if (cell === undefined || one === undefined) return false;
      return cell.kind === 'anything' || cell.parts.some((part) => fitsAlone(part, one));
    }),
  );
}

const tables = fc
  .tuple(fc.array(fc.constantFrom<Column>('text', 'number'), { minLength: 1, maxLength: 4 }), fc.constantFrom(1, 2, 6))
  .chain(([columns, most]) =>
    fc.record({
      columns: fc.constant(columns),
      rows: fc.array(fc.tuple(...columns.map((column) => cellOf(column === 'text' ? textPart : numberPart, most))), {
        maxLength: 60,
        size: 'max',
      }),
      leads: fc.array(fc.tuple(...columns.map(soughtOf)), { minLength: 1, maxLength: 30 }),
    }),
  );

test('as a scan does, whatever the cells', () => {
  fc.assert(
    fc.property(tables, ({ columns, rows, leads }) => {
      const find = indexRows(rows, columns.length);
      for (const lead of leads) expect(find(lead)).toBe(scan(rows, lead));
    }),
    { seed: 7001, numRuns: 400 },
  );
});

test('as a scan does, where many ranges lie under one value', () => {
  const range = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 30 }));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('a', 'b'), range, range), { minLength: 40, maxLength: 120 }),
      (entries) => {
        const rows = entries.map(([key, [from, width], [other, more]]): readonly Cell[] => [
          { kind: 'one-of', parts: [{ kind: 'is', key }] },
          { kind: 'one-of', parts: [{ kind: 'range', from, to: from + width }] },
          { kind: 'one-of', parts: [{ kind: 'range', from: other, to: other + more }] },
        ]);
        const find = indexRows(rows, 3);
        for (let value = 0; value < 230; value += 3) {
          for (const key of ['a', 'b', 'c']) {
            const lead: Sought[] = [
              { key, value: undefined },
              { key: value, value },
              { key: 230 - value, value: 230 - value },
            ];
            expect(find(lead)).toBe(scan(rows, lead));
          }
        }
      },
    ),
    { seed: 7002, numRuns: 30 },
  );
});

test('a row with more combinations than anybody writes takes no more room than it has cells', () => {
  const many = (from: number): Cell => ({
    kind: 'one-of',
    parts: Array.from({ length: 300 }, (_, index): CellPart => ({ kind: 'is', key: `${from + index}` })),
  });
  const rows = Array.from({ length: 50 }, (_, row) => [many(row * 10), many(row * 20), many(row * 30)]);
  const find = indexRows(rows, 3);
  for (const [a, b, c] of [
    [0, 0, 0],
    [310, 700, 900],
    [490, 980, 1470],
    [489, 980, 1470],
    [2000, 0, 0],
  ]) {
    const lead = [a, b, c].map((key): Sought => ({ key: `${key}`, value: undefined }));
    expect(find(lead)).toBe(scan(rows, lead));
  }
});

test('no rows: nothing is found', () => {
  expect(indexRows([], 1)([{ key: 'a', value: undefined }])).toBe(-1);
});
