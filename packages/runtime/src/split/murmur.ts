// Turns a text into a whole number of 32 bits: MurmurHash3 (x86, 32 bits, seed 0) of its UTF-8 bytes.
//
// A published function, small enough to be written again in any language, and its bits are as good as a split needs: the arms of a key,
// and the splits of a policy, come out as if they had nothing to do with each other. It keeps no secrets and is not meant to.

/** From 0 to 4,294,967,295. */
export function murmur32(text: string): number {
  const bytes = utf8(text);
  const { length } = bytes;
  const tail = length - (length % 4);
  let hash = 0;
  for (let at = 0; at < tail; at += 4) {
    hash = rotated(hash ^ scrambled(blockAt(bytes, at, 4)), 13);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  if (tail < length) hash ^= scrambled(blockAt(bytes, tail, length - tail));
  return finished(hash ^ length);
}

/** Up to four bytes as a number, the first the least. */
function blockAt(bytes: readonly number[], at: number, count: number): number {
  let block = 0;
  for (let index = count - 1; index >= 0; index -= 1) block = (block << 8) | (bytes[at + index] ?? 0);
  return block;
}

function scrambled(block: number): number {
  return Math.imul(rotated(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593);
}

function rotated(bits: number, left: number): number {
  return (bits << left) | (bits >>> (32 - left));
}

/** Spreads every bit over all of them. */
function finished(bits: number): number {
  let hash = bits;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function utf8(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else {
      const rest = [(code >> 12) & 0x3f, (code >> 6) & 0x3f, code & 0x3f].map((part) => 0x80 | part);
      bytes.push(0xf0 | (code >> 18), ...rest);
    }
  }
  return bytes;
}
