// `split-1` a second time, from the text of docs/reference/splits.md alone, with big whole numbers and no trick: what the engine's own is compared with.

const MASK = 0xffff_ffffn;

/** The hash of a text: MurmurHash3, x86, 32 bits, seed 0, of the UTF-8 bytes. */
export function murmurAgain(text: string): bigint {
  const bytes = new TextEncoder().encode(text);
  const rotate = (x: bigint, by: bigint): bigint => ((x << by) | (x >> (32n - by))) & MASK;
  const mix = (block: bigint): bigint => (rotate((block * 0xcc9e2d51n) & MASK, 15n) * 0x1b873593n) & MASK;
  let hash = 0n;
  const blocks = Math.floor(bytes.length / 4);
  for (let i = 0; i < blocks; i += 1) {
    hash = (rotate(hash ^ mix(little(bytes.subarray(i * 4, i * 4 + 4))), 13n) * 5n + 0xe6546b64n) & MASK;
  }
  const rest = bytes.subarray(blocks * 4);
  if (rest.length > 0) hash ^= mix(little(rest));
  hash ^= BigInt(bytes.length);
  hash = ((hash ^ (hash >> 16n)) * 0x85ebca6bn) & MASK;
  hash = ((hash ^ (hash >> 13n)) * 0xc2b2ae35n) & MASK;
  return hash ^ (hash >> 16n);
}

function little(bytes: Uint8Array): bigint {
  return bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

/** −log2(u / 2^32) in 2^-32ths. */
export function timeAgain(u: bigint): bigint {
  if (u === 1n << 32n) return 0n;
  const whole = BigInt(u.toString(2).length - 1);
  let mantissa = u << (31n - whole);
  let log = whole;
  for (let bit = 0; bit < 32; bit += 1) {
    mantissa = (mantissa * mantissa) >> 31n;
    log *= 2n;
    if (mantissa >= 1n << 32n) {
      log += 1n;
      mantissa >>= 1n;
    }
  }
  return (32n << 32n) - log;
}

/** The arm, counted from 1. Shares in hundredths of a percent. */
export function armAgain(
  split: string,
  arms: readonly { readonly name: string; readonly share: number }[],
  key: string,
): number {
  const times = arms.map(({ name }) => timeAgain(murmurAgain(['split-1', split, name, key].join('\n')) + 1n));
  let best = 0;
  arms.forEach(({ share }, i) => {
    // times[i] / share < times[best] / its share
    if ((times[i] ?? 0n) * BigInt(arms[best]?.share ?? 0) < (times[best] ?? 0n) * BigInt(share)) best = i;
  });
  return best + 1;
}
