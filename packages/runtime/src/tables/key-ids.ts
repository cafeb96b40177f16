// Turns the values and beginnings that a table's cells name into small numbers, column by column, so that several can be hashed as one.

import type { Key } from '../plan/keys.ts';
import type { RuntimeValue } from '../values/runtime-value.ts';

/** What a lead has for a key: what it is compared by (undefined: missing), and the value itself, which ranges look at. */
export interface Sought {
  readonly key: Key | undefined;
  readonly value: RuntimeValue | undefined;
}

/** The numbers of a table's values. `letters`: of beginnings of so many letters; absent: of whole values. */
export interface KeyIds {
  /** The number of a value that a cell names; undefined is the missing value. */
  readonly add: (column: number, letters: number | undefined, key: Key | undefined) => number;
  /** How many there are. */
  readonly count: (column: number, letters: number | undefined) => number;
  /** The numbers of what a lead has; undefined where no cell names it. Whole values are looked up once for all groups. */
  readonly ofLead: (sought: readonly Sought[]) => (column: number, letters: number | undefined) => number | undefined;
}

/** No numbers yet. */
export function keyIds(columns: number): KeyIds {
  const whole = Array.from({ length: columns }, () => new Map<Key | undefined, number>());
  const beginnings = Array.from({ length: columns }, () => new Map<number, Map<Key | undefined, number>>());
  const mapOf = (column: number, letters: number | undefined): Map<Key | undefined, number> | undefined =>
    letters === undefined ? whole[column] : beginnings[column]?.get(letters);
  return {
    add: (column, letters, key) => {
      if (letters !== undefined && !beginnings[column]?.has(letters)) beginnings[column]?.set(letters, new Map());
      const map = mapOf(column, letters);
      const known = map?.get(key);
      if (known !== undefined || map === undefined) return known ?? 0;
      map.set(key, map.size);
      return map.size - 1;
    },
    count: (column, letters) => mapOf(column, letters)?.size ?? 0,
    ofLead: (sought) => {
      const known = whole.map((map, column) => map.get(sought[column]?.key));
      return (column, letters) => {
        if (letters === undefined) return known[column];
        const key = sought[column]?.key;
        return typeof key === 'string' && key.length >= letters
          ? beginnings[column]?.get(letters)?.get(key.slice(0, letters))
          : undefined;
      };
    },
  };
}
