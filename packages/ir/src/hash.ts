// Text → its SHA-256; a policy → the hash of its content.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalPieces } from './canonical.ts';
import type { Policy } from './policy.ts';

/** The SHA-256 of the text's UTF-8 bytes: 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * A policy's content hash: the SHA-256 of its canonical JSON. Two policies with the same hash decide the same. Tests, comments, layout and the
 * split into files do not change it.
 */
export function policyHash(policy: Policy): string {
  const hash = sha256.create();
  let waiting = '';
  // Down to the single rule: a policy of thousands is hashed without its text ever being one string.
  canonicalPieces(policy, 3, (piece) => {
    waiting += piece;
    if (waiting.length < LONG_ENOUGH) return;
    hash.update(utf8ToBytes(waiting));
    waiting = '';
  });
  return bytesToHex(hash.update(utf8ToBytes(waiting)).digest());
}

/** So many characters are worth a call of the hash function. No piece ends within a character: each is JSON of its own. */
const LONG_ENOUGH = 8192;
