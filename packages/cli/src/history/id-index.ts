// Ids of leads → where their last decision stands, in typed arrays: sixteen bytes a place, so that millions of leads fit.

/** Finds places by id. Only a hash of the id is kept, so whoever asks must look whether the place is the right one. */
export interface IdIndex {
  /** The place of an id: the first of those with its hash for which `isIt` says yes. Places are whole numbers, not 0. */
  readonly find: (id: string, isIt: (place: number) => boolean) => number | undefined;
  /** Sets the place of an id, in place of the one that `isIt` says yes to, if any. */
  readonly set: (id: string, place: number, isIt: (place: number) => boolean) => void;
  readonly size: () => number;
  /** All places, ascending. */
  readonly places: () => Float64Array;
}

const FIRST_CAPACITY = 4096;

/** An empty index. Open addressing with linear probing; doubles when three quarters are taken. */
export function idIndex(): IdIndex {
  let table = emptyTable(FIRST_CAPACITY);
  let size = 0;
  const slotOf = (hash: Hash, isIt: (place: number) => boolean): number => {
    let slot = hash.low & (table.capacity - 1);
    for (;;) {
      const place = table.places[slot] ?? 0;
      if (place === 0) return slot;
      if (table.low[slot] === hash.low && table.high[slot] === hash.high && isIt(place)) return slot;
      slot = (slot + 1) & (table.capacity - 1);
    }
  };
  return {
    find: (id, isIt) => {
      const place = table.places[slotOf(hashOf(id), isIt)] ?? 0;
      return place === 0 ? undefined : place;
    },
    set: (id, place, isIt) => {
      if ((size + 1) * 4 > table.capacity * 3) table = grown(table);
      const hash = hashOf(id);
      const slot = slotOf(hash, isIt);
      if (table.places[slot] === 0) size += 1;
      table.low[slot] = hash.low;
      table.high[slot] = hash.high;
      table.places[slot] = place;
    },
    size: () => size,
    places: () => table.places.filter((place) => place !== 0).sort(),
  };
}

interface Table {
  readonly capacity: number;
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  /** 0: free. */
  readonly places: Float64Array;
}

function emptyTable(capacity: number): Table {
  return {
    capacity,
    low: new Uint32Array(capacity),
    high: new Uint32Array(capacity),
    places: new Float64Array(capacity),
  };
}

function grown(old: Table): Table {
  const table = emptyTable(old.capacity * 2);
  for (let i = 0; i < old.capacity; i += 1) {
    const place = old.places[i] ?? 0;
    if (place === 0) continue;
    const low = old.low[i] ?? 0;
    let slot = low & (table.capacity - 1);
    while (table.places[slot] !== 0) slot = (slot + 1) & (table.capacity - 1);
    table.low[slot] = low;
    table.high[slot] = old.high[i] ?? 0;
    table.places[slot] = place;
  }
  return table;
}

interface Hash {
  readonly low: number;
  readonly high: number;
}

/** Sixty-four bits over the UTF-16 units, by two multiplicative hashes that are mixed at the end. Not for secrets: collisions are looked at. */
function hashOf(id: string): Hash {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < id.length; i += 1) {
    const unit = id.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return { low: a >>> 0, high: b >>> 0 };
}
