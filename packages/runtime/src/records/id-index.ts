// Ids of records → their numbers: a table of 8 to 16 bytes a record, which asks for the id itself where two hashes are equal.

import { hashOf } from './key-index.ts';

export interface IdIndex {
  /** Numbers ascend by one from 0. */
  readonly add: (id: string, record: number) => void;
  /** The first record with this id; `idOf` says the id of a record. */
  readonly find: (id: string, idOf: (record: number) => string) => number | undefined;
}

/** An empty index. */
export function idIndex(): IdIndex {
  /** Open addressing: the record's number plus one; 0 is free. */
  let table = new Uint32Array(1_024);
  let hashes = new Uint32Array(1_024);
  let size = 0;
  const put = (hash: number, record: number): void => {
    let place = hash & (table.length - 1);
    while (table[place] !== 0) place = (place + 1) & (table.length - 1);
    table[place] = record + 1;
    hashes[place] = hash;
  };
  return {
    add: (id, record) => {
      size += 1;
      if (size * 2 > table.length) {
        const [records, old] = [table, hashes];
        table = new Uint32Array(records.length * 2);
        hashes = new Uint32Array(records.length * 2);
        records.forEach((entry, place) => {
          if (entry !== 0) put(old[place] ?? 0, entry - 1);
        });
      }
      put(hashOf(id), record);
    },
    find: (id, idOf) => {
      const hash = hashOf(id);
      let place = hash & (table.length - 1);
      for (let entry = table[place] ?? 0; entry !== 0; entry = table[place] ?? 0) {
        if (hashes[place] === hash && idOf(entry - 1) === id) return entry - 1;
        place = (place + 1) & (table.length - 1);
      }
      return undefined;
    },
  };
}
