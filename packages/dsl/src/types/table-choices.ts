// Cells of keys with open choices (`"Healthcare" | text`) → warnings about those that are nearly one of the choices: such a row would never fit.

import { foldText, isCellProblem, type KeyColumn, type People, readCell, type TableRow } from '@fairlead/ir';
import { suggest } from '../names/suggest.ts';
import type { SheetReading } from '../tables/read-sheet.ts';
import { type Checking, problem } from './checking.ts';

/** Warns of each such text once, where it first stands. `rows`: those of a table without problems. */
export function checkNearChoices(
  keys: readonly KeyColumn[],
  rows: readonly TableRow[],
  { sheet, spanOf }: Extract<SheetReading, { readonly kind: 'sheet' }>,
  people: People,
  checking: Checking,
): void {
  keys.forEach(({ name, column = name, type }, key) => {
    if (type.kind !== 'choice' || !type.open) return;
    const choices = new Set(type.choices.map(foldText));
    const at = sheet.columns.findIndex((one) => foldText(one) === foldText(column));
    for (const [text, line] of firstLines(rows, key)) {
      const near = partsOf(text, { type, people }).find(
        (part) => !choices.has(part) && suggest(part, type.choices) !== undefined,
      );
      const suggestion = near === undefined ? undefined : suggest(near, type.choices);
      if (near === undefined || suggestion === undefined) continue;
      const row = sheet.rows.findIndex((one) => one.line === line);
      problem('FL606', spanOf(row, at), { choice: near, holder: `\`${name}\``, suggestion }, checking);
    }
  });
}

/** Every text of a key's column, with the line on which it first stands; no more than anybody would read about. */
function firstLines(rows: readonly TableRow[], key: number): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const { line, keys } of rows) {
    const text = keys[key] ?? '';
    if (!lines.has(text) && lines.size < MOST_TEXTS) lines.set(text, line);
  }
  return lines;
}

/** A key with more different cells is hardly one of choices. */
const MOST_TEXTS = 1000;

/** The values that a cell names, folded. */
function partsOf(text: string, reading: Parameters<typeof readCell>[1]): readonly string[] {
  const cell = readCell(text, reading);
  if (isCellProblem(cell) || cell.kind === 'anything') return [];
  return cell.parts.flatMap((part) => (part.kind === 'is' && typeof part.key === 'string' ? [part.key] : []));
}
