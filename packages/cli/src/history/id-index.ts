// Ids of leads → where their last decision stands, in typed arrays: nine bytes a place, so that millions of leads fit.

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
/** A shard grows by a quarter when four fifths of it are taken: doubling would leave half of a large index empty. */
const MAX_LOAD = 0.8;
const GROWTH = 1.25;
/** Places are kept in 39 bits and a sign: files of half a terabyte. */
const TWO_TO_32 = 4_294_967_296;
const NEGATIVE = 0x80;

/** An empty index. Open addressing with linear probing. */
export function idIndex(): IdIndex {
  const shards = Array.from({ length: SHARDS }, () => emptyShard(FIRST_CAPACITY));
  const shardOf = (high: number): number => high & (SHARDS - 1);
  const shardAt = (index: number): Shard => shards[index] ?? emptyShard(FIRST_CAPACITY);
  return {
    find: (id, isIt) => {
      const { low, high } = hashOf(id);
      const shard = shardAt(shardOf(high));
      const place = placeIn(shard, slotFor(shard, low, isIt));
      return place === 0 ? undefined : place;
    },
    set: (id, place, isIt) => {
      const { low, high } = hashOf(id);
      let shard = shardAt(shardOf(high));
      if (shard.size + 1 > shard.capacity * MAX_LOAD) {
        shard = grown(shard);
        shards[shardOf(high)] = shard;
      }
      put(shard, slotFor(shard, low, isIt), low, place);
    },
    size: () => shards.reduce((sum, { size }) => sum + size, 0),
    places: () => allPlaces(shards),
  };
}

interface Shard {
  readonly capacity: number;
  readonly hashes: Uint32Array;
  /** The lower 32 bits of the place's magnitude; what is above them, with the sign, in `tops`. Both 0: free. */
  readonly bottoms: Uint32Array;
  readonly tops: Uint8Array;
  size: number;
}

function emptyShard(capacity: number): Shard {
  return {
    capacity,
    hashes: new Uint32Array(capacity),
    bottoms: new Uint32Array(capacity),
    tops: new Uint8Array(capacity),
    size: 0,
  };
}

function placeIn({ bottoms, tops }: Shard, slot: number): number {
  const top = tops[slot] ?? 0;
  const magnitude = (top & ~NEGATIVE) * TWO_TO_32 + (bottoms[slot] ?? 0);
  return top >= NEGATIVE ? -magnitude : magnitude;
}

function put(shard: Shard, slot: number, hash: number, place: number): void {
  if (placeIn(shard, slot) === 0) shard.size += 1;
  const magnitude = Math.abs(place);
  shard.hashes[slot] = hash;
  shard.bottoms[slot] = magnitude % TWO_TO_32;
  shard.tops[slot] = Math.floor(magnitude / TWO_TO_32) + (place < 0 ? NEGATIVE : 0);
}

/** Where a hash is, or is to be put: from the slot that stands to the capacity as the hash to 2^32. */
function slotFor(shard: Shard, hash: number, isIt: (place: number) => boolean): number {
  const { capacity, hashes } = shard;
  for (let slot = Math.floor((hash / TWO_TO_32) * capacity); ; slot = slot + 1 === capacity ? 0 : slot + 1) {
    const place = placeIn(shard, slot);
    if (place === 0 || (hashes[slot] === hash && isIt(place))) return slot;
  }
}

function grown(old: Shard): Shard {
  const shard = emptyShard(Math.ceil(old.capacity * GROWTH));
  for (let slot = 0; slot < old.capacity; slot += 1) {
    const place = placeIn(old, slot);
    const hash = old.hashes[slot] ?? 0;
    if (place !== 0) put(shard, slotFor(shard, hash, never), hash, place);
  }
  return shard;
}

const never = (): boolean => false;

function allPlaces(shards: readonly Shard[]): Float64Array {
  const all = new Float64Array(shards.reduce((sum, { size }) => sum + size, 0));
  let at = 0;
  for (const shard of shards) {
    for (let slot = 0; slot < shard.capacity; slot += 1) {
      const place = placeIn(shard, slot);
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
