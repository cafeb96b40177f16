// One entry of the catalogue: code → severity, title and the words, from typed parameters.

import type { Severity } from './diagnostic.ts';

/** `Params` are the facts that the words need; a call site that forgets one does not compile. */
export interface Entry<Params> {
  readonly severity: Severity;
  /** The heading of the problem's page: short, no full stop. */
  readonly title: string;
  /** What is wrong and why it matters, in the language's words. */
  readonly message: (params: Params) => string;
  /** What to write instead. */
  readonly hint?: (params: Params) => string | undefined;
}

/** The entries of one area, from an interface that lists the parameters of each of its codes. */
export type Entries<ParamsByCode> = { readonly [C in keyof ParamsByCode]: Entry<ParamsByCode[C]> };
