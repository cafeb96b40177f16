// Rows of a table → lines, however many there are.
import { expect, test } from 'vitest';
import { table } from '../src/output/table.ts';

test('a table may have more rows than a call takes arguments', () => {
  const rows = Array.from({ length: 400_000 }, (_, index) => [{ text: String(index) }, { text: 'x' }]);
  const lines = table(rows, 80);
  expect(lines).toHaveLength(400_000);
  expect([lines[0], lines.at(-1)]).toEqual(['  0       x', '  399999  x']);
});
