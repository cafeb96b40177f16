// Two texts → whether the checker takes them for the same.

/**
 * A text as the checker compares it: trimmed, NFC, lower case. Coarser than nothing and finer than the folding with which decisions are made
 * (`ß` is not `ss` here), so two texts that are the same here are the same there. No decision depends on it.
 */
export function folded(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
