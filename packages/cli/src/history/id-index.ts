// Ids of leads → where their last decision stands, in typed arrays: twelve bytes a place, so that millions of leads fit.

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

/** The index is split, so that growing copies a small part of it at a time. A power of two. */
const SHARDS = 64;
const FIRST_CAPACITY = 64;

/** An empty index. Open addressing with linear probing; a shard doubles when three quarters of it are taken. */
export function idIndex(): IdIndex {
  const shards = Array.from({ length: SHARDS }, () => emptyShard(FIRST_CAPACITY));
  const shardOf = (high: number): number => high & (SHARDS - 1);
  const slotIn = ({ capacity, hashes, places }: Shard, hash: number, isIt: (place: number) => boolean): number => {
    let slot = hash & (capacity - 1);
    for (;;) {
      const place = places[slot] ?? 0;
      if (place === 0 || (hashes[slot] === hash && isIt(place))) return slot;
      slot = (slot + 1) & (capacity - 1);
    }
  };
  const shardAt = (index: number): Shard => shards[index] ?? emptyShard(FIRST_CAPACITY);
  return {
    find: (id, isIt) => {
      const { low, high } = hashOf(id);
      const shard = shardAt(shardOf(high));
      const place = shard.places[slotIn(shard, low, isIt)] ?? 0;
      return place === 0 ? undefined : place;
    },
    set: (id, place, isIt) => {
      const { low, high } = hashOf(id);
      let shard = shardAt(shardOf(high));
      if ((shard.size + 1) * 4 > shard.capacity * 3) {
        shard = grown(shard);
        shards[shardOf(high)] = shard;
      }
      const slot = slotIn(shard, low, isIt);
      if (shard.places[slot] === 0) shard.size += 1;
      shard.hashes[slot] = low;
      shard.places[slot] = place;
    },
    size: () => shards.reduce((sum, { size }) => sum + size, 0),
    places: () => allPlaces(shards),
  };
}

interface Shard {
  readonly capacity: number;
  readonly hashes: Uint32Array;
  /** 0: free. */
  readonly places: Float64Array;
  size: number;
}

function emptyShard(capacity: number): Shard {
  return { capacity, hashes: new Uint32Array(capacity), places: new Float64Array(capacity), size: 0 };
}

function grown(old: Shard): Shard {
  const shard = { ...emptyShard(old.capacity * 2), size: old.size };
  for (let i = 0; i < old.capacity; i += 1) {
    const place = old.places[i] ?? 0;
    if (place === 0) continue;
    const hash = old.hashes[i] ?? 0;
    let slot = hash & (shard.capacity - 1);
    while (shard.places[slot] !== 0) slot = (slot + 1) & (shard.capacity - 1);
    shard.hashes[slot] = hash;
    shard.places[slot] = place;
  }
  return shard;
}

function allPlaces(shards: readonly Shard[]): Float64Array {
  const all = new Float64Array(shards.reduce((sum, { size }) => sum + size, 0));
  let at = 0;
  for (const { places } of shards) {
    for (const place of places) {
      if (place === 0) continue;
      all[at] = place;
      at += 1;
    }
  }
  return all.sort();
}

/** Two hashes of 32 bits over the UTF-16 units, multiplicative and mixed at the end. Not for secrets: collisions are looked at. */
function hashOf(id: string): { readonly low: number; readonly high: number } {
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
