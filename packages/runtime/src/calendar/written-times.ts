// What reads dates and times as exports write them: the interface. `@fairlead/runtime/time` makes one. Types only.

/** What text in a pattern said. */
export type WrittenTime =
  | { readonly kind: 'date'; readonly day: number }
  | { readonly kind: 'instant'; readonly atMs: number };

/** Reads what exports write. `@fairlead/runtime/time` makes one. */
export interface WrittenTimes {
  /**
   * Reads a text that as a whole is written in the pattern (white space around it aside). A time of day is wall time
   * in `zone`, unless the pattern has an offset; if the clock shows it twice it is the earlier, in a gap the later wall
   * time. Undefined if the text says something else or a day that does not exist, if the pattern cannot be used, and
   * for a time without zone and offset.
   */
  readonly parseWritten: (pattern: string, zone: string | undefined, text: string) => WrittenTime | undefined;
}
