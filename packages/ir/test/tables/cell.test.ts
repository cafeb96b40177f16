// Every kind of cell on every type, against what fixtures/cells.txt says of it.
import { readFileSync } from 'node:fs';
import {
  type Cell,
  type CellProblem,
  isCellProblem,
  type People,
  problemWords,
  readCell,
  repDirectory,
  type Type,
  teamDirectory,
} from '@fairlead/ir';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const fixture = readFileSync(new URL('fixtures/cells.txt', import.meta.url), 'utf8');

const unique = { name: 'crm', type: { kind: 'code' }, optional: true, private: false, unique: true } as const;
const people: People = {
  reps: repDirectory(
    [
      { id: 'ana', label: 'Ana Ruiz', values: {} },
      { id: 'ben', label: 'Ben Okafor', values: { crm: 'B-17' } },
      { id: 'sam_a', label: 'Sam', values: {} },
      { id: 'sam_b', label: 'Sam', values: {} },
    ],
    [unique],
  ),
  teams: teamDirectory([{ id: 'sales', label: 'Inside sales' }]),
};

function typeOf(text: string): Type {
  if (text.startsWith('money ')) return { kind: 'money', currency: text.slice(6) };
  if (!text.startsWith('"')) return { kind: text } as Type; // the fixture writes plain types by their names
  const parts = text.split(' | ');
  return {
    kind: 'choice',
    choices: parts.flatMap((part) => (part === 'text' ? [] : [JSON.parse(part) as string])),
    open: parts.includes('text'),
  };
}

function told(cell: Cell | CellProblem): string {
  if (isCellProblem(cell)) {
    const kind = cell.kind === 'damage' ? `damage ${cell.damage.kind}` : cell.kind;
    const instead =
      cell.kind === 'damage'
        ? cell.damage.kind === 'date'
          ? cell.damage.instead
          : undefined
        : 'instead' in cell
          ? cell.instead
          : undefined;
    return instead === undefined ? kind : `${kind}, write ${instead}`;
  }
  if (cell.kind === 'anything') return 'anything';
  return cell.parts
    .map((part) => {
      if (part.kind === 'missing') return 'missing';
      if (part.kind === 'is') return `is ${part.key}`;
      return part.kind === 'begins' ? `begins ${part.prefix}` : `range ${part.from} ${part.to}`;
    })
    .join(', ');
}

interface Case {
  readonly type: string;
  readonly cell: string;
  readonly outcome: string;
}

const cases: Case[] = [];
let type = '';
for (const line of fixture.split('\n')) {
  const arrow = line.indexOf('→');
  if (line.startsWith('# ') || line === '') continue;
  if (arrow === -1) type = line;
  else
    cases.push({ type, cell: line.slice(0, arrow).trim().replaceAll('·', ' '), outcome: line.slice(arrow + 1).trim() });
}

test.each(cases)('$type: $cell → $outcome', ({ type: of, cell, outcome }) => {
  expect(told(readCell(cell, { type: typeOf(of), people }))).toBe(outcome);
});

test('every problem has words that name what stood there, without a word from inside', () => {
  for (const { type: of, cell } of cases) {
    const read = readCell(cell, { type: typeOf(of), people });
    if (!isCellProblem(read)) continue;
    const { message, hint = '' } = problemWords(read);
    expect(message).toMatch(/^[A-Z"`].*\.$/);
    expect(`${message} ${hint}`).not.toMatch(/undefined|\[object|kind|parse/);
    if (read.held !== '') expect(message).toContain(JSON.stringify(read.held).slice(1, 5));
  }
});

test('ranges are proposed for keys only', () => {
  for (const cell of ['abc', '01/02/2026', '1-Jan']) {
    const read = readCell(cell, { type: typeOf('count'), people });
    if (!isCellProblem(read)) throw new Error(`${cell} is a count`);
    expect(problemWords(read).hint).toMatch(/range/);
    expect(problemWords(read, 'gives').hint).not.toMatch(/range/);
  }
});

test.each([
  ['any', '`*`'],
  ['Else', '`*`'],
  ['-', '`*`'],
  ['n/a', '`missing`'],
])('%s in a cell of a key: the hint names %s', (cell, sign) => {
  for (const type of ['count', 'date', 'rep', '"A" | "B"']) {
    const read = readCell(cell, { type: typeOf(type), people });
    if (!isCellProblem(read)) throw new Error(`${cell} is a ${type}`);
    expect(problemWords(read).hint).toContain(sign);
    expect(problemWords(read, 'gives').hint ?? '').not.toContain(sign);
  }
});

test('a choice that is nearly there comes before what `*` would mean', () => {
  const read = readCell('Other', { type: typeOf('"Finance" | "Others"'), people });
  expect(isCellProblem(read) ? problemWords(read).hint : undefined).toBe('Did you mean "Others"?');
});

test('any text is a cell or a problem; nothing is thrown', () => {
  const types = [...new Set(cases.map(({ type: of }) => of))].map(typeOf);
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('"', '|', '*', '.', '1', 'a', ' ', '-', 'E', '+') }),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(...types), (cell, of) => {
      const read = readCell(cell, { type: of, people });
      if (isCellProblem(read)) expect(problemWords(read).message).not.toBe('');
    }),
    { seed: 7101, numRuns: 3000 },
  );
});

test('what stands in quotes means itself', () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => text.trim() !== ''),
      (text) => {
        const quoted = `"${text.replaceAll('"', '""')}"`;
        const read = readCell(quoted, { type: { kind: 'code' }, people });
        expect(told(read)).toBe(`is ${text.trim()}`);
      },
    ),
    { seed: 7102, numRuns: 500 },
  );
});
