// What the command ends with: a number that scripts can rely on.

/** 0 all is well · 1 problems were found · 2 the command was not called rightly · 3 a fault of Fairlead's own. */
export type ExitCode = 0 | 1 | 2 | 3;

/** The codes by name. */
export const EXIT = { ok: 0, problems: 1, usage: 2, fault: 3 } as const;

/** Something that worked, or the code to end with; what went wrong was told to the user already. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly exit: ExitCode };

/** A result that worked. */
export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A result that did not. */
export function failed(exit: ExitCode): { readonly ok: false; readonly exit: ExitCode } {
  return { ok: false, exit };
}
