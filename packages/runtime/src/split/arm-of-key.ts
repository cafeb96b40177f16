// Turns the key of a split into the arm that it always goes to: the published function `split-1`.
//
// Weighted rendezvous hashing. For each arm a hash u of the split, the arm and the key, from 1 to 2^32, and from it −log2(u / 2^32), which is spread
// like the time until something happens. Divided by the arm's share it is that arm's time; the arm that happens first takes the key. An arm's time
// depends on no other arm, so a share that is raised, or an arm that is added, takes keys and sends none elsewhere.
//
// Whole numbers only, none beyond 2^53: the same arm on every machine. docs/reference/splits.md states it step by step; conformance/vectors/split-1.json
// has what must come out.
import { murmur32 } from './murmur.ts';

/** The version of the function, as it stands on decisions and in what is hashed. */
export const SPLIT_VERSION = 'split-1';

/** An arm as far as the function goes. */
export interface KeyedArm {
  /** What it leads to, as a policy writes it. */
  readonly name: string;
  /** In hundredths of a percent: whole, from 1 to 10,000. */
  readonly share: number;
}

/** The arm of a key, counted from 0. `key`: its one text (`keyText`). There is at least one arm. */
export function armOfKey(split: string, arms: readonly KeyedArm[], key: string): number {
  let first = 0;
  let leastTime = 0;
  let share = 0;
  for (const [index, arm] of arms.entries()) {
    const time = minusLog2(hashOfArm(split, arm.name, key) + 1);
    // time / arm.share < leastTime / share, without dividing; of equals the one that stands first.
    if (index > 0 && time * share >= leastTime * arm.share) continue;
    first = index;
    leastTime = time;
    share = arm.share;
  }
  return first;
}

/** The hash of a split, an arm and a key: the four texts with a line feed in between. */
export function hashOfArm(split: string, arm: string, key: string): number {
  return murmur32(`${SPLIT_VERSION}\n${split}\n${arm}\n${key}`);
}

const TWO_31 = 2 ** 31;
const TWO_32 = 2 ** 32;

/**
 * −log2(u / 2^32) in 2^-32ths, from 0 to 2^37, for a whole u from 1 to 2^32; never more for a greater u. The bits of the logarithm come one by one:
 * a number from 1 up to 2 is squared, and the bit is 1 where the square is 2 or more, which is then halved. All is cut off, not rounded.
 */
export function minusLog2(u: number): number {
  if (u === TWO_32) return 0;
  const whole = 31 - Math.clz32(u);
  let mantissa = u * 2 ** (31 - whole);
  let log = whole;
  for (let bit = 0; bit < 32; bit += 1) {
    const square = squareOver31(mantissa);
    const isTwo = square >= TWO_32;
    log = log * 2 + (isTwo ? 1 : 0);
    mantissa = isTwo ? Math.floor(square / 2) : square;
  }
  return 32 * TWO_32 - log;
}

/** floor(x² / 2^31) for a whole x below 2^32, by halves of 16 bits. */
function squareOver31(x: number): number {
  const low = x % 0x10000;
  const high = (x - low) / 0x10000;
  return 2 * high * high + Math.floor((high * low * 0x20000 + low * low) / TWO_31);
}
