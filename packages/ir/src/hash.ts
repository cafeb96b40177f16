// Text → its SHA-256; a policy → the hash of its content.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical.ts';
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
  return sha256Hex(canonicalJson(policy));
}
