// What a command has lying about (drafts, locks) → what is cleared away if the process is asked to stop in the middle of it.

/** Things to clear away. */
export interface Stops {
  /** Adds one; call what it gives when it is cleared away already. `clear` must not wait for anything and must not throw. */
  readonly add: (clear: () => void) => () => void;
  /** Clears everything away, the newest first. */
  readonly clearAll: () => void;
}

/** An empty list. */
export function stopList(): Stops {
  const clears = new Set<() => void>();
  return {
    add: (clear) => {
      clears.add(clear);
      return () => {
        clears.delete(clear);
      };
    },
    clearAll: () => {
      for (const clear of [...clears].reverse()) clear();
      clears.clear();
    },
  };
}
