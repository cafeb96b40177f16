// A key and the arms of a split → the arm that the key belongs to: `split-1`, written a second time from docs/reference/splits.md.

/** An arm: its target as the policy writes it, and its share in percent. */
export interface HashArm {
  readonly target: string;
  readonly share: number;
}

/** The arm, counted from 0: the one with the least time for its share, the first of equals. */
export function armOfKey(split: string, arms: readonly HashArm[], key: string): number {
  const times = arms.map(({ target, share }) => ({
    time: timeOf(hashOf(split, target, key)),
    share: BigInt(Math.round(share * 100)),
  }));
  let best = 0;
  for (const [i, { time, share }] of times.entries()) {
    const least = times[best];
    if (least !== undefined && time * least.share < least.time * share) best = i;
  }
  return best;
}

/** The hash of an arm for a key: 0 to 2³² − 1. */
export function hashOf(split: string, target: string, key: string): bigint {
  return murmur3(new TextEncoder().encode(['split-1', split, target, key].join('\n')));
}

/** −log₂((h + 1) / 2³²) in 2⁻³²ths. */
export function timeOf(hash: bigint): bigint {
  const u = hash + 1n;
  if (u === 2n ** 32n) return 0n;
  let log = BigInt(u.toString(2).length - 1);
  let m = u * 2n ** (31n - log);
  for (let step = 0; step < 32; step += 1) {
    m = (m * m) / 2n ** 31n;
    log *= 2n;
    if (m < 2n ** 32n) continue;
    m /= 2n;
    log += 1n;
  }
  return 32n * 2n ** 32n - log;
}

/** MurmurHash3 for x86, 32 bits, seed 0. */
function murmur3(bytes: Uint8Array): bigint {
  let hash = 0n;
  const whole = bytes.length - (bytes.length % 4);
  for (let at = 0; at < whole; at += 4) {
    hash = rotated(hash ^ mixed(littleEndian(bytes.slice(at, at + 4))), 13n);
    hash = low32(hash * 5n + 0xe6546b64n);
  }
  if (whole < bytes.length) hash ^= mixed(littleEndian(bytes.slice(whole)));
  hash ^= BigInt(bytes.length);
  hash = low32((hash ^ (hash >> 16n)) * 0x85ebca6bn);
  hash = low32((hash ^ (hash >> 13n)) * 0xc2b2ae35n);
  return hash ^ (hash >> 16n);
}

function mixed(block: bigint): bigint {
  return low32(rotated(low32(block * 0xcc9e2d51n), 15n) * 0x1b873593n);
}

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((number, byte) => number * 256n + BigInt(byte), 0n);
}

function rotated(number: bigint, by: bigint): bigint {
  return low32((number << by) | (number >> (32n - by)));
}

function low32(number: bigint): bigint {
  return number & 0xffff_ffffn;
}
