// An instant → the same, if anything can be decided at it.

/** 1000-01-01 and 9000-01-01. Beyond them what is due, and which day it is elsewhere, may lie outside of the years that can be written. */
const [FIRST_MS, LAST_MS] = [-30_610_224_000_000, 221_845_392_000_000];

/** Undefined for instants at the ends of time: placeholders, such as 9999-12-31. */
export function usableInstant(atMs: number | undefined): number | undefined {
  return atMs !== undefined && atMs >= FIRST_MS && atMs < LAST_MS ? atMs : undefined;
}
