// A decision table and a lead → the first row that fits.

import { foldText, type Table, type TableKey, trimText } from '@fairlead/ir';
import { dayOfDate } from './days.ts';
import { compareFractions, fraction, fromNumber, times } from './fraction.ts';
import { order } from './holds.ts';
import { valueFor } from './read-value.ts';
import type { Scene } from './scene.ts';
import { equalityText, type Known, type Maybe } from './values.ts';

/** The row, counted from 0; undefined where none fits. */
export function rowFor(scene: Scene, { keys, rows }: Table): number | undefined {
  const values = keys.map(({ value }) => valueFor(scene, value));
  const found = rows.findIndex((row) => keys.every((key, i) => fits(scene, key, row.keys[i] ?? '', values[i])));
  return found === -1 ? undefined : found;
}

function fits(scene: Scene, key: TableKey, cell: string, value: Maybe): boolean {
  if (trimText(cell) === '*') return true;
  return partsOf(cell).some((part) => fitsOne(scene, key, part, value));
}

/** One alternative: what stood in quotes means itself, but for the star behind it. */
interface Part {
  readonly text: string;
  readonly quoted: boolean;
  readonly star: boolean;
}

function partsOf(cell: string): readonly Part[] {
  const parts = trimText(cell).match(/(?:"(?:[^"]|"")*"|[^|"])+/g) ?? [];
  return parts.map((part): Part => {
    const bare = trimText(part);
    const star = bare.endsWith('*');
    const text = star ? bare.slice(0, -1) : bare;
    const quoted = text.startsWith('"');
    return { text: quoted ? text.slice(1, -1).replaceAll('""', '"') : text, quoted, star };
  });
}

function fitsOne(scene: Scene, key: TableKey, { text: cell, quoted, star }: Part, value: Maybe): boolean {
  if (!quoted && foldText(cell) === 'missing') return value === undefined;
  if (value === undefined) return false;
  const [from, to] = quoted ? [] : cell.split('..');
  if (from !== undefined && to !== undefined && (key.as === 'number' || key.as === 'date' || key.as === 'time')) {
    const [low, high] = [cellValue(scene, key, from), cellValue(scene, key, to)];
    return low !== undefined && high !== undefined && order(low, value) <= 0 && order(value, high) <= 0;
  }
  if (star && value.kind === 'text') {
    return key.as === 'code' ? value.text.startsWith(cell) : foldText(value.text).startsWith(foldText(cell));
  }
  const same = cellValue(scene, key, cell);
  if (same === undefined) return false;
  if (same.kind === 'number' && value.kind === 'number') return compareFractions(same.number, value.number) === 0;
  return equalityText(same, key.as === 'code') === equalityText(value, key.as === 'code');
}

function cellValue({ policy }: Scene, { as }: TableKey, cell: string): Known | undefined {
  const bare = trimText(cell);
  switch (as) {
    case 'text':
    case 'code':
      return { kind: 'text', text: bare };
    case 'number':
      return numberCell(bare);
    case 'date':
      return { kind: 'date', day: dayOfDate(bare) };
    case 'time':
      return { kind: 'time', ms: Date.parse(bare) };
    case 'flag':
      return { kind: 'flag', flag: ['yes', 'true'].includes(foldText(bare)) };
    case 'rep': {
      const rep = policy.reps.find(({ id, label }) => id === bare || foldText(label) === foldText(bare));
      return rep === undefined ? undefined : { kind: 'rep', id: rep.id };
    }
    case 'team': {
      const team = policy.teams.find(({ id, label }) => id === bare || foldText(label) === foldText(bare));
      return team === undefined ? undefined : { kind: 'team', id: team.id };
    }
  }
}

/** `1_200`, `2k`, `1.5M`, `25%`, and an amount with its currency behind it. */
function numberCell(cell: string): Known | undefined {
  const [, digits = '', unit = ''] = /^(-?[\d_]+(?:\.\d+)?)(k|M|%)?(?:\s*[A-Z]{3})?$/.exec(cell) ?? [];
  if (digits === '') return undefined;
  const number = fromNumber(Number(digits.replaceAll('_', '')));
  const factor = { k: fraction(1000n), M: fraction(1_000_000n), '%': fraction(1n, 100n) }[unit];
  return { kind: 'number', number: factor === undefined ? number : times(number, factor) };
}
