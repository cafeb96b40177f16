// A table with words as keys, and any text a reader may have typed → the entry, if there is one.

/** The table's own entry: `constructor` and `__proto__` are no entries, although every object answers to them. */
export function entryOf<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
