// A value that no case is left for → our own fault, said aloud.

/** For the `default` of a switch over a union: a kind that was forgotten does not compile. */
export function assertNever(value: never): never {
  throw new Error(`No case for ${JSON.stringify(value)}`);
}
